"""Which texts of different students are the same or nearly the same? A share, and no verdict.

Two students may have worked together, or have quoted the same text: this only says where to look.

Words are compared without capitals, accents and punctuation. Every five words in a row are a piece;
a line of three or four words is one piece, and in scripts without spaces ten characters are. What
everybody was given is left out. Two texts are alike if they have at least eight pieces in common,
and these are at least a tenth of the smaller text. One word in ten changed leaves about half of the
pieces; people who write about the same thing in their own words have next to none in common.

Each piece leads to the texts that have it, so texts with nothing in common cost nothing. A piece in
very many texts pairs them all with the first of them only: a class that hands in one text is a star
and not millions of pairs.
"""

import re
import unicodedata
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, groupby
from typing import Final

__all__ = ["Likeness", "Place", "Writing", "alike", "pieces"]

WORDS: Final = 5
SHORT: Final = 3
CHARACTERS: Final = 10
FEWEST: Final = 8
LEAST: Final = 0.1

_MANY: Final = 20
_BUCKETS: Final = 64
_BITS: Final = 22
_AT: Final = (1 << _BITS) - 1
_HASH: Final = (1 << (64 - _BITS)) - 1

_ALONE: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff"
)
"""Scripts without spaces: Thai, Lao, Burmese, Khmer, Japanese and Chinese."""

_WORD: Final = re.compile(rf"[{_ALONE}]|[^\s{_ALONE}\u2010-\u2015\u3001\u3002/.,;:!?…|]+")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a text stands; `submission` is how its sha256 begins."""

    student: str
    part: str
    item: str
    submission: str


@dataclass(frozen=True, slots=True)
class Writing:
    """One text; no piece goes over the end of a line."""

    place: Place
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two places, which share of the smaller text they have in common, and the longest passage."""

    places: tuple[Place, Place]
    share: float
    passage: str
    words: int


@dataclass(frozen=True, slots=True)
class _Token:
    plain: str
    start: int
    end: int


def alike(writings: Iterable[Writing], common: Iterable[str] = ()) -> list[Likeness]:
    """The pairs of texts of different students that are alike, the most alike first.

    Args:
        writings: the texts; of one student there may be several.
        common: what everybody had before writing.
    """
    writings = [*writings]
    known = frozenset(piece for line in common for piece in _pieces(_words(line)))
    pairs = (_compared(writings[a], writings[b], known) for a, b in _candidates(writings, known))
    return sorted(filter(None, pairs), key=lambda pair: (-pair.share, pair.places))


def pieces(writing: Writing, known: frozenset[int] = frozenset()) -> frozenset[int]:
    """The pieces of a text that are not known, as numbers."""
    return frozenset(piece for line in writing.lines for piece in _pieces(_words(line))) - known


def _candidates(writings: Sequence[Writing], known: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The pairs that have enough pieces in common."""
    common: Counter[tuple[int, int]] = Counter()
    for bucket in _buckets(writings, known):
        for _, holders in groupby(sorted(bucket), key=lambda entry: entry >> _BITS):
            common.update(_pairs([entry & _AT for entry in holders]))
    for pair in sorted(pair for pair, number in common.items() if number >= FEWEST):
        if writings[pair[0]].place.student != writings[pair[1]].place.student:
            yield pair


def _buckets(writings: Sequence[Writing], known: frozenset[int]) -> list["array[int]"]:
    """Each piece with the number of a text that has it; the same pieces are in one bucket."""
    buckets = [array("Q") for _ in range(_BUCKETS)]
    for at, writing in enumerate(writings):
        for piece in pieces(writing, known):
            buckets[piece % _BUCKETS].append((piece << _BITS) | at)
    return buckets


def _pairs(holders: list[int]) -> Iterable[tuple[int, int]]:
    if len(holders) <= _MANY:
        return combinations(holders, 2)
    return ((holders[0], other) for other in holders[1:])


def _compared(writing: Writing, other: Writing, known: frozenset[int]) -> Likeness | None:
    mine, theirs = pieces(writing, known), pieces(other, known)
    common = mine & theirs
    share = len(common) / max(1, min(len(mine), len(theirs)))
    if len(common) < FEWEST or share < LEAST:
        return None
    passage, words = max((_longest(line, common) for line in writing.lines), key=lambda of: of[1])
    return Likeness((writing.place, other.place), share, passage, words)


def _longest(line: str, common: frozenset[int]) -> tuple[str, int]:
    """The longest run of words whose pieces are all in common, and how many words that is."""
    words = _words(line)
    size = _size(words)
    start = best = best_start = 0
    for at, piece in enumerate(_pieces(words)):
        if piece not in common:
            start = at + 1
        elif at + 1 - start > best:
            best, best_start = at + 1 - start, start
    if not best:
        return "", 0
    end = best_start + best + size - 1
    return line[words[best_start].start : words[end - 1].end], end - best_start


def _pieces(words: Sequence[_Token]) -> Iterator[int]:
    size = _size(words)
    plain = [word.plain for word in words]
    for at in range(len(plain) - size + 1 if size else 0):
        yield hash(tuple(plain[at : at + size])) & _HASH


def _size(words: Sequence[_Token]) -> int:
    """How many words of this line are a piece; none if the line is too short."""
    alone = sum(word.end - word.start == 1 and word.plain >= "\u0e00" for word in words)
    size = CHARACTERS if 2 * alone > len(words) else WORDS
    if size == WORDS and SHORT <= len(words) < WORDS:
        return len(words)
    return size


def _words(line: str) -> list[_Token]:
    words = ((_plain(word[0]), *word.span()) for word in _WORD.finditer(line))
    return [_Token(*word) for word in words if word[0]]


@lru_cache(200_000)
def _plain(word: str) -> str:
    """A word without what does not change it: capitals, accents, quotes and what is not seen."""
    if word.isascii() and word.isalnum():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(filter(str.isalnum, parts))
