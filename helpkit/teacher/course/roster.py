"""The class: `roster.csv`, a line per student, with whatever columns the school adds.

`student` is the id that a student types, and the name of a folder; `name` is for people. `moodle`
and `canvas` are optional: what the student is called in downloads from Moodle or Canvas. All other
columns are kept as they are, because Canvas wants its own back. Any file of a spreadsheet will do.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from helpkit.errors import CourseError
from helpkit.teacher.course.cell_text import original
from helpkit.teacher.course.csv_file import Line, Table, read_table, shown_columns

__all__ = ["NEEDED", "OURS", "ROSTER", "Student", "columns_of", "doubts", "fault_of", "read_roster"]

ROSTER: Final = "roster.csv"
NEEDED: Final = ("student", "name")
OURS: Final = (*NEEDED, "moodle", "canvas")
_ID: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._@+-]{0,62}[A-Za-z0-9])?")
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
"""Names that Windows reserves for devices: no folder can have them."""
_SHORTENED: Final = re.compile(r"\d(?:[.,]\d+)?E\+\d+", re.IGNORECASE)
"""What a spreadsheet makes of a long number; the last digits are gone."""
_DATE: Final = re.compile(
    r"\d{1,2}[-/.](?:\d{1,2}|[a-z]{3,4})(?:[-/.](?:\d{2}|\d{4}))?|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}",
    re.IGNORECASE,
)
_LONG: Final = 5
"""From so many digits on, the numbers of a school have one length."""


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
        table = read_table(path.read_bytes(), path.name, comments=True)
        columns = columns_of(table)
    except FileNotFoundError:
        return (), (f"{path} does not exist; expected the path of a CSV file",)
    except OSError as error:
        return (), (f"{path} cannot be opened ({error.strerror}); expected a CSV file",)
    except CourseError as error:
        return (), (str(error),)
    lines = table.below(1)
    if not lines:
        return (), (f"{path.name} holds only a header; expected lines below it",)
    return tuple(_student(line, columns) for line in lines), tuple(_faults(lines, columns, path))


def columns_of(table: Table) -> list[str]:
    """The names of the columns; ours in small letters, however they are written.

    Raises:
        CourseError: one of those that are needed is missing, or one is there twice.
    """
    name = table.name
    if not table.lines:
        raise CourseError(f"{name} is empty; expected a header with {', '.join(NEEDED)}")
    header = table.lines[0]
    columns = [name.lower() if name.lower() in OURS else name for name in header.texts]
    where = f"{name} line {header.number}"
    missing = [name for name in NEEDED if name not in columns]
    if missing:
        raise CourseError(
            f"{where}: the column {missing[0]} is missing; expected {', '.join(NEEDED)}, got "
            f"{shown_columns(header.texts)}; a list of another program becomes a roster with  "
            "helpkit course roster FILE"
        )
    twice = [name for name in columns if name and columns.count(name) > 1]
    if twice:
        raise CourseError(f"{where}: the column {twice[0]} appears twice; expected it once")
    return columns


def fault_of(student: str) -> str:
    """Why this cannot be the id of a student; empty if it can."""
    if _SHORTENED.fullmatch(student):
        return (
            f"student {student!r} is a number that a spreadsheet shortened, and its last digits "
            "are gone; expected the whole id: make the column text and copy the ids again"
        )
    if _RESERVED.fullmatch(student):
        return (
            f"student {student!r} is a name that Windows keeps for itself, so it cannot be that of "
            "a folder; expected another id"
        )
    if not _ID.fullmatch(student):
        return (
            "student must be an id of a-z, 0-9 and . _ @ + - with a letter or digit "
            f"first and last, at most 64 characters, got {student!r}"
        )
    return ""


def doubts(students: Iterable[str]) -> Iterator[str]:
    """Ids that may not be what the school gave: a spreadsheet drops zeros and sees dates."""
    ids = [*students]
    dates = [id for id in ids if _DATE.fullmatch(id)]
    if dates:
        yield f"Ids that look like dates, which a spreadsheet may have made: {', '.join(dates)}"
    lengths = Counter(len(id) for id in ids if id.isdecimal())
    usual, often = max(lengths.items(), key=lambda id: id[1], default=(0, 0))
    short = [id for id in ids if id.isdecimal() and len(id) < usual]
    if short and usual >= _LONG and 2 * often > lengths.total():
        yield (
            f"Ids shorter than the usual {usual} digits, as when a spreadsheet drops zeros at the "
            f"front: {', '.join(short)}"
        )


def _student(line: Line, columns: Sequence[str]) -> Student:
    cells = dict(zip(columns, map(original, line.texts), strict=False))
    ours = {key: cells.get(key, "") for key in OURS}
    extra = {key: cell for key, cell in cells.items() if key and key not in OURS}
    return Student(ours["student"], ours["name"], ours["moodle"], ours["canvas"], extra)


def _faults(lines: Iterable[Line], columns: Sequence[str], path: Path) -> Iterator[str]:
    first_lines: dict[tuple[str, str], int] = {}
    for line in lines:
        where = f"{path.name} line {line.number}"
        if len(line.cells) < len(columns) or any(line.texts[len(columns) :]):
            yield (
                f"{where}: expected {len(columns)} cells, as in the header, got {len(line.cells)}"
            )
            continue
        student = _student(line, columns)
        if fault := fault_of(student.id):
            yield f"{where}: {fault}"
        if not student.name:
            yield f"{where}: name is empty; expected the name of {student.id}"
        yield from _twice(student, where, line.number, first_lines)


def _twice(
    student: Student, where: str, number: int, first_lines: dict[tuple[str, str], int]
) -> Iterator[str]:
    cells = {"student": student.id, "moodle": student.moodle, "canvas": student.canvas}
    for column, cell in cells.items():
        first = first_lines.setdefault((column, cell.casefold()), number)
        if cell and first != number:
            yield f"{where}: {column} {cell!r} is in line {first} too; expected it once"
