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

_OPENS = re.compile(r"[\[{]")
_CLOSES = re.compile(r"[\]}]")
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
    """Cut a text that can be read as TOML; joined again, it ends with a line end."""
    lines, plain = _lines(text), _plain(text)
    starts = [*_headers(plain)]
    tops = [_top(plain, start) for start in starts]
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
        elif not was_gone and "#" in part.above:
            left[-1] = replace(left[-1], body=left[-1].body + part.above)
    return left


def lift(parts: list[Block], where: Where, before: Where) -> list[Block]:
    """With a table moved right before another one."""
    moving = within(parts, where)
    rest = [part for part in parts if part not in moving]
    at = rest.index(within(rest, before)[0])
    return [*rest[:at], *moving, *rest[at:]]


def add(parts: list[Block], new: Block, at: int) -> list[Block]:
    """With a new table before the block of this number, and a blank line between the two."""
    above = "\n" if at and any(map(str, parts[:at])) else ""
    return [*parts[:at], replace(new, above=above), *parts[at:]]


def _lines(text: str) -> list[str]:
    """The lines with their ends; a carriage return alone is no end of a line in TOML."""
    return [f"{line}\n" for line in text.removesuffix("\n").split("\n")] if text else []


def _plain(text: str) -> list[str]:
    """The lines with a filler for each text and each comment: what is left is TOML."""

    def filler(match: re.Match[str]) -> str:
        return re.sub(r"[^\n]", "#" if match[0].startswith("#") else "x", match[0])

    return QUOTED.sub(filler, text).split("\n")


def _headers(plain: list[str]) -> Iterator[int]:
    """The numbers of the lines that are headers: no bracket is open there."""
    depth = 0
    for number, line in enumerate(plain):
        if not depth and line.lstrip(" \t").startswith("["):
            yield number
        else:
            depth += len(_OPENS.findall(line)) - len(_CLOSES.findall(line))


def _top(plain: list[str], start: int) -> int:
    """Where a block begins: comments right above its header, and blank lines above those."""
    top = start
    while top and plain[top - 1].lstrip(" \t").startswith("#"):
        top -= 1
    while top and not plain[top - 1].strip():
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
