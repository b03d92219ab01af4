"""Indirect reciprocity: the share of runs that end with help, and the laws of a run."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpkit.errors import OutOfRangeError
from helpkit.models.image_scoring import STRATEGIES, generations, run

RUNS = 200


@pytest.mark.parametrize(
    ("encounters", "share"), [(125, 0.41), (200, 0.68), (300, 0.91), (500, 1.0)]
)
def test_more_encounters_that_are_seen_turn_helping_into_winning(
    encounters: int, share: float
) -> None:
    """Nowak and Sigmund (1998) without mutation; four standard errors of 200 runs are allowed."""
    ends = [run(random.Random(seed), encounters=encounters) for seed in range(RUNS)]
    error = max((share * (1 - share) / RUNS) ** 0.5, 0.5 / RUNS)  # of all, one may be missing
    assert sum(end.helps for end in ends) / RUNS == pytest.approx(share, abs=4 * error)


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 10**6), st.integers(1, 200), st.integers(2, 40))
def test_a_run_is_its_seed(seed: int, encounters: int, people: int) -> None:
    result, repeat = (
        run(random.Random(seed), encounters=encounters, people=people, limit=20) for _ in range(2)
    )
    assert result == repeat
    assert result.final_strategy in STRATEGIES
    assert 1 <= result.generations <= 20
    assert result.fixed or result.generations == 20


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 10**6))
def test_no_strategy_comes_back(seed: int) -> None:
    """There is no mutation: what is gone is gone."""
    born = generations(random.Random(seed), encounters=60, people=20)
    before = set(next(born))
    for _ in range(10):
        now = set(next(born))
        assert now <= before
        before = now


def test_a_run_ends_when_one_strategy_is_left() -> None:
    ends = [run(random.Random(seed), encounters=20, people=4) for seed in range(20)]
    assert all(end.fixed for end in ends)
    assert max(end.generations for end in ends) < 100


def test_what_it_does_not_take() -> None:
    with pytest.raises(OutOfRangeError, match=r"^encounters must be in \[1, 2000\], got 0$"):
        run(random.Random(0), encounters=0)
    with pytest.raises(OutOfRangeError, match="people"):
        next(generations(random.Random(0), encounters=1, people=1))
