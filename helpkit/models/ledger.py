"""How do two people feel about what they gave and got? Illustrative: the numbers are ours.

Giving v lowers the felt balance of the giver by inflation x v, because everyone overrates what they
give, and raises that of the receiver by v. Each thanks credits the giver with 1, at most 2 for one
favour. Between people who do not keep count, paying back exactly as much on the very next move is
felt as closing the account and costs both 2; the direction is known (clark1979interpersonal), the
size is ours.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, Literal

from helpkit.errors import UnknownIdError
from helpkit.models.ranges import within

__all__ = [
    "CURRENCIES",
    "EFFECTS",
    "PEOPLE",
    "RELATIONS",
    "Effect",
    "Give",
    "Ignore",
    "Ledger",
    "Move",
    "Relation",
    "Thank",
    "play",
]

Relation = Literal["exchange", "communal"]
Effect = Literal["counts", "cold", "no-favour", "no-more", "passes"]

PEOPLE: Final = ("A", "B")
RELATIONS: Final[tuple[Relation, ...]] = ("exchange", "communal")
CURRENCIES: Final = ("time", "knowledge", "status_face", "emotional", "money_contract")
EFFECTS: Final[tuple[Effect, ...]] = ("counts", "cold", "no-favour", "no-more", "passes")
"""What a move did: it counted as it is, or it chilled, or it changed nothing for one of three
reasons: no favour to thank for, thanks enough already, or the moment was let pass."""

THANKS_THAT_COUNT: Final = 2
COLD_REPAYMENT: Final = 2.0


@dataclass(frozen=True)
class Give:
    """A favour of `by` to the other, worth `value` (0 to 10) to the one who gets it.

    `currency` is what it is paid in; it says what the favour is and changes no number.
    """

    by: str
    value: float
    currency: str = "time"


@dataclass(frozen=True)
class Thank:
    """Thanks of `by` for the last favour of the other."""

    by: str


@dataclass(frozen=True)
class Ignore:
    """`by` lets the moment pass."""

    by: str


Move = Give | Thank | Ignore


@dataclass(frozen=True)
class Ledger:
    """What both feel after a row of moves.

    `trace` holds both balances before the first move and after each, `effects` what each move did;
    `short` names who feels short.
    """

    trace: tuple[Mapping[str, float], ...]
    effects: tuple[Effect, ...] = ()

    @property
    def balances(self) -> Mapping[str, float]:
        """The felt balance of each at the end."""
        return self.trace[-1]

    @property
    def tension(self) -> tuple[float, ...]:
        """How far both together feel short, before the first move and after each."""
        return tuple(sum(max(0.0, -value) for value in now.values()) for now in self.trace)

    @property
    def short(self) -> tuple[str, ...]:
        """Who feels that they gave more than they got."""
        return tuple(person for person in PEOPLE if self.balances[person] < 0)


@dataclass(frozen=True)
class _Account:
    """Balances, the last favour of each with the thanks it had, the move before and its effect."""

    balances: Mapping[str, float]
    thanked: Mapping[str, int]
    last: Move | None = None
    effect: Effect = "passes"


def play(
    moves: Iterable[Move], *, inflation: float = 1.0, relation: Relation = "exchange"
) -> Ledger:
    """Follow the felt balances through a row of moves. Illustrative.

    Args:
        moves: `Give`, `Thank` and `Ignore`, by "A" or "B", in the order in which they happen.
        inflation: how much everyone overrates what they give, 1.0 to 1.6.
        relation: "exchange" keeps count, "communal" goes by need.

    Raises:
        OutOfRangeError: for an inflation or a value outside its range.
        UnknownIdError: for an unknown person, currency or relation.
    """
    within("inflation", inflation, 1.0, 1.6)
    _known("relation", relation, RELATIONS)
    accounts = [_Account(dict.fromkeys(PEOPLE, 0.0), {})]
    for move in moves:
        accounts.append(_after(accounts[-1], move, inflation, relation))
    return Ledger(
        trace=tuple(MappingProxyType(dict(now.balances)) for now in accounts),
        effects=tuple(now.effect for now in accounts[1:]),
    )


def _after(account: _Account, move: Move, inflation: float, relation: Relation) -> _Account:
    _known("by", move.by, PEOPLE)
    account = replace(account, effect="passes")
    if isinstance(move, Give):
        account = _given(account, move, inflation, relation)
    elif isinstance(move, Thank):
        account = _thanked(account, _other(move.by))
    return replace(account, last=move)


def _given(account: _Account, move: Give, inflation: float, relation: Relation) -> _Account:
    within("value", move.value, 0, 10)
    _known("currency", move.currency, CURRENCIES)
    change = {move.by: -inflation * move.value, _other(move.by): move.value}
    cold = relation == "communal" and _settles(account.last, move)
    if cold:
        change = {person: value - COLD_REPAYMENT for person, value in change.items()}
    thanked = {**account.thanked, move.by: 0}
    effect: Effect = "cold" if cold else "counts"
    return replace(account, balances=_sum(account.balances, change), thanked=thanked, effect=effect)


def _settles(before: Move | None, move: Give) -> bool:
    """Whether a favour pays the one just before it back to the last bit."""
    return isinstance(before, Give) and before.by != move.by and before.value == move.value


def _thanked(account: _Account, giver: str) -> _Account:
    """Credit the giver; thanks for nothing, or too much of it, change nothing."""
    had = account.thanked.get(giver)
    if had is None:
        return replace(account, effect="no-favour")
    if had >= THANKS_THAT_COUNT:
        return replace(account, effect="no-more")
    thanked = {**account.thanked, giver: had + 1}
    balances = _sum(account.balances, {giver: 1.0})
    return replace(account, balances=balances, thanked=thanked, effect="counts")


def _sum(balances: Mapping[str, float], change: Mapping[str, float]) -> dict[str, float]:
    return {person: balances[person] + change.get(person, 0.0) for person in PEOPLE}


def _other(person: str) -> str:
    return PEOPLE[1 - PEOPLE.index(person)]


def _known(name: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise UnknownIdError(f"{name} must be one of {', '.join(known)}, got {value!r}")
