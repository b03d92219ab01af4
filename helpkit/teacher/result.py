"""One student's result in one exercise: a line of `results.jsonl`, and the way back."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any, Final, Literal, get_args

from helpkit.errors import CourseError, JournalError
from helpkit.grading.graded import Graded, State
from helpkit.journal.event import json_line, json_object

__all__ = ["Result", "Standing", "from_line", "to_line"]

Standing = Literal["graded", "missing", "refused"]

_VERSION: Final = 1
_STATES: Final = frozenset(get_args(State))
_TEXTS: Final = ("student", "sha256", "language", "state", "reason")


@dataclass(frozen=True, slots=True)
class Result:
    """A student's submission that counts, and its rows.

    `refused` is one that came in and cannot be graded, `missing` one that never came. `reason` says
    why there are no rows, or what a teacher should look at if there are; mostly it is empty.
    """

    student: str
    sha256: str = ""
    language: str = ""
    late_days: int = 0
    state: Standing = "missing"
    reason: str = ""
    rows: tuple[Graded, ...] = ()


def to_line(result: Result) -> bytes:
    """The result as one line of JSON; a row is a list, because there are many."""
    fields = {name: getattr(result, name) for name in Result.__slots__}
    rows = [
        [row.part, row.item, row.points, row.of, row.state, row.message, [*row.details]]
        for row in result.rows
    ]
    return json_line({"v": _VERSION, **fields, "rows": rows})


def from_line(line: bytes, where: str) -> Result:
    """The result on a line; `where` is for the message.

    Raises:
        CourseError: the line is not one that `to_line` writes.
    """
    try:
        return _result(json_object(line))
    except (JournalError, LookupError, TypeError, ValueError) as error:
        raise CourseError(
            f"{where}: expected a line that helpkit wrote ({error}): grade again"
        ) from error


def _result(fields: Mapping[str, Any]) -> Result:
    if fields.keys() != {"v", *Result.__slots__} or fields["v"] != _VERSION:
        raise ValueError(f"a result has v {_VERSION} and the keys {', '.join(Result.__slots__)}")
    if not all(isinstance(fields[name], str) for name in _TEXTS):
        raise ValueError(f"{', '.join(_TEXTS)} must be text")
    if not isinstance(fields["rows"], list):
        raise ValueError("rows must be a list")
    if type(fields["late_days"]) is not int or fields["state"] not in get_args(Standing):
        raise ValueError("late_days or state is not valid")
    values = {name: fields[name] for name in Result.__slots__}
    return Result(**{**values, "rows": tuple(map(_row, fields["rows"]))})


def _row(cells: list[Any]) -> Graded:
    part, item, points, of, state, message, details = cells
    if not {*map(type, (part, item, message, *details))} <= {str}:
        raise ValueError("a row has a value that should be text")
    if state not in _STATES or not _is_number(of) or not (points is None or _is_number(points)):
        raise ValueError("a row has a state or points that are not valid")
    return Graded(part, item, points, of, state, message, tuple(details))


def _is_number(value: Any) -> bool:
    return type(value) in (float, int) and isfinite(value)
