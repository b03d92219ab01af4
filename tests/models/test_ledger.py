"""The felt account: check values of the source book, and the laws of the model."""

from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.errors import OutOfRangeError, UnknownIdError
from helpkit.models.ledger import (
    CURRENCIES,
    EFFECTS,
    PEOPLE,
    RELATIONS,
    Effect,
    Give,
    Ignore,
    Move,
    Relation,
    Thank,
    play,
)

BOTH_FIVE: list[Move] = [Give("A", 5), Give("B", 5)]
THANKED: list[Move] = [Give("A", 5), Thank("B"), Give("B", 5), Thank("A")]

values = st.integers(0, 10)
people = st.sampled_from(PEOPLE)
moves = st.one_of(
    st.builds(Give, people, values, st.sampled_from(CURRENCIES)),
    st.builds(Thank, people),
    st.builds(Ignore, people),
)


@pytest.mark.parametrize(
    ("row", "inflation", "a", "b"),
    [
        (BOTH_FIVE, 1.2, -1.0, -1.0),
        (THANKED, 1.2, 0.0, 0.0),
        (BOTH_FIVE, 1.0, 0.0, 0.0),
        (BOTH_FIVE, 1.5, -2.5, -2.5),
        ([Give("A", 5), Thank("B"), Thank("B")], 1.2, -4.0, 5.0),
        ([Give("A", 1), Thank("B")], 1.2, -0.2, 1.0),
        ([Give("A", 5), Thank("B"), Give("B", 5)], 1.2, 0.0, -1.0),
    ],
)
def test_check_values(row: list[Move], inflation: float, a: float, b: float) -> None:
    assert play(row, inflation=inflation).balances == pytest.approx({"A": a, "B": b})


def test_both_give_five_and_both_feel_short() -> None:
    done = play(BOTH_FIVE, inflation=1.2)
    assert done.short == ("A", "B")
    assert done.tension == pytest.approx((0, 6, 2))


def test_a_third_thanks_changes_nothing() -> None:
    row: list[Move] = [Give("A", 5), Thank("B"), Thank("B")]
    assert play([*row, Thank("B")]).balances == play(row).balances


def test_thanks_for_nothing_change_nothing() -> None:
    assert play([Thank("A")]).balances == {"A": 0, "B": 0}
    assert play([Give("A", 5), Thank("A")]).balances == play([Give("A", 5)]).balances


def test_between_friends_paying_back_at_once_is_cold() -> None:
    cold = play(BOTH_FIVE, relation="communal").balances
    assert cold == {"A": -2, "B": -2}
    warm_ones: list[list[Move]] = [
        [Give("A", 5), Thank("B"), Give("B", 5)],
        [Give("A", 5), Give("B", 4)],
    ]
    for warm in warm_ones:
        assert play(warm, relation="communal") == play(warm)


def test_each_move_says_what_it_did() -> None:
    row: list[Move] = [Thank("B"), Give("A", 5), Thank("B"), Thank("B"), Thank("B"), Ignore("A")]
    effects: list[Effect] = ["no-favour", "counts", "counts", "counts", "no-more", "passes"]
    assert play(row).effects == (*effects,)
    assert play(BOTH_FIVE).effects == ("counts", "counts")
    assert play(BOTH_FIVE, relation="communal").effects == ("counts", "cold")


@given(st.lists(moves, max_size=12), st.sampled_from(RELATIONS))
def test_what_is_said_to_change_nothing_changes_nothing(
    row: list[Move], relation: Relation
) -> None:
    done = play(row, relation=relation)
    assert {*done.effects} <= {*EFFECTS}
    for effect, move, before, after in zip(
        done.effects, row, done.trace, done.trace[1:], strict=False
    ):
        # A favour worth nothing counts for nothing, but as a payment at once it still chills.
        is_nothing = effect == "counts" and isinstance(move, Give) and move.value == 0
        is_idle = effect not in ("counts", "cold")
        assert (before == after) == (is_idle or is_nothing)


@given(st.lists(moves, max_size=12), st.sampled_from(RELATIONS))
def test_more_inflation_never_makes_anybody_feel_better(
    row: list[Move], relation: Relation
) -> None:
    little = play(row, inflation=1.1, relation=relation)
    much = play(row, inflation=1.5, relation=relation)
    assert all(much.balances[person] <= little.balances[person] for person in PEOPLE)


@given(st.lists(moves, max_size=12))
def test_a_and_b_can_be_exchanged(row: list[Move]) -> None:
    swap = dict(zip(PEOPLE, reversed(PEOPLE), strict=True))
    other = [
        Give(swap[move.by], move.value) if isinstance(move, Give) else type(move)(swap[move.by])
        for move in row
    ]
    there, here = play(other, inflation=1.3).balances, play(row, inflation=1.3).balances
    assert here == {person: there[swap[person]] for person in PEOPLE}


@given(st.lists(moves, max_size=12))
def test_without_inflation_only_thanks_make_something_of_nothing(row: list[Move]) -> None:
    total = sum(play(row).balances.values())
    assert 0 <= total <= 2 * sum(isinstance(move, Give) for move in row)


@given(st.lists(moves, max_size=12))
def test_the_trace_holds_every_moment(row: list[Move]) -> None:
    done = play(row)
    assert len(done.trace) == len(done.tension) == len(row) + 1
    assert all(tension >= 0 for tension in done.tension)


def test_what_it_does_not_take() -> None:
    with pytest.raises(OutOfRangeError, match=r"^inflation must be in \[1, 1.6\], got 2$"):
        play([], inflation=2)
    with pytest.raises(OutOfRangeError, match=r"^value must be in \[0, 10\], got 11$"):
        play([Give("A", 11)])
    with pytest.raises(UnknownIdError, match="by must be one of A, B, got 'C'"):
        play([Thank("C")])
    with pytest.raises(UnknownIdError, match="currency"):
        play([Give("A", 1, "gold")])
    with pytest.raises(UnknownIdError, match="relation"):
        play([], relation=cast(Any, "love"))
