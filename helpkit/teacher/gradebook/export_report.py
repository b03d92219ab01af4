"""The grades of an exercise on their way to a platform, and what a teacher should know about it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final as Constant

from helpkit.errors import CourseError
from helpkit.teacher.collect.sender import CANVAS, MOODLE
from helpkit.teacher.collect.sorting import Collection
from helpkit.teacher.course.course import COURSE, Course
from helpkit.teacher.gradebook.export import (
    Book,
    export,
    export_into,
    fill,
    filled_path,
    gradebook_path,
    read_export,
)
from helpkit.teacher.gradebook.grade import Final

__all__ = ["Exported", "Order", "written"]


@dataclass(frozen=True)
class Order:
    """What a teacher asked for: a form of our own, or a platform's file to put the grades into.

    `comments` are wanted too in the platform's file; `to` is where it goes, if that was said.
    """

    form: str = ""
    into: Path | None = None
    comments: bool = False
    to: Path | None = None


@dataclass(frozen=True)
class Exported:
    """Where the file is, a sentence for each thing to know, and whose grade is not in it."""

    path: Path
    notes: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


def written(
    course: Course,
    exercise: str,
    finals: Mapping[str, Final],
    found: Collection,
    order: Order,
    *,
    dry_run: bool = False,
) -> Exported:
    """Write the grades into a copy of a platform's file, or as a file of our own.

    Raises:
        CourseError: it is not said which, the file is of another platform, or cannot be written.
    """
    if order.into:
        return _into(course, exercise, finals, found, order.into, order, dry_run)
    if not order.form:
        raise CourseError(
            "say which: --into FILE, a file that Moodle or Canvas exported, or --format canvas, "
            "moodle or csv"
        )
    book = Book.of(course, exercise, order.form, finals, found)
    path = order.to or gradebook_path(course, exercise, order.form)
    export(course, book, path, dry_run=dry_run)
    return Exported(path, tuple(_notes(course, exercise, book, order.comments)), book.lost)


def _into(
    course: Course,
    exercise: str,
    finals: Mapping[str, Final],
    found: Collection,
    into: Path,
    order: Order,
    dry_run: bool,
) -> Exported:
    sheet = read_export(course, into)
    if order.form not in ("", sheet.platform):
        raise CourseError(
            f"{into} is a file of {sheet.platform}, not {order.form}: leave --format out"
        )
    grades = Book.of(course, exercise, sheet.platform, finals, found).grades
    done = fill(course, exercise, sheet, grades, comments=order.comments)
    path = order.to or filled_path(course, exercise, into)
    export_into(course, done, path, dry_run=dry_run)
    no_comments = (_NO_COMMENTS,) if order.comments and sheet.platform == CANVAS else ()
    return Exported(path, (*done.notes, *no_comments), done.lost)


_NO_COMMENTS: Constant = "Canvas takes no comments from a file; they are on the feedback pages"


def _notes(course: Course, exercise: str, book: Book, comments: bool) -> Iterator[str]:
    nameless = ", ".join(book.nameless)
    again = f"helpkit gradebook {exercise} --into FILE"
    if comments:
        yield "--comments is for --into, and does nothing here"
    if book.form == MOODLE:
        yield (
            "Moodle skips who has a grade there already, and what is empty here can empty comments "
            f"typed there; with Moodle’s own worksheet neither happens:  {again}"
        )
    if nameless and book.form == MOODLE:
        yield f"No participant number: {nameless}; Moodle’s own worksheet has them:  {again}"
    if nameless and book.form == CANVAS:
        yield f"No Canvas id in the roster: {nameless}"
    if book.form == CANVAS and not course.rules(exercise).column:
        yield (
            f"{COURSE} [exercises.{exercise}] has no column, so Canvas would make a new assignment "
            f"{book.grades.column!r}: add the heading from Canvas, or use  {again}"
        )
