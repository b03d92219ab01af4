"""The files in a zip that a stranger made, read in memory and within bounds.

Nothing is unpacked to the disk, so a path cannot lead anywhere and a link cannot point anywhere;
they are
refused all the same, because an honest zip has none. The sizes that a zip gives for itself
are not trusted: no more is inflated than the bound, and what comes out must be of the size
given. Members that share bytes (a way to make a small zip large) are refused.
"""

import stat
import zlib
from collections.abc import Collection, Iterator
from io import BytesIO
from pathlib import PurePosixPath
from struct import Struct
from struct import error as StructError
from typing import IO, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from helpkit.errors import HandInError
from helpkit.hand_in.shown import shown

__all__ = ["MAX_FILE", "MAX_PARCEL", "contents", "opened", "unpacked"]

MAX_FILE: Final = 4 * 1024 * 1024
MAX_PARCEL: Final = 5 * 1024 * 1024
MAX_MEMBERS: Final = 16
MAX_RATIO: Final = 100

_LOCAL_HEADER: Final = Struct("<4s22xHH")
_ENCRYPTED: Final = 0x1
# What zipfile raises for bytes that nobody made in good faith.
_UNREADABLE: Final = (
    BadZipFile, EOFError, LookupError, NotImplementedError, OSError, OverflowError, RuntimeError,
    StructError, ValueError, zlib.error,
)  # fmt: skip


def opened(file: IO[bytes]) -> ZipFile:
    """The zip in an open file.

    Raises:
        HandInError: it is not a zip.
    """
    try:
        return ZipFile(file)
    except _UNREADABLE as error:
        raise HandInError(f"this is not a readable zip ({_told(error)})") from error


def unpacked(data: bytes, expected: Collection[str]) -> dict[str, bytes]:
    """The contents of the expected files, all of which must be there, and no others.

    They may be in one folder, as when a computer unpacked the zip and somebody packed it again;
    what a Mac adds is ignored.

    Raises:
        HandInError: it holds something that an honest zip does not.
    """
    if len(data) > MAX_PARCEL:
        raise HandInError(f"the zip takes {len(data)} bytes, and at most {MAX_PARCEL} are read")
    with opened(BytesIO(data)) as archive:
        members = archive.infolist()
        if len(members) > MAX_MEMBERS:
            raise HandInError(f"the zip holds {len(members)} files; expected {_listed(expected)}")
        for member in members:
            _check(member)
        _check_apart(members, data[: archive.start_dir])
        named = _named(members, expected)
        return {name: contents(archive, member) for name, member in named.items()}


def contents(archive: ZipFile, member: ZipInfo, most: int = MAX_FILE) -> bytes:
    """The bytes of one member, at most `most`.

    Raises:
        HandInError: there are more, they are damaged, or they are not as many as the zip says.
    """
    if member.file_size > most:
        raise HandInError(f"{shown(member.filename)} takes more than {most} bytes")
    try:
        with archive.open(member) as file:
            data = file.read(most + 1)
    except _UNREADABLE as error:
        raise HandInError(f"{shown(member.filename)} cannot be read ({_told(error)})") from error
    if len(data) != member.file_size:
        raise HandInError(f"{shown(member.filename)} is not of the size that the zip gives")
    return data


def _check(member: ZipInfo) -> None:
    """Is this a plain file or folder, in a plain place, of a possible size?"""
    name = shown(member.orig_filename)
    path = PurePosixPath(member.filename)
    if path.is_absolute() or ".." in path.parts or {"\\", ":", "\0"} & {*member.orig_filename}:
        raise HandInError(f"the zip holds {name}, a path that leads out of it")
    mode = member.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise HandInError(f"the zip holds {name}, a link or something else that is not a file")
    if member.flag_bits & _ENCRYPTED:
        raise HandInError(f"the zip holds {name} under a password; hand it in without one")
    if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise HandInError(f"the zip holds {name}, which is compressed in an unknown way")
    if member.file_size > MAX_FILE:
        raise HandInError(f"the zip holds {name} of more than {MAX_FILE} bytes")
    if member.file_size > MAX_RATIO * max(member.compress_size, 1):
        raise HandInError(f"the zip holds {name}, which is compressed more than {MAX_RATIO} times")


def _check_apart(members: list[ZipInfo], data: bytes) -> None:
    """Does each member have bytes of its own? `data` is what stands before the directory."""
    end = 0
    for member in sorted(members, key=lambda member: member.header_offset):
        start = member.header_offset
        if start < end:
            raise HandInError(
                f"the zip holds {shown(member.filename)}, which overlaps another file"
            )
        if start + _LOCAL_HEADER.size > len(data):
            raise HandInError(f"the zip holds {shown(member.filename)}, which is cut off")
        _, name, extra = _LOCAL_HEADER.unpack_from(data, start)
        end = start + _LOCAL_HEADER.size + name + extra + member.compress_size
    if end > len(data):
        raise HandInError("the zip holds a file that is cut off")


def _named(members: list[ZipInfo], expected: Collection[str]) -> dict[str, ZipInfo]:
    files = [*_files(members)]
    folders = {str(PurePosixPath(member.filename).parent) for member in files}
    found = {PurePosixPath(member.filename).name: member for member in files}
    if len(files) != len(found):
        raise HandInError("the zip holds two files with the same name")
    if found.keys() != {*expected} or len(folders) > 1:
        names = _listed(member.filename for member in files) if files else "nothing"
        raise HandInError(f"the zip holds {names}; expected {_listed(expected)}")
    return found


def _files(members: list[ZipInfo]) -> Iterator[ZipInfo]:
    for member in members:
        parts = PurePosixPath(member.filename).parts
        if not (member.is_dir() or "__MACOSX" in parts or ".DS_Store" in parts):
            yield member


def _listed(names: Collection[str] | Iterator[str]) -> str:
    return " and ".join(sorted(map(shown, names)))


def _told(error: Exception) -> str:
    """Python's message, without the names it read."""
    return type(error).__name__ if isinstance(error, UnicodeError) else shown(str(error))
