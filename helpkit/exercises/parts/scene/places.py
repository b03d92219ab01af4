"""On which line of a TOML text is a fault, and what keeps the text from being read?

A reader of TOML says where it stopped, in English and in its own terms. For a student who is
typing, this finds the line and the kind of trouble; the sentences are in the content.
"""

import re
import tomllib
from collections.abc import Mapping
from typing import Final, NamedTuple

from helpkit.content import Fault
from helpkit.content.scene_file import is_deep

__all__ = ["TROUBLES", "Trouble", "lines", "place", "trouble"]

_OTHER: Final = "other"
_KINDS: Final[Mapping[str, str]] = {
    "twice": r"twice|overwrite|Duplicate|mutate|redefine",
    "quote": r"Unterminated|Illegal character|Expected \"|Expected '\"|Expected \"'",
    "backslash": r"Unescaped|hex value|scalar value",
    "bracket": r"Unclosed|Expected '\]",
    "after": r"Expected newline",
    "key": r"Expected '='|Invalid statement|Invalid initial",
    "value": r"Invalid value|Invalid date",
}
TROUBLES: Final = (*_KINDS, _OTHER)
"""What can keep a text from being read as TOML."""

_DEEPEST: Final = 8

_AT = re.compile(r"\(at line ([0-9]+), column [0-9]+\)$")
_KEY = re.compile(r"[A-Za-z0-9_. \t\"'-]{1,200}")
_LONG = re.compile(r'"""|\'\'\'')


class Trouble(NamedTuple):
    """One of `TROUBLES`, and the line where the reading stopped; None if it is not known."""

    kind: str
    line: int | None


def trouble(text: str) -> Trouble | None:
    """Why a text cannot be read as TOML, or None if it can, or is only nested too deeply."""
    if is_deep(text):
        return None
    try:
        tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        return _trouble(str(error), text)
    except ValueError:  # a number of thousands of digits
        return Trouble("value", None)
    except RecursionError:
        return None
    return None


def _trouble(said: str, text: str) -> Trouble:
    kind = next((kind for kind, marks in _KINDS.items() if re.search(marks, said)), _OTHER)
    at = _AT.search(said)
    return Trouble(kind, int(at[1]) if at else text.rstrip().count("\n") + 1)


def lines(text: str) -> dict[tuple[str, ...], int]:
    """The line on which each table and key begins, by the keys that lead to it."""
    lines: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    inside = False
    for number, line in enumerate(text.split("\n"), start=1):
        if not inside and line.lstrip().startswith("["):
            table = _keys(line.strip(" \t[").partition("]")[0])
            _enter(lines, table, number)
        elif not inside and _KEY.fullmatch(key := line.partition("=")[0]):
            _enter(lines, (*table, *_keys(key)), number)
        inside ^= len(_LONG.findall(line)) % 2 == 1
    return lines


def _enter(lines: dict[tuple[str, ...], int], where: tuple[str, ...], number: int) -> None:
    for end in range(1, len(where) + 1):
        lines.setdefault(where[:end], number)


def _keys(text: str) -> tuple[str, ...]:
    return tuple(key.strip().strip("\"'") for key in text.split(".")[:_DEEPEST])


def place(fault: Fault, known: Mapping[tuple[str, ...], int]) -> int | None:
    """The line of a fault, or of the nearest table around it that is in the text."""
    where = tuple(filter(None, (*fault.table.split("."), fault.key)))
    ends = range(len(where), 0, -1)
    return next((known[where[:end]] for end in ends if where[:end] in known), None)
