"""The see-saw of status: its surprise, and the laws."""

from dataclasses import replace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.errors import OutOfRangeError, UnknownIdError
from helpkit.models.see_saw import MOVES, SeeSaw, Side, moved, play

EVEN = SeeSaw(first=5, second=5)

heights = st.integers(0, 10)
states = st.builds(SeeSaw, first=heights, second=heights, gap=st.integers(-10, 10))
sides = st.sampled_from(("first", "second"))
rows = st.lists(st.tuples(sides, st.sampled_from(tuple(MOVES))), max_size=12)


def test_helping_lifts_the_helper() -> None:
    done = moved(EVEN, "help", by="first")
    assert (done.first, done.second, done.discomfort) == (6, 4, 2)


def test_unless_it_is_paired_with_a_move_that_lowers() -> None:
    row: list[tuple[Side, str]] = [("first", "help"), ("first", "ask-to-be-shown")]
    assert [state.discomfort for state in play(row, EVEN)] == [0, 2, 0]


def test_those_who_like_a_gap_are_at_ease_with_help() -> None:
    doctor = replace(EVEN, gap=2)
    assert [state.discomfort for state in play([("first", "help")], doctor)] == [2, 0]


def test_every_move_moves_something() -> None:
    assert all(moved(EVEN, move, by="first") != EVEN for move in MOVES)


@given(states, rows)
def test_nobody_leaves_the_plank(start: SeeSaw, row: list[tuple[Side, str]]) -> None:
    trace = play(row, start)
    assert len(trace) == len(row) + 1
    assert all(0 <= height <= 10 for state in trace for height in (state.first, state.second))
    assert all(state.discomfort >= 0 for state in trace)


@given(states, rows)
def test_the_two_can_be_exchanged(start: SeeSaw, row: list[tuple[Side, str]]) -> None:
    turned = SeeSaw(start.second, start.first, -start.gap)
    swap: dict[Side, Side] = {"first": "second", "second": "first"}
    there = play([(swap[by], move) for by, move in row], turned)[-1]
    here = play(row, start)[-1]
    assert (here.first, here.second) == (there.second, there.first)
    assert here.discomfort == there.discomfort


def test_what_it_does_not_take() -> None:
    with pytest.raises(OutOfRangeError, match=r"^first must be in \[0, 10\], got 11$"):
        play([], SeeSaw(11, 5))
    with pytest.raises(OutOfRangeError, match=r"^second must be in \[0, 10\], got -1$"):
        moved(SeeSaw(5, -1), "help", by="first")
    with pytest.raises(OutOfRangeError, match=r"^gap must be in \[-10, 10\], got 12$"):
        play([], SeeSaw(5, 5, gap=12))
    with pytest.raises(UnknownIdError, match=r"^by must be one of first, second, got 'third'$"):
        moved(EVEN, "help", by=cast(Any, "third"))
    with pytest.raises(UnknownIdError, match=r"^move must be one of help, .*, got 'dance'$"):
        moved(EVEN, "dance", by="first")
