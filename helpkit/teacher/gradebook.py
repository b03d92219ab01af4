"""Grades as a file that a learning platform imports, and the way back.

- `canvas` has the columns of Canvas's own gradebook, taken from the roster, and the row with the
  maximum. Canvas takes no comments.
- `moodle` has the columns that Moodle needs for an offline grading worksheet (Identifier, Grade,
  Last modified), which its general import takes as well. The words are those of an English Moodle.
- `csv` is for people and spreadsheets.

Students without a grade get an empty cell, never a 0. Numbers are written as they are; everything
else is made inert, because students and teachers typed it.
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Final

from helpkit.errors import CourseError
from helpkit.teacher.grades import Grades
from helpkit.teacher.inert import inert, original

__all__ = ["FORMATS", "Entry", "read", "write"]

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


def write(grades: Grades, form: str) -> bytes:
    """The file in one of `FORMATS`, in UTF-8; the same grades give the same bytes.

    Raises:
        CourseError: the form is unknown, or cannot hold these grades.
    """
    rows = [*_form(form).rows(grades)]
    text = StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return f"{_MARK if form == 'csv' else ''}{text.getvalue()}".encode()


def read(data: bytes, form: str, column: str = "") -> tuple[Entry, ...]:
    """The lines of a file that `write` made; `column` is the exercise's in Canvas.

    Raises:
        CourseError: it does not have this form.
    """
    known = _form(form)
    rows = csv.DictReader(StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    wanted = [known.key, known.name, known.points or column]
    missing = [name for name in wanted if name not in (rows.fieldnames or ())]
    if missing:
        raise CourseError(f"a gradebook for {form} has the column {missing[0]}; this file does not")
    return tuple(_entry(row, known, column) for row in rows if row[known.name] != inert(_POSSIBLE))


def _form(form: str) -> _Format:
    if form not in FORMATS:
        raise CourseError(f"a gradebook is one of {', '.join(FORMATS)}, got {form!r}")
    return FORMATS[form]


def _entry(row: Mapping[str, str], form: _Format, column: str) -> Entry:
    points = row[form.points or column]
    return Entry(
        original(row[form.key]),
        original(row[form.name]),
        float(points) if points else None,
        original(row[form.comment]) if form.comment else "",
    )


def _canvas(grades: Grades) -> Rows:
    if grades.column in _CANVAS:
        raise CourseError(f"a column in Canvas cannot be called {grades.column!r}: choose another")
    yield (*_CANVAS, inert(grades.column))
    yield (_POSSIBLE, "", "", "", "", _number(grades.possible))
    for row in grades.rows:
        own = {"Student": row.student.name, "ID": row.student.canvas, **row.student.extra}
        yield (*(inert(own.get(name, "")) for name in _CANVAS), _number(row.points))


def _moodle(grades: Grades) -> Rows:
    yield _MOODLE
    for row in grades.rows:
        one, email = row.student, row.student.extra.get("Email address", "")
        identifier = f"Participant {row.participant}" if row.participant else ""
        texts = map(inert, (identifier, one.name, email, one.id))
        yield (
            *texts, _number(row.points), _number(grades.possible), "-", inert(row.comment)
        )  # fmt: skip


def _csv(grades: Grades) -> Rows:
    yield _CSV
    for row in grades.rows:
        texts = map(inert, (row.student.id, row.student.name, grades.column))
        graded = "no" if row.points is None else "yes"
        numbers = _number(row.points), _number(grades.possible)
        yield (*texts, *numbers, graded, inert(row.comment))


def _number(points: float | None) -> str:
    """Two decimals at most; nothing for no grade."""
    if points is None:
        return ""
    return f"{points:.2f}".rstrip("0").rstrip(".")


FORMATS: Final[Mapping[str, _Format]] = {
    "canvas": _Format(_canvas, "ID", "Student", "", ""),
    "moodle": _Format(_moodle, "ID number", "Full name", "Grade", "Feedback comments"),
    "csv": _Format(_csv, "student", "name", "points", "comment"),
}
"""Everything that a gradebook can be written for."""
