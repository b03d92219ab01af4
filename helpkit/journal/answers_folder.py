"""Which folder holds the answers, and under which id does a browser know it?

Answers belong to a course folder, and so does every notebook in it, whatever has become of the
answers. Looking never creates anything. The id is made from the folder's place, so that it is known
before anything is saved; the first record writes it into the folder, so that it survives a move.
"""

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from helpkit.errors import JournalError
from helpkit.journal.event import check_id
from helpkit.journal.files import keep_private, nearest
from helpkit.journal.segment import segment_of, sync_folder

__all__ = ["COPIED", "MARKER", "close", "course_id", "find", "is_ours", "is_writable", "prepare"]

ANSWERS: Final = "answers"
VARIABLE: Final = "HELPKIT_ANSWERS"
MARKER: Final = "helpkit.json"
COPIED: Final = Path(".helpkit", "copied.json")
"""What tells a course folder: it remembers there which lessons it copied."""


def find() -> Path:
    """The answers folder.

    `HELPKIT_ANSWERS` if it is set; else, upward from the working directory, the nearest `answers`
    folder that is ours or belongs in a course folder; else `answers` in the working directory. It
    need not exist yet.
    """
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    here = Path.cwd()
    return (nearest(here, lambda place: _belongs(place / ANSWERS)) or here) / ANSWERS


def _belongs(folder: Path) -> bool:
    """Are answers kept here, or would they be?"""
    return (folder.parent / COPIED).is_file() or is_ours(folder)


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

    What a learner types is private: nobody else may look in, also not in a folder of before. A
    folder with a name of its own may hold other things, and stays open if it was.

    Raises:
        OSError: they cannot be created.
    """
    if folder.name == ANSWERS:
        keep_private(folder)
    if _marked_id(folder) is not None:
        return
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Two kernels that do this at once write the same text: the id follows from the place.
    (folder / MARKER).write_text(json.dumps({"course": course}) + "\n", "utf-8")
    sync_folder(folder.parent)
    close(folder)


def close(folder: Path) -> None:
    """Let nobody else open the files of ours in this folder."""
    with suppress(OSError):
        for name in os.listdir(folder):
            if name == MARKER or segment_of(name):
                keep_private(folder / name)


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
