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
from helpkit.teacher.gradebook.gradebook import Gradebook, GradebookEntry

__all__ = ["FORMATS", "is_gradebook", "read", "write"]

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
class _Format:
    """How a table becomes rows, and which columns lead back."""

    rows: Callable[[Gradebook], Rows]
    key: str
    name: str
    points: str
    comment: str


def write(book: Gradebook, *, comma: bool = False) -> bytes:
    """The file in UTF-8, in one of `FORMATS`; the same grades give the same bytes.

    With `comma`, a file for people has decimals with a comma; platforms have their own rules.

    Raises:
        CourseError: the form is unknown, or cannot hold these grades.
    """
    form = _form(book.form)
    local = comma and book.form == "csv"
    rows = [_local(row) if local else row for row in form.rows(book)]
    text = StringIO()
    csv.writer(text, delimiter=";" if local else ",", lineterminator="\r\n").writerows(rows)
    return f"{_MARK if book.form == 'csv' else ''}{text.getvalue()}".encode()


def read(data: bytes, form: str, column: str = "") -> tuple[GradebookEntry, ...]:
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
    return tuple(entry for entry in entries if entry.name != _POSSIBLE)


def is_gradebook(data: bytes) -> bool:
    """Is it a file that `write` could have made?"""
    try:
        columns = {*read_table(data, "").lines[0].texts}
    except (CourseError, IndexError):
        return False
    return any(columns >= {*headings} for headings in (_CANVAS, _MOODLE, _CSV))


def _form(form: str) -> _Format:
    if form not in FORMATS:
        raise CourseError(f"a gradebook is one of {', '.join(FORMATS)}, got {form!r}")
    return FORMATS[form]


def _entry(line: Line, places: list[int], form: str) -> GradebookEntry:
    key, name, points, comment = (_cell(line, at) for at in places)
    plain = from_html(comment) if form == "moodle" else comment
    return GradebookEntry(key, name, number_in(points), plain)


def _cell(line: Line, at: int) -> str:
    return original(line.cells[at].text) if 0 <= at < len(line.cells) else ""


def _local(row: Iterable[str]) -> Iterator[str]:
    """A line for people with decimals that have a comma."""
    numbers = [_CSV.index("points"), _CSV.index("possible")]
    return (cell.replace(".", ",") if at in numbers else cell for at, cell in enumerate(row))


def _canvas(book: Gradebook) -> Rows:
    if book.column in _CANVAS:
        raise CourseError(f"a column in Canvas cannot be called {book.column!r}: choose another")
    yield (*_CANVAS, inert(book.column))
    yield (_POSSIBLE, "", "", "", "", number(book.possible))
    for student in book.students:
        cells = {"Student": student.name, "ID": student.canvas, **student.extra}
        points = number(book.points(student))
        yield (*(inert(cells.get(name, "")) for name in _CANVAS), points)


def _moodle(book: Gradebook) -> Rows:
    yield _MOODLE
    for student in book.students:
        participant = book.participants.get(student.id)
        identifier = f"Participant {participant}" if participant else ""
        email = student.extra.get("Email address", "")
        texts = map(inert, (identifier, student.name, email, student.id))
        numbers = number(book.points(student)), number(book.possible)
        yield (*texts, *numbers, "-", inert(as_html(book.comment(student))))


def _csv(book: Gradebook) -> Rows:
    yield _CSV
    for student in book.students:
        texts = map(inert, (student.id, student.name, book.column))
        graded = "no" if book.points(student) is None else "yes"
        numbers = number(book.points(student)), number(book.possible)
        yield (*texts, *numbers, graded, inert(book.comment(student)))


FORMATS: Final[Mapping[str, _Format]] = {
    "canvas": _Format(_canvas, "ID", "Student", "", ""),
    "moodle": _Format(_moodle, "ID number", "Full name", "Grade", "Feedback comments"),
    "csv": _Format(_csv, "student", "name", "points", "comment"),
}
"""Everything that a gradebook can be written for."""
