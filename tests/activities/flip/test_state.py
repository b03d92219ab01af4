"""Flip one thing: nothing of ours before it is asked for, and never a wrong answer."""

from pathlib import Path
from typing import Any, cast

import pytest

from helpkit import Lesson
from helpkit.activities.flip.activity import FlipActivity
from helpkit.activities.flip.widget import Flip
from helpkit.content import load
from helpkit.errors import HelpkitError
from tests.activities.lesson_widget import event, made, on_disk

PAIRS = cast(FlipActivity, load("en").activities["01"]["flip"]).pairs
LEVELS = load("en").dimensions["formality"].labels


def flip(folder: Path, language: str = "en") -> Flip:
    return made(Flip, "flip", folder, language)


def test_both_cards_show_their_level_and_nothing_of_ours(tmp_path: Path) -> None:
    widget = flip(tmp_path)
    for shown, pair in zip(widget.view["pairs"], PAIRS.values(), strict=True):
        assert [shown["from"], shown["to"]] == [LEVELS[level] for level in pair.classes]
        assert shown["from"] != shown["to"]
    sent = f"{widget.view} {widget.state}"
    assert not [key for key, pair in PAIRS.items() if pair.criterion.reason in sent]


@pytest.mark.parametrize(
    ("answer", "verdict"), [("helper", "same"), ("payment", "accepted"), ("occasion", "differs")]
)
def test_the_reading_stands_beside_the_answer(tmp_path: Path, answer: str, verdict: str) -> None:
    widget = flip(tmp_path)
    widget.handle(event("answer", "the-sink", answer))
    assert widget.state["the-sink"] == {"answer": answer, "shown": None}
    widget.handle(event("reveal", "the-sink"))
    reading = PAIRS["the-sink"].criterion
    assert widget.state["the-sink"]["shown"] == {
        "first": answer,
        "verdict": verdict,
        "ours": "helper",
        "accepted": ["payment"],
        "confidence": "by_criterion",
        "reason": reading.reason,
    }
    assert widget.state["the-coach"]["shown"] is None


def test_a_change_of_mind_keeps_what_was_said_first(tmp_path: Path) -> None:
    widget = flip(tmp_path)
    widget.handle(event("answer", "the-sink", "occasion"))
    widget.handle(event("reveal", "the-sink"))
    widget.handle(event("answer", "the-sink", "helper"))
    again = flip(tmp_path, "nl").state["the-sink"]
    assert again["answer"] == "helper"
    assert (again["shown"]["first"], again["shown"]["verdict"]) == ("occasion", "differs")


def test_a_look_without_an_answer_is_no_verdict(tmp_path: Path) -> None:
    widget = flip(tmp_path)
    widget.handle(event("reveal", "the-sink"))
    assert widget.state["the-sink"]["shown"]["verdict"] == "unanswered"


@pytest.mark.parametrize(
    "foreign",
    [
        event("answer", "the-sink", "weather"),
        event("answer", "the-sink", ["helper"]),
        event("answer", "the-tap", "helper"),
        event("reveal", "the-tap"),
        event("reveal", "*"),
        event("choice", "the-sink", "helper"),
        {},
    ],
)
def test_what_it_never_sends_is_refused(tmp_path: Path, foreign: dict[str, Any]) -> None:
    with pytest.raises(HelpkitError, match="cannot take"):
        flip(tmp_path).handle(foreign)
    assert on_disk(tmp_path) == []


def test_the_verb(tmp_path: Path) -> None:
    assert Lesson("01", answers=tmp_path).flip("flip").view == flip(tmp_path).view
