"""The course folder: the learner's own copies of the lessons beside one folder for all answers.

A copy is recognised by the text of its cells, so that running a lesson does not count as changing
it. What was copied is remembered by that fingerprint in `.helpkit/copied.json`: a file that still
has it may be replaced by a newer version, any other file is the learner's and stays.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from helpkit import __version__
from helpkit.content.files import lessons_folder
from helpkit.errors import HelpkitError
from helpkit.journal.answers_folder import close, course_id, prepare
from helpkit.journal.files import write_whole

__all__ = ["FORMER_WELCOME", "Beside", "CourseFolder", "fingerprint", "lessons_folder", "notebooks"]

FORMER_WELCOME = "welcome.md"
"""The welcome page of earlier versions; now it is a notebook in the folder of each language."""


@dataclass(frozen=True)
class Beside:
    """A new version next to a file with the learner's own changes."""

    own: str
    new: str

    def __str__(self) -> str:
        """The sentence for the learner."""
        return (
            f"{self.own} has changes of your own and stays as it is; "
            f"the new version is next to it, as {self.new}."
        )


def notebooks(lessons: Path) -> frozenset[str]:
    """The notebooks that are ready, as `language/file`."""
    return frozenset(path.relative_to(lessons).as_posix() for path in lessons.glob("*/*.ipynb"))


class CourseFolder:
    """What is in one course folder, and how it gets there."""

    def __init__(self, root: Path) -> None:
        self.root = root.expanduser().absolute()
        self.workspaces = self.root / ".helpkit" / "workspaces"
        self._copied = self.root / ".helpkit" / "copied.json"

    @property
    def answers(self) -> Path:
        """The one folder for the answers of all lessons and languages."""
        named = os.environ.get("HELPKIT_ANSWERS")
        return Path(named).expanduser().absolute() if named else self.root / "answers"

    def lay_out(self, lessons: Path) -> list[Beside]:
        """Bring the folder up to date; whatever the learner changed stays.

        Args:
            lessons: a folder with one folder of notebooks per language.

        Returns:
            The versions that have just been put next to a changed file.

        Raises:
            HelpkitError: when the folder cannot be written.
        """
        try:
            prepare(self.answers, course_id(self.answers))
            close(self.answers)
            copied = self._recall()
            known = dict(copied)
            besides = [self._deliver(name, lessons, known) for name in sorted(notebooks(lessons))]
            self._take_away(FORMER_WELCOME, known)
            if known != copied:
                write_whole(self._copied, json.dumps(known, indent=1, sort_keys=True).encode())
        except OSError as error:
            raise HelpkitError(self._unwritable(error)) from error
        return [beside for beside in besides if beside is not None]

    def _recall(self) -> dict[str, str]:
        try:
            known = json.loads(self._copied.read_text("utf-8"))
            return {str(name): str(print_) for name, print_ in known.items()}
        except (FileNotFoundError, ValueError, AttributeError):
            return {}  # then every file that differs counts as the learner's own

    def _deliver(self, first: str, lessons: Path, known: dict[str, str]) -> Beside | None:
        data = (lessons / first).read_bytes()
        new = fingerprint(data)
        name = next(name for name in _names(first) if self._may_hold(name, new, known))
        here = self._fingerprint(name)
        arrived = new in (here, known.get(name))
        known[name] = new
        # A copy the learner took away is not forced on them again, but a lesson is put back.
        if arrived and (here is not None or name != first):
            return None
        write_whole(self.root / name, data)
        return None if name == first else Beside(first, name)

    def _may_hold(self, name: str, new: str, known: dict[str, str]) -> bool:
        here = self._fingerprint(name)
        return here is None or here == new or known.get(name) in (here, new)

    def _take_away(self, name: str, known: dict[str, str]) -> None:
        """Remove a file of an earlier version, unless the learner made it their own."""
        copied = known.pop(name, None)
        if copied is not None and copied == self._fingerprint(name):
            (self.root / name).unlink()

    def _fingerprint(self, name: str) -> str | None:
        try:
            return fingerprint((self.root / name).read_bytes())
        except FileNotFoundError:
            return None

    def _unwritable(self, error: OSError) -> str:
        if self.root.exists() and not self.root.is_dir():
            return f"{self.root} is a file, but a course needs a folder: name another one"
        spot = error.filename or self.root
        return (
            f"the course folder {self.root} cannot be used ({spot}: {error.strerror}): "
            "give yourself permission to write there, or name another folder: helpkit lab FOLDER"
        )


def fingerprint(data: bytes) -> str:
    """What tells two files apart: for a notebook the kind and the text of each cell.

    Outputs, execution counts and metadata do not count. A file that is not a notebook counts whole.
    """
    try:
        cells = [[cell["cell_type"], "".join(cell["source"])] for cell in json.loads(data)["cells"]]
        data = json.dumps(cells).encode()
    except (ValueError, LookupError, TypeError):
        pass
    return sha256(data).hexdigest()


def _names(first: str) -> Iterator[str]:
    """Where a version may go: its own place, else with its number, else with a count."""
    stem = first.removesuffix(".ipynb")
    yield first
    yield f"{stem}-{__version__}.ipynb"
    count = 2
    while True:
        yield f"{stem}-{__version__}-{count}.ipynb"
        count += 1
