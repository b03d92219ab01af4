"""What is in a teacher's downloads, and which of it could be a submission?

A single zip, a zip of many, a folder of either, or what nbgrader collected. Links are not followed,
and nothing is written.
"""

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Final

from helpkit.errors import CourseError, HandInError
from helpkit.teacher.collect.candidates import Listing, candidates
from helpkit.teacher.collect.download_file import is_junk, typed_in
from helpkit.teacher.collect.platforms import Upload, uploads
from helpkit.teacher.collect.sender import NBGRADER, Sender
from helpkit.teacher.collect.submission import Submission, received

__all__ = ["found_in"]

_TIMESTAMP: Final = "timestamp.txt"
_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_BINARY: Final = getattr(os, "O_BINARY", 0)
_THROWN_AWAY: Final = (".trash", ".git", ".ipynb_checkpoints", ".stversions", ".sync", "__macosx")
_HIDDEN: Final = "its folder is hidden, and what is hidden does not count: move it out"


@dataclass(frozen=True)
class _OnDisk:
    """A file on the disk, by its whole path: a folder above may be one that a platform made."""

    file: Path
    source: str
    path: str

    @property
    def size(self) -> int:
        return self.file.stat().st_size if self.file.exists() else 0

    def read(self, most: int) -> bytes:
        with self.open() as file:
            return file.read(most + 1)

    def open(self) -> IO[bytes]:
        try:
            file = os.fdopen(os.open(self.file, os.O_RDONLY | _NO_LINK | _BINARY), "rb")
        except OSError as error:
            reason = "a link is not followed" if self.file.is_symlink() else error.strerror
            raise HandInError(f"this cannot be read ({reason})") from error
        if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            return file
        file.close()
        raise HandInError("this is not a file")


def found_in(downloads: Path, exercise: str, without: Path | None = None) -> Iterator[Submission]:
    """Everything that could be a submission for this exercise, in order of path.

    `without` is a folder to leave out.

    Raises:
        CourseError: nothing has this name.
    """
    if not downloads.exists():
        raise CourseError(f"{downloads} does not exist; expected a zip, or a folder with zips")
    root = downloads if downloads.is_dir() else downloads.parent
    files = [*_files(downloads, without)] if downloads.is_dir() else [downloads]
    entries = [_on_disk(file, root) for file in files]
    visible = [entry for entry in entries if not _is_in_hidden(entry.source)]
    by_path = _stamped(visible, uploads(entry.path for entry in visible))
    yield from candidates(Listing(visible, exercise, by_path))
    for entry in entries:
        if _is_in_hidden(entry.source) and (typed_in(entry.path) or ("",))[0] == exercise:
            yield received(entry.source, Sender(), refused=_HIDDEN)


def _on_disk(file: Path, root: Path) -> _OnDisk:
    return _OnDisk(file, file.relative_to(root).as_posix(), file.absolute().as_posix())


def _files(folder: Path, without: Path | None) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        here = Path(place)
        folders[:] = sorted(
            name
            for name in folders
            if not name.lower().startswith(_THROWN_AWAY) and not _is_same(here / name, without)
        )
        yield from (here / name for name in sorted(names) if not is_junk(name))


def _is_in_hidden(source: str) -> bool:
    return any(part.startswith(".") for part in source.split("/")[:-1])


def _is_same(path: Path, other: Path | None) -> bool:
    return other is not None and other.exists() and path.exists() and path.samefile(other)


def _stamped(entries: list[_OnDisk], by_path: Mapping[str, Upload]) -> dict[str, Upload]:
    """With the times that nbgrader wrote into the folders; a zip may be deeper inside."""
    times = {
        (upload.sender, upload.batch): _first_line(entry.file)
        for entry in entries
        if (upload := by_path.get(entry.path)) and upload.sender.platform == NBGRADER
        if upload.own == _TIMESTAMP
    }
    return {
        path: replace(upload, stamp=times.get((upload.sender, upload.batch), upload.stamp))
        for path, upload in by_path.items()
    }


def _first_line(stamp: Path) -> str:
    if stamp.is_symlink() or not stamp.is_file():
        return ""
    with stamp.open("rb") as file:
        return file.read(64).decode("ascii", "replace").strip()
