"""All segments of a folder: their union, and what is wrong with their files.

The union is put in order once. What comes after all that is there, as nearly everything does, is
added at its end; what comes late, or changes a file otherwise, has all of it put in order again.
"""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby
from pathlib import Path
from typing import Final

from helpkit.journal.event import VERSION, Event
from helpkit.journal.notice import Notice, listed
from helpkit.journal.segment import (
    SUFFIX,
    SegmentReading,
    SegmentRow,
    SegmentText,
    grown,
    merged,
    read,
    segment_of,
)

__all__ = ["Segments", "union"]

Readings = Mapping[str, SegmentReading]
"""Files by their names."""

Numbered = tuple[int, str, str, int, SegmentRow]
"""A row after what it is sorted by: number, time, segment, and line."""

MEBIBYTE: Final = 1024 * 1024
LARGE: Final = 4 * MEBIBYTE
NONE: Final = (0, "", "", 0)
"""Comes before every row."""


class Segments:
    """What do the files of this folder hold, as they were last read?"""

    def __init__(self, folder: Path) -> None:
        """Remember the folder; nothing is read yet."""
        self._folder = folder
        self._readings: dict[str, SegmentReading] = {}
        self._foreign: list[str] = []
        self._unreadable: list[str] = []
        self._gone: dict[str, str] = {}
        self._rows = _Rows()

    def refresh(self) -> None:
        """Read what is new or changed."""
        before, self._readings = self._readings, {}
        self._foreign, self._unreadable = [], []
        for name in self._names(before):
            if segment_of(name) is None:
                self._foreign.append(name)
            else:
                self._refresh(name, before.get(name))
        self._miss(before)
        if self._readings != before:
            self._rows.follow(before, self._readings)

    def wrote(self, name: str, line: bytes, event: Event) -> None:
        """Take note of a record that the caller has just added to this file."""
        reading = self._grown(name, line, event)
        if reading is None:
            self.refresh()
            return
        self._readings[name] = reading
        segment = segment_of(name) or ""
        alone = [*map(segment_of, self._readings)].count(segment) == 1
        if not (alone and self._rows.add({segment: reading.parsed.rows[-1:]})):
            self._rows.renew(self._readings)

    def _grown(self, name: str, line: bytes, event: Event) -> SegmentReading | None:
        """The file with this record; None if it must be read to know."""
        before = self._readings.get(name)
        try:
            return before and grown(self._folder / name, before, line, event)
        except OSError:
            return None

    @property
    def events(self) -> list[Event]:
        """All events in order."""
        return [row.event for row in self._rows.rows]

    def since(self, version: int, number: int) -> tuple[int, list[Event]]:
        """The events after so many of this version; all if it is another version by now."""
        start = number if version == self._rows.version else 0
        return self._rows.version, [row.event for row in self._rows.rows[start:]]

    @property
    def last(self) -> tuple[int, str]:
        """The number and the time after which nothing comes."""
        rows = (reading.parsed.rows[-1:] for reading in self._readings.values())
        return max((row.order for row in chain(*rows)), default=(0, ""))

    def rows(self, name: str) -> tuple[SegmentRow, ...] | None:
        """The rows of one file; None if it cannot be known what is in it at this moment."""
        if {name, self._folder.name} & {*self._unreadable}:
            return None
        reading = self._readings.get(name)
        return reading.parsed.rows if reading else ()

    def union(self, *more: tuple[str, SegmentText]) -> list[SegmentRow]:
        """The rows of all files, and of `more` by file name, in order."""
        return union((*((name, reading.parsed) for name, reading in self._readings.items()), *more))

    def notices(self, own: str = "") -> list[Notice]:
        """What is wrong with the files, as of the last refresh; `own` is written again if lost."""
        return [*self._about_lines(), *self._about_files(), *self._about_lost(own)]

    def _about_lines(self) -> Iterator[Notice]:
        ours = {name: reading for name, reading in self._readings.items() if reading.ours}
        torn = {name: file.parsed.torn for name, file in ours.items() if file.parsed.torn}
        if torn:
            yield Notice("torn-lines", {"count": sum(torn.values()), "files": listed([*torn])})
        for name, reading in ours.items():
            for version in reading.parsed.versions:
                yield Notice("unknown-version", {"file": name, "found": version, "reads": VERSION})

    def _about_files(self) -> Iterator[Notice]:
        not_segments = [name for name, reading in self._readings.items() if not reading.ours]
        foreign = sorted([*self._foreign, *not_segments])
        if foreign:
            yield Notice("not-ours", {"files": listed(foreign)})
        if self._unreadable:
            yield Notice("unreadable", {"files": listed(self._unreadable)})
        size = sum(reading.size for reading in self._readings.values())
        if size >= LARGE:
            yield Notice("large", {"mebibytes": size // MEBIBYTE})

    def _about_lost(self, own: str) -> Iterator[Notice]:
        damaged = [name for name, reading in self._readings.items() if reading.damaged]
        if damaged:
            yield Notice("damaged", {"files": listed(damaged)})
        gone = [name for name in self._gone.values() if name != own]
        if gone:
            yield Notice("gone", {"folder": str(self._folder), "files": listed(gone)})

    def _miss(self, before: dict[str, SegmentReading]) -> None:
        """Remember what was here and is gone, until it is back under this name or another."""
        self._gone |= {
            segment_of(name) or "": name for name, reading in before.items() if reading.parsed.rows
        }
        for name in self._readings:
            self._gone.pop(segment_of(name) or "", None)

    def _names(self, before: Iterable[str]) -> list[str]:
        try:
            names = os.listdir(self._folder)
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError:
            self._unreadable.append(self._folder.name)
            return sorted(before)
        # A leading dot: what a system keeps beside a file, such as ._lesson-01.….jsonl
        return sorted(name for name in names if name.endswith(SUFFIX) and name[0] != ".")

    def _refresh(self, name: str, before: SegmentReading | None) -> None:
        try:
            self._readings[name] = read(self._folder / name, before)
        except FileNotFoundError:
            return
        except OSError:
            self._unreadable.append(name)
            if before is not None:
                self._readings[name] = before


class _Rows:
    """The rows of all files, each once and in order."""

    def __init__(self) -> None:
        """There are no files yet."""
        self.rows: list[SegmentRow] = []
        self.version = 0
        """Another one when these are not the rows of before with more after them."""
        self._last = NONE
        self._lines: dict[str, set[bytes]] = {}

    def follow(self, before: Readings, now: Readings) -> None:
        """Take what is new in files that were read again."""
        more = _more(before, now)
        if more is None or not self.add(more):
            self.renew(now)

    def add(self, more: Mapping[str, tuple[SegmentRow, ...]]) -> bool:
        """Put these rows of segments at the end; False if that is not their place."""
        new = sorted(chain(*(self._numbered(segment, rows) for segment, rows in more.items())))
        if new and new[0][:4] < self._last:
            return False
        self._put(new)
        return True

    def renew(self, now: Readings) -> None:
        """Put the rows of all files in order."""
        self.version += 1
        self.rows, self._last = [], NONE
        every = _ordered((name, reading.parsed) for name, reading in now.items())
        self._lines = {segment: set() for _, _, segment, _, _ in every}
        for _, _, segment, _, row in every:
            self._lines[segment].add(row.line)
        self._put(every)

    def _numbered(self, segment: str, rows: Iterable[SegmentRow]) -> Iterator[Numbered]:
        lines = self._lines.setdefault(segment, set())
        for row in rows:
            if row.line not in lines:
                yield row.n, row.at, segment, len(lines), row
                lines.add(row.line)

    def _put(self, new: list[Numbered]) -> None:
        self.rows += [row for *_, row in new]
        if new:
            self._last = new[-1][:4]


def _more(before: Readings, now: Readings) -> dict[str, tuple[SegmentRow, ...]] | None:
    """The rows at the ends of files that only grew, by segment.

    None if something else happened, or if a segment that grew is in several files: then it can
    change which of its lines comes first.
    """
    if before.keys() - now.keys():
        return None
    files, tails = Counter(map(segment_of, now)), {}
    for name, reading in now.items():
        old = before[name].parsed.rows if name in before else ()
        segment, rows = segment_of(name) or "", reading.parsed.rows
        if rows is old:
            continue
        if files[segment] > 1 or rows[: len(old)] != old:
            return None
        tails[segment] = rows[len(old) :]
    return tails


def union(files: Iterable[tuple[str, SegmentText]]) -> list[SegmentRow]:
    """The rows of files by their names, each once, in order of number, time, segment, line."""
    return [row for *_, row in _ordered(files)]


def _ordered(files: Iterable[tuple[str, SegmentText]]) -> list[Numbered]:
    copies = sorted(
        ((segment_of(name) or "", parsed) for name, parsed in files), key=lambda copy: copy[0]
    )
    return sorted(
        (row.n, row.at, segment, number, row)
        for segment, group in groupby(copies, key=lambda copy: copy[0])
        for number, row in enumerate(merged(parsed for _, parsed in group))
    )
