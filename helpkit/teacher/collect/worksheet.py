"""What does the file say that a platform exports for grading: who is on which line, since when?

Two files are known: Moodle's *grading worksheet* of one assignment, in any language, and Canvas's
*gradebook*, whose headings are always English.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, tzinfo
from functools import cached_property
from typing import Final

from helpkit.errors import CourseError
from helpkit.teacher.collect.cell_kinds import number_in
from helpkit.teacher.collect.moodle_columns import PARTICIPANT, Columns, moodle_columns
from helpkit.teacher.collect.platform_date import dates_of
from helpkit.teacher.collect.sender import CANVAS, MOODLE
from helpkit.teacher.course.csv_file import Line, Table, read_table, shown_columns

__all__ = ["Columns", "Worksheet", "WorksheetRow", "number_in", "read_worksheet"]

_POSSIBLE: Final = "Points Possible"
_ASSIGNMENT: Final = re.compile(r"(?P<title>.+?)\s*\((?P<id>\d+)\)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class WorksheetRow:
    """A student as the platform knows them.

    `number` is that of the participant in this assignment (Moodle) or of the user (Canvas), `email`
    is the user name where Canvas has that. `at` is when the student handed in, in UTC as a journal
    writes it, or empty. `others` is whatever else the school shows, such as groups.
    """

    number: str
    name: str = ""
    email: str = ""
    id_number: str = ""
    at: str = ""
    others: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True)
class Worksheet:
    """The file with its students; `faults` is a sentence for each time that cannot be read.

    `assignments` are the columns of Canvas's gradebook that take grades, by heading.
    """

    platform: str
    table: Table
    columns: Columns
    lines: tuple[Line, ...]
    rows: tuple[WorksheetRow, ...]
    faults: tuple[str, ...] = ()

    @property
    def headings(self) -> list[str]:
        """What stands above the columns."""
        return self.table.lines[0].texts

    @cached_property
    def assignments(self) -> dict[str, int]:
        """Where grades can go, by heading; in Canvas totals have words for a maximum."""
        if self.platform == MOODLE:
            return {self.headings[self.columns.grade]: self.columns.grade}
        possible = _possible(self.table)
        return {
            heading: at
            for at, heading in enumerate(self.headings)
            if _ASSIGNMENT.fullmatch(heading)
            and (not possible or not possible.text(at) or number_in(possible.text(at)) is not None)
        }

    def maximum(self, column: int) -> float | None:
        """The most that the platform gives in a column of grades; None if it does not say."""
        if self.platform == CANVAS:
            possible = _possible(self.table)
            return number_in(possible.text(column)) if possible else None
        return number_in(self.lines[0].text(self.columns.most))


def read_worksheet(data: bytes, zone: tzinfo = UTC, name: str = "the worksheet") -> Worksheet:
    """The students of a worksheet; `zone` is where the person is who downloaded it.

    Raises:
        CourseError: it is neither of the two files.
    """
    table = read_table(data, name)
    if not table.lines:
        raise CourseError(f"{name} is empty; expected {_EXPECTED}")
    if (columns := _canvas_columns(table)) is not None:
        lines = tuple(_canvas_lines(table))
        return _worksheet(CANVAS, table, columns, lines, [""] * len(lines), ())
    lines = table.below(1)
    if (columns := moodle_columns(lines, table)) is None:
        came = shown_columns(table.lines[0].texts)
        raise CourseError(f"{name}: expected {_EXPECTED}; the columns that came: {came}")
    dates = dates_of((line.text(columns.handed_in) for line in lines), zone)
    faults = tuple(f"{name}: the time {cell!r} cannot be read" for cell in dates.unread)
    return _worksheet(MOODLE, table, columns, lines, dates.at, faults)


_EXPECTED: Final = "Moodle’s grading worksheet or Canvas’s gradebook, as CSV"


def _worksheet(
    platform: str,
    table: Table,
    columns: Columns,
    lines: tuple[Line, ...],
    at: Sequence[str],
    faults: tuple[str, ...],
) -> Worksheet:
    rows = tuple(_row(line, columns, when) for line, when in zip(lines, at, strict=True))
    return Worksheet(platform, table, columns, lines, rows, faults)


def _row(line: Line, columns: Columns, at: str) -> WorksheetRow:
    cell = line.text(columns.number)
    number = PARTICIPANT.fullmatch(cell)
    return WorksheetRow(
        number[2] if number else cell,
        _turned(line.text(columns.name)),
        line.text(columns.email),
        line.text(columns.id_number),
        at,
        tuple(line.text(column) for column in columns.others),
        line.number,
    )


def _turned(name: str) -> str:
    """Canvas sorts by family name: `Vries, Jan de` is `Jan de Vries`."""
    family, comma, first = name.partition(",")
    return f"{first.strip()} {family.strip()}" if comma else name


def _canvas_columns(table: Table) -> Columns | None:
    headings = table.lines[0].texts
    at = {heading: column for column, heading in reversed([*enumerate(headings)])}
    if "ID" not in at or not ({"Student", "LastName"} & at.keys() and "Section" in at):
        return None
    login = at.get("SIS Login ID", -1)
    others = tuple(
        at[heading] for heading in ("SIS Login ID", "Integration ID", "Section") if heading in at
    )
    name = at.get("Student", at.get("LastName", -1))
    return Columns(at["ID"], name, login, at.get("SIS User ID", login), others)


def _canvas_lines(table: Table) -> Iterator[Line]:
    """The lines of students: above them stand what is not posted yet, and the maximum."""
    number = table.lines[0].texts.index("ID")
    return (line for line in table.below(1) if line.text(number).isdecimal())


def _possible(table: Table) -> Line | None:
    return next((line for line in table.lines[1:4] if _POSSIBLE in line.text(0)), None)
