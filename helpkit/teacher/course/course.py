"""A teacher's course: a folder with `course.toml` and `roster.csv`, made from templates, checked.

Everything else on the teacher's side reads these two files and changes neither. What the teacher
decided about single submissions and students is in `decisions.toml`, once there is something.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from helpkit.content import load
from helpkit.content.files import FOLDER
from helpkit.errors import CourseError
from helpkit.journal.files import write_whole
from helpkit.teacher.course.clock import comes_twice
from helpkit.teacher.course.course_file import (
    COURSE,
    CourseFile,
    ExerciseRules,
    FeedbackPart,
    Late,
    read_course_file,
)
from helpkit.teacher.course.decision_file import Subjects, parse_decisions, unlisted
from helpkit.teacher.course.decisions import DECISIONS, UNDECIDED, Decisions
from helpkit.teacher.course.roster import ROSTER, Student, doubts, read_roster

__all__ = [
    "COURSE",
    "Course",
    "ExerciseRules",
    "FeedbackPart",
    "Late",
    "advice",
    "new_course",
    "read_course",
]


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
    def subjects(self) -> Subjects:
        """What a decision can be about."""
        points = {key: rules.points for key, rules in self.exercises.items()}
        students = tuple(student.id for student in self.students)
        return Subjects(points, students, self.zone if self.has_zone else None)

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
    parsed, faults = read_course_file(folder / COURSE)
    students, wrong = read_roster(folder / ROSTER)
    faults += wrong
    if parsed and parsed.seats is not None and len(students) > parsed.seats:
        faults.append(
            f"{ROSTER} has {len(students)} students; expected at most {parsed.seats}, "
            f"the seats in {COURSE}"
        )
    if faults or parsed is None:
        raise CourseError("\n".join(faults))
    return _decided(_course(folder, parsed, students))


def _course(folder: Path, parsed: CourseFile, students: tuple[Student, ...]) -> Course:
    values = {each.name: getattr(parsed, each.name) for each in fields(parsed)}
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
    decisions, faults = parse_decisions(data, course.subjects)
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
    yield from (f"{ROSTER}: {each}" for each in doubts(each.id for each in course.students))
    for key, rules in course.exercises.items():
        if course.has_zone and comes_twice(rules.deadline, course.zone):
            yield (
                f"{COURSE} [exercises.{key}] deadline: clocks show this time twice that night; "
                f"{rules.deadline.isoformat()} is meant"
            )
    for number, each in enumerate(course.decisions, start=1):
        if each.until and each.until <= course.rules(each.exercise).deadline:
            yield (
                f"{DECISIONS} [decision {number}] until: not later than the deadline of exercise "
                f"{each.exercise}, so the deadline counts"
            )
        why = unlisted(each.student, course.subjects.students)
        if why and course.decisions.holds(each):
            yield f"{DECISIONS} [decision {number}] student: {why}; it is not used"
