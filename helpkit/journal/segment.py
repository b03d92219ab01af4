"""One segment: the file of one writer. How a record is added, and how the file is read.

A record is newline + JSON + newline in one write, then a sync. The leading newline closes whatever
torn line a killed or failed writer left behind, so that a torn line costs itself and nothing else.
A segment is read as a set of lines: the same line twice, in one file or in two copies of it, is
one event. So a record may be written again if it is not certain that it arrived. Zero bytes are
what a system leaves where it could not write what it had promised: they are skipped and reported.
"""

import errno
import os
import re
import stat
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Final, NamedTuple

from helpkit.errors import JournalError, UnknownVersionError
from helpkit.journal.event import Event, from_line

__all__ = [
    "SUFFIX",
    "SegmentReading",
    "SegmentRow",
    "SegmentText",
    "append",
    "grown",
    "merged",
    "parse",
    "read",
    "segment_of",
]

SUFFIX: Final = ".jsonl"
_NAME: Final = re.compile(
    r"(?P<segment>(?:lesson|exercise)-[a-z0-9][a-z0-9.-]*?\.[a-z0-9]+)"
    r"(?:(?:[^a-z0-9.]|\.sync-conflict).*)?"  # what sync tools and file managers add for a copy
    r"\.jsonl"
)

_BLANK: Final = b" \t\r\n\v\f\0"
_HOLE: Final = bytes(16)


class SegmentRow(NamedTuple):
    """An event with what it is sorted by, its number and then its time.

    Within a file that never runs backwards. The time is the clock's own if the number is higher
    than before; of the same number, which all events of version 1 have, a line is as late as the
    latest before it.
    """

    n: int
    at: str
    line: bytes
    event: Event

    @property
    def order(self) -> tuple[int, str]:
        """What the row is sorted by."""
        return self.n, self.at


@dataclass(frozen=True, slots=True)
class SegmentText:
    """What a stretch of lines holds."""

    rows: tuple[SegmentRow, ...] = ()
    torn: int = 0
    versions: tuple[str, ...] = ()


NOTHING: Final = SegmentText()


@dataclass(frozen=True, slots=True)
class SegmentReading:
    """A file as it was last read; `settled` holds its complete lines parsed.

    They are the first `length` bytes. Their hash is kept, not the bytes: one more record continues
    a hash, and would copy all the bytes.
    """

    stamp: tuple[int, int, int]
    length: int
    hashed: blake2b
    settled: SegmentText
    parsed: SegmentText
    ours: bool
    damaged: bool

    @property
    def size(self) -> int:
        """Bytes on the disk."""
        return self.stamp[0]


@lru_cache(maxsize=4096)
def segment_of(name: str) -> str | None:
    """Which segment is a file of this name, or a copy of it? None when the name is not ours."""
    parts = _NAME.fullmatch(name)
    return parts["segment"] if parts else None


def append(path: Path, line: bytes, mode: int = 0o666) -> None:
    """Add one record; when this returns it is on the disk. A new file has this mode.

    Raises:
        OSError: the record is not, or not certainly, on the disk.
    """
    record = _record(line)
    is_new = not path.exists()
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, mode)
    try:
        if os.write(handle, record) < len(record):
            raise OSError(errno.ENOSPC, "only part of the record could be written", str(path))
        os.fsync(handle)
    finally:
        os.close(handle)
    if is_new:
        sync_folder(path.parent)


def _record(line: bytes) -> bytes:
    return b"\n" + line + b"\n"


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, if the system offers a way to do so."""
    if sys.platform in ("win32", "emscripten"):
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some network file systems
            raise
    finally:
        os.close(handle)


def read(path: Path, before: SegmentReading | None) -> SegmentReading:
    """The file as it is now; only what is new since `before` is parsed.

    Raises:
        OSError: the file cannot be read.
    """
    stamp = _stamp(path)  # before reading: a line that comes in between makes it outdated
    if before is not None and before.stamp == stamp:
        return before
    data = path.read_bytes()
    cut = data.rfind(b"\n") + 1
    start, hashed, known = _known(data, before)
    hashed.update(data[start:cut])
    settled = parse(data[start:cut], known)
    parsed = parse(data[cut:], settled)  # perhaps a record on its way: parsed again next time
    damaged = _is_damaged(data)
    ours = damaged or _is_ours(data, parsed)
    return SegmentReading(stamp, cut, hashed, settled, parsed, ours, damaged)


def grown(path: Path, before: SegmentReading, line: bytes, event: Event) -> SegmentReading | None:
    """The file after one more record of ours, without reading it; None if it must be read.

    It must be read if anything else was written since `before`, or if `before` ends in a torn line.
    """
    record = _record(line)
    size, _, node = stamp = _stamp(path)
    if before.length != before.size or (size, node) != (before.size + len(record), before.stamp[2]):
        return None
    hashed = before.hashed.copy()
    hashed.update(record)
    parsed = _with(before.settled, line, event)
    return SegmentReading(stamp, size, hashed, parsed, parsed, True, before.damaged)


def _known(data: bytes, before: SegmentReading | None) -> tuple[int, blake2b, SegmentText]:
    """How many bytes are unchanged since `before`, their hash, and what they hold."""
    if before is None:
        return 0, blake2b(), NOTHING
    hashed = blake2b(data[: before.length])
    if hashed.digest() != before.hashed.digest():
        return 0, blake2b(), NOTHING
    return before.length, hashed, before.settled


def _stamp(path: Path) -> tuple[int, int, int]:
    """What changes when somebody writes to a file: its size, its time and its number."""
    status = os.stat(path)
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "not a regular file", str(path))
    return status.st_size, status.st_mtime_ns, status.st_ino


def merged(copies: Iterable[SegmentText]) -> list[SegmentRow]:
    """The rows of one segment out of all its copies.

    That is their longest common prefix and the tails of all; a line that is in several copies
    counts once.
    """
    rows: dict[bytes, SegmentRow] = {}
    # The longest first: a shorter copy of it then adds nothing and moves nothing.
    for copy in sorted(copies, key=lambda copy: (-len(copy.rows), _lines(copy))):
        for row in copy.rows:
            rows.setdefault(row.line, row)
    return list(rows.values())


def _lines(parsed: SegmentText) -> list[bytes]:
    return [row.line for row in parsed.rows]


def parse(data: bytes, known: SegmentText = NOTHING) -> SegmentText:
    """What is known, and the lines of `data` after it."""
    rows, torn, versions = list(known.rows), known.torn, list(known.versions)
    order = rows[-1].order if rows else (0, "")
    for line in data.split(b"\n"):  # not splitlines: U+2028 may be in a value
        line = line.strip(_BLANK)
        if not line:
            continue
        try:
            event = from_line(line)
        except UnknownVersionError as error:
            versions.append(error.version)
        except JournalError:
            torn += 1
        else:
            rows.append(_row(order, line, event))
            order = rows[-1].order
    return SegmentText(tuple(rows), torn, tuple(dict.fromkeys(versions)))


def _with(known: SegmentText, line: bytes, event: Event) -> SegmentText:
    """What is known, and one more line."""
    order = known.rows[-1].order if known.rows else (0, "")
    return SegmentText((*known.rows, _row(order, line, event)), known.torn, known.versions)


def _row(order: tuple[int, str], line: bytes, event: Event) -> SegmentRow:
    """A line that comes after one of this order."""
    n, at = order
    if event.n > n:
        n, at = event.n, event.at
    return SegmentRow(n, max(at, event.at), line, event)


def _is_damaged(data: bytes) -> bool:
    """Are there zeros where lines should be? No line has even one: JSON writes it as an escape."""
    return _HOLE in data or (b"\0" in data and not data.strip(_BLANK))


def _is_ours(data: bytes, parsed: SegmentText) -> bool:
    """False for a file that never was a segment; one whose first record was torn is still ours."""
    start = b'{"v":'
    return bool(parsed.rows or parsed.versions) or start.startswith(data.lstrip()[: len(start)])
