"""Which way of answering favours does well, round after round?

The repeated prisoner's dilemma (axelrod1980effective): each round both help or do not, at once. Two
machines of `strategies` together are a Markov chain, so the expected score of any pair is exact,
with chance and noise and without a single random number. The published ranking of the
first tournament cannot be reproduced: the text of its entries is lost.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations_with_replacement
from typing import Final, NamedTuple

from helpkit.errors import OutOfRangeError, UnknownIdError
from helpkit.models.ranges import within
from helpkit.models.strategies import OUTCOMES, STRATEGIES, Strategy

__all__ = ["Payoffs", "Score", "match", "next_move", "ranking", "round_robin"]

MOST_TURNS: Final = 500
MOST_NOISE: Final = 0.1
SAME: Final = 1e-15


@dataclass(frozen=True)
class Payoffs:
    """What a round brings: temptation, reward, punishment, sucker's payoff; T > R > P > S."""

    t: float = 5.0
    r: float = 3.0
    p: float = 1.0
    s: float = 0.0

    def __post_init__(self) -> None:
        """Refuse payoffs that make no dilemma."""
        if not self.t > self.r > self.p > self.s:
            values = f"{self.t:g}, {self.r:g}, {self.p:g}, {self.s:g}"
            raise OutOfRangeError(f"payoffs must fall from T over R and P to S, got {values}")

    @classmethod
    def of_help(cls, *, benefit: float, cost: float) -> "Payoffs":
        """Helping costs c and brings the other b, b > c > 0."""
        return cls(benefit, benefit - cost, 0.0, -cost)

    @property
    def mine(self) -> tuple[float, float, float, float]:
        """My payoff for each outcome."""
        return (self.r, self.s, self.t, self.p)

    @property
    def theirs(self) -> tuple[float, float, float, float]:
        """The other's payoff for each outcome."""
        return (self.r, self.t, self.s, self.p)


class Score(NamedTuple):
    """What both have at the end, or are expected to have."""

    mine: float
    theirs: float


def match(
    first: str, second: str, *, turns: int = 200, noise: float = 0.0, payoffs: Payoffs | None = None
) -> Score:
    """What does each have after so many rounds? Exact; expected, where chance is in it.

    Args:
        first: a name in `STRATEGIES`.
        second: the other's.
        turns: rounds, 1 to 500.
        noise: probability that a move turns out as the opposite, 0 to 0.1.
        payoffs: what a round brings; 5 3 1 0 by default.

    Raises:
        OutOfRangeError: for a value outside its range.
        UnknownIdError: for a strategy that is not there.

    Source: axelrod1980effective.
    """
    within("turns", turns, 1, MOST_TURNS)
    within("noise", noise, 0, MOST_NOISE)
    counts = _counts(_chain(_named(first), _named(second), noise), turns)
    value = payoffs or Payoffs()
    return Score(_worth(counts, value.mine), _worth(counts, value.theirs))


def next_move(
    name: str,
    history: Sequence[tuple[bool, bool]],
    rng: random.Random,
    *,
    noise: float = 0.0,
) -> bool:
    """What does a partner do now? For a learner who plays by hand.

    Args:
        name: a name in `STRATEGIES`.
        history: what the partner and the learner did in each round so far.
        rng: the source of chance.
        noise: probability that the move turns out as the opposite, 0 to 0.1.

    Raises:
        OutOfRangeError: for a noise outside its range.
        UnknownIdError: for a strategy that is not there.
    """
    within("noise", noise, 0, MOST_NOISE)
    machine, state = _named(name), 0
    for outcome in history:
        state = machine.leads[state][OUTCOMES.index(outcome)]
    return rng.random() < _blurred(machine.helps[state], noise)


def round_robin(
    names: Sequence[str],
    *,
    turns: int = 200,
    noise: float = 0.0,
    payoffs: Payoffs | None = None,
) -> Iterator[tuple[str, str, Score]]:
    """Everybody against everybody and themselves, pair by pair, so that other work can go on.

    Args, errors and source are those of `match`.
    """
    for first, second in combinations_with_replacement(names, 2):
        yield first, second, match(first, second, turns=turns, noise=noise, payoffs=payoffs)


def ranking(results: Iterator[tuple[str, str, Score]]) -> tuple[tuple[str, float], ...]:
    """The total of each strategy over its pairs, the highest first."""
    totals: dict[str, float] = {}
    for first, second, score in results:
        totals[first] = totals.get(first, 0.0) + score.mine
        if first != second:
            totals[second] = totals.get(second, 0.0) + score.theirs
    return tuple(sorted(totals.items(), key=lambda pair: (-pair[1], pair[0])))


def _named(name: str) -> Strategy:
    if name not in STRATEGIES:
        raise UnknownIdError(f"strategy must be one of {', '.join(STRATEGIES)}, got {name!r}")
    return STRATEGIES[name]


def _blurred(chance: float, noise: float) -> float:
    return chance * (1 - noise) + (1 - chance) * noise


def _worth(counts: Sequence[float], payoffs: Sequence[float]) -> float:
    return sum(number * payoff for number, payoff in zip(counts, payoffs, strict=True))


_Joint = tuple[int, int]
_Ways = tuple[tuple[float, _Joint, int], ...]


@lru_cache(maxsize=1024)
def _chain(first: Strategy, second: Strategy, noise: float) -> Mapping[_Joint, _Ways]:
    """From each pair of states that can be reached: probability, next pair and outcome."""
    chain: dict[_Joint, _Ways] = {}
    waiting: list[_Joint] = [(0, 0)]
    while waiting:
        joint = waiting.pop()
        if joint not in chain:
            chain[joint] = _ways(first, second, joint, noise)
            waiting += [after for _, after, _ in chain[joint]]
    return chain


def _ways(first: Strategy, second: Strategy, joint: _Joint, noise: float) -> _Ways:
    mine, theirs = joint
    p = _blurred(first.helps[mine], noise)
    q = _blurred(second.helps[theirs], noise)
    chances = (p * q, p * (1 - q), (1 - p) * q, (1 - p) * (1 - q))
    swapped = (0, 2, 1, 3)
    return tuple(
        (chance, (first.leads[mine][n], second.leads[theirs][swapped[n]]), n)
        for n, chance in enumerate(chances)
        if chance > 0
    )


def _counts(chain: Mapping[_Joint, _Ways], turns: int) -> list[float]:
    """How often each outcome is expected; once the chain repeats itself the rest is arithmetic."""
    if all(len(ways) == 1 for ways in chain.values()):
        return _counted(chain, turns)
    spread, totals = {(0, 0): 1.0}, [0.0] * 4
    for turn in range(turns):
        after, counts = _step(chain, spread)
        if _alike(spread, after):
            return [had + now * (turns - turn) for had, now in zip(totals, counts, strict=True)]
        totals = [had + now for had, now in zip(totals, counts, strict=True)]
        spread = after
    return totals


def _step(
    chain: Mapping[_Joint, _Ways], spread: Mapping[_Joint, float]
) -> tuple[dict[_Joint, float], list[float]]:
    after: dict[_Joint, float] = {}
    counts = [0.0] * 4
    for joint, weight in spread.items():
        for chance, following, outcome in chain[joint]:
            part = weight * chance
            counts[outcome] += part
            after[following] = after.get(following, 0.0) + part
    return after, counts


def _alike(shares: Mapping[_Joint, float], others: Mapping[_Joint, float]) -> bool:
    return shares.keys() == others.keys() and all(
        abs(shares[key] - others[key]) < SAME for key in shares
    )


def _counted(chain: Mapping[_Joint, _Ways], turns: int) -> list[float]:
    """Without chance the pair of states runs into a circle: count it once and multiply."""
    joint: _Joint = (0, 0)
    seen: dict[_Joint, int] = {}
    outcomes: list[int] = []
    while joint not in seen and len(outcomes) < turns:
        seen[joint] = len(outcomes)
        _, joint, outcome = chain[joint][0]
        outcomes.append(outcome)
    if len(outcomes) < turns:
        circle = outcomes[seen[joint] :]
        times, rest = divmod(turns - len(outcomes), len(circle))
        outcomes += circle * times + circle[:rest]
    return [float(outcomes.count(n)) for n in range(4)]
