"""Ratings of one's own: only whole numbers of the scale count, and only words rated in full."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.activities.wordspace.ratings import (
    DIMENSIONS,
    LEAST,
    MOST,
    apart,
    complete,
    is_rating,
    item,
    parts,
)

WORDS = ("giving", "telling")
whole = st.integers(LEAST, MOST)
epas = st.tuples(whole, whole, whole)


@given(st.dictionaries(st.sampled_from(WORDS), epas))
def test_what_was_kept_is_found(ratings: dict[str, tuple[int, int, int]]) -> None:
    answers = {
        item(word, name): value
        for word, epa in ratings.items()
        for name, value in zip(DIMENSIONS, epa, strict=True)
    }
    assert complete(parts(WORDS, answers)) == ratings


def test_a_word_that_is_half_rated_is_not_complete() -> None:
    answers = {"giving.evaluation": 2, "giving.potency": 0, "telling.activity": 9}
    rated = parts(WORDS, answers)
    assert rated == {"giving": {"evaluation": 2, "potency": 0}}
    assert complete(rated) == {}


@pytest.mark.parametrize(
    ("value", "fits"),
    [(-4, True), (0, True), (4, True), (5, False), (-5, False), (1.5, False), (True, False)],
)
def test_a_rating_is_a_whole_number_of_the_scale(value: object, fits: bool) -> None:
    assert is_rating(value) is fits


def test_how_far_apart() -> None:
    others = {"giving": (0.0, 0.0, 0.0), "telling": (1.0, 1.0, 1.0)}
    distance = apart({"giving": (3, 4, 0), "telling": (1, 1, 1)}, others)
    assert distance is not None
    assert (distance.mean, distance.furthest) == (2.5, "giving")
    assert apart({}, others) is None


@given(st.dictionaries(st.sampled_from(WORDS), epas, min_size=1))
def test_no_distance_to_oneself(own: dict[str, tuple[int, int, int]]) -> None:
    distance = apart(own, own)
    assert distance is not None
    assert distance.mean == 0
