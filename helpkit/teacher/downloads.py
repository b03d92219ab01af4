"""What is in a teacher's downloads, and which of it could be a submission?

A single zip, a zip of many, a folder of either, or what nbgrader collected. Zips of many are opened
one level deep, in memory. Links are not followed, and nothing is written.
"""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final
from zipfile import ZipFile, ZipInfo

from helpkit.errors import CourseError, HandInError
from helpkit.hand_in import ABOUT, parcel
from helpkit.hand_in.parcel import MAX_PARCEL
from helpkit.teacher.sender import NBGRADER, Sender, batch_of, sender_of

__all__ = ["Found", "found_in", "typed_in"]

_HAND_IN: Final = re.compile(
    r"(?:^|.*[^0-9])(?P<exercise>[0-9]{2})-handin-(?P<student>.+?)(?: ?\([0-9]+\))?\.zip",
    re.IGNORECASE | re.DOTALL,
)
_TIMESTAMP: Final = "timestamp.txt"
_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_BINARY: Final = getattr(os, "O_BINARY", 0)


@dataclass(frozen=True)
class Found:
    """A possible submission: where from, who sent it, and its bytes or why there are none.

    `stamp` is the time that a platform gives it, in the platform's own words.
    """

    source: str
    sender: Sender
    data: bytes = b""
    refused: str = ""
    stamp: str = ""


def found_in(downloads: Path, exercise: str, without: Path | None = None) -> Iterator[Found]:
    """Everything that could be a submission for this exercise, in order of path.

    `without` is a folder to leave out.

    Raises:
        CourseError: nothing has this name.
    """
    if not downloads.exists():
        raise CourseError(f"{downloads} does not exist; expected a zip, or a folder with zips")
    root = downloads if downloads.is_dir() else downloads.parent
    files = [*_files(downloads, without)] if downloads.is_dir() else [downloads]
    # The whole path, because the folder that was named may itself be one that a platform made.
    paths = {file: file.absolute().as_posix() for file in files}
    wanted = _wanted([*paths.values()], exercise)
    for file, path in paths.items():
        source = file.relative_to(root).as_posix()
        if path in wanted:
            yield _read(file, source, sender_of(path))
        elif typed_in(path) is None and path.lower().endswith(".zip"):
            yield from _inside(file, source, exercise)


def typed_in(path: str) -> tuple[str, str] | None:
    """The exercise and the student in the name of a submission; None for any other name."""
    found = _HAND_IN.fullmatch(PurePosixPath(path).name)
    return (found["exercise"], found["student"]) if found else None


def _wanted(paths: list[str], exercise: str) -> set[str]:
    """What has the name of a submission for this exercise, and what came with it.

    So a student who sent the wrong file is not lost, and holiday photos are not submissions.
    """
    names = {path: typed_in(path) for path in paths}
    named = {path for path, name in names.items() if name and name[0] == exercise}
    batches = {batch_of(path) for path in named} - {""}
    return named | {
        path for path, name in names.items() if name is None and batch_of(path) in batches
    } - {path for path in paths if _is_of_nbgrader(path)}


def _is_of_nbgrader(path: str) -> bool:
    """Is this one of the other files that nbgrader collects?"""
    return sender_of(path).platform == NBGRADER and not path.lower().endswith(".zip")


def _files(folder: Path, without: Path | None) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        here = Path(place)
        folders[:] = sorted(
            name for name in folders if not _is_hidden(name) and not _is_same(here / name, without)
        )
        yield from (here / name for name in sorted(names) if not _is_hidden(name))


def _is_hidden(name: str) -> bool:
    return name.startswith(".") or name == "__MACOSX"


def _is_same(path: Path, other: Path | None) -> bool:
    return other is not None and other.exists() and path.exists() and path.samefile(other)


def _read(path: Path, source: str, sender: Sender) -> Found:
    try:
        handle = os.open(path, os.O_RDONLY | _NO_LINK | _BINARY)
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                return Found(source, sender, refused="this is not a file")
            data = file.read(MAX_PARCEL + 1)
    except OSError as error:
        reason = "a link is not followed" if path.is_symlink() else error.strerror
        return Found(source, sender, refused=f"this cannot be read ({reason})")
    return Found(source, sender, data, stamp=_stamp(path, sender))


def _stamp(path: Path, sender: Sender) -> str:
    """What nbgrader wrote into the assignment's folder; a zip may be deeper inside."""
    if sender.platform != NBGRADER:
        return ""
    places = [one for one in path.absolute().parents if _is_assignment(one, sender)]
    stamp = places[-1] / _TIMESTAMP if places else path.with_name(_TIMESTAMP)
    if stamp.is_symlink() or not stamp.is_file():
        return ""
    with stamp.open("rb") as file:
        return file.read(64).decode("ascii", "replace").strip()


def _is_assignment(folder: Path, sender: Sender) -> bool:
    student = folder.parent
    return student.name == sender.name and student.parent.name == "submitted"


def _inside(path: Path, source: str, exercise: str) -> Iterator[Found]:
    """What a zip holds: it is a submission under another name, or a zip of many."""
    if path.is_symlink() or not path.is_file():
        yield Found(source, Sender(), refused="this cannot be read (a link is not followed)")
        return
    try:
        with path.open("rb") as file, parcel.opened(file) as archive:
            members = [one for one in archive.infolist() if not _is_passed_over(one)]
            if any(map(_is_about, members)):
                yield _read(path, source, Sender())
            else:
                yield from _members(archive, members, source, exercise)
    except HandInError as error:
        yield Found(source, Sender(), refused=str(error))


def _is_passed_over(member: ZipInfo) -> bool:
    return member.is_dir() or any(map(_is_hidden, PurePosixPath(member.filename).parts))


def _is_about(member: ZipInfo) -> bool:
    name = member.filename
    return PurePosixPath(name).name == ABOUT and not sender_of(name).platform


def _members(
    archive: ZipFile, members: list[ZipInfo], source: str, exercise: str
) -> Iterator[Found]:
    wanted = _wanted([member.filename for member in members], exercise)
    for member in members:
        if member.filename in wanted:
            sender, inner = sender_of(member.filename), f"{source}/{member.filename}"
            try:
                yield Found(inner, sender, parcel.contents(archive, member, MAX_PARCEL))
            except HandInError as error:
                yield Found(inner, sender, refused=str(error))
