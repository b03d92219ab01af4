"""All segments of a folder: their union, and what is wrong with their files."""

import os
from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from pathlib import Path
from typing import Final

from helpkit.journal.event import VERSION, Event
from helpkit.journal.notice import Notice, listed
from helpkit.journal.segment import SUFFIX, Parsed, Reading, Row, merged, read, segment_of

__all__ = ["Segments", "union"]

MEBIBYTE: Final = 1024 * 1024
LARGE: Final = 4 * MEBIBYTE


class Segments:
    """What do the files of this folder hold, as they were last read?"""

    def __init__(self, folder: Path) -> None:
        """Remember the folder; nothing is read yet."""
        self._folder = folder
        self._readings: dict[str, Reading] = {}
        self._foreign: list[str] = []
        self._unreadable: list[str] = []
        self._gone: dict[str, str] = {}
        self._events: tuple[Event, ...] | None = ()

    def refresh(self, own: str = "") -> None:
        """Read what is new or changed, but not the file `own`, which the caller writes itself."""
        before, self._readings = self._readings, {}
        self._foreign, self._unreadable = [], []
        for name in self._names(before):
            if segment_of(name) is None:
                self._foreign.append(name)
            elif name == own and name in before:
                self._readings[name] = before[name]
            else:
                self._refresh(name, before.get(name))
        self._miss(before)
        if self._readings != before:
            self._events = None

    @property
    def events(self) -> tuple[Event, ...]:
        """All events in order; the same tuple as before if nothing is new."""
        if self._events is None:
            self._events = tuple(row.event for row in self.union())
        return self._events

    @property
    def last(self) -> tuple[int, str]:
        """The number and the time after which nothing comes."""
        rows = (one.parsed.rows[-1:] for one in self._readings.values())
        return max((row.order for row in chain(*rows)), default=(0, ""))

    def rows(self, name: str) -> tuple[Row, ...] | None:
        """The rows of one file; None if it cannot be known what is in it at this moment."""
        if {name, self._folder.name} & {*self._unreadable}:
            return None
        reading = self._readings.get(name)
        return reading.parsed.rows if reading else ()

    def union(self, *more: tuple[str, Parsed]) -> list[Row]:
        """The rows of all files, and of `more` by file name, in order."""
        return union((*((name, one.parsed) for name, one in self._readings.items()), *more))

    def notices(self, own: str = "") -> list[Notice]:
        """What is wrong with the files, as of the last refresh; `own` is written again if lost."""
        return [*self._about_lines(), *self._about_files(), *self._about_lost(own)]

    def _about_lines(self) -> Iterator[Notice]:
        ours = {name: reading for name, reading in self._readings.items() if reading.ours}
        torn = {name: file.parsed.torn for name, file in ours.items() if file.parsed.torn}
        if torn:
            yield Notice("torn-lines", {"count": sum(torn.values()), "files": listed([*torn])})
        for name, reading in ours.items():
            for found in reading.parsed.versions:
                yield Notice("unknown-version", {"file": name, "found": found, "reads": VERSION})

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

    def _miss(self, before: dict[str, Reading]) -> None:
        """Remember what was here and is gone, until it is back under this name or another."""
        self._gone |= {
            segment_of(name) or "": name for name, one in before.items() if one.parsed.rows
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

    def _refresh(self, name: str, before: Reading | None) -> None:
        try:
            self._readings[name] = read(self._folder / name, before)
        except FileNotFoundError:
            return
        except OSError:
            self._unreadable.append(name)
            if before is not None:
                self._readings[name] = before


def union(files: Iterable[tuple[str, Parsed]]) -> list[Row]:
    """The rows of files by their names, each once, in order of number, time, segment, line."""
    copies = sorted(
        ((segment_of(name) or "", parsed) for name, parsed in files), key=lambda copy: copy[0]
    )
    numbered = [
        (row.n, row.at, segment, number, row)
        for segment, group in groupby(copies, key=lambda copy: copy[0])
        for number, row in enumerate(merged(parsed for _, parsed in group))
    ]
    return [row for *_, row in sorted(numbered)]
