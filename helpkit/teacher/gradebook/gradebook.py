"""Grades as a file that a learning platform imports, and the way back.

- `canvas` has the columns of Canvas's own gradebook, taken from the roster, and the row with the
  maximum. Canvas takes no comments.
- `moodle` has the columns that Moodle needs for an offline grading worksheet (Identifier, Grade,
  Last modified), which its general import takes as well. The words are those of an English Moodle.
  Its comments are HTML there, so ours become that.
- `csv` is for people and spreadsheets; where decimals have a comma, semicolons divide the cells:
  a spreadsheet there would take 22.5 for the 22nd of May.

Students without a grade get an empty cell, never a 0. Numbers are written as they are; everything
else is made inert, because students and teachers typed it.
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Final

from helpkit.errors import CourseError
from helpkit.teacher.collect.worksheet import number_in
from helpkit.teacher.course.cell_text import as_html, from_html, inert, number, original
from helpkit.teacher.course.csv_file import Line, read_table
from helpkit.teacher.gradebook.grades import Grades

__all__ = ["FORMATS", "Entry", "is_gradebook", "read", "write"]

_MARK: Final = "\ufeff"
"""Without it, a spreadsheet takes the letters for those of another alphabet."""

_POSSIBLE: Final = "    Points Possible"
_CANVAS: Final = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
_MOODLE: Final = (
    "Identifier", "Full name", "Email address", "ID number", "Grade", "Maximum Grade",
    "Last modified (grade)", "Feedback comments",
)  # fmt: skip
_CSV: Final = ("student", "name", "exercise", "points", "possible", "graded", "comment")

Rows = Iterator[Iterable[str]]


@dataclass(frozen=True)
class Entry:
    """One line of a gradebook as it is read back; `key` is what names the student there."""

    key: str
    name: str
    points: float | None
    comment: str = ""


@dataclass(frozen=True)
class _Format:
    """How a table becomes rows, and which columns lead back."""

    rows: Callable[[Grades], Rows]
    key: str
    name: str
    points: str
    comment: str


def write(grades: Grades, form: str, *, comma: bool = False) -> bytes:
    """The file in one of `FORMATS`, in UTF-8; the same grades give the same bytes.

    With `comma`, a file for people has decimals with a comma; platforms have their own rules.

    Raises:
        CourseError: the form is unknown, or cannot hold these grades.
    """
    known = _form(form)
    local = comma and form == "csv"
    rows = [_local(row) if local else row for row in known.rows(grades)]
    text = StringIO()
    csv.writer(text, delimiter=";" if local else ",", lineterminator="\r\n").writerows(rows)
    return f"{_MARK if form == 'csv' else ''}{text.getvalue()}".encode()


def read(data: bytes, form: str, column: str = "") -> tuple[Entry, ...]:
    """The lines of a file that `write` made; `column` is the exercise's in Canvas.

    Raises:
        CourseError: it does not have this form.
    """
    known = _form(form)
    table = read_table(data, f"a gradebook for {form}")
    columns = table.lines[0].texts if table.lines else []
    wanted = (known.key, known.name, known.points or column, known.comment)
    missing = [name for name in wanted if name and name not in columns]
    if missing:
        raise CourseError(f"a gradebook for {form} has the column {missing[0]}; this file does not")
    places = [columns.index(name) if name else -1 for name in wanted]
    entries = (_entry(line, places, form) for line in table.lines[1:])
    return tuple(one for one in entries if one.name != _POSSIBLE)


def is_gradebook(data: bytes) -> bool:
    """Is it a file that `write` could have made?"""
    try:
        columns = {*read_table(data, "").lines[0].texts}
    except (CourseError, IndexError):
        return False
    return any(columns >= {*one} for one in (_CANVAS, _MOODLE, _CSV))


def _form(form: str) -> _Format:
    if form not in FORMATS:
        raise CourseError(f"a gradebook is one of {', '.join(FORMATS)}, got {form!r}")
    return FORMATS[form]


def _entry(line: Line, places: list[int], form: str) -> Entry:
    key, name, points, comment = (_cell(line, at) for at in places)
    said = from_html(comment) if form == "moodle" else comment
    return Entry(key, name, number_in(points), said)


def _cell(line: Line, at: int) -> str:
    return original(line.cells[at].text) if 0 <= at < len(line.cells) else ""


def _local(row: Iterable[str]) -> Iterator[str]:
    """A line for people with decimals that have a comma."""
    numbers = [_CSV.index("points"), _CSV.index("possible")]
    return (cell.replace(".", ",") if at in numbers else cell for at, cell in enumerate(row))


def _canvas(grades: Grades) -> Rows:
    if grades.column in _CANVAS:
        raise CourseError(f"a column in Canvas cannot be called {grades.column!r}: choose another")
    yield (*_CANVAS, inert(grades.column))
    yield (_POSSIBLE, "", "", "", "", number(grades.possible))
    for row in grades.rows:
        own = {"Student": row.student.name, "ID": row.student.canvas, **row.student.extra}
        yield (*(inert(own.get(name, "")) for name in _CANVAS), number(row.points))


def _moodle(grades: Grades) -> Rows:
    yield _MOODLE
    for row in grades.rows:
        one, email = row.student, row.student.extra.get("Email address", "")
        identifier = f"Participant {row.participant}" if row.participant else ""
        texts = map(inert, (identifier, one.name, email, one.id))
        yield (
            *texts, number(row.points), number(grades.possible), "-", inert(as_html(row.comment))
        )  # fmt: skip


def _csv(grades: Grades) -> Rows:
    yield _CSV
    for row in grades.rows:
        texts = map(inert, (row.student.id, row.student.name, grades.column))
        graded = "no" if row.points is None else "yes"
        numbers = number(row.points), number(grades.possible)
        yield (*texts, *numbers, graded, inert(row.comment))


FORMATS: Final[Mapping[str, _Format]] = {
    "canvas": _Format(_canvas, "ID", "Student", "", ""),
    "moodle": _Format(_moodle, "ID number", "Full name", "Grade", "Feedback comments"),
    "csv": _Format(_csv, "student", "name", "points", "comment"),
}
"""Everything that a gradebook can be written for."""
