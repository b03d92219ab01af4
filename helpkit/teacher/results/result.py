"""One student's result in one exercise: a line of `results.jsonl`, and the way back.

A line of version 1, which an older helpkit wrote, is read as well; it does not say under which key
it was graded.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum, isfinite
from typing import Any, Final, Literal, get_args

from helpkit.errors import CourseError, JournalError
from helpkit.journal.strict_json import json_line, json_object
from helpkit.teacher.grading.item_result import ItemResult, ItemState

__all__ = ["Result", "ResultState", "from_line", "to_line"]

ResultState = Literal["graded", "missing", "refused"]

_VERSION: Final = 2
_STATES: Final = frozenset(get_args(ItemState))
_TEXTS: Final = ("student", "sha256", "language", "state", "reason", "key", "decided")
_NEWER: Final[Mapping[int, Mapping[str, Any]]] = {
    1: {"key": "", "texts": [], "decided": ""},
    2: {},
}
"""What lines of a version do not have yet, with what is read instead."""


@dataclass(frozen=True, slots=True)
class Result:
    """A student's submission that counts, and its rows.

    `refused` is one that came in and cannot be graded, `missing` one that never came. `reason` says
    why there are no rows, or what a teacher should look at if there are; mostly it is empty.
    `key` is the fingerprint of what it was graded under, `texts` has that of each text that people
    read, by part, and `decided` why the teacher decided about it.
    """

    student: str
    sha256: str = ""
    language: str = ""
    late_days: int = 0
    state: ResultState = "missing"
    reason: str = ""
    rows: tuple[ItemResult, ...] = ()
    key: str = ""
    texts: tuple[tuple[str, str], ...] = ()
    decided: str = ""

    @property
    def points(self) -> float:
        """What the machine gave."""
        return fsum(row.points for row in self.rows if row.points is not None)


def to_line(result: Result) -> bytes:
    """The result as one line of JSON; a row is a list, because there are many."""
    fields = {name: getattr(result, name) for name in Result.__slots__}
    rows = [
        [row.part, row.item, row.points, row.of, row.state, row.message, [*row.details]]
        for row in result.rows
    ]
    texts = [[*pair] for pair in result.texts]
    return json_line({"v": _VERSION, **fields, "rows": rows, "texts": texts})


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
    if type(fields.get("v")) is not int or fields["v"] not in _NEWER:
        raise ValueError(f"a result has v {_VERSION}; update helpkit if it is a newer one")
    newer = _NEWER[fields["v"]]
    if fields.keys() != {"v", *Result.__slots__} - newer.keys():
        raise ValueError(f"a result has the keys {', '.join(Result.__slots__)}")
    fields = {**newer, **fields}
    if not all(isinstance(fields[name], str) for name in _TEXTS):
        raise ValueError(f"{', '.join(_TEXTS)} must be text")
    if not (isinstance(fields["rows"], list) and isinstance(fields["texts"], list)):
        raise ValueError("rows and texts must be lists")
    if type(fields["late_days"]) is not int or fields["state"] not in get_args(ResultState):
        raise ValueError("late_days or state is not valid")
    values = {name: fields[name] for name in Result.__slots__}
    rows, texts = tuple(map(_row, fields["rows"])), tuple(map(_text, fields["texts"]))
    return Result(**{**values, "rows": rows, "texts": texts})


def _text(cells: list[Any]) -> tuple[str, str]:
    part, fingerprint = cells
    if not (isinstance(part, str) and isinstance(fingerprint, str)):
        raise ValueError("texts must be pairs of texts")
    return part, fingerprint


def _row(cells: list[Any]) -> ItemResult:
    part, item, points, of, state, message, details = cells
    if not {*map(type, (part, item, message, *details))} <= {str}:
        raise ValueError("a row has a value that should be text")
    if state not in _STATES or not _is_number(of) or not (points is None or _is_number(points)):
        raise ValueError("a row has a state or points that are not valid")
    return ItemResult(part, item, points, of, state, message, tuple(details))


def _is_number(value: Any) -> bool:
    return type(value) in (float, int) and isfinite(value)
