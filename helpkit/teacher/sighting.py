"""One file that was collected, or refused: a line of `collected.jsonl`.

A line holds what was found and does not change with the roster or the deadline: whose a submission
is and whether it counts is worked out from these lines whenever it is needed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from typing import Any, Final

from helpkit.errors import CourseError, JournalError
from helpkit.journal.event import json_line, json_object
from helpkit.teacher.sender import Sender

__all__ = ["INDEX", "Sighting", "Time", "from_lines", "platform_time", "to_lines"]

INDEX: Final = "collected.jsonl"


@dataclass(frozen=True, order=True, slots=True)
class Time:
    """When something was handed in, in UTC, and who says so: `events` or a platform.

    `made` is the time of the latest event in it, by the student's own clock: two zips that were
    sent together have the same time `at`.
    """

    at: str = ""
    says: str = "events"
    made: str = ""


@dataclass(frozen=True, order=True, slots=True)
class Sighting:
    """A submission as it was found in one place, or the reason why it was refused.

    `sha256` is that of the bytes of the zip, which is also the name of the copy.
    """

    source: str
    sha256: str
    sender: Sender
    student: str = ""
    time: Time = Time()
    refused: str = ""


_TYPES: Final[Mapping[str, type]] = {"sender": Sender, "time": Time, "late": bool}
"""All other fields are text."""


def to_lines(sightings: Iterable[Sighting]) -> bytes:
    """The index: the same bytes for the same sightings, in whatever order they were seen."""
    return b"".join(json_line(asdict(one)) + b"\n" for one in sorted({*sightings}))


def from_lines(data: bytes, name: str) -> list[Sighting]:
    """The sightings of an index.

    Raises:
        CourseError: a line is not one that `to_lines` writes.
    """
    lines = enumerate(data.split(b"\n"), start=1)
    return [_sighting(line, f"{name} line {number}") for number, line in lines if line]


def platform_time(stamp: str) -> str:
    """The time in the `timestamp.txt` of nbgrader as a journal writes it; empty if it is none."""
    try:
        moment = datetime.fromisoformat(stamp.removesuffix(" UTC"))
    except ValueError:
        return ""
    utc = moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC).replace(tzinfo=None)
    return utc.isoformat(timespec="milliseconds") + "Z"


def _sighting(line: bytes, where: str) -> Sighting:
    try:
        found = json_object(line)
        parts = {"sender": _made(Sender, found["sender"]), "time": _made(Time, found["time"])}
        return Sighting(**_made_of(Sighting, {**found, **parts}))
    except (JournalError, LookupError, TypeError, ValueError) as error:
        raise CourseError(
            f"{where}: expected a line that helpkit wrote ({error}): "
            "move the file away and collect again from the downloads"
        ) from error


def _made(kind: type, found: Any) -> Any:
    return kind(**_made_of(kind, found))


def _made_of(kind: type, found: Any) -> dict[str, Any]:
    """The fields of a dataclass, each of the type it was written with."""
    known = [one.name for one in fields(kind)]
    if found.keys() != {*known}:
        raise ValueError(f"expected the keys {', '.join(known)}")
    for name, value in found.items():
        if not isinstance(value, _TYPES.get(name, str)):
            raise ValueError(f"{name} is not valid")
    return dict(found)
