"""What may stand in the TOML files that a teacher writes, and how is a fault in them told?"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from datetime import date, datetime
from functools import partial
from itertools import chain
from operator import eq
from typing import Any

from cattrs import Converter
from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError

from helpkit.content.entries import Fault, leaves
from helpkit.exercises.submission.display import is_name

__all__ = ["Hooks", "converter", "expected", "moment", "number", "structured", "text", "tree"]

Hooks = Mapping[Any, Callable[[Any, type], Any]]


def tree(data: bytes, name: str) -> tuple[dict[str, Any], list[Fault]]:
    """All that a TOML file holds; an empty one and a fault if it cannot be read."""
    try:
        return tomllib.loads(data.decode("utf-8-sig")), []
    except (ValueError, RecursionError) as error:
        return {}, [Fault(name, "", "", f"not readable as TOML: {error}")]


def structured(
    table: Mapping[str, Any], kind: type, by: Converter, file: str, where: str = ""
) -> tuple[Any, list[Fault]]:
    """The tables as a `kind`, or None and a fault for each thing that does not fit."""
    try:
        return by.structure(table, kind), []
    except BaseValidationError as error:
        above = (where,) if where else ()
        errors = leaves(error, (), kind)
        faults = (_faults(file, (*above, *keys), why) for keys, why, _ in errors)
        return None, [*chain.from_iterable(faults)]


def _faults(file: str, keys: tuple[str, ...], error: Exception) -> Iterator[Fault]:
    if isinstance(error, ForbiddenExtraKeysError):
        known = ", ".join(field.name for field in fields(error.cl))
        for unknown in sorted(error.extra_fields):
            sentence = f"unknown key; expected one of {known}"
            yield Fault(file, ".".join(keys), unknown, sentence)
        return
    sentence = "missing" if isinstance(error, KeyError) else str(error)
    yield Fault(file, ".".join(keys[:-1]), keys[-1] if keys else "", sentence)


def converter(hooks: Hooks) -> Converter:
    """What turns tables into dataclasses, with these hooks for their types."""
    made = Converter(forbid_extra_keys=True)
    for kind, hook in hooks.items():
        if isinstance(kind, type):
            made.register_structure_hook(kind, hook)
        else:
            made.register_structure_hook_func(partial(eq, kind), hook)
    return made


def text(value: Any, _: type) -> str:
    """A text on one line."""
    if not isinstance(value, str) or not is_name(value):
        raise ValueError(expected("a text on one line", value))
    return value


def number(value: Any, _: type) -> float:
    """A number that may be points."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 10_000:
        raise ValueError(expected("a number from 0 to 10000", value))
    return float(value)


def moment(value: Any, _: type) -> datetime:
    """A day and a time; whether it may be without an offset is for the zone to say."""
    if not isinstance(value, datetime):
        raise ValueError(expected("a day and a time such as 2026-12-04T17:00:00", value))
    return value


def expected(what: str, got: object) -> str:
    """A sentence about what came instead, cut short if it is long."""
    shown = got.isoformat() if isinstance(got, date) else repr(got)
    return f"expected {what}, got {shown[:60]}"
