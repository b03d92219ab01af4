"""A submission: what a student gives to the teacher, as a zip, and how a stranger's zip is read.

`01-handin-STUDENT.zip` holds two files. `hand_in.json` says what it is: the version of the form,
exercise, student as typed, language, helpkit version, the items that were issued, from which
journal it is, and a sha256 over all of that and the events. `events.jsonl` holds the events of the
exercise, and those of its lesson if the learner shared them, one per line and in order, as in a
journal; nothing private is among them. The hash reveals damage; it does not prove who made the zip.

The same events give the same bytes on every computer: the zip has no times, and nothing is
compressed, because no two versions of zlib compress alike.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Final

from helpkit import __version__
from helpkit.errors import HandInError, JournalError
from helpkit.exercises.submission.archive import MAX_FILE, packed, unpacked
from helpkit.exercises.submission.display import is_name, shown
from helpkit.journal.event import Event, check_id, from_line, json_line, json_object, to_line
from helpkit.journal.shareable import not_private, spot

__all__ = ["ABOUT", "FORMAT", "HandIn", "exercise_lesson", "file_name", "make", "read"]

FORMAT: Final = 2
MAX_LINE: Final = 64 * 1024
MAX_ABOUT: Final = 64 * 1024
MAX_ISSUED: Final = 1000
LARGEST: Final = 2**53
"""Beyond this, a number is not read the same by every program."""

ABOUT: Final = "hand_in.json"
EVENTS: Final = "events.jsonl"
_EXERCISE: Final = re.compile(r"[0-9]{2}")
_VERSION: Final = re.compile(r"[0-9A-Za-z.+!-]{1,40}")
_STUDENT: Final = 64
_NEWER: Final[Mapping[int, frozenset[str]]] = {1: frozenset({"origin"}), 2: frozenset()}
"""What a format does not have yet; in format 1 the events alone tell which journal it is."""

_ORIGIN: Final = re.compile(r"(?:[0-9a-f]{16})?")
_SLACK: Final = timedelta(hours=1)
"""A clock that is put right by less than this says nothing about when something was handed in."""


@dataclass(frozen=True, slots=True)
class HandIn:
    """What one student handed in for one exercise; `student` is as typed, and may be wrong.

    Two with the same `origin` come from one journal; it is empty if there are no events.
    """

    exercise: str
    student: str
    language: str
    helpkit: str
    issued: tuple[str, ...]
    events: tuple[Event, ...]
    origin: str = ""

    @property
    def at(self) -> str:
        """When it was handed in, by the student's own clock: the time of the last event in it."""
        return self.events[-1].at if self.events else ""

    @property
    def set_back(self) -> timedelta:
        """How long before the latest time in it does the last event seem to have been?"""
        latest = max((event.at for event in self.events), default="")
        moments = map(datetime.fromisoformat, (latest, self.at) if latest else ())
        return next(moments, datetime.min) - next(moments, datetime.min)

    @property
    def doubt(self) -> str:
        """Why its time cannot be relied on; empty if nothing is odd."""
        if self.set_back <= _SLACK:
            return ""
        return f"the clock of that computer ran back by {_long(self.set_back)} while it was made"


def origin_of(events: Iterable[Event], exercise: str) -> str:
    """Where the events of an exercise come from, as far as its first event tells.

    A text leaves without its drafts, so what stands in a first text does not count; and nothing
    tells what it was.
    """
    lesson = exercise_lesson(exercise)
    first = next((event for event in events if event.lesson == lesson), None)
    if first is None:
        return ""
    is_text = first.kind == "reflection" or first.private
    line = to_line(replace(first, value=None, private=False) if is_text else first)
    return sha256(line).hexdigest()[:16]


def _long(span: timedelta) -> str:
    hours = span // timedelta(hours=1)
    return f"{hours} hours" if hours < 48 else f"{hours // 24} days"


def exercise_lesson(exercise: str) -> str:
    """The value of `lesson` in the events of an exercise."""
    return f"exercise-{exercise}"


def file_name(exercise: str, student: str) -> str:
    """The name of the zip."""
    plain = re.sub(r"[^A-Za-z0-9._@+-]+", "-", student.strip())[:_STUDENT]
    return f"{exercise}-handin-{plain.strip('.-') or 'student'}.zip"


def make(
    events: Iterable[Event], *, exercise: str, student: str, language: str, issued: Iterable[str]
) -> bytes:
    """Make a submission from the events of a journal; the bytes of a zip.

    Raises:
        HandInError: a part of it does not fit a submission.
    """
    events = [*events]
    handed = HandIn(
        exercise, student.strip(), language, __version__, (*issued,),
        tuple(_leaving(events, exercise)), origin_of(events, exercise),
    )  # fmt: skip
    about = _about(handed)
    _checked(about)
    lines = b"".join(to_line(event) + b"\n" for event in handed.events)
    contents = {ABOUT: json_line(about | {"sha256": _seal(about, lines)}) + b"\n", EVENTS: lines}
    _read(contents)  # whatever is made here can be read there
    return packed(contents)


def read(data: bytes) -> HandIn:
    """Read the submission in the bytes of a zip that anybody may have made.

    Raises:
        HandInError: it is refused; the text is the reason.
    """
    return _read(unpacked(data, (ABOUT, EVENTS)))


def _leaving(events: list[Event], exercise: str) -> Iterable[Event]:
    """What is not private in the exercise, and in its lesson if that was shared."""
    mine = [event for event in events if event.lesson == exercise_lesson(exercise)]
    lesson = [event for event in events if event.lesson == exercise]
    offer = next((event for event in reversed(lesson) if event.kind == "share"), None)
    left = {id(event) for event in not_private(mine)}
    left |= {id(event) for event in not_private(lesson) if offer and offer.value}
    # Of a text only the last version leaves: the drafts before it are the writer's own.
    last = {(event.lesson, *spot(event)): event for event in events if event.kind == "reflection"}
    for event in events:
        key = (event.lesson, *spot(event))
        if id(event) in left and (event.kind != "reflection" or last[key] is event):
            yield event


def _about(handed: HandIn) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "exercise": handed.exercise,
        "student": handed.student,
        "language": handed.language,
        "helpkit": handed.helpkit,
        "issued": [*handed.issued],
        "origin": handed.origin,
    }


def _seal(about: Mapping[str, Any], lines: bytes) -> str:
    return sha256(json_line(dict(sorted(about.items()))) + b"\n" + lines).hexdigest()


def _read(contents: Mapping[str, bytes]) -> HandIn:
    about = _object(contents[ABOUT], ABOUT, MAX_ABOUT)
    seal = about.pop("sha256", None)
    handed = _checked(about)
    if seal != _seal(about, contents[EVENTS]):
        raise HandInError("the contents do not match their sha256: they were damaged or changed")
    events = tuple(_events(contents[EVENTS], handed.exercise))
    origin = handed.origin or origin_of(events, handed.exercise)
    return replace(handed, events=events, origin=origin)


def _object(data: bytes, where: str, most: int) -> dict[str, Any]:
    if len(data) > most:
        raise HandInError(f"{where} takes {len(data)} bytes, and at most {most} are read")
    try:
        return json_object(data)
    except JournalError as error:
        raise HandInError(f"{where}: {shown(str(error), 200)}") from error


def _checked(about: dict[str, Any]) -> HandIn:
    version = about.get("format")
    if type(version) is not int or not 1 <= version <= FORMAT:
        raise HandInError(
            f"{ABOUT} has format {_repr(version)}, and this helpkit reads formats 1 to {FORMAT}: "
            "update helpkit, or hand in with the helpkit of the course"
        )
    expected = _about(HandIn("", "", "", "", (), ())).keys() - _NEWER[version]
    if about.keys() != expected:
        raise HandInError(
            f"{ABOUT} has the keys {_repr(sorted(about))}, expected {', '.join(sorted(expected))}"
        )
    for key, what, fits in _PARTS:
        if key in expected and not fits(about[key]):
            raise HandInError(f"{ABOUT} {key}: expected {what}, got {_repr(about[key])}")
    fields = {key: about[key] for key in expected - {"format", "issued"}}
    return HandIn(**fields, issued=tuple(about["issued"]), events=())


def _is_exercise(value: object) -> bool:
    return isinstance(value, str) and bool(_EXERCISE.fullmatch(value))


def _is_student(value: object) -> bool:
    return (
        isinstance(value, str)
        and 0 < len(value) <= _STUDENT
        and is_name(value)
        and value == value.strip()
    )


def _is_version(value: object) -> bool:
    return isinstance(value, str) and bool(_VERSION.fullmatch(value))


def _is_issued(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) <= MAX_ISSUED
        and all(map(_is_id, value))
        and len({*value}) == len(value)
    )


def _is_origin(value: object) -> bool:
    return isinstance(value, str) and bool(_ORIGIN.fullmatch(value))


def _is_id(value: object) -> bool:
    try:
        check_id("id", value)
    except JournalError:
        return False
    return True


_PARTS: Final = (
    ("exercise", "two digits", _is_exercise),
    ("student", f"1 to {_STUDENT} printable characters", _is_student),
    ("language", "a language such as en", _is_id),
    ("helpkit", "a version of helpkit", _is_version),
    ("issued", f"at most {MAX_ISSUED} item ids, each once", _is_issued),
    ("origin", "16 hexadecimal digits, or nothing", _is_origin),
)


def _events(data: bytes, exercise: str) -> Iterable[Event]:
    if len(data) > MAX_FILE:
        raise HandInError(f"{EVENTS} takes {len(data)} bytes, and at most {MAX_FILE} are read")
    lessons = exercise, exercise_lesson(exercise)
    for number, line in enumerate(data.split(b"\n"), start=1):
        if line:
            yield _event(line, number, lessons)


def _event(line: bytes, number: int, lessons: tuple[str, str]) -> Event:
    if len(line) > MAX_LINE:
        raise HandInError(
            f"{EVENTS} line {number} takes {len(line)} bytes, and at most {MAX_LINE} are read"
        )
    try:
        event = from_line(line)
    except JournalError as error:
        raise HandInError(f"{EVENTS} line {number}: {shown(str(error), 200)}") from error
    if event.private:
        raise HandInError(f"{EVENTS} line {number} is private, and private lines are not accepted")
    if event.lesson not in lessons:
        raise HandInError(
            f"{EVENTS} line {number} belongs to {event.lesson}, but this is exercise {lessons[0]}"
        )
    if not _is_small(event.value):
        raise HandInError(f"{EVENTS} line {number} has a number beyond {LARGEST}")
    return event


def _is_small(value: object) -> bool:
    if isinstance(value, str):
        return True
    if isinstance(value, dict):
        return all(map(_is_small, value.values()))
    if isinstance(value, list):
        return all(map(_is_small, value))
    return not isinstance(value, int | float) or -LARGEST <= value <= LARGEST


def _repr(value: object) -> str:
    """A value as it came, cut short; a whole number of thousands of digits has no text."""
    try:
        return shown(repr(value), 80)
    except ValueError:
        return type(value).__name__
