"""One thing the learner did, and the line of JSON that keeps it.

The same checks are made on both sides: `make` refuses what `from_line` could not read back, and
what `make` returns has been read back from its own line. A line has exactly the fields of its
version; a new field is a new version. Version 2 has the number `n`, version 1 has none.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from helpkit.errors import JournalError, UnknownVersionError
from helpkit.journal.strict_json import encoded, json_line, json_object, short

__all__ = [
    "EVERY_ITEM",
    "KINDS",
    "LAST",
    "VERSION",
    "Event",
    "check_id",
    "from_line",
    "make",
    "next_at",
    "stamp",
    "to_line",
]

VERSION: Final = 2
LAST: Final = 2**53 - 1
"""The highest number an event can have: beyond it not every program reads a number the same."""

KINDS: Final = (
    "prediction",
    "answer",
    "reveal",
    "reset",
    "choice",
    "reflection",
    "vote",
    "share",
    "hand_in",
)
EVERY_ITEM: Final = "*"
MAX_VALUE: Final = 256 * 1024  # bytes of JSON in UTF-8
MAX_LINE: Final = MAX_VALUE + 4096
MAX_DEPTH: Final = 64  # Python's own limit depends on the caller; a line reads the same everywhere

_ID: Final = re.compile(r"[a-z0-9][a-z0-9.-]{0,63}")
_AT: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z")
_PLAIN: Final = re.compile(
    r'\{{"v":(?:1|2,"n":({number})),"at":"({day}T{time})","lesson":"({id})","activity":"({id})","item":"({id}|\*)",'
    r'"kind":"({kind})","value":({value}),"language":"({id})"\}}'.format(
        number="[1-9][0-9]{0,14}",
        day=r"[12][0-9]{3}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])"
        "|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)",  # not the 29th of February
        time=r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z",
        id=_ID.pattern,
        kind="|".join(kind for kind in KINDS if kind != "vote"),
        value=r'"[^"\\\x00-\x1f]*"|-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?|true|false|null',
    )
)
_WORDS: Final = {"true": True, "false": False, "null": None}
_REST: Final = ("at", "lesson", "activity", "item", "kind", "value", "language")
_REQUIRED: Final = frozenset({"v", *_REST})
_FIELDS: Final = {
    1: (_REQUIRED, _REQUIRED | {"private"}),
    2: (_REQUIRED | {"n"}, _REQUIRED | {"n", "private"}),
}
"""By version, the fields that a line must have and those that it may have."""


@dataclass(frozen=True, slots=True)
class Event:
    """What did the learner do, where and when?

    `at` is UTC with milliseconds, as `2026-11-23T22:36:53.120Z`, so that text order is time order.
    It is what the clock said, and the clock may have been wrong: `n` is the order, one more than
    that of all events which the writer could see. It is 0 in version 1, which had only the clock.
    `item` is an id, or `*` for the whole activity. `value` is plain JSON; do not change it in
    place. `private` marks what never leaves, shared or handed in.
    """

    v: int
    at: str
    lesson: str
    activity: str
    item: str
    kind: str
    value: Any
    language: str
    private: bool = False
    n: int = 0


def make(**fields: Any) -> Event:
    """A checked event; its value is a copy, so that later changes to the original cannot reach it.

    Without a number `n` it is an event of version 1.

    Raises:
        JournalError: the kind is unknown, an id is bad, or the value is not JSON or over 256 KiB.
    """
    event = _checked({"v": VERSION if "n" in fields else 1, **fields})
    size = len(encoded(event.value))
    if size > MAX_VALUE:
        raise JournalError(
            f"a value takes at most {MAX_VALUE} bytes as JSON, got {size}: make it shorter"
        )
    return from_line(to_line(event))


def to_line(event: Event) -> bytes:
    """The event as one line of JSON in UTF-8, without a newline.

    Raises:
        JournalError: the value is not JSON.
    """
    number = {"n": event.n} if event.v > 1 else {}
    private = {"private": True} if event.private else {}
    rest = {name: getattr(event, name) for name in _REST}
    return json_line({"v": event.v, **number, **rest, **private})


def from_line(line: bytes) -> Event:
    """The event on a line.

    Raises:
        UnknownVersionError: the line is an event of another version.
        JournalError: the line is torn or is not an event.
    """
    if len(line) > MAX_LINE:
        raise JournalError(f"a line takes at most {MAX_LINE} bytes, got {len(line)}")
    return _plain(line) or _checked(json_object(line))


def next_at(now: datetime, after: str) -> str:
    """The time now, but later than `after` even when the clock stepped back.

    It is for what has no other order than its time: the next event after one of the last number.
    """
    at = stamp(now)
    if at > after:
        return at
    try:
        return stamp(datetime.fromisoformat(after) + timedelta(milliseconds=1))
    except OverflowError:  # a line from the last millisecond of the year 9999
        return after


def check_id(name: str, value: object) -> None:
    """Raise JournalError if `value` is not an id; `name` says in the message what it is for."""
    if not (isinstance(value, str) and _ID.fullmatch(value)):
        raise JournalError(
            f"{name} must be an id of a-z, 0-9, dot and hyphen, at most 64 characters, "
            f"got {short(value)}"
        )


def _checked(fields: dict[str, Any]) -> Event:
    required, allowed = _FIELDS[_version(fields.get("v"))]
    if not required <= fields.keys() <= allowed:
        expected, got = ", ".join(sorted(required)), short(list(fields))
        raise JournalError(f"an event has the fields {expected}, got {got}")
    if "n" in fields:
        _check_number(fields["n"])
    for name in ("lesson", "activity", "language"):
        check_id(name, fields[name])
    if fields["item"] != EVERY_ITEM:
        check_id("item", fields["item"])
    _check_at(fields["at"])
    _check_kind(fields["kind"])
    if not isinstance(fields.get("private", False), bool):
        raise JournalError(f"private must be true or false, got {short(fields['private'])}")
    _check_nesting(fields["value"])
    if fields["kind"] == "vote":
        _check_vote(fields["value"])
    return Event(**fields)


def _plain(line: bytes) -> Event | None:
    """The event on a line as `to_line` writes most of them; None for any other line.

    A class hands in millions of lines, and one pattern reads and checks such a line in a third of
    the time. It accepts less than the checks do, and nothing that they refuse: each field once and
    in order, a value without escapes. Whatever it does not take goes to the checks, which say what
    is wrong.
    """
    try:
        match = _PLAIN.fullmatch(line.decode())
    except UnicodeDecodeError:
        return None
    if match is None:
        return None
    n, at, lesson, activity, item, kind, value, language = match.groups()
    v, number = (2, int(n)) if n else (1, 0)
    return Event(v, at, lesson, activity, item, kind, _flat(value), language, False, number)


def _flat(value: str) -> Any:
    """A JSON value without a list, a table or an escape in it."""
    if value[0] == '"':
        return value[1:-1]
    if value in _WORDS:
        return _WORDS[value]
    return float(value) if "." in value else int(value)


def _version(v: object) -> int:
    if type(v) is not int:  # true is an int in Python
        raise JournalError(f"v must be a whole number, got {short(v)}")
    if v not in _FIELDS:
        raise UnknownVersionError(
            f"this event has version {short(v)} and this helpkit reads versions 1 to {VERSION}: "
            "update helpkit",
            version=short(v),
        )
    return v


def _check_number(n: object) -> None:
    if type(n) is not int or not 1 <= n <= LAST:
        raise JournalError(f"n must be a whole number from 1 to {LAST}, got {short(n)}")


def _check_at(at: object) -> None:
    if not (isinstance(at, str) and _AT.fullmatch(at)):
        raise JournalError(f"at must be like 2026-11-23T22:36:53.120Z, got {short(at)}")
    try:
        datetime.fromisoformat(at)
    except ValueError as error:
        raise JournalError(f"at must be a time that exists, got {at}") from error


def _check_kind(kind: object) -> None:
    if kind not in KINDS:
        raise JournalError(f"kind must be one of {', '.join(KINDS)}, got {short(kind)}")


def _check_vote(value: Any) -> None:
    if not (
        isinstance(value, dict)
        and value.keys() == {"round", "value"}
        and type(value["round"]) is int
        and value["round"] >= 1
    ):
        raise JournalError(
            f'the value of a vote must be {{"round": 1 or more, "value": ...}}, got {short(value)}'
        )


def _check_nesting(value: object, left: int = MAX_DEPTH) -> None:
    if not left:
        raise JournalError(f"a value must be nested at most {MAX_DEPTH} deep: make it flatter")
    if isinstance(value, dict):
        if not all(isinstance(key, str) for key in value):
            raise JournalError(f"the keys of a value must be text, got {short(list(value))}")
        value = value.values()
    elif not isinstance(value, list | tuple):
        return
    for part in value:
        _check_nesting(part, left - 1)


def stamp(moment: datetime) -> str:
    """A moment as `at` has it."""
    utc = moment.astimezone(UTC).replace(tzinfo=None)
    return utc.isoformat(timespec="milliseconds") + "Z"
