"""A TOML text cut at the headers of its tables, so that a table moves with all that is in it.

A comment right above a header, without a blank line between them, is about that table and goes
where it goes; when the table is removed, it stays where it was.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from helpkit.content.scene_file import QUOTED

__all__ = ["Block", "Where", "add", "blocks", "drop", "joined", "lift", "within"]

Where = tuple[str, ...]
"""The keys that lead to a value."""

_COMMENT = re.compile(r"[ \t]*#")
_ARRAY = "[[]]"


@dataclass(frozen=True)
class Block:
    """A table as it is written: the keys in its header, what is above that, and what is below.

    The first block of a text has no header.
    """

    keys: Where
    above: str
    header: str
    body: str

    def __str__(self) -> str:
        return self.above + self.header + self.body


def blocks(text: str) -> list[Block]:
    """Cut a text that can be read as TOML; joined again it is the same, but for its last line end."""
    lines = _lines(text)
    starts = [*_headers(text, lines)]
    tops = [_top(lines, start) for start in starts]
    ends = [*tops, len(lines)]
    return [
        Block((), "", "", "".join(lines[: ends[0]])),
        *(
            _block(lines, top, start, end)
            for top, start, end in zip(tops, starts, ends[1:], strict=True)
        ),
    ]


def joined(parts: Iterable[Block]) -> str:
    """The text of these blocks."""
    return "".join(map(str, parts))


def within(parts: Iterable[Block], where: Where) -> list[Block]:
    """The blocks of a table and of all that is in it."""
    return [part for part in parts if part.keys[: len(where)] == where]


def drop(parts: list[Block], where: Where) -> list[Block]:
    """Without a table; a comment above it stays."""
    left: list[Block] = []
    gone = False
    for part in parts:
        was_gone, gone = gone, part.keys[: len(where)] == where
        if not gone:
            left.append(part)
        elif not was_gone and _COMMENT.search(part.above):
            left[-1] = replace(left[-1], body=left[-1].body + part.above)
    return left


def lift(parts: list[Block], where: Where, before: Where) -> list[Block]:
    """With a table moved right before another one."""
    moving = within(parts, where)
    rest = [part for part in parts if part not in moving]
    at = rest.index(within(rest, before)[0])
    return [*rest[:at], *moving, *rest[at:]]


def add(parts: list[Block], new: Block, after: Iterable[Where]) -> list[Block]:
    """With a new table behind the first of these tables that is there, or else at the end."""
    behind = next((near for where in after if (near := within(parts, where))), parts)
    at = max(number for number, part in enumerate(parts) if part is behind[-1]) + 1
    return [*parts[:at], new, *parts[at:]]


def _lines(text: str) -> list[str]:
    """The lines with their ends; a carriage return alone is no end of a line in TOML."""
    return [f"{line}\n" for line in text.removesuffix("\n").split("\n")] if text else []


def _headers(text: str, lines: list[str]) -> Iterator[int]:
    """The numbers of the lines that are headers: no bracket is open there and no text."""
    plain = QUOTED.sub(lambda match: re.sub(r"[^\n]", "x", match[0]), text).split("\n")
    depth = 0
    for number, line in enumerate(plain[: len(lines)]):
        if not depth and line.lstrip(" \t").startswith("["):
            yield number
        else:
            depth += len(re.findall(r"[\[{]", line)) - len(re.findall(r"[\]}]", line))


def _top(lines: list[str], start: int) -> int:
    """Where a block begins: comments right above its header, and blank lines above those."""
    top = start
    while top and _COMMENT.match(lines[top - 1]):
        top -= 1
    while top and not lines[top - 1].strip():
        top -= 1
    return top


def _block(lines: list[str], top: int, start: int, end: int) -> Block:
    above, below = "".join(lines[top:start]), "".join(lines[start + 1 : end])
    return Block(_keys(tomllib.loads(lines[start])), above, lines[start], below)


def _keys(tree: Any) -> Where:
    """The keys of a header; one of an array of tables is not the name of a single table."""
    keys: list[str] = []
    while tree:
        ((key, tree),) = tree.items()
        keys.append(key)
        if isinstance(tree, list):
            return (*keys, _ARRAY)
    return (*keys,)
