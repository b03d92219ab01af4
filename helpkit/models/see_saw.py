"""Who goes up and who goes down while two people talk? Illustrative: the numbers are ours.

Status is something we do: each move raises or lowers oneself or the other, and like a see-saw one
end goes up when the other goes down (johnstone1979impro). Two people also have a distance at which
both are at ease:

    discomfort = |height of the first - height of the second - preferred gap|

Helping lifts the helper, unless it is paired with a move that lowers: *could you show me?*
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, Literal

from helpkit.errors import UnknownIdError
from helpkit.models.ranges import within

__all__ = ["BOTTOM", "MOVES", "TOP", "Move", "SeeSaw", "Side", "moved", "play"]

Side = Literal["first", "second"]
BOTTOM: Final = 0.0
TOP: Final = 10.0
"""Nobody goes below the one or above the other."""


@dataclass(frozen=True)
class Move:
    """What a move does to the one who makes it, and to the other."""

    own: float
    other: float


MOVES: Final[Mapping[str, Move]] = MappingProxyType(
    {
        "help": Move(1, -1),
        "advise-unasked": Move(1, -2),
        "boast": Move(2, 0),
        "interrupt": Move(1, -1),
        "tease": Move(0, -1),
        "criticise": Move(0, -2),
        "refuse-help": Move(1, -1),
        "ask-for-help": Move(-1, 1),
        "ask-to-be-shown": Move(-1, 1),
        "admit-mistake": Move(-2, 0),
        "apologise": Move(-1, 1),
        "listen": Move(0, 1),
        "thank": Move(0, 1),
        "praise": Move(0, 2),
    }
)
"""A closed list; each size is illustrative."""


@dataclass(frozen=True)
class SeeSaw:
    """Two heights, 0 to 10, and by how far the first is higher when both are at ease."""

    first: float
    second: float
    gap: float = 0.0

    @property
    def discomfort(self) -> float:
        """How far they are from the gap that both prefer."""
        return abs(self.first - self.second - self.gap)


def play(moves: Iterable[tuple[Side, str]], start: SeeSaw) -> tuple[SeeSaw, ...]:
    """Where are both before the first move and after each? Illustrative.

    Args:
        moves: who makes it and its id in `MOVES`, in the order in which they happen.
        start: the two at the start; heights 0 to 10, gap -10 to 10.

    Raises:
        OutOfRangeError: for a height or a gap outside its range.
        UnknownIdError: for a side or a move that is not there.
    """
    trace = [_checked(start)]
    for by, move in moves:
        trace.append(moved(trace[-1], move, by=by))
    return tuple(trace)


def moved(now: SeeSaw, move: str, *, by: Side) -> SeeSaw:
    """Where are both after one more move? Nobody goes below 0 or above 10. Illustrative.

    Raises:
        OutOfRangeError: for a height or a gap outside its range.
        UnknownIdError: for a side or a move that is not there.
    """
    _checked(now)
    _known("by", by, ("first", "second"))
    _known("move", move, tuple(MOVES))
    own, other = MOVES[move].own, MOVES[move].other
    first, second = (own, other) if by == "first" else (other, own)
    return replace(now, first=_bounded(now.first + first), second=_bounded(now.second + second))


def _bounded(height: float) -> float:
    return min(TOP, max(BOTTOM, height))


def _checked(now: SeeSaw) -> SeeSaw:
    within("first", now.first, BOTTOM, TOP)
    within("second", now.second, BOTTOM, TOP)
    within("gap", now.gap, -TOP, TOP)
    return now


def _known(name: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise UnknownIdError(f"{name} must be one of {', '.join(known)}, got {value!r}")
