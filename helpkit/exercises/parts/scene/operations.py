"""What the form does to the text of a scene: one operation, one new text, and nothing else in it.

The text is what counts. An operation is written into it and the result is read again: if it does
not say exactly what was asked, the operation is refused and the text stays as it is.
"""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, count
from string import ascii_lowercase
from typing import Any, Final, NamedTuple

from helpkit.content.scene_file import is_deep
from helpkit.exercises.parts.scene.blocks import Where
from helpkit.exercises.parts.scene.inspection import fits
from helpkit.exercises.parts.scene.toml_writing import (
    UNWRITABLE,
    Way,
    add_table,
    move_key,
    move_table,
    put,
    remove,
)

__all__ = ["REFUSALS", "Edit", "Operation", "edited", "is_operation"]

REFUSALS: Final = ("unreadable", "gone", "by-hand", "too-long")
"""The text cannot be read; what was meant is no longer there; it is written in a way that only a
hand can change; the scene would be too long."""

LINES: Final = "nodes"
ENDINGS: Final = "endings"
_CHOICES: Final = "choices"
_NEW: Final[Mapping[str, Mapping[str, str]]] = {
    LINES: {"says": ""},
    _CHOICES: {"says": "", "form": "", "next": "", "why": ""},
    ENDINGS: {"kind": "", "says": ""},
}
_DEEPEST: Final = 6
_LARGEST: Final = 999
_STEMS: Final = {LINES: "n", ENDINGS: "e"}


@dataclass(frozen=True)
class Operation:
    """What to do, where, and with which value.

    `set` sets a value, or leaves it out (None). `add` puts a line, a choice or an ending into the
    table at `where`, `remove` takes one out, and `move` moves it by `value` places. `lead` leads a
    choice to a new line or ending, in the table `value`.
    """

    op: str
    where: Where
    value: Any = None


def is_operation(op: Any, where: Any, value: Any) -> bool:
    """Whether this is an operation as a page sends it."""
    if not isinstance(where, list) or not 0 < len(where) <= _DEEPEST:
        return False
    if not all(isinstance(key, str) and fits(key) for key in where):
        return False
    return isinstance(op, str) and op in _VALUES and _VALUES[op](value)


def _is_nothing(value: Any) -> bool:
    return value is None


def _is_step(value: Any) -> bool:
    return type(value) is int and abs(value) == 1


def _is_table(value: Any) -> bool:
    return isinstance(value, str) and value in _STEMS


def _is_value(value: Any) -> bool:
    """A text or a number; nothing to leave it out."""
    if isinstance(value, str):
        return fits(value)
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return value is None or (is_number and abs(value) <= _LARGEST)


_VALUES: Final[Mapping[str, Callable[[Any], bool]]] = {
    "set": _is_value,
    "add": _is_nothing,
    "remove": _is_nothing,
    "move": _is_step,
    "lead": _is_table,
}


class Edit(NamedTuple):
    """A new text and the place that it is about; or why there is none."""

    text: str
    where: Where
    refusal: str = ""


class Step(NamedTuple):
    """A change of one place, how it is made to a tree, and the ways to write it."""

    where: Where
    value: Any
    plant: Callable[[dict[str, Any], Where, Any], None]
    ways: tuple[Way, ...]


class _Refused(Exception):
    """Raised with one of `REFUSALS`."""


def edited(text: str, operation: Operation) -> Edit:
    """Make an operation on a text; whatever the text is, nothing is raised."""
    try:
        return _edited(text, operation)
    except _Refused as refused:
        return Edit(text, operation.where, str(refused))


def _edited(text: str, operation: Operation) -> Edit:
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    new = text.removeprefix(mark)
    tree = _tree(new)
    where, steps = _plan(tree, operation)
    for step in steps:
        step.plant(tree, step.where, step.value)
        new = _written(new, step, tree)
    if not fits(mark + new):
        raise _Refused("too-long")
    return Edit(mark + new, where)


def _tree(text: str) -> dict[str, Any]:
    if is_deep(text) or not fits(text):
        raise _Refused("unreadable")
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        raise _Refused("unreadable") from None


def _written(text: str, step: Step, wanted: Mapping[str, Any]) -> str:
    for way in step.ways:
        try:
            new = way(text, step.where, step.value)
            tree = tomllib.loads(new)
        except UNWRITABLE:
            continue
        if _pruned(tree) == _pruned(wanted) and _orders(tree) == _orders(wanted):
            return new
    raise _Refused("by-hand")


def _pruned(tree: Any) -> Any:
    """Without empty tables: a header that is not needed comes and goes."""
    if not isinstance(tree, dict):
        return tree
    pruned = {key: _pruned(value) for key, value in tree.items()}
    return {key: value for key, value in pruned.items() if value != {}}


def _orders(tree: Mapping[str, Any]) -> list[list[str]]:
    """The order of lines, of endings and of the choices of each line: it has a meaning."""
    lines = _table(tree, (LINES,))
    choices = (_table(lines, (key, _CHOICES)) for key in lines)
    return [[*table] for table in (lines, _table(tree, (ENDINGS,)), *choices)]


def _table(tree: Any, where: Where) -> dict[str, Any]:
    """A table, empty where there is none."""
    for key in where:
        tree = tree.get(key) if isinstance(tree, dict) else None
    return tree if isinstance(tree, dict) else {}


def _plan(tree: dict[str, Any], operation: Operation) -> tuple[Where, list[Step]]:
    """The place that it is about, and the steps that make it."""
    op, where, value = operation.op, operation.where, operation.value
    _require(tree, where, op)
    if op == "add":
        new = (*where, _free(tree, where))
        return new, [*_adding(tree, new)]
    if op == "lead":
        new = (value, _free(tree, (value,)))
        return where, [*_adding(tree, new), _set(where, new[-1])]
    if op == "remove":
        return where, [Step(where, None, _drop, (remove,))]
    if op == "move":
        return where, [*_moving(tree, where, value)]
    return where, [*_setting(tree, where, value)]


def _require(tree: dict[str, Any], where: Where, op: str) -> None:
    """The line, ending or choice that it is about must be there."""
    depth = len(where) if op in ("remove", "move") else len(where) - 1
    tops = (length for length in (2, 4) if length <= depth and where[0] in (LINES, ENDINGS))
    for length in tops:
        if not isinstance(_table(tree, where[: length - 1]).get(where[length - 1]), dict):
            raise _Refused("gone")


def _setting(tree: dict[str, Any], where: Where, value: Any) -> Iterator[Step]:
    now = _table(tree, where[:-1]).get(where[-1])
    if isinstance(now, dict):
        raise _Refused("by-hand")
    if now != value or type(now) is not type(value):
        yield _set(where, value)


def _set(where: Where, value: Any) -> Step:
    return Step(where, value, _plant, (put,))


def _adding(tree: dict[str, Any], where: Where) -> Iterator[Step]:
    """A new table; the first line that there is begins the conversation."""
    kind = where[-2]
    yield Step(where, _NEW[kind], _plant, (add_table, put))
    if kind == LINES and not tree.get("first"):
        yield _set(("first",), where[-1])


def _moving(tree: dict[str, Any], where: Where, by: int) -> Iterator[Step]:
    """To move something down is to move what is behind it up."""
    *parent, key = where
    ids = [*_table(tree, (*parent,))]
    at = ids.index(key)
    if not 0 <= at + by < len(ids):
        return
    up, before = (key, ids[at - 1]) if by < 0 else (ids[at + 1], key)
    yield Step((*parent, up), before, _reorder, (move_table, move_key))


def _free(tree: dict[str, Any], where: Where) -> str:
    """An id that is not taken, also by a choice that leads to what is not there."""
    if where[-1] == _CHOICES:
        numbered = (f"c{number}" for number in count(1))
        return _first({*_table(tree, where)}, chain(ascii_lowercase, numbered))
    lines = _table(tree, (LINES,))
    choices = [_table(lines, (key, _CHOICES)) for key in lines]
    targets = {str(_table(group, (key,)).get("next")) for group in choices for key in group}
    taken = {*lines, *_table(tree, (ENDINGS,)), *targets, str(tree.get("first"))}
    return _first(taken, (f"{_STEMS[where[0]]}{number}" for number in count(1)))


def _first(taken: set[str], ids: Iterable[str]) -> str:
    return next(free for free in ids if free not in taken)


def _plant(tree: dict[str, Any], where: Where, value: Any) -> None:
    *parents, key = where
    for parent in parents:
        tree = tree.setdefault(parent, {})
        if not isinstance(tree, dict):
            raise _Refused("by-hand")
    if value is None:
        tree.pop(key, None)
    else:
        tree[key] = dict(value) if isinstance(value, Mapping) else value


def _drop(tree: dict[str, Any], where: Where, _value: object) -> None:
    del _table(tree, where[:-1])[where[-1]]


def _reorder(tree: dict[str, Any], where: Where, before: str) -> None:
    table = _table(tree, where[:-1])
    moving = table.pop(where[-1])
    after = {key: table.pop(key) for key in [*table][[*table].index(before) :]}
    table.update({where[-1]: moving, **after})
