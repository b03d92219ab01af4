"""The grades of an exercise on their way to a platform, and what a teacher should know about it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from helpkit.errors import CourseError
from helpkit.teacher.collect.collection import Collection
from helpkit.teacher.collect.sender import CANVAS, MOODLE
from helpkit.teacher.course.course import COURSE, Course
from helpkit.teacher.gradebook.export import (
    export,
    export_into,
    fill,
    filled_path,
    gradebook_path,
    read_export,
)
from helpkit.teacher.gradebook.grade import Grade
from helpkit.teacher.gradebook.gradebook import Gradebook

__all__ = ["Export", "ExportRequest", "write_grades"]


@dataclass(frozen=True)
class ExportRequest:
    """What a teacher asked for: a form of our own, or a platform's file to put the grades into.

    `comments` are wanted too in the platform's file; `to` is where it goes, if that was said.
    """

    form: str = ""
    into: Path | None = None
    comments: bool = False
    to: Path | None = None


@dataclass(frozen=True)
class Export:
    """Where the file is, a sentence for each thing to know, and whose grade is not in it."""

    path: Path
    notes: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


def write_grades(
    course: Course,
    exercise: str,
    grades: Mapping[str, Grade],
    collection: Collection,
    request: ExportRequest,
    *,
    dry_run: bool = False,
) -> Export:
    """Write the grades into a copy of a platform's file, or as a file of our own.

    Raises:
        CourseError: it is not said which, the file is of another platform, or cannot be written.
    """
    if request.into:
        return _into(course, exercise, grades, collection, request.into, request, dry_run)
    if not request.form:
        raise CourseError(
            "say which: --into FILE, a file that Moodle or Canvas exported, or --format canvas, "
            "moodle or csv"
        )
    book = Gradebook.of(course, exercise, request.form, grades, collection)
    path = request.to or gradebook_path(course, exercise, request.form)
    export(course, book, path, dry_run=dry_run)
    return Export(path, tuple(_notes(course, exercise, book, request.comments)), book.lost)


def _into(
    course: Course,
    exercise: str,
    grades: Mapping[str, Grade],
    collection: Collection,
    into: Path,
    request: ExportRequest,
    dry_run: bool,
) -> Export:
    sheet = read_export(course, into)
    if request.form not in ("", sheet.platform):
        raise CourseError(
            f"{into} is a file of {sheet.platform}, not {request.form}: leave --format out"
        )
    book = Gradebook.of(course, exercise, sheet.platform, grades, collection)
    file = fill(course, exercise, sheet, book, comments=request.comments)
    path = request.to or filled_path(course, exercise, into)
    export_into(course, file, path, dry_run=dry_run)
    no_comments = (_NO_COMMENTS,) if request.comments and sheet.platform == CANVAS else ()
    return Export(path, (*file.notes, *no_comments), file.lost)


_NO_COMMENTS: Final = "Canvas takes no comments from a file; they are on the feedback pages"


def _notes(course: Course, exercise: str, book: Gradebook, comments: bool) -> Iterator[str]:
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
            f"{book.column!r}: add the heading from Canvas, or use  {again}"
        )
