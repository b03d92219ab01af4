"""A file in a download that could be a submission, and a file of which that is not known yet."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO, Final, Protocol

from helpkit.teacher.collect.sender import Sender

__all__ = ["Entry", "Found", "is_junk", "is_zip", "typed_in"]

_HAND_IN: Final = re.compile(
    r"(?:^|.*[^0-9])(?P<exercise>[0-9]{2})-handin-(?P<student>.+?)(?: ?\([0-9]+\))?\.zip",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST: Final = 1000
_JUNK: Final = {"__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini"}


@dataclass(frozen=True)
class Found:
    """A possible submission: where from, who sent it, and its bytes or why there are none.

    `stamp` is the time that a platform gives it, in the platform's own words; without a zone it is
    that of a clock where the platform is.
    """

    source: str
    sender: Sender
    data: bytes = b""
    refused: str = ""
    stamp: str = ""


class Entry(Protocol):
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
    found = _HAND_IN.fullmatch(name) if len(name) <= _LONGEST else None
    return (found["exercise"], found["student"]) if found else None


def is_zip(path: str) -> bool:
    """Does the name say so?"""
    return path.lower().endswith(".zip")


def is_junk(path: str) -> bool:
    """Did a computer put this beside the files, and nobody hand it in?"""
    parts = PurePosixPath(path).parts
    return not parts or bool(_JUNK & {*parts}) or parts[-1].startswith("._")
