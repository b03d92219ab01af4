"""Ways to write a change into a TOML text, so that everything else stays as it is written.

None of them looks whether the change is what was asked: whoever uses them reads the text again.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import InlineTable, Item

from helpkit.exercises.parts.scene.blocks import (
    Block,
    Where,
    add,
    blocks,
    drop,
    joined,
    lift,
    within,
)

__all__ = ["LARGEST", "UNWRITABLE", "Way", "add_table", "move_key", "move_table", "put", "remove"]

LARGEST: Final = 20_000
"""The most characters of one table: nobody writes that many, and reading them takes long."""

UNWRITABLE: Final = (TOMLKitError, ValueError, LookupError, TypeError, AttributeError)
"""What tomlkit raises over a table that it cannot take apart; it has no list of its own."""

Way = Callable[[str, Where, Any], str]
"""Writes a value at a place of a text."""

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def put(text: str, where: Where, value: Any) -> str:
    """Write a value in the place of the one that is there, or as a new key; None takes it out."""
    parts, at = _holder(blocks(text), where)
    holder = parts[at]
    body = _changed(holder.body, where[len(holder.keys) :], value)
    return joined([*parts[:at], replace(holder, body=body), *parts[at + 1 :]])


def add_table(text: str, where: Where, value: Mapping[str, Any]) -> str:
    """Write a new table behind its siblings."""
    parts = blocks(text)
    body = "".join(f"{_key(key)} = {_item(inner).as_string()}\n" for key, inner in value.items())
    new = Block(where, "", f"[{'.'.join(map(_key, where))}]\n", body)
    return joined(add(parts, new, _end(parts, where[:-1])))


def remove(text: str, where: Where, _value: object) -> str:
    """Take out a table, however it is written."""
    parts = blocks(text)
    if within(parts, where):
        return joined(drop(parts, where))
    return put(text, where, None)


def move_table(text: str, where: Where, before: str) -> str:
    """Write a table before one of its siblings."""
    return joined(lift(blocks(text), where, (*where[:-1], before)))


def move_key(text: str, where: Where, before: str) -> str:
    """The same, where both are keys of one table."""
    parts, at = _holder(blocks(text), where)
    holder = parts[at]
    document = tomlkit.parse(_bounded(holder.body))
    _lift_key(document, where[len(holder.keys) :], before)
    return joined([*parts[:at], replace(holder, body=document.as_string()), *parts[at + 1 :]])


def _holder(parts: list[Block], where: Where) -> tuple[list[Block], int]:
    """The innermost block around a key; a table that only its inner tables show gets a header."""
    for length in range(len(where) - 1, 0, -1):
        keys = where[:length]
        inner = within(parts, keys)
        if not inner:
            continue
        at = min(parts.index(part) for part in inner)
        own = next((number for number, part in enumerate(parts) if part.keys == keys), None)
        if own is not None:
            return parts, own
        header = Block(keys, "", f"[{'.'.join(map(_key, keys))}]\n", "")
        return add(parts, header, at), at
    return parts, 0


def _end(parts: list[Block], where: Where) -> int:
    """The number behind the last block of a table; lines come before the endings."""
    for length in range(len(where), 0, -1):
        if inner := within(parts, where[:length]):
            return max(parts.index(part) for part in inner) + 1
    endings = within(parts, ("endings",)) if where == ("nodes",) else []
    return min((parts.index(part) for part in endings), default=len(parts))


def _changed(body: str, keys: Where, value: Any) -> str:
    document = tomlkit.parse(_bounded(body))
    _put(document, keys, value)
    return document.as_string()


def _bounded(body: str) -> str:
    if len(body) > LARGEST:
        raise ValueError(f"a table has at most {LARGEST} characters, got {len(body)}")
    return body


def _put(table: Any, keys: Where, value: Any) -> None:
    """Change one key; a table between braces around it is written anew."""
    key, *inner = keys
    if not inner and value is None:
        del table[key]
    elif not inner:
        table[key] = _item(value)
    elif key in table and not isinstance(table[key], InlineTable):
        _put(table[key], (*inner,), value)
    else:
        plain = table[key].unwrap() if key in table else {}
        _put(plain, (*inner,), value)
        table[key] = _item(plain)


def _lift_key(table: Any, keys: Where, before: str) -> None:
    key, *inner = keys
    if len(inner) and not isinstance(table[key], InlineTable):
        return _lift_key(table[key], (*inner,), before)
    if inner:
        plain = table[key].unwrap()
        _lift_key(plain, (*inner,), before)
        table[key] = _item(plain)
        return None
    for other in _order(table, key, before):
        item = table.pop(other)
        table[other] = item
    return None


def _order(table: Mapping[str, Any], key: str, before: str) -> Iterator[str]:
    """All keys from the one that is moved on."""
    yield key
    others = [other for other in table if other != key]
    yield from others[others.index(before) :]


def _item(value: Any) -> Item:
    """A value as we write it: a long text on lines of its own, a table between braces."""
    if isinstance(value, Mapping):
        inner = ", ".join(f"{_key(key)} = {_item(each).as_string()}" for key, each in value.items())
        item: Item = tomlkit.value(f"{{ {inner} }}" if inner else "{}")
    elif isinstance(value, str):
        item = tomlkit.string(value, multiline="\n" in value)
    else:
        item = tomlkit.item(value)
    return item


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else tomlkit.string(key).as_string()
