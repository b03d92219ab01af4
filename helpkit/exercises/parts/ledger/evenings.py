"""An evening of favours with a student's own numbers: drawn from seed, student and item; no key.

The draw goes on until there is something to compute: nobody ends at zero or where the other does,
and where thanks are asked for, A is short. Whether thanks can settle it is drawn as well, so that
neither answer is the safe one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from math import ceil
from typing import Final

from helpkit.exercises.items import LedgerItem
from helpkit.exercises.sheet import rank
from helpkit.models.ledger import Give, Ledger, Move, Relation, Thank, play

__all__ = ["BOTH", "IMPOSSIBLE", "Evening", "balance_id", "evening", "fewest"]

BOTH: Final = ("A", "B")
IMPOSSIBLE: Final = "impossible"
THANKS_THAT_COUNT: Final = 2
_APART: Final = 0.5
_TRIES: Final = 500


@dataclass(frozen=True)
class Evening:
    """The moves, how much both overrate what they give, and what kind of relationship it is."""

    moves: tuple[Move, ...]
    inflation: float
    relation: Relation

    @cached_property
    def ledger(self) -> Ledger:
        """What both feel."""
        return play(self.moves, inflation=self.inflation, relation=self.relation)


def evening(item: LedgerItem, name: str, seed: str, student: str) -> Evening:
    """The evening that a student gets for the item of this name."""
    numbers = _numbers(name, seed, student)
    settled = next(numbers) % 2 == 0
    for _ in range(_TRIES):
        drawn = _evening(item, numbers)
        if _telling(drawn, item, settled):
            break
    return drawn


def _numbers(name: str, seed: str, student: str) -> Iterator[int]:
    return (int(rank(seed, student, f"{name}|{turn}"), 16) for turn in count())


def _evening(item: LedgerItem, numbers: Iterator[int]) -> Evening:
    pattern = item.patterns[next(numbers) % len(item.patterns)].split()
    inflation = (11 + next(numbers) % 5) / 10
    slots = dict.fromkeys(mark[1] for mark in pattern if len(mark) == 2)
    left = [*range(2, 10)]
    values = {slot: left.pop(next(numbers) % len(left)) for slot in slots}
    moves = (
        Give(mark[0], values[mark[1]]) if len(mark) == 2 else Thank(mark.upper())
        for mark in pattern
    )
    return Evening(tuple(moves), inflation, item.relation)


def _telling(drawn: Evening, item: LedgerItem, settled: bool) -> bool:
    a, b = (drawn.ledger.balances[who] for who in BOTH)
    if item.asks == "thanks":
        return a <= -_APART and (fewest(drawn) != IMPOSSIBLE) == settled
    return min(abs(a), abs(b), abs(a - b)) >= _APART


def balance_id(item: str, who: str) -> str:
    """The id under which a journal keeps somebody's balance; ids have no capitals there."""
    return f"{item}.{who.lower()}"


def fewest(drawn: Evening) -> int | str:
    """The smallest number of thanks by B that brings A to zero or above, or "impossible".

    B says them right after a favour of A, where they count twice at most and bring A 1 each.
    """
    favours = sum(isinstance(move, Give) and move.by == "A" for move in drawn.moves)
    needed = max(0, ceil(round(-drawn.ledger.balances["A"], 6)))
    return needed if needed <= THANKS_THAT_COUNT * favours else IMPOSSIBLE
