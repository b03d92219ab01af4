"""Which folder holds the answers, and under which id does a browser know it?

Looking never creates anything. The id is made from the folder's place, so that it is known before
anything is saved; the first record writes it into the folder, so that it survives a move.
"""

import hashlib
import json
import os
from pathlib import Path
from typing import Final

from helpkit.errors import JournalError
from helpkit.journal.event import check_id
from helpkit.journal.segment import segment_of, sync_folder

__all__ = ["MARKER", "course_id", "find", "is_ours", "is_writable", "prepare"]

ANSWERS: Final = "answers"
VARIABLE: Final = "HELPKIT_ANSWERS"
MARKER: Final = "helpkit.json"


def find() -> Path:
    """The answers folder.

    `HELPKIT_ANSWERS` if it is set; else the nearest `answers` folder of ours, upward from the
    working directory; else `answers` in the working directory, which need not exist yet.
    """
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    here = Path.cwd()
    candidates = [place / ANSWERS for place in (here, *here.parents)]
    return next((folder for folder in candidates if is_ours(folder)), candidates[0])


def is_ours(folder: Path) -> bool:
    """Has helpkit kept answers here? The marker says so, or a segment when the marker was lost."""
    try:
        names = os.listdir(folder)
    except OSError:  # no such folder, or one we may not see: then this is not it
        return False
    return MARKER in names or any(segment_of(name) for name in names)


def is_writable(folder: Path) -> bool:
    """Could a file be made here, as far as one can tell without trying?"""
    while not os.path.lexists(folder) and folder != folder.parent:
        folder = folder.parent
    return os.path.isdir(folder) and os.access(folder, os.W_OK | os.X_OK)


def prepare(folder: Path, course: str) -> None:
    """Create the folder, and the marker that keeps its id, if they do not exist.

    Raises:
        OSError: they cannot be created.
    """
    if _marked_id(folder) is not None:
        return
    folder.mkdir(parents=True, exist_ok=True)
    # Two kernels that do this at once write the same text: the id follows from the place.
    (folder / MARKER).write_text(json.dumps({"course": course}) + "\n", "utf-8")
    sync_folder(folder.parent)


def course_id(folder: Path) -> str:
    """A name for this answers folder that stays the same, for what a browser keeps with it."""
    return _marked_id(folder) or _derived_id(folder)


def _marked_id(folder: Path) -> str | None:
    try:
        course = json.loads((folder / MARKER).read_bytes())["course"]
        check_id("course", course)
    except (OSError, ValueError, LookupError, TypeError, RecursionError, JournalError):
        return None  # no marker, or a damaged one: the id follows from the place
    return str(course)


def _derived_id(folder: Path) -> str:
    # On a hub everyone has the same home folder, and one browser may serve several of them.
    owner = os.environ.get("JUPYTERHUB_USER", "")
    place = f"{owner}\n{os.path.realpath(folder)}"
    return hashlib.sha256(place.encode("utf-8", "surrogateescape")).hexdigest()[:16]
