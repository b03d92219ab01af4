"""Grades into the file that a platform exported, and what the platform will make of it.

A grade (and a comment, if wanted) goes into the line of its student. All the rest stays byte for
byte, so that the platform finds its own headings, dates and numbers again. Nothing is ever emptied:
who has no grade yet keeps what is there. What Moodle passes over when it takes the file back is
by the rules of its import, see `mod/assign/feedback/offline` in its public source.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from helpkit.errors import CourseError
from helpkit.exercises.submission.display import shown
from helpkit.teacher.collect.line_owner import owners
from helpkit.teacher.collect.matching import Roster
from helpkit.teacher.collect.platform_date import is_english
from helpkit.teacher.collect.sender import CANVAS, MOODLE
from helpkit.teacher.collect.worksheet import Worksheet, number_in
from helpkit.teacher.course.cell_text import as_html, inert, number
from helpkit.teacher.course.csv_file import CsvCell, Line, read_table
from helpkit.teacher.course.roster import Student
from helpkit.teacher.gradebook.gradebook import Gradebook

__all__ = ["PlatformFile", "column_for", "fill_sheet"]

_TICK: Final = (
    "‘Allow updating records that have been modified more recently in Moodle than in the "
    "spreadsheet’"
)
_NO: Final = frozenset(
    {
        "no", "nee", "nein", "non", "nei", "nej", "não", "nie", "ne", "нет", "ні", "не",
        "いいえ", "否", "아니오", "아니요", "لا", "hay\u0131r", "ei", "όχι", "nu", "nem",
        "לא", "tidak", "không",
    }
)  # fmt: skip
"""Moodle’s word, in its languages, for whether a grade can be changed."""
_EXCUSED: Final = frozenset({"ex", "n/a"})


@dataclass(frozen=True)
class PlatformFile:
    """The file, with a sentence for everything about it that a teacher should know.

    `lost` are the students whose grade has no place in it, `count` is how many have one.
    """

    data: bytes
    notes: tuple[str, ...]
    lost: tuple[str, ...]
    count: int


@dataclass(frozen=True)
class _Places:
    """Which line is whose; `lost` have a grade and no line, or more than one."""

    owners: tuple[tuple[Line, Student], ...]
    strangers: tuple[Line, ...]
    double: tuple[str, ...]
    missing: tuple[str, ...]


def column_for(sheet: Worksheet, wanted: str, where: str) -> int:
    """The column of the file that takes the grades; `wanted` is what the course calls it.

    Raises:
        CourseError: there is none, or it is not clear which.
    """
    known = sheet.assignments
    if sheet.platform == MOODLE:
        return sheet.columns.grade
    could = ", ".join(known) or "none"
    if not wanted:
        raise CourseError(
            f"{where} has no column: add the heading of the exercise, for example  "
            f'column = "Exercise 1 (4711)"; in {sheet.table.name} it could be: {could}'
        )
    alike = [heading for heading in known if heading == wanted] or [
        heading for heading in known if _is_same(heading, wanted)
    ]
    if len(alike) != 1:
        raise CourseError(
            f"{sheet.table.name} has no column {wanted!r}, which {where} names; "
            f"it could be: {could}"
        )
    return known[alike[0]]


def _is_same(heading: str, wanted: str) -> bool:
    """By the number in brackets, or by the title if no number is wanted."""
    title, _, number_there = heading.rpartition(" (")
    _, bracket, number_wanted = wanted.rpartition(" (")
    return number_there == number_wanted if bracket else title == wanted


def fill_sheet(
    sheet: Worksheet, book: Gradebook, column: int, *, comments: bool = False
) -> PlatformFile:
    """The file with the grades in this column.

    Raises:
        CourseError: the platform counts other points, or the file cannot hold this.
    """
    _check_points(sheet, book, column)
    places = _places(sheet, book)
    comma = _has_comma(sheet, column)
    changes: dict[CsvCell, str] = {}
    for line, student in places.owners:
        points, comment = book.points(student), book.comment(student)
        changes |= _changes(sheet, line, points, column, comma)
        if comments and points is not None and comment:
            changes |= _comment(sheet, line, comment)
    data = sheet.table.replaced(changes)
    _check_rest(sheet, changes, data)
    notes = (*_notes(sheet, book, places, column, changes, comments), *_about_places(sheet, places))
    count = sum(book.points(student) is not None for _, student in places.owners)
    return PlatformFile(data, notes, (*places.missing, *places.double), count)


def _check_points(sheet: Worksheet, book: Gradebook, column: int) -> None:
    most, name = sheet.maximum(column), sheet.table.name
    if most is None and sheet.platform == MOODLE:
        raise CourseError(
            f"{name} has no maximum, so this assignment takes a scale or no grades: "
            "let it take points in Moodle, and download the worksheet again"
        )
    if most is not None and most != book.possible:
        raise CourseError(
            f"{name} has a maximum of {number(most)} points, and the course of "
            f"{number(book.possible)}: make them the same, there or in course.toml"
        )


def _places(sheet: Worksheet, book: Gradebook) -> _Places:
    students = {student.id: student for student in book.students}
    numbers = {key: student.id for student in book.students if (key := _key(sheet, book, student))}
    ids = owners(sheet.rows, Roster(book.students).listed, numbers)
    pairs = [*zip(sheet.lines, ids, strict=True)]
    times = Counter(id_ for id_ in ids if id_)
    return _Places(
        tuple((line, students[id_]) for line, id_ in pairs if id_ and times[id_] == 1),
        tuple(line for line, id_ in pairs if not id_),
        tuple(id_ for id_ in students if times[id_] > 1),
        tuple(id_ for id_ in students if not times[id_] and book.grades[id_].points is not None),
    )


def _key(sheet: Worksheet, book: Gradebook, student: Student) -> str:
    """The number that the platform has for a student: Canvas for good, Moodle here only.

    A Moodle that names its students in the file needs none, and the number may be another's.
    """
    if sheet.platform == CANVAS:
        return student.canvas
    return "" if sheet.columns.name >= 0 else book.participants.get(student.id, "")


def _has_comma(sheet: Worksheet, column: int) -> bool:
    """Does the file write numbers with a comma?"""
    columns = {column, sheet.columns.most, *sheet.assignments.values()} - {-1}
    numbers = [
        text
        for line in sheet.table.lines
        for at in columns
        if number_in(text := line.text(at)) is not None
    ]
    if any("," in text for text in numbers):
        return True
    return not any("." in text for text in numbers) and sheet.table.delimiter == ";"


def _changes(
    sheet: Worksheet, line: Line, points: float | None, column: int, comma: bool
) -> dict[CsvCell, str]:
    old = line.text(column)
    if points is None or number_in(old) == points or old.casefold() in _EXCUSED:
        return {}
    if column >= len(line.cells):
        raise CourseError(f"{sheet.table.name} line {line.number} is too short for a grade")
    text = number(points)
    return {line.cells[column]: text.replace(".", ",") if comma else text}


def _comment(sheet: Worksheet, line: Line, comment: str) -> dict[CsvCell, str]:
    at = sheet.columns.comment
    return {line.cells[at]: inert(as_html(comment))} if 0 <= at < len(line.cells) else {}


def _check_rest(sheet: Worksheet, changes: Mapping[CsvCell, str], data: bytes) -> None:
    """Read back: every cell says what it said, or what it should say now."""
    back = read_table(data, sheet.table.name)
    want = [[changes.get(cell, cell.text) for cell in line.cells] for line in sheet.table.lines]
    if [[cell.text for cell in line.cells] for line in back.lines] != want:
        raise CourseError(f"{sheet.table.name} does not read back as it should: nothing is written")


def _about_places(sheet: Worksheet, places: _Places) -> Iterator[str]:
    name = sheet.table.name
    if places.missing:
        yield f"No line in {name}: {', '.join(places.missing)}"
    if places.double:
        yield f"More than one line in {name}, left as they are: {', '.join(places.double)}"
    for line in places.strangers:
        who = " ".join(text for text in line.texts[:2] if text)
        yield f"Nobody on the roster, left as it is: {name} line {line.number} ({shown(who, 60)})"


def _notes(
    sheet: Worksheet,
    book: Gradebook,
    places: _Places,
    column: int,
    changes: Mapping[CsvCell, str],
    comments: bool,
) -> Iterator[str]:
    notes: dict[str, list[str]] = defaultdict(list)
    for line, student in places.owners:
        for why, what in _about(sheet, line, book.points(student), column):
            notes[why].append(f"{student.id}{what}")
        at = sheet.columns.comment
        if 0 <= at < len(line.cells) and line.cells[at] in changes and line.text(at):
            notes["Replaces a comment in Moodle"].append(student.id)
    if comments and sheet.columns.comment < 0:
        yield f"{sheet.table.name} has no column for comments, so none are in it"
    yield from (f"{why}: {', '.join(students)}" for why, students in notes.items())


def _about(
    sheet: Worksheet, line: Line, points: float | None, column: int
) -> Iterator[tuple[str, str]]:
    """What to know about one student: a sentence, and what comes after the student's id."""
    old = line.text(column)
    there = f" ({old} there)" if old else ""
    platform = "Moodle" if sheet.platform == MOODLE else "Canvas"
    if points is None:
        yield "No grade yet, left as it is", there
    elif number_in(old) == points:
        yield f"{platform} has this grade already", ""
    elif old.casefold() in _EXCUSED:
        yield "Excused or not assigned in Canvas, left as it is", there
    elif line.text(sheet.columns.changeable).casefold() in _NO:
        yield "Moodle will skip, because the grade cannot be changed there", ""
    elif sheet.platform == MOODLE and points > (sheet.maximum(column) or 0):
        yield "Moodle will skip, because the grade is above the maximum", ""
    elif sheet.platform == MOODLE and not _is_readable(line.text(sheet.columns.graded)):
        yield (
            f"Moodle will skip, because it reads dates in English only, unless you tick {_TICK}",
            there,
        )
    elif old:
        yield f"Replaces a grade in {platform}", there


def _is_readable(graded: str) -> bool:
    """Moodle compares this date with its own, and takes one that it cannot read for very old."""
    return graded in ("", "-") or is_english(graded)
