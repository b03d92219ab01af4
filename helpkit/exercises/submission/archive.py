"""The files in a zip that a stranger made, read in memory and within bounds.

Nothing is unpacked to the disk, so a path cannot lead anywhere and a link cannot point anywhere;
they are refused all the same, because an honest zip has none. What a zip says of itself is not
trusted, and what it may cost is known before anything is inflated: the list of its files has at
most so many bytes, no two of them share bytes (a way to make a small zip large), none is compressed
more than an honest file can be, no more is inflated than the bound, and what comes out must be of
the size given. An `Allowance` bounds all of a download together.
"""

import stat
import zlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from struct import Struct
from struct import error as StructError
from typing import IO, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from helpkit.errors import HandInError
from helpkit.exercises.submission.display import shown

__all__ = [
    "MAX_BULK_LIST",
    "MAX_FILE",
    "MAX_LIST",
    "MAX_MEMBERS",
    "MAX_ZIP",
    "Allowance",
    "check_apart",
    "contents",
    "opened",
    "packed",
    "path_of",
    "unpacked",
]

MAX_FILE: Final = 4 * 1024 * 1024
MAX_ZIP: Final = 5 * 1024 * 1024
MAX_MEMBERS: Final = 16
MAX_RATIO: Final = 100
MAX_LIST: Final = 72 * 1024
"""The most bytes of the list of files in a zip, which is read as a whole."""

MAX_BULK_LIST: Final = 5 * 1024 * 1024
"""The same for the zip of a class: 20,000 students with long names."""

_LOCAL_HEADER: Final = Struct("<4s22xHH")
_ENCRYPTED: Final = 0x1
# What zipfile raises for bytes that nobody made in good faith.
_UNREADABLE: Final = (
    BadZipFile, EOFError, LookupError, NotImplementedError, OSError, OverflowError, RuntimeError,
    StructError, ValueError, zlib.error,
)  # fmt: skip


@dataclass
class Allowance:
    """How many bytes may still be inflated, and how many files were opened so far."""

    left: int
    opened: int = 0

    def spend(self, size: int) -> None:
        """Take this many bytes.

        Raises:
            HandInError: so many are not left.
        """
        if size > self.left:
            raise HandInError("the zip is compressed more than honest submissions are; not read on")
        self.left -= size
        self.opened += 1


class _BoundedFile:
    """An open file of which at most so many bytes are read at once, while the list is read."""

    def __init__(self, file: IO[bytes], most: int) -> None:
        self._file, self.most = file, most

    def seek(self, offset: int, whence: int = 0, /) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def seekable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        if size > self.most > 0:
            raise BadZipFile(f"its list of files takes more than {self.most} bytes")
        return self._file.read(size)


def opened(file: IO[bytes], most: int = MAX_LIST) -> ZipFile:
    """The zip in an open file, whose list of files takes at most so many bytes.

    Raises:
        HandInError: it is not a zip, or it has a longer list.
    """
    bounded = _BoundedFile(file, most)
    try:
        archive = ZipFile(bounded)
    except _UNREADABLE as error:
        raise HandInError(f"this is not a readable zip ({_reason(error)})") from error
    bounded.most = 0
    return archive


def packed(contents: Mapping[str, bytes]) -> bytes:
    """A zip of these files: the same bytes on every computer and at any time."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as archive:
        for name, data in contents.items():
            member = ZipInfo(name)  # without a time it is the first of January 1980
            member.create_system = 3
            member.external_attr = 0o100644 << 16
            archive.writestr(member, data)
    return buffer.getvalue()


def path_of(member: ZipInfo) -> str:
    """The path of a file in a zip; some programs for Windows write it with backslashes."""
    return member.filename.replace("\\", "/")


def unpacked(data: bytes, expected: Collection[str]) -> dict[str, bytes]:
    """The contents of the expected files, all of which must be there, and no others.

    They may be in one folder, as when a computer unpacked the zip and somebody packed it again;
    what a Mac adds is ignored.

    Raises:
        HandInError: it holds something that an honest zip does not.
    """
    if len(data) > MAX_ZIP:
        raise HandInError(f"the zip takes {len(data)} bytes, and at most {MAX_ZIP} are read")
    with opened(BytesIO(data)) as archive:
        members = archive.infolist()
        if len(members) > MAX_MEMBERS:
            raise HandInError(f"the zip holds {len(members)} files; expected {_listed(expected)}")
        for member in members:
            _check(member)
        _check_apart(members, data[: archive.start_dir])
        named = _named(members, expected)
        return {name: contents(archive, member) for name, member in named.items()}


def contents(
    archive: ZipFile, member: ZipInfo, most: int = MAX_FILE, allowance: Allowance | None = None
) -> bytes:
    """The bytes of one member, at most `most`.

    Raises:
        HandInError: there are more, they are damaged, or they are not as many as the zip says.
    """
    _check_packing(member, most)
    if allowance:
        allowance.spend(member.file_size)
    try:
        with archive.open(member) as file:
            data = file.read(most + 1)
    except _UNREADABLE as error:
        raise HandInError(f"{shown(member.filename)} cannot be read ({_reason(error)})") from error
    if len(data) != member.file_size:
        raise HandInError(f"{shown(member.filename)} is not of the size that the zip gives")
    return data


def check_apart(archive: ZipFile) -> None:
    """Does each member have bytes of its own, as far as the list of files tells?

    Raises:
        HandInError: two of them overlap.
    """
    members = sorted(archive.infolist(), key=lambda member: member.header_offset)
    starts = [*(member.header_offset for member in members[1:]), archive.start_dir]
    for member, after in zip(members, starts, strict=False):
        if member.header_offset + _LOCAL_HEADER.size + member.compress_size > after:
            raise HandInError(
                f"the zip holds {shown(member.filename)}, which overlaps another file"
            )


def _check(member: ZipInfo) -> None:
    """Is this a plain file or folder, in a plain place, of a possible size?"""
    name = shown(member.orig_filename)
    path = PurePosixPath(member.orig_filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or {":", "\0"} & {*member.orig_filename}:
        raise HandInError(f"the zip holds {name}, a path that leads out of it")
    mode = member.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise HandInError(f"the zip holds {name}, a link or something else that is not a file")
    _check_packing(member, MAX_FILE)


def _check_packing(member: ZipInfo, most: int) -> None:
    """Can this be read, and without a cost that is out of proportion?"""
    name = shown(member.orig_filename)
    if member.flag_bits & _ENCRYPTED:
        raise HandInError(f"the zip holds {name} under a password; hand it in without one")
    if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise HandInError(f"the zip holds {name}, which is compressed in an unknown way")
    if member.file_size > most:
        raise HandInError(f"the zip holds {name} of more than {most} bytes")
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
    folders = {str(PurePosixPath(path_of(member)).parent) for member in files}
    named = {PurePosixPath(path_of(member)).name: member for member in files}
    if len(files) != len(named):
        raise HandInError("the zip holds two files with the same name")
    if named.keys() != {*expected} or len(folders) > 1:
        names = _listed(member.filename for member in files) if files else "nothing"
        raise HandInError(f"the zip holds {names}; expected {_listed(expected)}")
    return named


def _files(members: list[ZipInfo]) -> Iterator[ZipInfo]:
    for member in members:
        path = path_of(member)
        parts = PurePosixPath(path).parts
        if not (path.endswith("/") or "__MACOSX" in parts or ".DS_Store" in parts):
            yield member


def _listed(names: Collection[str] | Iterator[str]) -> str:
    return " and ".join(sorted(map(shown, names)))


def _reason(error: Exception) -> str:
    """Python's message, without the names it read."""
    return type(error).__name__ if isinstance(error, UnicodeError) else shown(str(error))
