"""A teacher's course: a folder with `course.toml` and `roster.csv`, made from templates, checked.

Everything else on the teacher's side reads these two files and changes neither.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from enum import StrEnum
from functools import partial
from operator import eq
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from cattrs import Converter
from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError

from helpkit.content import languages, load
from helpkit.content.entries import Fault, leaves
from helpkit.content.load import FOLDER
from helpkit.errors import CourseError
from helpkit.files import write_whole
from helpkit.teacher.roster import ROSTER, Student, read_roster

__all__ = ["COURSE", "Course", "ExerciseRules", "Late", "Shows", "new_course", "read_course"]

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
    """Both files of a course.

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
    values = {one.name: getattr(parsed, one.name) for one in fields(parsed)}
    return Course(root=folder, students=students, **values)


def _read(path: Path) -> tuple[_File | None, list[str]]:
    try:
        tree = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
        parsed = _CONVERTER.structure(tree, _File)
    except FileNotFoundError:
        return None, [f"{path} does not exist: create it with  helpkit course new {path.parent}"]
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        return None, [f"{path.name}: not readable as TOML: {error}"]
    except BaseValidationError as error:
        return None, [str(_fault(path.name, *leaf)) for leaf in leaves(error, (), _File)]
    return parsed, [str(fault) for fault in _rules(path.name, parsed)]


def _fault(file: str, keys: tuple[str, ...], error: Exception, owner: type | None) -> Fault:
    if isinstance(error, ForbiddenExtraKeysError):
        unknown = sorted(error.extra_fields)[0]
        known = ", ".join(one.name for one in fields(error.cl))
        return Fault(file, ".".join(keys), unknown, f"unknown key; expected one of {known}")
    expected = "missing" if isinstance(error, KeyError) else str(error)
    return Fault(file, ".".join(keys[:-1]), keys[-1] if keys else "", expected)


def _rules(file: str, parsed: _File) -> list[Fault]:
    """What has the right type but cannot be meant."""
    found = [
        Fault(file, "exercises", key, "expected a number of two digits such as 01")
        for key in parsed.exercises
        if not (len(key) == 2 and key.isascii() and key.isdecimal())
    ]
    if parsed.language not in languages():
        known = ", ".join(languages())
        found.append(Fault(file, "", "language", _expected(f"one of {known}", parsed.language)))
    return found


def _text(value: Any, _: type) -> str:
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        raise ValueError(_expected("a text on one line", value))
    return value


def _number(value: Any, _: type) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 10_000:
        raise ValueError(_expected("a number from 0 to 10000", value))
    return float(value)


def _seats(value: Any, _: type) -> int | None:
    if type(value) is not int or not 1 <= value <= 100_000:
        raise ValueError(_expected("a whole number from 1 to 100000", value))
    return value


def _moment(value: Any, _: type) -> datetime:
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise ValueError(
            _expected("a time with its offset from UTC such as 2026-12-04T17:00:00+01:00", value)
        )
    return value


def _late(value: Any, _: type) -> Late:
    if value not in [*Late]:
        raise ValueError(_expected(f"one of {', '.join(Late)}", value))
    return Late(value)


def _shows(value: Any, _: type) -> tuple[Shows, ...]:
    if not isinstance(value, list) or not all(one in [*Shows] for one in value):
        raise ValueError(_expected(f"a list drawn from {', '.join(Shows)}", value))
    return tuple(dict.fromkeys(map(Shows, value)))


def _table(value: Any, _: type) -> Mapping[str, ExerciseRules]:
    if not isinstance(value, dict):
        raise ValueError(_expected("a table for each exercise such as [exercises.01]", value))
    return MappingProxyType(_CONVERTER.structure(value, dict[str, ExerciseRules]))


def _expected(what: str, got: object) -> str:
    shown = got.isoformat() if isinstance(got, datetime) else repr(got)
    return f"expected {what}, got {shown[:60]}"


_HOOKS: Final[Mapping[Any, Callable[[Any, type], Any]]] = {
    str: _text,
    float: _number,
    int | None: _seats,
    datetime: _moment,
    Late: _late,
    tuple[Shows, ...]: _shows,
    Mapping[str, ExerciseRules]: _table,
}
_CONVERTER: Final = Converter(forbid_extra_keys=True)
for _kind, _hook in _HOOKS.items():
    if isinstance(_kind, type):
        _CONVERTER.register_structure_hook(_kind, _hook)
    else:
        _CONVERTER.register_structure_hook_func(partial(eq, _kind), _hook)
