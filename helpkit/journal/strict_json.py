"""JSON in UTF-8 that every program reads the same: each key once, no NaN, no infinity."""

import json
import reprlib
from collections.abc import Mapping
from typing import Any, Final, NoReturn

from helpkit.errors import JournalError

__all__ = ["encoded", "json_line", "json_object", "short"]


def json_object(line: bytes) -> dict[str, Any]:
    """The JSON object on a line; a key that appears twice, NaN and infinity are refused.

    Raises:
        JournalError: the line is not one JSON object in UTF-8.
    """
    try:
        text = line.decode()
        fields = _DECODER.decode(text)
    except (ValueError, RecursionError) as error:
        raise JournalError(f"a line must be one JSON object in UTF-8: {error}") from error
    if not isinstance(fields, dict):
        raise JournalError(f"a line must be a JSON object, got {short(fields)}")
    if "\\u" in text:
        encoded(fields)  # an escape can hide half a surrogate pair, which nothing can show or send
    return fields


def json_line(fields: Mapping[str, Any]) -> bytes:
    """A JSON object as one line in UTF-8, without a newline.

    Raises:
        JournalError: it holds what is not JSON.
    """
    return encoded(dict(fields))


def encoded(value: object) -> bytes:
    """A value as JSON in UTF-8, without a newline.

    Raises:
        JournalError: it is not JSON.
    """
    try:
        return _ENCODER.encode(value).encode()
    except (TypeError, ValueError) as error:
        raise JournalError(
            f"a value must be JSON that can be written in UTF-8, got {short(value)}: {error}"
        ) from error


def short(value: object) -> str:
    """A value as an error shows it: cut if it is long."""
    try:
        return reprlib.repr(value)
    except ValueError:  # a whole number of more digits than Python turns into text
        return type(value).__name__


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise ValueError("a key appears twice")
    return fields


def _finite(text: str) -> float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        _refuse(text)
    return number


def _refuse(text: str) -> NoReturn:
    raise ValueError(f"{text[:40]} is not a JSON number")


_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
_DECODER: Final = json.JSONDecoder(
    object_pairs_hook=_unique, parse_float=_finite, parse_constant=_refuse
)
