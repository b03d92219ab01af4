"""The file in a submission that says what it is, `hand_in.json`, written and read.

What a stranger wrote in it is checked value by value.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from helpkit.errors import HandInError, JournalError
from helpkit.exercises.submission.contents import ID_LENGTH, Contents
from helpkit.exercises.submission.display import is_name, shown
from helpkit.journal.event import check_id
from helpkit.journal.strict_json import json_object

__all__ = ["ABOUT", "FORMAT", "MAX_ABOUT", "about", "checked", "table_in"]

ABOUT: Final = "hand_in.json"
FORMAT: Final = 2
MAX_ABOUT: Final = 64 * 1024
MAX_ISSUED: Final = 1000
_EXERCISE: Final = re.compile(r"[0-9]{2}")
_VERSION: Final = re.compile(r"[0-9A-Za-z.+!-]{1,40}")
_ORIGIN: Final = re.compile(r"(?:[0-9a-f]{16})?")
_NEWER: Final[Mapping[int, frozenset[str]]] = {1: frozenset({"origin"}), 2: frozenset()}
"""What a format does not have yet; in format 1 the events alone tell which journal it is."""


def about(contents: Contents) -> dict[str, Any]:
    """What the file holds, but for the sha256."""
    return {
        "format": FORMAT,
        "exercise": contents.exercise,
        "student": contents.student,
        "language": contents.language,
        "helpkit": contents.helpkit,
        "issued": [*contents.issued],
        "origin": contents.origin,
    }


def table_in(data: bytes) -> dict[str, Any]:
    """All that stands in the file, whatever it is.

    Raises:
        HandInError: it is too long, or no JSON object.
    """
    if len(data) > MAX_ABOUT:
        raise HandInError(f"{ABOUT} takes {len(data)} bytes, and at most {MAX_ABOUT} are read")
    try:
        return json_object(data)
    except JournalError as error:
        raise HandInError(f"{ABOUT}: {shown(str(error), 200)}") from error


def checked(table: Mapping[str, Any]) -> Contents:
    """The contents, still without events.

    Raises:
        HandInError: a value cannot be what this file holds.
    """
    version = table.get("format")
    if type(version) is not int or not 1 <= version <= FORMAT:
        raise HandInError(
            f"{ABOUT} has format {_repr(version)}, and this helpkit reads formats 1 to {FORMAT}: "
            "update helpkit, or hand in with the helpkit of the course"
        )
    expected = about(Contents("", "", "", "", (), ())).keys() - _NEWER[version]
    if table.keys() != expected:
        raise HandInError(
            f"{ABOUT} has the keys {_repr(sorted(table))}, expected {', '.join(sorted(expected))}"
        )
    for key, what, fits in _PARTS:
        if key in expected and not fits(table[key]):
            raise HandInError(f"{ABOUT} {key}: expected {what}, got {_repr(table[key])}")
    fields = {key: table[key] for key in expected - {"format", "issued"}}
    return Contents(**fields, issued=tuple(table["issued"]), events=())


def _is_exercise(value: object) -> bool:
    return isinstance(value, str) and bool(_EXERCISE.fullmatch(value))


def _is_student(value: object) -> bool:
    return (
        isinstance(value, str)
        and 0 < len(value) <= ID_LENGTH
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
    ("student", f"1 to {ID_LENGTH} printable characters", _is_student),
    ("language", "a language such as en", _is_id),
    ("helpkit", "a version of helpkit", _is_version),
    ("issued", f"at most {MAX_ISSUED} item ids, each once", _is_issued),
    ("origin", "16 hexadecimal digits, or nothing", _is_origin),
)


def _repr(value: object) -> str:
    """A value as it came, cut short; a whole number of thousands of digits has no text."""
    try:
        return shown(repr(value), 80)
    except ValueError:
        return type(value).__name__
