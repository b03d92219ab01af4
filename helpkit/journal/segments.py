"""All segments of a folder: their union, and what is wrong with their files."""

import os
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

from helpkit.journal.event import VERSION, Event
from helpkit.journal.notice import Notice, listed
from helpkit.journal.segment import SUFFIX, Parsed, Reading, Row, merged, read, segment_of

__all__ = ["Segments"]

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
        self.events: tuple[Event, ...] = ()
        self.latest = ""

    def refresh(self) -> None:
        """Read what is new or changed; `events` stays the same tuple if nothing is."""
        before, self._readings = self._readings, {}
        self._foreign, self._unreadable = [], []
        for name in self._names():
            if segment_of(name) is None:
                self._foreign.append(name)
            else:
                self._refresh(name, before.get(name))
        if self._readings != before:
            rows = self.union()
            self.events = tuple(row.event for row in rows)
            self.latest = rows[-1].at if rows else ""

    def union(self, *more: tuple[str, Parsed]) -> list[Row]:
        """The rows of all files, and of `more` by file name, in order of time, segment, line."""
        read_files = ((name, reading.parsed) for name, reading in self._readings.items())
        copies = sorted(
            ((segment_of(name) or "", parsed) for name, parsed in (*read_files, *more)),
            key=lambda copy: copy[0],
        )
        numbered = [
            (row.at, segment, number, row)
            for segment, group in groupby(copies, key=lambda copy: copy[0])
            for number, row in enumerate(merged(parsed for _, parsed in group))
        ]
        return [row for *_, row in sorted(numbered)]

    def notices(self) -> list[Notice]:
        """What is wrong with the files, as of the last refresh."""
        return [*self._about_lines(), *self._about_files()]

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

    def _names(self) -> list[str]:
        try:
            names = os.listdir(self._folder)
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError:
            self._unreadable.append(self._folder.name)
            return []
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
