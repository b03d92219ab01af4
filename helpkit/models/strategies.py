"""The strategies of the repeated prisoner's dilemma, as machines.

A strategy is a small machine: in each of its states it helps with some probability, and what both
did leads to its next state.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

__all__ = ["OUTCOMES", "STRATEGIES", "Strategy"]

OUTCOMES: Final = ((True, True), (True, False), (False, True), (False, False))
"""What I and the other did, in the order in which the next states of a machine are listed."""


@dataclass(frozen=True)
class Strategy:
    """A machine that starts in state 0.

    `helps` is the probability of helping in each state; `leads` the next state after each outcome.
    """

    helps: tuple[float, ...]
    leads: tuple[tuple[int, int, int, int], ...]


def _always(chance: float) -> Strategy:
    return Strategy((chance,), ((0, 0, 0, 0),))


def _recalling(first: float, *after: float) -> Strategy:
    """A memory of one round: the chance to help at first, and after each outcome."""
    return Strategy((first, *after), ((1, 2, 3, 4),) * 5)


def _mirror(first: float = 1.0, generosity: float = 0.0, honesty: float = 1.0) -> Strategy:
    """Do what the other did: two states, for help and for its absence."""
    machine = Strategy((honesty, generosity), ((0, 1, 0, 1),) * 2)
    return machine if first else Strategy(machine.helps[::-1], ((1, 0, 1, 0),) * 2)


def _retaliating(rounds: int) -> Strategy:
    """Answer each refusal with so many of one's own; state n stands for n still to come."""
    leads = tuple((max(n - 1, 0), rounds, max(n - 1, 0), rounds) for n in range(rounds + 1))
    return Strategy((1.0, *[0.0] * rounds), leads)


def _patient(rounds: int) -> Strategy:
    """Help for some rounds whatever happens, then hold a grudge."""
    grudge = rounds + 1
    leads = [(n + 1, n + 1, n + 1, n + 1) for n in range(rounds)]
    leads += [(rounds, grudge, rounds, grudge), (grudge,) * 4]
    return Strategy((*[1.0] * (rounds + 1), 0.0), tuple(leads))


GENEROUS: Final = 1 / 3
"""The most that a generous mirror can forgive at payoffs 5 3 1 0 without being exploited
(nowak1992tit): the smaller of 1 - (T-R)/(R-S) and (R-P)/(T-P)."""

STRATEGIES: Final[Mapping[str, Strategy]] = MappingProxyType(
    {
        "ALLC": _always(1.0),  # gives always
        "ALLD": _always(0.0),  # gives never
        "TFT": _mirror(),  # mirrors
        "TF2T": Strategy((1.0, 1.0, 0.0), ((0, 1, 0, 1), (0, 2, 0, 2), (0, 2, 0, 2))),
        "GRIM": _patient(0),  # holds a grudge
        "WSLS": _recalling(1.0, 1.0, 0.0, 0.0, 1.0),  # keeps what worked (nowak1993strategy)
        "GTFT": _mirror(generosity=GENEROUS),
        "STFT": _mirror(first=0.0),  # mirrors, and begins with a refusal
        "TTFT": _retaliating(2),
        "HTFT": _retaliating(3),
        "JOSS": _mirror(honesty=0.9),  # mirrors, and refuses one time in ten
        "FIRM": _recalling(1.0, 1.0, 0.0, 1.0, 2 / 3),
        "DAVIS": _patient(10),
        "ALT": Strategy((1.0, 0.0), ((1, 1, 1, 1), (0, 0, 0, 0))),
        "RANDOM": _always(0.5),
    }
)
"""By the names of the field; TF2T forgives the first refusal, TTFT and HTFT answer with two and
three, DAVIS gives ten times before it holds a grudge, ALT takes turns with itself."""
