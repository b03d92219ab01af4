"""One file that was collected, or refused: a line of `collected.jsonl`.

A line holds what was found and does not change with the roster, the deadline or a decision: whose a
submission is and whether it counts is worked out from these lines whenever it is needed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, asdict, dataclass, fields
from datetime import UTC, datetime, tzinfo
from functools import cache
from typing import Any, Final

from helpkit.errors import CourseError, JournalError
from helpkit.journal.event import json_line, json_object
from helpkit.teacher.collect.sender import Sender

__all__ = [
    "INDEX",
    "Sighting",
    "Time",
    "from_lines",
    "journal_time",
    "platform_time",
    "to_lines",
]

INDEX: Final = "collected.jsonl"


@dataclass(frozen=True, order=True, slots=True)
class Time:
    """When something was handed in, in UTC, and who says so: `events` or a platform.

    `made` is the time of the last event in it, by the student's own clock: two zips that were sent
    together have the same time `at`. `doubt` is what is odd about that clock.
    """

    at: str = ""
    says: str = "events"
    made: str = ""
    doubt: str = ""


@dataclass(frozen=True, order=True, slots=True)
class Sighting:
    """A submission as it was found in one place, or the reason why it was refused.

    `sha256` is that of the bytes of the zip, which is also the name of the copy; of what has no
    bytes to read, it is that of the source. Two with the same `origin` come from one journal, and
    the one with the higher `number` has the later events. `seen` is when it was first collected,
    and `replaced` says that later something else was found in the same place.
    """

    source: str
    sha256: str
    sender: Sender
    student: str = ""
    time: Time = Time()
    refused: str = ""
    origin: str = ""
    number: int = 0
    seen: str = ""
    replaced: bool = False

    @property
    def work(self) -> str:
        """What all versions of the same work have in common; every other work has another."""
        return self.origin or self.sha256


_TYPES: Final[Mapping[str, type]] = {
    "Sighting.sender": Sender,
    "Sighting.time": Time,
    "Sighting.number": int,
    "Sighting.replaced": bool,
    "Sender.late": bool,
}
"""All other fields are text."""


def to_lines(sightings: Iterable[Sighting]) -> bytes:
    """The index: the same bytes for the same sightings, in whatever order they were seen."""
    return b"".join(json_line(asdict(one)) + b"\n" for one in sorted({*sightings}))


def from_lines(data: bytes, name: str) -> list[Sighting]:
    """The sightings of an index; what an older helpkit did not write yet is empty.

    Raises:
        CourseError: a line is not one that `to_lines` writes.
    """
    lines = enumerate(data.split(b"\n"), start=1)
    return [_sighting(line, f"{name} line {number}") for number, line in lines if line]


def journal_time(moment: datetime) -> str:
    """A moment as a journal writes it, so that the two can be compared as text."""
    utc = moment.astimezone(UTC).replace(tzinfo=None)
    return utc.isoformat(timespec="milliseconds") + "Z"


def platform_time(stamp: str, zone: tzinfo) -> str:
    """The time that a platform wrote, as a journal writes it; empty if it is none.

    What says neither UTC nor an offset is the time of a clock in this zone.
    """
    moment_of, utc, _ = stamp.partition(" UTC")
    try:
        moment = datetime.fromisoformat(moment_of)
        return journal_time(moment.replace(tzinfo=moment.tzinfo or (UTC if utc else zone)))
    except (ValueError, OverflowError):
        return ""


def _sighting(line: bytes, where: str) -> Sighting:
    try:
        found = json_object(line)
        parts = {"sender": _made(Sender, found["sender"]), "time": _made(Time, found["time"])}
        return Sighting(**_made_of(Sighting, {**found, **parts}))
    except (AttributeError, JournalError, LookupError, TypeError, ValueError) as error:
        raise CourseError(
            f"{where}: expected a line that helpkit wrote ({error}): "
            "move the file away and collect again from the downloads"
        ) from error


def _made(kind: type, found: Any) -> Any:
    return kind(**_made_of(kind, found))


def _made_of(kind: type, found: Any) -> dict[str, Any]:
    """The fields of a dataclass, each of the type it was written with."""
    known, needed = _fields(kind)
    if not needed <= found.keys() <= known.keys():
        raise ValueError(f"expected the keys {', '.join(known)}")
    for name, value in found.items():
        if type(value) is not known[name]:
            raise ValueError(f"{name} is not valid")
    return dict(found)


@cache
def _fields(kind: type) -> tuple[dict[str, type], frozenset[str]]:
    """The type of each field, and the fields that every line has."""
    every = fields(kind)
    known = {one.name: _TYPES.get(f"{kind.__name__}.{one.name}", str) for one in every}
    return known, frozenset(one.name for one in every if one.default is MISSING)
