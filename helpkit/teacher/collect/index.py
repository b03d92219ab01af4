"""The index of what was collected, `collected.jsonl`: a line for each submission at each place."""

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, asdict, dataclass, fields
from datetime import UTC, datetime, tzinfo
from functools import cache
from typing import Any, Final

from helpkit.errors import CourseError, JournalError
from helpkit.journal.strict_json import json_line, json_object
from helpkit.teacher.collect.sender import Sender
from helpkit.teacher.collect.submission import Submission, Time

__all__ = ["INDEX", "from_lines", "journal_time", "platform_time", "to_lines"]

INDEX: Final = "collected.jsonl"
_LAST: Final = "replaced"
"""The last field of a submission that a line holds."""
_KEYS: Final[Mapping[str, str]] = {"typed": "student", "collected": "seen"}
"""Fields that have another name in a line."""
_TYPES: Final[Mapping[str, type]] = {
    "Submission.sender": Sender,
    "Submission.time": Time,
    "Submission.number": int,
    "Submission.replaced": bool,
    "Sender.late": bool,
}
"""All other fields are text."""


def to_lines(submissions: Iterable[Submission]) -> bytes:
    """The index: the same bytes for the same submissions, in whatever order they were seen."""
    return b"".join(json_line(_table(each)) + b"\n" for each in sorted({*submissions}))


def from_lines(data: bytes, name: str) -> list[Submission]:
    """The submissions of an index; what an older helpkit did not write yet is empty.

    Raises:
        CourseError: a line is not one that `to_lines` writes.
    """
    lines = enumerate(data.split(b"\n"), start=1)
    return [_submission(line, f"{name} line {number}") for number, line in lines if line]


def journal_time(moment: datetime) -> str:
    """A moment as a journal writes it, so that the two can be compared as text."""
    utc = moment.astimezone(UTC).replace(tzinfo=None)
    return utc.isoformat(timespec="milliseconds") + "Z"


def platform_time(stamp: str, zone: tzinfo) -> str:
    """The time that a platform wrote, as a journal writes it; empty if it is none.

    What says neither UTC nor an offset is the time of a clock in this zone.
    """
    written, utc, _ = stamp.partition(" UTC")
    try:
        moment = datetime.fromisoformat(written)
        return journal_time(moment.replace(tzinfo=moment.tzinfo or (UTC if utc else zone)))
    except (ValueError, OverflowError):
        return ""


def _table(submission: Submission) -> dict[str, Any]:
    """What a line holds of a submission."""
    values = {_key(each): getattr(submission, each.name) for each in _written(Submission)}
    return {**values, "sender": asdict(submission.sender), "time": asdict(submission.time)}


def _submission(line: bytes, where: str) -> Submission:
    try:
        table = json_object(line)
        parts = {
            "sender": Sender(**_values(Sender, table["sender"])),
            "time": Time(**_values(Time, table["time"])),
        }
        return Submission(**_values(Submission, {**table, **parts}))
    except (AttributeError, JournalError, LookupError, TypeError, ValueError) as error:
        raise CourseError(
            f"{where}: expected a line that helpkit wrote ({error}): "
            "move the file away and collect again from the downloads"
        ) from error


def _values(kind: type, table: Any) -> dict[str, Any]:
    """The fields of a dataclass, each of the type it was written with."""
    form = _form(kind)
    if not form.needed <= table.keys() <= form.types.keys():
        raise ValueError(f"expected the keys {', '.join(form.types)}")
    for key, value in table.items():
        if type(value) is not form.types[key]:
            raise ValueError(f"{key} is not valid")
    return {form.names[key]: value for key, value in table.items()}


@dataclass(frozen=True)
class _LineForm:
    """The type and the field of each key, and the keys that every line has."""

    types: dict[str, type]
    names: dict[str, str]
    needed: frozenset[str]


@cache
def _form(kind: type) -> _LineForm:
    every = _written(kind)
    return _LineForm(
        {_key(each): _TYPES.get(f"{kind.__name__}.{each.name}", str) for each in every},
        {_key(each): each.name for each in every},
        frozenset(_key(each) for each in every if each.default is MISSING),
    )


@cache
def _written(kind: type) -> tuple["Field[Any]", ...]:
    """The fields that are written; what is worked out is not."""
    every = fields(kind)
    names = [each.name for each in every]
    return every[: names.index(_LAST) + 1] if _LAST in names else every


def _key(each: "Field[Any]") -> str:
    return _KEYS.get(each.name, each.name)
