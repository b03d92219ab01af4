"""Agreement: published worked examples, and what must hold for every class."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.teacher.mirror.agreement import alpha, division

# krippendorff2011, section B: two observers, twelve units; section C: four observers, with gaps.
TWO = ("aabbdcccedda", "babbbccceddd")
FOUR = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")

CARDS = st.lists(st.dictionaries(st.sampled_from("abcd"), st.integers(0, 9)), max_size=6)


def counted(*observers: str) -> list[dict[str, int]]:
    return [Counter(sign for sign in unit if sign != ".") for unit in zip(*observers, strict=True)]


@pytest.mark.parametrize(("observers", "published"), [(TWO, 0.692), (FOUR, 0.743)])
def test_the_published_examples(observers: tuple[str, ...], published: float) -> None:
    measured = alpha(counted(*observers))
    assert measured is not None
    assert round(measured, 3) == published


@given(CARDS)
def test_the_order_of_cards_changes_nothing(cards: list[dict[str, int]]) -> None:
    forwards, backwards = alpha(cards), alpha(cards[::-1])
    assert forwards == pytest.approx(backwards) if forwards is not None else backwards is None


@given(CARDS)
def test_alpha_is_at_most_one_and_one_only_where_every_card_is_agreed(
    cards: list[dict[str, int]],
) -> None:
    measured = alpha(cards)
    if measured is None:
        return
    assert measured <= 1 + 1e-9
    compared = [card for card in cards if sum(card.values()) > 1]
    assert (measured > 1 - 1e-9) == all(division(card) == 0 for card in compared)


@given(st.dictionaries(st.sampled_from("abcd"), st.integers(0, 9)))
def test_division_is_the_chance_that_two_differ(counts: dict[str, int]) -> None:
    students = [value for value, number in counts.items() for _ in range(number)]
    pairs = [(a, b) for at, a in enumerate(students) for b in students[at + 1 :]]
    expected = sum(a != b for a, b in pairs) / len(pairs) if pairs else 0
    assert division(counts) == pytest.approx(expected)
