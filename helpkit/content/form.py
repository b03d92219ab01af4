"""Does a tree of TOML have the form of a dataclass? Strict, and one misfit for each thing.

cattrs turns a tree into a dataclass, but it takes `"1"` for a number and says what failed in its
own terms. Somebody who writes a file needs to read what came and what was expected. A `Prose` is a
text, or a table with that text in each language. Ids are lower case, as everywhere. A field with a
default may be left out; one that is marked as ours is not known here. A misfit has no words: they
are in `ui/scene-faults`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, Union, cast, get_args, get_origin, get_type_hints

from helpkit.content.prose import Prose

__all__ = ["MISFITS", "Misfit", "misfits", "prose", "shown"]

MISFITS: Final[Mapping[str, frozenset[str]]] = {
    "toml": frozenset({"error"}),
    "not-text-file": frozenset(),
    "cannot-open": frozenset({"error"}),
    "too-deep": frozenset(),
    "unknown-key": frozenset({"known"}),
    "missing": frozenset(),
    "id": frozenset(),
    "language": frozenset(),
    "table": frozenset({"got"}),
    "text": frozenset({"got"}),
    "empty-text": frozenset(),
    "whole-number": frozenset({"got"}),
    "one-language": frozenset({"languages"}),
    "no-translation": frozenset({"language"}),
}
"""Every misfit, and the values that its sentence may use."""

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_CUT: Final = 40
_LARGE: Final = 10**12
_NONE: Final = (MISSING, MISSING)

Where = tuple[str, ...]


@dataclass(frozen=True)
class Misfit:
    """One thing that does not fit: `where` leads to it key by key, `values` say more."""

    id: str
    where: Where
    values: Mapping[str, str | int]


def misfits(tree: Any, kind: Any, where: Where = ()) -> Iterator[Misfit]:
    """What does not fit `kind`: a dataclass, a mapping by id, `Prose`, `str` or `int`."""
    if kind is Prose:
        yield from _prose(tree, where)
    elif kind is str:
        yield from _text(tree, where)
    elif kind is int:
        if not isinstance(tree, int) or isinstance(tree, bool):
            yield Misfit("whole-number", where, {"got": shown(tree)})
    elif not isinstance(tree, dict):
        yield Misfit("table", where, {"got": shown(tree)})
    elif is_dataclass(kind):
        yield from _fields(tree, kind, where)
    else:
        yield from _entries(tree, kind, where)


def prose(tree: Any, kind: Any, where: Where = ()) -> Iterator[tuple[Where, Any]]:
    """Every prose value of a tree that fits, with the keys that lead to it."""
    if kind is Prose:
        yield where, tree
    elif is_dataclass(kind):
        for key, inner in _hints(cast("type", kind)).items():
            if key in tree:
                yield from prose(tree[key], inner, (*where, key))
    elif get_origin(kind) is Mapping:
        for key, value in tree.items():
            yield from prose(value, get_args(kind)[1], (*where, key))


def shown(value: object) -> str:
    """A value as it is written in the file, on one line and not too long."""
    match value:
        case dict():
            return "{ … }"
        case list():
            return "[ … ]"
        case bool():
            return str(value).lower()
        case str():
            return repr(value if len(value) <= _CUT else f"{value[:_CUT]}…")
        case int() if abs(value) > _LARGE:
            return "…"
        case _:
            return str(value)


@cache
def _hints(kind: type) -> dict[str, Any]:
    """The keys of a table; `id` is its name, and some only our own files have."""
    ours = {field.name for field in fields(kind) if field.metadata.get("ours")}
    hints = get_type_hints(kind).items()
    return {key: _plain(hint) for key, hint in hints if key not in {"id", *ours}}


def _plain(hint: Any) -> Any:
    """What a value is if it is there."""
    if get_origin(hint) not in (UnionType, Union):
        return hint
    return next(kind for kind in get_args(hint) if kind is not NoneType)


@cache
def _needed(kind: type) -> frozenset[str]:
    """The keys that cannot be left out."""
    return frozenset(
        field.name for field in fields(kind) if (field.default, field.default_factory) == _NONE
    )


def _fields(tree: dict[str, Any], kind: Any, where: Where) -> Iterator[Misfit]:
    hints = _hints(kind)
    for key, inner in hints.items():
        if key in tree:
            yield from misfits(tree[key], inner, (*where, key))
        elif key in _needed(kind):
            yield Misfit("missing", (*where, key), {})
    for key in tree:
        if key not in hints:
            yield Misfit("unknown-key", (*where, key), {"known": ", ".join(hints)})


def _entries(tree: dict[str, Any], kind: Any, where: Where) -> Iterator[Misfit]:
    for key, value in tree.items():
        if _ID.fullmatch(key):
            yield from misfits(value, get_args(kind)[1], (*where, key))
        else:
            yield Misfit("id", (*where, key), {})


def _text(value: Any, where: Where) -> Iterator[Misfit]:
    if not isinstance(value, str):
        yield Misfit("text", where, {"got": shown(value)})
    elif not value.strip():
        yield Misfit("empty-text", where, {})


def _prose(value: Any, where: Where) -> Iterator[Misfit]:
    if not isinstance(value, dict) or not value:
        yield from _text(value, where)
        return
    for language, text in value.items():
        if _LANGUAGE.fullmatch(language):
            yield from _text(text, (*where, language))
        else:
            yield Misfit("language", (*where, language), {})
