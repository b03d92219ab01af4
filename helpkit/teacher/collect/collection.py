"""What was collected for one exercise, and where it is: all are kept, whatever counts."""

from dataclasses import replace
from datetime import UTC, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Final

from helpkit.errors import CourseError, HandInError
from helpkit.exercises import submission as hand_in
from helpkit.exercises.submission import HandIn
from helpkit.teacher.collect.sighting import INDEX, Sighting, from_lines
from helpkit.teacher.collect.sorting import Collection, Contested, sort_out
from helpkit.teacher.collect.timing import Counted
from helpkit.teacher.course.course import Course

if TYPE_CHECKING:
    from helpkit.teacher.collect.worksheet import Worksheet

__all__ = [
    "COLLECTED",
    "UNMATCHED",
    "WORKSHEET",
    "Collection",
    "Contested",
    "Counted",
    "collected",
    "copy_of",
    "copy_path",
    "folder",
    "platform_zone",
    "read_index",
    "read_sheet",
    "sheet_of",
    "sort_out",
    "trace",
    "with_origins",
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
    sightings = read_index(course, exercise)
    sheet = read_sheet(course, exercise)
    found = sort_out(sightings, course, exercise, sheet)
    traced = with_origins(sightings, found, course)
    return found if traced is sightings else sort_out(traced, course, exercise, sheet)


def read_index(course: Course, exercise: str) -> list[Sighting]:
    """The sightings of all the times this was collected; none if it never was.

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


def with_origins(sightings: list[Sighting], found: Collection, course: Course) -> list[Sighting]:
    """The same, with the origin of what an older helpkit collected, as far as it matters."""
    wanted = {one.sha256 for some in found.contested for one in some.claims if not one.origin}
    if not wanted:
        return sightings
    paths = {path.stem: path for path in folder(course, found.exercise).glob("*/*.zip")}
    traces = {sha: _trace(paths[sha]) for sha in wanted & paths.keys()}
    return [
        replace(one, origin=traces[one.sha256][0], number=traces[one.sha256][1])
        if one.sha256 in traces and not one.refused
        else one
        for one in sightings
    ]


def _trace(path: Path) -> tuple[str, int]:
    """Where the submission in a copy comes from; nothing if it cannot be read any more."""
    try:
        return trace(hand_in.read(path.read_bytes()))
    except (HandInError, OSError):
        return "", 0


def trace(handed: HandIn) -> tuple[str, int]:
    """From which journal it is, and how far that had come."""
    return handed.origin, handed.events[-1].n if handed.events else 0
