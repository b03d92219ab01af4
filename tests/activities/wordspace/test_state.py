"""The words in space: first one's own view, ratings are kept, and bins come from lesson 1."""

from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from helpkit.activities.wordspace.widget import Wordspace
from helpkit.content import load
from helpkit.errors import HelpkitError
from helpkit.journal import Journal
from tests.activities.lesson_widget import event, made, on_disk


def space(folder: Path, language: str = "en") -> Wordspace:
    return made(Wordspace, "words-in-space", folder, language)


def rate(widget: Wordspace, word: str, *values: int) -> None:
    for name, value in zip(("evaluation", "potency", "activity"), values, strict=False):
        widget.handle(event("answer", f"{word}.{name}", value))


def test_it_waits_for_the_first_ratings(tmp_path: Path) -> None:
    widget = space(tmp_path)
    assert len(widget.activity.telling) == 6
    for word in widget.activity.telling:
        assert not widget.state["ready"]
        rate(widget, word, 1, 2, -3)
    assert widget.state["ready"]
    assert widget.state["told"] == 6
    assert space(tmp_path, "nl").state["rated"] == widget.state["rated"]
    assert space(tmp_path).state == widget.state


def test_or_for_the_bins_of_lesson_1(tmp_path: Path) -> None:
    journal = Journal(tmp_path, lesson="01", language="en")
    widget = space(tmp_path)
    journal.record(activity="words", item="giving", kind="answer", value="3")
    journal.record(activity="words", item="telling", kind="answer", value="9")
    assert not widget.state["ready"]
    widget.handle(event("refresh", "*"))
    assert widget.state["ready"]
    assert widget.state["sorted"] == 1
    widget.handle(event("answer", "marks", "bins"))
    cells = {row["header"]: row["cells"] for row in widget.state["picture"]["rows"]}
    assert cells["giving"][4]["text"] == "mostly the helper"


def test_or_for_a_wish(tmp_path: Path) -> None:
    widget = space(tmp_path)
    widget.handle(event("reveal", "space"))
    assert widget.state["ready"]
    assert space(tmp_path).state["ready"]


def test_a_word_is_looked_at_and_rated(tmp_path: Path) -> None:
    widget = space(tmp_path)
    widget.handle(event("answer", "word", "giving"))
    assert widget.state["picture"]["sentences"][-1].startswith("‘giving’: evaluation 2.26")
    widget.handle(event("answer", "marks", "own"))
    rate(widget, "giving", 2, 2, 1)
    assert "You rated 1 in full" in widget.state["picture"]["sentences"][0]
    widget.handle(event("answer", "giving.activity"))
    assert "giving" in widget.state["rated"]
    assert "not rated a word in full" in widget.state["picture"]["sentences"][0]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_words_stand_in_the_order_of_the_alphabet(tmp_path: Path, language: str) -> None:
    names = [*space(tmp_path, language).view["names"].values()]
    assert names == sorted(word.word for word in load(language).words.values())


def test_a_step_takes_at_most_20_ms(tmp_path: Path) -> None:
    widget = space(tmp_path)
    for word in widget.names:
        rate(widget, word, 1, 1, 1)
    widget.handle(event("answer", "marks", "own"))
    times = []
    for _ in range(5):
        start = perf_counter()
        widget.picture(widget.state["values"])
        times.append(perf_counter() - start)
    assert min(times) < 0.02


@pytest.mark.parametrize(
    "foreign",
    [
        event("answer", "word", "shouting"),
        event("answer", "word", ["giving"]),
        event("answer", "word"),
        event("answer", "giving.evaluation", 5),
        event("answer", "giving.evaluation", 1.5),
        event("answer", "giving.evaluation", True),
        event("answer", "giving.beauty", 1),
        event("answer", "shouting.potency", 1),
        event("answer", "view", "time"),
        event("reveal", "answers"),
        {},
    ],
)
def test_an_event_from_elsewhere_is_refused(tmp_path: Path, foreign: dict[str, Any]) -> None:
    widget = space(tmp_path)
    with pytest.raises(HelpkitError):
        widget.handle(foreign)
    assert on_disk(tmp_path) == []
