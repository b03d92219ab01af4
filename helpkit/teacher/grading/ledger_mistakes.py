"""Which sum did somebody do instead? Each mistake is the ledger with one rule forgotten."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from helpkit.exercises.parts.ledger.evenings import BOTH, Evening
from helpkit.models.ledger import Give, Move, Thank

__all__ = ["BALANCE_MISTAKES", "mistake_of"]

Balances = Mapping[str, float]


def _other_person(evening: Evening) -> Balances:
    a, b = BOTH
    now = evening.ledger.balances
    return {a: now[b], b: now[a]}


def _sign(evening: Evening) -> Balances:
    return {who: -value for who, value in evening.ledger.balances.items()}


def _no_inflation(evening: Evening) -> Balances:
    return replace(evening, inflation=1.0).ledger.balances


def _no_thanks(evening: Evening) -> Balances:
    """The thanks are left out; a cold repayment stays where it was."""
    thanks = _credited(evening)
    return {who: value - thanks[who] for who, value in evening.ledger.balances.items()}


def _wrong_thanks(evening: Evening) -> Balances:
    """The credit goes to whoever says thanks."""
    a, b = BOTH
    thanks, now = _credited(evening), evening.ledger.balances
    return {a: now[a] - thanks[a] + thanks[b], b: now[b] - thanks[b] + thanks[a]}


def _every_thanks(evening: Evening) -> Balances:
    """A third thanks for the same favour is counted too."""
    credited, counted = _credited(evening), {who: float(_said_to(evening, who)) for who in BOTH}
    return {who: now - credited[who] + counted[who] for who, now in evening.ledger.balances.items()}


def _warm_repayment(evening: Evening) -> Balances:
    """Paying back at once is taken to cost nothing among friends."""
    return replace(evening, relation="exchange").ledger.balances


def _credited(evening: Evening) -> Balances:
    """What each was credited with for being thanked."""
    silent = replace(evening, moves=tuple(_silent(evening.moves)))
    before, now = silent.ledger.balances, evening.ledger.balances
    return {who: now[who] - before[who] for who in BOTH}


def _silent(moves: tuple[Move, ...]) -> Iterator[Move]:
    """Thanks become favours worth nothing, so that what follows them is no next move."""
    for move in moves:
        yield Give(move.by, 0) if isinstance(move, Thank) else move


def _said_to(evening: Evening, who: str) -> int:
    return sum(isinstance(move, Thank) and move.by != who for move in evening.moves)


BALANCE_MISTAKES: Final[Mapping[str, Callable[[Evening], Balances]]] = {
    "no-inflation": _no_inflation,
    "every-thanks-counts": _every_thanks,
    "thanks-for-the-thanker": _wrong_thanks,
    "no-thanks": _no_thanks,
    "warm-repayment": _warm_repayment,
    "other-person": _other_person,
    "sign": _sign,
}


def mistake_of(evening: Evening, who: str, answer: float, tolerance: float) -> str:
    """The first mistake that leads to this answer, or nothing."""
    return next(
        (
            name
            for name, made in BALANCE_MISTAKES.items()
            if abs(made(evening)[who] - answer) <= tolerance + 1e-9
        ),
        "",
    )
