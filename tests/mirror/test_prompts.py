"""A prompt fits how the class divided."""

import pytest

from helpkit.charts.words import Words
from helpkit.content import languages, load
from helpkit.mirror.prompts import pattern, prompt


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((5, 0, 0), "agreed"),
        ((9, 1, 0), "most"),
        ((7, 3, 0), "two"),
        ((5, 5, 0), "two"),
        ((4, 3, 3), "many"),
        ((1, 1, 1), "many"),
    ],
)
def test_patterns(numbers: tuple[int, ...], expected: str) -> None:
    assert pattern(dict(zip("abc", numbers, strict=True))) == expected


@pytest.mark.parametrize("language", languages())
def test_the_two_that_were_chosen_most_are_named(language: str) -> None:
    words = Words(load(language).ui["mirror"])
    labels = {"a": "Alpha", "b": "Beta", "c": "Gamma"}
    for at in range(2):
        told = prompt({"c": 6, "b": 4}, labels, words, at)
        assert "Gamma" in told
        assert "Beta" in told
        assert "Alpha" not in told
    assert prompt({"c": 6, "b": 4}, labels, words, 0) != prompt({"c": 6, "b": 4}, labels, words, 1)
