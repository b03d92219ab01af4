"""Equations of affect control theory, taken apart once so that they are quick to use.

A row is a product of ratings and its weight on each of nine outcomes. `whole` sums all rows.
`by_slot` sorts them, for one slot, by what they hold of it: E, P, A or nothing. With the other
slots fixed, the first three sums are the columns of a matrix, and the last is what is left.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import prod
from operator import mul
from typing import Final

from helpkit.errors import OutOfRangeError
from helpkit.models.ranges import within

__all__ = ["LIMIT", "SLOTS", "Compiled", "Equations", "Nine", "Sums", "compiled", "rated"]

Nine = tuple[float, ...]
Equations = tuple[tuple[tuple[int, ...], Nine], ...]
"""A row for each term: its slots, 0 to 8 as in `SLOTS`, and nine coefficients in the same order."""

SLOTS: Final = ("Ae", "Ap", "Aa", "Be", "Bp", "Ba", "Oe", "Op", "Oa")
"""Evaluation, potency and activity of the actor, the behavior and the object."""

LIMIT: Final = 4.3
"""Sentiments run from -4.3, infinitely bad, weak or quiet, to 4.3."""


@dataclass(frozen=True)
class Sums:
    """Nine weighted sums of products of ratings."""

    products: tuple[tuple[int, ...], ...]
    weights: tuple[Nine, ...]

    def at(self, ratings: Nine) -> Nine:
        """The nine sums for nine ratings."""
        values = [prod(map(ratings.__getitem__, slots)) for slots in self.products]
        return tuple(sum(map(mul, values, row)) for row in self.weights)


@dataclass(frozen=True)
class Compiled:
    """All sums, and for each slot those that hold its E, P, A or nothing of it."""

    whole: Sums
    by_slot: tuple[tuple[Sums, ...], ...]


@lru_cache(maxsize=16)
def compiled(eq: Equations) -> Compiled:
    """The equations, taken apart.

    Raises:
        OutOfRangeError: for a row in another form.
    """
    for term, row in eq:
        _check(term, row)
    return Compiled(_sums(eq), tuple(_split(eq, slot) for slot in range(3)))


def _check(term: tuple[int, ...], row: Nine) -> None:
    within("number of coefficients", len(row), 9, 9)
    for slot in term:
        within("slot", slot, 0, 8)
    if len({slot // 3 for slot in term}) < len(term):
        names = "*".join(SLOTS[slot] for slot in term)
        raise OutOfRangeError(f"a term must hold at most one rating of each slot, got {names}")


def _split(eq: Equations, slot: int) -> tuple[Sums, ...]:
    parts: tuple[list[tuple[tuple[int, ...], Nine]], ...] = ([], [], [], [])
    for term, row in eq:
        held = [index % 3 for index in term if index // 3 == slot]
        rest = tuple(index for index in term if index // 3 != slot)
        parts[held[0] if held else 3].append((rest, row))
    return tuple(_sums(tuple(part)) for part in parts)


def _sums(rows: Equations) -> Sums:
    weights = tuple(zip(*(row for _, row in rows), strict=True)) or ((),) * 9
    return Sums(tuple(term for term, _ in rows), weights)


def rated(sentiments: Mapping[str, tuple[float, float, float]]) -> None:
    """Refuse what lies outside the scale.

    Raises:
        OutOfRangeError: with its name and its dimension.
    """
    for name, sentiment in sentiments.items():
        for dimension, value in zip("EPA", sentiment, strict=True):
            within(f"{dimension} of {name}", value, -LIMIT, LIMIT)
