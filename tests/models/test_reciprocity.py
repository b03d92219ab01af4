"""Repeated favours: scores to the digit, the exact chain against games that were really played."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpkit.errors import OutOfRangeError, UnknownIdError
from helpkit.models.reciprocity import (
    Payoffs,
    Score,
    match,
    next_move,
    ranking,
    round_robin,
)
from helpkit.models.strategies import OUTCOMES, STRATEGIES

names = st.sampled_from(list(STRATEGIES))
CERTAIN = [name for name, strategy in STRATEGIES.items() if {*strategy.helps} <= {0.0, 1.0}]
certain = st.sampled_from(CERTAIN)


@pytest.mark.parametrize(
    ("name", "other", "turns", "score"),
    [
        ("TFT", "TFT", 200, (600, 600)),
        ("TFT", "ALLD", 200, (199, 204)),
        ("TF2T", "ALLD", 200, (198, 208)),
        ("ALLC", "ALLD", 200, (0, 1000)),
        ("WSLS", "ALLD", 4, (2, 12)),
        ("STFT", "TFT", 5, (15, 10)),
        ("GRIM", "ALT", 6, (3 + 0 + 5 + 1 + 5 + 1, 3 + 5 + 0 + 1 + 0 + 1)),
        ("TTFT", "ALT", 6, (3 + 0 + 5 + 1 + 5 + 1, 3 + 5 + 0 + 1 + 0 + 1)),
    ],
)
def test_check_values(name: str, other: str, turns: int, score: tuple[float, float]) -> None:
    assert match(name, other, turns=turns) == score


def played(
    name: str, other: str, turns: int, noise: float, rng: random.Random
) -> tuple[float, float]:
    """A match that is really played, move by move."""
    mine: list[tuple[bool, bool]] = []
    theirs: list[tuple[bool, bool]] = []
    for _ in range(turns):
        here = next_move(name, mine, rng, noise=noise)
        there = next_move(other, theirs, rng, noise=noise)
        mine.append((here, there))
        theirs.append((there, here))
    values = Payoffs().mine
    first, second = (sum(values[OUTCOMES.index(now)] for now in row) for row in (mine, theirs))
    return first, second


@given(certain, certain, st.integers(1, 60))
def test_without_chance_the_chain_is_the_match(name: str, other: str, turns: int) -> None:
    assert match(name, other, turns=turns) == played(name, other, turns, 0.0, random.Random(0))


@pytest.mark.parametrize(
    ("name", "other", "noise"),
    [("GTFT", "JOSS", 0.0), ("RANDOM", "FIRM", 0.05), ("WSLS", "DAVIS", 0.1), ("TFT", "TFT", 0.05)],
)
def test_with_chance_the_chain_is_the_mean_of_many(name: str, other: str, noise: float) -> None:
    rng, times = random.Random(1980), 1500
    total = [0.0, 0.0]
    for _ in range(times):
        for n, score in enumerate(played(name, other, 20, noise, rng)):
            total[n] += score / times
    assert match(name, other, turns=20, noise=noise) == pytest.approx(total, abs=1.5)


@pytest.mark.parametrize("turns", [1, 2, 500])
def test_every_turn_counts(turns: int) -> None:
    """Half the time helped and half the time not: 4 and 1.5 a round, however many there are."""
    assert match("RANDOM", "ALLC", turns=turns) == pytest.approx((4 * turns, 1.5 * turns))


@given(names, st.integers(1, 500))
def test_mirroring_never_beats_its_partner(other: str, turns: int) -> None:
    mine, theirs = match("TFT", other, turns=turns)
    assert mine <= theirs + 1e-9


@settings(deadline=None)
@given(names, names, st.integers(1, 500), st.floats(0, 0.1))
def test_laws(name: str, other: str, turns: int, noise: float) -> None:
    here, there = match(name, other, turns=turns, noise=noise)
    assert Score(there, here) == pytest.approx(match(other, name, turns=turns, noise=noise))
    assert min(here, there) >= -1e-6
    assert max(here, there) <= 5 * turns + 1e-6
    assert 2 * turns - 1e-6 <= here + there <= 6 * turns + 1e-6


@given(st.floats(0.2, 10), st.floats(0.01, 0.1))
def test_helping_each_other_is_worth_the_benefit_less_the_cost(benefit: float, cost: float) -> None:
    values = Payoffs.of_help(benefit=benefit, cost=cost)
    mine, theirs = match("ALLC", "TFT", turns=10, payoffs=values)
    assert mine == theirs == pytest.approx(10 * (benefit - cost))


def test_a_tournament_is_every_pair_once() -> None:
    results = list(round_robin(["TFT", "ALLD", "ALLC"], turns=10))
    assert len(results) == 6
    totals = dict(ranking(iter(results)))
    assert totals == {
        "TFT": 30 + match("TFT", "ALLD", turns=10).mine + 30,
        "ALLD": 10 + match("ALLD", "TFT", turns=10).mine + 50,
        "ALLC": 30 + 30 + 0,
    }


def test_fifteen_strategies_that_can_be_told_apart() -> None:
    assert len(STRATEGIES) == 15
    assert len({strategy for strategy in STRATEGIES.values()}) == 15


def test_the_same_generator_gives_the_same_move() -> None:
    row = [next_move("RANDOM", [], random.Random(7)) for _ in range(5)]
    assert len(set(row)) == 1


def test_what_it_does_not_take() -> None:
    with pytest.raises(OutOfRangeError, match=r"^noise must be in \[0, 0.1\], got 0.4$"):
        match("TFT", "TFT", noise=0.4)
    with pytest.raises(OutOfRangeError, match=r"^turns must be in \[1, 500\], got 0$"):
        match("TFT", "TFT", turns=0)
    with pytest.raises(OutOfRangeError, match="payoffs must fall"):
        Payoffs(1, 2, 3, 4)
    with pytest.raises(UnknownIdError, match="strategy must be one of ALLC"):
        match("TFT", "NICE")
