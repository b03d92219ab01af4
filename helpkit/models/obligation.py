"""What does help that is not paid back do? Illustrative, beside six published means.

A felt debt d fades and grows: d <- memory x d + value x meant - repaid - weight x thanks. Up to a
capacity K it calls for repayment, beyond it for distance:

    unease   u = theta x max(0, d - K)
    repay    P = s(alpha x d - c)          s(x) = 1 / (1 + exp(-x))
    avoid    P = s(lambda x (d - K))

The equations and numbers are ours; that a favour obliges, whether or not its giver is liked, is
published (regan1971effects).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import tanh
from types import MappingProxyType
from typing import Final

from helpkit.models.ranges import within

__all__ = ["REGAN_1971", "Feeling", "Help", "Receiver", "after"]

REGAN_1971: Final[Mapping[tuple[str, str], float]] = MappingProxyType(
    {
        ("favour", "pleasant"): 1.91,
        ("favour", "unpleasant"): 1.60,
        ("elsewhere", "pleasant"): 1.50,
        ("elsewhere", "unpleasant"): 1.00,
        ("none", "pleasant"): 0.80,
        ("none", "unpleasant"): 0.80,
    }
)
"""Mean number of raffle tickets bought, by where a favour came from and how the one who sold them
had behaved (regan1971effects)."""

UNEASE: Final = 1.0
REPAY_PULL: Final = 0.8
REPAY_COST: Final = 2.0
AVOID_SLOPE: Final = 1.0


@dataclass(frozen=True)
class Receiver:
    """Who gets the help: memory 0.5 to 1, capacity for owing 0 to 10, weight of thanks 0 to 1."""

    memory: float = 0.9
    capacity: float = 5.0
    relief: float = 0.5

    def __post_init__(self) -> None:
        """Refuse what is out of range."""
        within("memory", self.memory, 0.5, 1)
        within("capacity", self.capacity, 0, 10)
        within("relief", self.relief, 0, 1)


@dataclass(frozen=True)
class Help:
    """One moment: value given, repaid and thanks 0 to 10; how far it is meant for me 0 to 1."""

    value: float = 0.0
    meant: float = 1.0
    repaid: float = 0.0
    thanks: float = 0.0

    def __post_init__(self) -> None:
        """Refuse what is out of range."""
        for name, high in (("value", 10), ("meant", 1), ("repaid", 10), ("thanks", 10)):
            within(name, getattr(self, name), 0, high)


@dataclass(frozen=True)
class Feeling:
    """The felt debt, the unease it brings, and the chances of paying back and of keeping away."""

    debt: float
    unease: float
    repay: float
    avoid: float


def after(moments: Iterable[Help], receiver: Receiver, *, debt: float = 0.0) -> tuple[Feeling, ...]:
    """What does the receiver feel after each moment? Illustrative.

    Args:
        moments: the help, in the order in which it comes.
        receiver: who gets it.
        debt: what was felt before, -100 to 100.

    Raises:
        OutOfRangeError: for a value outside its range.
    """
    within("debt", debt, -100, 100)
    felt = []
    for moment in moments:
        debt = receiver.memory * debt + moment.value * moment.meant
        debt -= moment.repaid + receiver.relief * moment.thanks
        felt.append(_feeling(debt, receiver.capacity))
    return tuple(felt)


def _feeling(debt: float, capacity: float) -> Feeling:
    return Feeling(
        debt=debt,
        unease=UNEASE * max(0.0, debt - capacity),
        repay=_chance(REPAY_PULL * debt - REPAY_COST),
        avoid=_chance(AVOID_SLOPE * (debt - capacity)),
    )


def _chance(pull: float) -> float:
    return (1 + tanh(pull / 2)) / 2  # the logistic function, and it cannot overflow
