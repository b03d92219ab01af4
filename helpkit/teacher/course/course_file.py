"""What `course.toml` holds: structured by cattrs, with a fault for each thing that does not fit."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final
from zoneinfo import ZoneInfo

from cattrs import Converter

from helpkit.content import languages
from helpkit.content.entries import Fault
from helpkit.teacher.course import toml_tables as tables
from helpkit.teacher.course.clock import moment_in, named_zone
from helpkit.teacher.course.toml_tables import expected

__all__ = ["COURSE", "CourseFile", "ExerciseRules", "FeedbackPart", "Late", "read_course_file"]

COURSE: Final = "course.toml"


class Late(StrEnum):
    """What happens to work handed in after the deadline, if there is none from before it?"""

    ACCEPT = "accept"
    REFUSE = "refuse"
    LOWER = "lower"


class FeedbackPart(StrEnum):
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
    feedback: tuple[FeedbackPart, ...] = (
        FeedbackPart.POINTS,
        FeedbackPart.MESSAGES,
        FeedbackPart.COMMENTS,
    )
    column: str = ""

    @property
    def closes(self) -> str:
        """The deadline as a journal writes times, so that the two can be compared as text."""
        utc = self.deadline.astimezone(UTC).replace(tzinfo=None)
        return utc.isoformat(timespec="milliseconds") + "Z"


@dataclass(frozen=True)
class CourseFile:
    """What `course.toml` holds."""

    title: str
    language: str
    seed: str
    exercises: Mapping[str, ExerciseRules]
    seats: int | None = None
    timezone: ZoneInfo | None = None


def read_course_file(path: Path) -> tuple[CourseFile | None, list[str]]:
    """The file, if it can be read, and a sentence for each fault in it."""
    try:
        tree, faults = tables.tree(path.read_bytes(), path.name)
    except FileNotFoundError:
        return None, [f"{path} does not exist: create it with  helpkit course new {path.parent}"]
    except OSError as error:
        return None, [f"{path} cannot be read ({error.strerror})"]
    parsed = None
    if not faults:
        parsed, faults = tables.structured(tree, CourseFile, _CONVERTER, path.name)
    if parsed:
        parsed, faults = _placed(path.name, parsed)
        faults += _rules(path.name, parsed)
    return parsed, [*map(str, faults)]


def _placed(file: str, parsed: CourseFile) -> tuple[CourseFile, list[Fault]]:
    """With each deadline in the zone of the course."""
    faults: list[Fault] = []
    exercises = dict(parsed.exercises)
    for key, rules in exercises.items():
        try:
            deadline = moment_in(rules.deadline, parsed.timezone)
            exercises[key] = replace(rules, deadline=deadline)
        except ValueError as error:
            faults.append(Fault(file, f"exercises.{key}", "deadline", str(error)))
    return replace(parsed, exercises=MappingProxyType(exercises)), faults


def _rules(file: str, parsed: CourseFile) -> list[Fault]:
    """What has the right type but cannot be meant."""
    faults = [
        Fault(file, "exercises", key, "expected a number of two digits such as 01")
        for key in parsed.exercises
        if not (len(key) == 2 and key.isascii() and key.isdecimal())
    ]
    if parsed.language not in languages():
        known = ", ".join(languages())
        faults.append(Fault(file, "", "language", expected(f"one of {known}", parsed.language)))
    return faults


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


def _shows(value: Any, _: type) -> tuple[FeedbackPart, ...]:
    if not isinstance(value, list) or not all(each in [*FeedbackPart] for each in value):
        raise ValueError(expected(f"a list drawn from {', '.join(FeedbackPart)}", value))
    return tuple(dict.fromkeys(map(FeedbackPart, value)))


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
        tuple[FeedbackPart, ...]: _shows,
        Mapping[str, ExerciseRules]: _table,
    }
)
