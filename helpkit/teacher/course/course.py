"""A teacher's course: a folder with `course.toml` and `roster.csv`, made from templates, checked.

Everything else on the teacher's side reads these two files and changes neither. What the teacher
decided about single submissions and students is in `decisions.toml`, once there is something.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime, tzinfo
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final
from zoneinfo import ZoneInfo

from cattrs import Converter

from helpkit.content import languages, load
from helpkit.content.entries import Fault
from helpkit.content.files import FOLDER
from helpkit.errors import CourseError
from helpkit.journal.files import write_whole
from helpkit.teacher.course import toml_tables as tables
from helpkit.teacher.course.clock import comes_twice, moment_in, named_zone
from helpkit.teacher.course.decision_file import Known, parse_decisions, unlisted
from helpkit.teacher.course.decisions import DECISIONS, UNDECIDED, Decisions
from helpkit.teacher.course.roster import ROSTER, Student, doubts, read_roster
from helpkit.teacher.course.toml_tables import expected

__all__ = [
    "COURSE",
    "Course",
    "ExerciseRules",
    "Late",
    "Shows",
    "advice",
    "new_course",
    "read_course",
]

COURSE: Final = "course.toml"


class Late(StrEnum):
    """What happens to work handed in after the deadline, if there is none from before it?"""

    ACCEPT = "accept"
    REFUSE = "refuse"
    LOWER = "lower"


class Shows(StrEnum):
    """What a feedback page may show."""

    POINTS = "points"
    MESSAGES = "messages"
    READINGS = "readings"
    COMMENTS = "comments"


@dataclass(frozen=True)
class ExerciseRules:
    """The rules of one exercise; `late_percent` is for `lower`, for each day that has begun."""

    deadline: datetime
    points: float
    late: Late = Late.ACCEPT
    late_percent: float = 0.0
    feedback: tuple[Shows, ...] = (Shows.POINTS, Shows.MESSAGES, Shows.COMMENTS)
    column: str = ""

    @property
    def closes(self) -> str:
        """The deadline as a journal writes times, so that the two can be compared as text."""
        utc = self.deadline.astimezone(UTC).replace(tzinfo=None)
        return utc.isoformat(timespec="milliseconds") + "Z"


@dataclass(frozen=True)
class _File:
    """What `course.toml` holds."""

    title: str
    language: str
    seed: str
    exercises: Mapping[str, ExerciseRules]
    seats: int | None = None
    timezone: ZoneInfo | None = None


@dataclass(frozen=True)
class Course:
    """What a teacher decided, and who is in the class."""

    root: Path
    title: str
    language: str
    seed: str
    seats: int | None = None
    exercises: Mapping[str, ExerciseRules] = field(default_factory=dict)
    students: tuple[Student, ...] = ()
    zone: tzinfo = UTC
    decisions: Decisions = UNDECIDED

    @property
    def has_zone(self) -> bool:
        """Does `course.toml` say where the course is?"""
        return isinstance(self.zone, ZoneInfo)

    @property
    def known(self) -> Known:
        """What a decision can be about."""
        points = {key: rules.points for key, rules in self.exercises.items()}
        students = tuple(student.id for student in self.students)
        return Known(points, students, self.zone if self.has_zone else None)

    def deadline(self, exercise: str, student: str) -> datetime:
        """The deadline of an exercise, or the student's extension if that is later.

        Raises:
            CourseError: the course does not have this exercise.
        """
        ours = self.rules(exercise).deadline
        extension = self.decisions.extension(exercise, student)
        return max(ours, extension.until) if extension and extension.until else ours

    def rules(self, exercise: str) -> ExerciseRules:
        """The rules of one exercise.

        Raises:
            CourseError: the course does not have it.
        """
        if exercise not in self.exercises:
            known = ", ".join(self.exercises) or "none"
            raise CourseError(f"{self.root / COURSE}: expected [exercises.{exercise}], got {known}")
        return self.exercises[exercise]


def new_course(folder: Path, language: str = "en") -> tuple[Path, Path]:
    """Write both files with comments; a file that already exists stays as it is.

    Raises:
        CourseError: one of them already exists; nothing is written.
        UnknownIdError: a language we do not have.
    """
    language = load(language).language
    paths = folder / COURSE, folder / ROSTER
    for path in paths:
        if path.exists():
            raise CourseError(f"{path} already exists and stays as it is: choose another folder")
    for path in paths:
        template = FOLDER / "text" / language / "templates" / path.name
        write_whole(path, template.read_bytes())
    return paths


def read_course(folder: Path) -> Course:
    """All files of a course.

    Raises:
        CourseError: one line per fault, with file, line or key, what came and what was expected.
    """
    parsed, found = _read(folder / COURSE)
    students, faults = read_roster(folder / ROSTER)
    found += faults
    if parsed and parsed.seats is not None and len(students) > parsed.seats:
        found.append(
            f"{ROSTER} has {len(students)} students; expected at most {parsed.seats}, "
            f"the seats in {COURSE}"
        )
    if found or parsed is None:
        raise CourseError("\n".join(found))
    return _decided(_course(folder, parsed, students))


def _course(folder: Path, parsed: _File, students: tuple[Student, ...]) -> Course:
    values = {one.name: getattr(parsed, one.name) for one in fields(parsed)}
    zone = values.pop("timezone") or UTC
    return Course(root=folder, students=students, zone=zone, **values)


def _decided(course: Course) -> Course:
    """The course with what its teacher decided."""
    path = course.root / DECISIONS
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return course
    except OSError as error:
        raise CourseError(f"{path} cannot be read ({error.strerror})") from error
    decisions, faults = parse_decisions(data, course.known)
    if faults:
        raise CourseError("\n".join(map(str, faults)))
    return replace(course, decisions=decisions)


def advice(course: Course) -> Iterator[str]:
    """What is no fault, and may not be what the teacher means."""
    if not course.has_zone:
        yield (
            f'{COURSE} has no timezone: add for example  timezone = "Europe/Amsterdam"  above the '
            "tables, and deadlines, days late and reports are in your own time instead of UTC"
        )
    yield from (f"{ROSTER}: {one}" for one in doubts(one.id for one in course.students))
    for key, rules in course.exercises.items():
        if course.has_zone and comes_twice(rules.deadline, course.zone):
            yield (
                f"{COURSE} [exercises.{key}] deadline: clocks show this time twice that night; "
                f"{rules.deadline.isoformat()} is meant"
            )
    for number, one in enumerate(course.decisions, start=1):
        if one.until and one.until <= course.rules(one.exercise).deadline:
            yield (
                f"{DECISIONS} [decision {number}] until: not later than the deadline of exercise "
                f"{one.exercise}, so the deadline counts"
            )
        why = unlisted(one.student, course.known.students)
        if why and course.decisions.stands(one):
            yield f"{DECISIONS} [decision {number}] student: {why}; it is not used"


def _read(path: Path) -> tuple[_File | None, list[str]]:
    try:
        tree, found = tables.tree(path.read_bytes(), path.name)
    except FileNotFoundError:
        return None, [f"{path} does not exist: create it with  helpkit course new {path.parent}"]
    except OSError as error:
        return None, [f"{path} cannot be read ({error.strerror})"]
    parsed = None
    if not found:
        parsed, found = tables.structured(tree, _File, _CONVERTER, path.name)
    if parsed:
        parsed, found = _placed(path.name, parsed)
        found += _rules(path.name, parsed)
    return parsed, [*map(str, found)]


def _placed(file: str, parsed: _File) -> tuple[_File, list[Fault]]:
    """With each deadline in the zone of the course."""
    found: list[Fault] = []
    exercises = dict(parsed.exercises)
    for key, rules in exercises.items():
        try:
            deadline = moment_in(rules.deadline, parsed.timezone)
            exercises[key] = replace(rules, deadline=deadline)
        except ValueError as error:
            found.append(Fault(file, f"exercises.{key}", "deadline", str(error)))
    return replace(parsed, exercises=MappingProxyType(exercises)), found


def _rules(file: str, parsed: _File) -> list[Fault]:
    """What has the right type but cannot be meant."""
    found = [
        Fault(file, "exercises", key, "expected a number of two digits such as 01")
        for key in parsed.exercises
        if not (len(key) == 2 and key.isascii() and key.isdecimal())
    ]
    if parsed.language not in languages():
        known = ", ".join(languages())
        found.append(Fault(file, "", "language", expected(f"one of {known}", parsed.language)))
    return found


def _zone(value: Any, _: type) -> ZoneInfo:
    if not isinstance(value, str):
        raise ValueError(expected("the name of a zone such as Europe/Amsterdam", value))
    return named_zone(value)


def _seats(value: Any, _: type) -> int | None:
    if type(value) is not int or not 1 <= value <= 100_000:
        raise ValueError(expected("a whole number from 1 to 100000", value))
    return value


def _late(value: Any, _: type) -> Late:
    if value not in [*Late]:
        raise ValueError(expected(f"one of {', '.join(Late)}", value))
    return Late(value)


def _shows(value: Any, _: type) -> tuple[Shows, ...]:
    if not isinstance(value, list) or not all(one in [*Shows] for one in value):
        raise ValueError(expected(f"a list drawn from {', '.join(Shows)}", value))
    return tuple(dict.fromkeys(map(Shows, value)))


def _table(value: Any, _: type) -> Mapping[str, ExerciseRules]:
    if not isinstance(value, dict):
        raise ValueError(expected("a table for each exercise such as [exercises.01]", value))
    return MappingProxyType(_CONVERTER.structure(value, dict[str, ExerciseRules]))


_CONVERTER: Final[Converter] = tables.converter(
    {
        str: tables.text,
        float: tables.number,
        int | None: _seats,
        ZoneInfo | None: _zone,
        datetime: tables.moment,
        Late: _late,
        tuple[Shows, ...]: _shows,
        Mapping[str, ExerciseRules]: _table,
    }
)
