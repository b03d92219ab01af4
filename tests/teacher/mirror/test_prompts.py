"""A prompt fits how the class divided."""

import re
from pathlib import Path

import pytest

from helpkit.content import languages, load
from helpkit.frontend.charts.words import Words
from helpkit.teacher.mirror import page
from helpkit.teacher.mirror.prompts import pattern, prompt


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
        text = prompt({"c": 6, "b": 4}, labels, words, at)
        assert "Gamma" in text
        assert "Beta" in text
        assert "Alpha" not in text
    assert prompt({"c": 6, "b": 4}, labels, words, 0) != prompt({"c": 6, "b": 4}, labels, words, 1)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("numbers", [{"a": 4}, {"a": 3, "b": 2}, {"a": 9, "b": 1}])
@pytest.mark.parametrize("form", ["opening", "ending"])
def test_a_conversation_is_played(language: str, numbers: dict[str, int], form: str) -> None:
    ui = load(language).ui["mirror"]
    prompts = [prompt(numbers, {"a": "A", "b": "B"}, Words(ui), at, form) for at in range(2)]
    assert prompts == [ui[f"{form}-{at}"].format(a="A", b="B") for at in (1, 2)]


@pytest.mark.parametrize("language", languages())
def test_every_text_of_the_mirror_is_used(language: str) -> None:
    sources = [file.read_text("utf-8") for file in Path(page.__file__).parent.glob("*.*")]
    made = re.compile(r"(agreed|most|two|many|opening|ending)-[12]|question-.*|section|language")
    for key in load(language).ui["mirror"]:
        assert made.fullmatch(key) or any(f'"{key}"' in source for source in sources), key
