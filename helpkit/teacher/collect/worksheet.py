"""What does the file say that a platform exports for grading: who is on which line, since when?

Two files are known. Moodle's *grading worksheet* of one assignment, in any language: its headings
are those of the person who downloaded it, so columns are found by place and content. And Canvas's
*gradebook*, whose headings are always English. Moodle's columns, in this order, are: the
participant, the full name (not with anonymous submissions), what else the school shows of a
student, the state, [dates, group, marker], the grade, the maximum or a scale, [state of marking],
whether the grade can be changed, when it was handed in, [texts], when it was graded, [comments].
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, tzinfo
from functools import cached_property
from typing import Final

from helpkit.errors import CourseError
from helpkit.teacher.collect.platform_date import dates_of, is_dated
from helpkit.teacher.collect.sender import CANVAS, MOODLE
from helpkit.teacher.course.csv_file import Line, Table, read_table, shown_columns

__all__ = [
    "Columns",
    "Worksheet",
    "WorksheetRow",
    "is_email",
    "is_id",
    "is_id_heading",
    "number_in",
    "read_worksheet",
]

_PARTICIPANT: Final = re.compile(r"(\D*?)\s*(\d+)")
_NUMBER: Final = re.compile(r"-?\d{1,9}(?:[.,]\d{1,6})?")
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+")
_ID: Final = re.compile(r"(?=\S*\d)\S{1,64}")
_ID_NUMBER: Final = re.compile(
    r"id[ -]?n(?:umber|ummer|o|r)?\.?|student[ -]?(?:id|number)|studentn(?:umme)?r\.?"
    r"|matrikel(?:-?nr\.?|nummer)|numéro d.identification|número de (?:id|identificaci[oó]n)",
    re.IGNORECASE,
)
_STATUS: Final = frozenset({"status", "state", "toestand"})
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


@dataclass(frozen=True, slots=True)
class Columns:
    """In which column stands what; -1 for what the file does not have."""

    number: int = -1
    name: int = -1
    email: int = -1
    id_number: int = -1
    others: tuple[int, ...] = ()
    grade: int = -1
    most: int = -1
    changeable: int = -1
    handed_in: int = -1
    graded: int = -1
    comment: int = -1


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
    if (columns := _moodle_columns(lines, table)) is None:
        came = shown_columns(table.lines[0].texts)
        raise CourseError(f"{name}: expected {_EXPECTED}; the columns that came: {came}")
    dates = dates_of((line.text(columns.handed_in) for line in lines), zone)
    faults = tuple(f"{name}: the time {one!r} cannot be read" for one in dates.unread)
    return _worksheet(MOODLE, table, columns, lines, dates.at, faults)


_EXPECTED: Final = "Moodle’s grading worksheet or Canvas’s gradebook, as CSV"


def is_email(cells: Iterable[str]) -> bool:
    """Are these e-mail addresses, as far as they say anything?"""
    return _all_of(cells, _EMAIL)


def is_id(cells: Iterable[str]) -> bool:
    """Could these be ids, as far as they say anything? Each has a digit, and no two are alike."""
    said = [cell for cell in cells if cell]
    return _all_of(said, _ID) and len({*said}) == len(said)


def is_id_heading(heading: str) -> bool:
    """Is this what a school calls the column of its own numbers?"""
    return bool(_ID_NUMBER.fullmatch(heading))


def _all_of(cells: Iterable[str], form: re.Pattern[str]) -> bool:
    said = [cell for cell in cells if cell]
    return bool(said) and all(form.fullmatch(cell) for cell in said)


def number_in(text: str) -> float | None:
    """A number as people write it, with a point or a comma; None if it is none."""
    return float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None


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
    number = _PARTICIPANT.fullmatch(cell)
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
    others = tuple(at[one] for one in ("SIS Login ID", "Integration ID", "Section") if one in at)
    name = at.get("Student", at.get("LastName", -1))
    return Columns(at["ID"], name, login, at.get("SIS User ID", login), others)


def _canvas_lines(table: Table) -> Iterator[Line]:
    """The lines of students: above them stand what is not posted yet, and the maximum."""
    number = table.lines[0].texts.index("ID")
    return (line for line in table.below(1) if line.text(number).isdecimal())


def _possible(table: Table) -> Line | None:
    return next((line for line in table.lines[1:4] if _POSSIBLE in line.text(0)), None)


def _moodle_columns(lines: Sequence[Line], table: Table) -> Columns | None:
    """The columns by place and content; None if it is no worksheet of Moodle's."""
    first = [line.text(0) for line in lines]
    numbers = [_PARTICIPANT.fullmatch(cell) for cell in first]
    words = {one[1] for one in numbers if one}
    if not lines or None in numbers or len(words) != 1 or "" in words:
        return None
    headings = table.lines[0].texts
    return _Content(lines, len(headings)).columns(headings)


@dataclass(frozen=True)
class _Content:
    """What kind of thing stands in each column of a worksheet of Moodle's."""

    lines: Sequence[Line]
    width: int

    def cells(self, column: int) -> list[str]:
        return [line.text(column) for line in self.lines]

    def columns(self, headings: Sequence[str]) -> Columns | None:
        """All columns; None if there is none for grades."""
        for grade in range(1, self.width - 2):
            for most in (grade + 1, grade):  # without a maximum there are no grades
                if found := self._with_grade(grade, most):
                    return self._with_names(found, headings)
        return None

    def _with_grade(self, grade: int, most: int) -> Columns | None:
        if not self._takes_grades(grade, most):
            return None
        times = [at for at in range(most + 2, self.width) if self._all(at, is_dated)]
        # The state of marking may stand before whether the grade can be changed.
        if not times or times[0] - most not in (2, 3) or not self._is_yes_or_no(times[0] - 1):
            return None
        graded = times[min(1, len(times) - 1)]
        comment = graded + 1 if graded + 1 < self.width else -1
        handed_in = times[0] if len(times) > 1 else -1
        return Columns(
            0, grade=grade, most=most, changeable=times[0] - 1, handed_in=handed_in,
            graded=graded, comment=comment,
        )  # fmt: skip

    def _with_names(self, found: Columns, headings: Sequence[str]) -> Columns:
        name = 1 if found.grade > 1 and self._is_name(1, headings) else -1
        shown = range(2 if name > 0 else 1, found.grade)
        emails = [at for at in shown if is_email(self.cells(at))]
        rest = [at for at in shown if at not in emails[:1]]
        ids = [at for at in rest if is_id_heading(headings[at])]
        ids = ids or [at for at in rest if is_id(self.cells(at))]
        return replace(
            found,
            name=name,
            email=emails[0] if emails else -1,
            id_number=ids[0] if ids else -1,
            others=tuple(at for at in rest if at not in ids[:1]),
        )

    def _takes_grades(self, grade: int, most: int) -> bool:
        if most == grade:
            return not any(self.cells(grade))
        tops = {*self.cells(most)}
        top = tops.pop() if len(tops) == 1 else ""
        is_scale = "\n" in top
        return is_scale or ((number_in(top) or 0) > 0 and self._fits(grade, number_in(top) or 0))

    def _all(self, column: int, test: Callable[[str], bool]) -> bool:
        return all(map(test, self.cells(column)))

    def _fits(self, grade: int, top: float) -> bool:
        """Is every cell empty or a number up to the maximum?"""
        values = (number_in(cell) for cell in self.cells(grade) if cell)
        return all(value is not None and value <= top for value in values)

    def _is_yes_or_no(self, column: int) -> bool:
        cells = {*self.cells(column)}
        return "" not in cells and len(cells) <= 2 and not any(map(is_dated, cells))

    def _is_name(self, column: int, headings: Sequence[str]) -> bool:
        """With anonymous submissions the state follows at once, and there are few of those."""
        cells = self.cells(column)
        said = " ".join(cells)
        few = len({*cells}) <= len(cells) // 2
        is_state = headings[column].casefold() in _STATUS or few or " - " in said
        return not is_state and not any(map(str.isdecimal, said))
