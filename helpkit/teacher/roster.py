"""The class: `roster.csv`, a line per student, with whatever columns the school adds.

`student` is the id that a student types, and the name of a folder; `name` is for people. `moodle`
and `canvas` are optional: what the student is called in downloads from Moodle or Canvas. All other
columns are kept as they are, because Canvas wants its own back.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from helpkit.content import csv_table
from helpkit.content.csv_table import Row
from helpkit.errors import ContentError

__all__ = ["ROSTER", "Student", "read_roster"]

ROSTER: Final = "roster.csv"
_NEEDED: Final = ("student", "name")
_OURS: Final = (*_NEEDED, "moodle", "canvas")
_ID: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._@+-]{0,62}[A-Za-z0-9])?")
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
"""Names that Windows reserves for devices: no folder can have them."""


@dataclass(frozen=True, slots=True)
class Student:
    """One line of the roster; `extra` holds the school's own columns."""

    id: str
    name: str
    moodle: str = ""
    canvas: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)


def read_roster(path: Path) -> tuple[tuple[Student, ...], tuple[str, ...]]:
    """The students in the order of the file, and a sentence for each fault in it."""
    try:
        rows = csv_table.read(path, _NEEDED)
    except ContentError as error:
        return (), (str(error),)
    return tuple(map(_student, rows)), tuple(_faults(rows))


def _student(row: Row) -> Student:
    ours = {key: row.cells.get(key, "") for key in _OURS}
    extra = {key: cell for key, cell in row.cells.items() if key and key not in _OURS}
    return Student(ours["student"], ours["name"], ours["moodle"], ours["canvas"], extra)


def _faults(rows: list[Row]) -> Iterator[str]:
    seen: dict[tuple[str, str], int] = {}
    for row in rows:
        where = f"{row.file} line {row.line}"
        student = row.cells["student"]
        if not _ID.fullmatch(student) or _RESERVED.fullmatch(student):
            yield (
                f"{where}: student must be an id of a-z, 0-9 and . _ @ + - with a letter or digit "
                f"first and last, at most 64 characters, got {student!r}"
            )
        if not row.cells["name"]:
            yield f"{where}: name is empty; expected the name of {student}"
        for column in ("student", "moodle", "canvas"):
            cell = row.cells.get(column, "")
            first = seen.setdefault((column, cell.casefold()), row.line)
            if cell and first != row.line:
                yield f"{where}: {column} {cell!r} is in line {first} too; expected it once"
