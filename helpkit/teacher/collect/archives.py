"""What is in a zip of a download: a submission, many of them, or another zip with either?

The zip of a class may be large. What is in it was made by strangers, and is bounded like anything
of theirs: few files, and no more bytes than a submission may have. A zip that holds nothing but
one zip is the same download packed again, so that may be large too. What is deeper is not opened.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import IO, Final
from zipfile import ZipFile, ZipInfo

from helpkit.errors import HandInError
from helpkit.exercises.submission import ABOUT
from helpkit.exercises.submission import archive as stranger
from helpkit.exercises.submission.archive import (
    MAX_BULK_LIST,
    MAX_LIST,
    MAX_MEMBERS,
    MAX_ZIP,
    Allowance,
)
from helpkit.teacher.collect.download_file import DownloadFile, is_junk, is_zip, typed_in
from helpkit.teacher.collect.platforms import Upload, uploads
from helpkit.teacher.collect.submission import Submission, received

__all__ = ["Look", "allowance_for", "inside", "submitted"]

MAX_NESTED: Final = 32 * 1024 * 1024
"""A zip in a zip is read in memory."""

_TIMES: Final = 16
_ANYWAY: Final = 32 * 1024 * 1024

Look = Callable[[Sequence[DownloadFile], bool], Iterator[Submission]]
"""Finds what could be submissions among the files of a zip; platforms are looked for if True."""


@dataclass(frozen=True)
class _Member:
    """A file in an open zip."""

    source: str
    path: str
    archive: ZipFile
    member: ZipInfo
    allowance: Allowance

    @property
    def size(self) -> int:
        return self.member.file_size

    def read(self, most: int) -> bytes:
        return stranger.contents(self.archive, self.member, most, self.allowance)

    def open(self) -> IO[bytes]:
        if self.size > MAX_NESTED:
            raise HandInError(f"a zip of {self.size} bytes in a zip; unpack the outer one first")
        return BytesIO(self.read(MAX_NESTED))


def allowance_for(size: int) -> Allowance:
    """How much may come out of a zip of this size, with all that is in it."""
    return Allowance(_ANYWAY + _TIMES * size)


def inside(
    entry: DownloadFile, upload: Upload, look: Look, allowance: Allowance, *, is_bulk: bool
) -> Iterator[Submission]:
    """What a zip under any name holds; `is_bulk` if it may be the zip of a class."""
    try:
        with entry.open() as file, _opened(file, is_bulk) as archive:
            stranger.check_apart(archive)
            members = [*_members(archive, entry, allowance)]
            if _is_submission(members):
                yield received(entry.source, upload.sender, entry.read(MAX_ZIP), stamp=upload.stamp)
            else:
                yield from look(members, is_bulk)
    except HandInError as error:
        yield received(entry.source, upload.sender, refused=str(error))


def submitted(
    entry: DownloadFile,
    upload: Upload,
    exercise: str,
    *,
    is_certain: bool = True,
    again: bool = True,
) -> Iterator[Submission]:
    """What a student sent: a submission, or a zip with a submission in it if `again`.

    If it is not `is_certain` that this is meant as one, nothing comes unless it is one.
    """
    try:
        data = entry.read(MAX_ZIP)
    except HandInError as error:
        yield received(entry.source, upload.sender, refused=str(error))
        return
    paths = _paths(data)
    is_about = _is_about(paths)
    packed = (
        again and not is_about and [*_packed_again(entry.source, data, paths, upload, exercise)]
    )
    if packed:
        yield from packed
    elif is_certain or is_about:
        yield received(entry.source, upload.sender, data, stamp=upload.stamp)


def _opened(file: IO[bytes], is_bulk: bool) -> ZipFile:
    return stranger.opened(file, MAX_BULK_LIST if is_bulk else MAX_LIST)


def _members(archive: ZipFile, entry: DownloadFile, allowance: Allowance) -> Iterator[_Member]:
    for member in archive.infolist():
        path = stranger.path_of(member)
        if not path.endswith("/") and not is_junk(path):
            yield _Member(f"{entry.source}/{path}", path, archive, member, allowance)


def _is_submission(members: Sequence[DownloadFile]) -> bool:
    """Is this what the button made, under another name, and not the zip of a class?"""
    paths = [PurePosixPath(member.path) for member in members]
    return (
        len(paths) <= MAX_MEMBERS
        and ABOUT in {path.name for path in paths}
        and len({path.parent for path in paths}) == 1
        and not uploads([member.path for member in members], whole=True)
    )


def _is_about(paths: list[str]) -> bool:
    """Is the file among these that says what a submission is?"""
    return any(PurePosixPath(path).name == ABOUT for path in paths)


def _paths(data: bytes) -> list[str]:
    try:
        with stranger.opened(BytesIO(data)) as archive:
            return [stranger.path_of(member) for member in archive.infolist()]
    except HandInError:
        return []


def _packed_again(
    source: str, data: bytes, paths: list[str], upload: Upload, exercise: str
) -> Iterator[Submission]:
    """The submissions in a student's zip of zips."""
    zips = {path for path in paths if is_zip(path) and not is_junk(path)}
    named = {path for path in zips if (typed_in(path) or ("",))[0] == exercise}
    if not zips or len(paths) > MAX_MEMBERS:
        return
    try:
        for path, inner in _inner(data, named or zips):
            if named or _is_about(_paths(inner)):
                yield received(f"{source}/{path}", upload.sender, inner, stamp=upload.stamp)
    except HandInError as error:
        yield received(source, upload.sender, refused=str(error))


def _inner(data: bytes, wanted: set[str]) -> Iterator[tuple[str, bytes]]:
    allowance = Allowance(2 * MAX_ZIP)
    with stranger.opened(BytesIO(data)) as archive:
        stranger.check_apart(archive)
        for member in archive.infolist():
            path = stranger.path_of(member)
            if path in wanted:
                yield path, stranger.contents(archive, member, MAX_ZIP, allowance)
