"""What was collected for one exercise, and where it is: all are kept, whatever counts."""

from dataclasses import replace
from datetime import UTC, tzinfo
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from helpkit.errors import CourseError, HandInError
from helpkit.exercises.submission import Contents, read
from helpkit.teacher.collect.index import INDEX, from_lines
from helpkit.teacher.collect.sorting import sort_out
from helpkit.teacher.collect.submission import Collection, Submission
from helpkit.teacher.course.course import Course

if TYPE_CHECKING:
    from helpkit.teacher.collect.worksheet import Worksheet

__all__ = [
    "COLLECTED",
    "UNMATCHED",
    "WORKSHEET",
    "Collection",
    "Submission",
    "collected",
    "copy_of",
    "copy_path",
    "folder",
    "platform_zone",
    "read_index",
    "read_sheet",
    "sheet_of",
    "sort_with_origins",
    "trace",
]

COLLECTED: Final = "collected"
WORKSHEET: Final = "worksheet.csv"
UNMATCHED: Final = "_unmatched"
"""No student has this id, because an id begins with a letter or a digit."""


def collected(course: Course, exercise: str) -> Collection:
    """What the course folder holds.

    Raises:
        CourseError: the course does not have this exercise, or the index or the worksheet cannot
            be read.
    """
    submissions = read_index(course, exercise)
    return sort_with_origins(submissions, course, exercise, read_sheet(course, exercise))[1]


def sort_with_origins(
    submissions: list[Submission], course: Course, exercise: str, sheet: "Worksheet | None"
) -> tuple[list[Submission], Collection]:
    """The index, with origins that an older helpkit did not write, and what it comes to."""
    collection = sort_out(submissions, course, exercise, sheet)
    traced = _with_origins(submissions, collection, course)
    if traced is submissions:
        return submissions, collection
    return traced, sort_out(traced, course, exercise, sheet)


def read_index(course: Course, exercise: str) -> list[Submission]:
    """The submissions of all the times this was collected; none if it never was.

    Raises:
        CourseError: the index cannot be read.
    """
    path = folder(course, exercise) / INDEX
    try:
        return from_lines(path.read_bytes(), str(path))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise CourseError(f"{path} cannot be read ({error.strerror})") from error


def read_sheet(course: Course, exercise: str) -> "Worksheet | None":
    """The worksheet that was collected last; None if there never was one.

    Raises:
        CourseError: it cannot be read, or it is not one.
    """
    path = folder(course, exercise) / WORKSHEET
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CourseError(f"{path} cannot be read ({error.strerror})") from error
    return sheet_of(data, course, exercise, str(path))


def sheet_of(data: bytes, course: Course, exercise: str, name: str) -> "Worksheet":
    """The worksheet in a file of this name.

    Raises:
        CourseError: it is not one.
    """
    from helpkit.teacher.collect.worksheet import read_worksheet

    return read_worksheet(data, platform_zone(course, exercise), name)


def platform_zone(course: Course, exercise: str) -> tzinfo:
    """Where a platform's clock is: where the course is, or the offset of the deadline."""
    return course.zone if course.has_zone else course.rules(exercise).deadline.tzinfo or UTC


def folder(course: Course, exercise: str) -> Path:
    """Where the copies of one exercise are."""
    return course.root / COLLECTED / exercise


def copy_path(course: Course, exercise: str, student: str, sha256: str) -> Path:
    """Where the copy of a submission belongs; `student` is empty for one that is unmatched."""
    return folder(course, exercise) / (student or UNMATCHED) / f"{sha256}.zip"


def copy_of(course: Course, exercise: str, student: str, sha256: str) -> Path:
    """Where the copy of a submission is: since it was collected it may have become another's."""
    path = copy_path(course, exercise, student, sha256)
    others = () if path.is_file() else folder(course, exercise).glob(f"*/{path.name}")
    return min(others, default=path)


def _with_origins(
    submissions: list[Submission], collection: Collection, course: Course
) -> list[Submission]:
    """The same, with the origin of what an older helpkit collected, as far as it matters."""
    every = chain.from_iterable(collection.contested.values())
    wanted = {each.sha256 for each in every if not each.origin}
    if not wanted:
        return submissions
    paths = {path.stem: path for path in folder(course, collection.exercise).glob("*/*.zip")}
    traces = {sha: _trace(paths[sha]) for sha in wanted & paths.keys()}
    return [
        replace(each, origin=traces[each.sha256][0], number=traces[each.sha256][1])
        if each.sha256 in traces and not each.refused
        else each
        for each in submissions
    ]


def _trace(path: Path) -> tuple[str, int]:
    """Where the submission in a copy comes from; nothing if it cannot be read any more."""
    try:
        return trace(read(path.read_bytes()))
    except (HandInError, OSError):
        return "", 0


def trace(contents: Contents) -> tuple[str, int]:
    """From which journal it is, and how far that had come."""
    return contents.origin, contents.events[-1].n if contents.events else 0
