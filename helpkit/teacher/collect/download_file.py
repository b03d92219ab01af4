"""A file in a download, and what its name says of it."""

import re
from pathlib import PurePosixPath
from typing import IO, Final, Protocol

__all__ = ["DownloadFile", "is_junk", "is_zip", "typed_in"]

_SUBMISSION: Final = re.compile(
    r"(?:^|.*[^0-9])(?P<exercise>[0-9]{2})-handin-(?P<student>.+?)(?: ?\([0-9]+\))?\.zip",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST: Final = 1000
_JUNK: Final = {"__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini"}


class DownloadFile(Protocol):
    """A file in a folder or in a zip, of which it is not known yet what it is."""

    @property
    def source(self) -> str:
        """Where it is, as a teacher is told."""

    @property
    def path(self) -> str:
        """Where it is, with all that a platform may have written."""

    @property
    def size(self) -> int:
        """How many bytes it says it has."""

    def read(self, most: int) -> bytes:
        """The bytes; what has more than `most` is refused, or comes with one byte more.

        Raises:
            HandInError: it cannot be read.
        """

    def open(self) -> IO[bytes]:
        """The file as one to look around in.

        Raises:
            HandInError: it cannot be read, or not at a reasonable cost.
        """


def typed_in(path: str) -> tuple[str, str] | None:
    """The exercise and the student in the name of a submission; None for any other name."""
    name = PurePosixPath(path).name
    match = _SUBMISSION.fullmatch(name) if len(name) <= _LONGEST else None
    return (match["exercise"], match["student"]) if match else None


def is_zip(path: str) -> bool:
    """Does the name say so?"""
    return path.lower().endswith(".zip")


def is_junk(path: str) -> bool:
    """Did a computer put this beside the files, and nobody hand it in?"""
    parts = PurePosixPath(path).parts
    return not parts or bool(_JUNK & {*parts}) or parts[-1].startswith("._")
