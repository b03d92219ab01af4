"""Which plays are recorded, and which are refused or passed over."""

from pathlib import Path
from typing import Any

import pytest

from helpkit.activities.converse.plays import LONGEST, MOST, as_value, read
from helpkit.content import load
from helpkit.errors import HelpkitError
from tests.activities.converse.on_stage import (
    SCENE,
    TELLS,
    begun,
    content,
    kept,
    played,
    say,
    stage,
)
from tests.activities.lesson_widget import event, on_disk


def test_a_play_is_kept_with_its_edition_and_who_was_met(tmp_path: Path) -> None:
    widget = played(tmp_path, *TELLS, person="hurried")
    answers = widget.recorded().answers
    assert answers["alone.1"] == {"edition": 2, "with": "hurried", "said": TELLS}


def test_what_is_kept_is_read_as_it_was(tmp_path: Path) -> None:
    value = kept("hurried", *TELLS)
    conversation = read(content(), SCENE, value)
    assert conversation
    assert conversation.over
    assert as_value(conversation) == value


@pytest.mark.parametrize(
    "value",
    [
        kept(""),
        kept("nobody"),
        kept("calm", "z"),
        kept("calm") | {"edition": 3},
        kept("calm") | {"edition": "2"},
        kept("calm") | {"edition": 1},
        kept("calm") | {"said": "press"},
        kept("calm") | {"said": {"0": "press"}},
        kept("calm") | {"with": ["calm"]},
        kept("calm") | {"more": 1},
        {"edition": 2, "said": []},
        {},
        "press",
        None,
        ["press"],
        [1],
    ],
)
def test_what_is_no_play_is_not_read(value: Any) -> None:
    assert read(content(), SCENE, value) is None


def test_what_is_there_already_is_not_recorded_again(tmp_path: Path) -> None:
    widget = played(tmp_path, *TELLS)
    before = on_disk(tmp_path)
    widget.handle(say("alone.1", *TELLS[:1]))
    widget.handle(say("alone.1", *TELLS))
    assert on_disk(tmp_path) == before
    assert widget.state["play"]["path"] == TELLS


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_play_that_went_on_elsewhere_is_shown_and_not_overwritten(
    tmp_path: Path, language: str
) -> None:
    begun(tmp_path, "calm")
    here = stage(tmp_path, language)
    played(tmp_path, *TELLS[:2])
    with pytest.raises(HelpkitError) as caught:
        here.handle(say("alone.1", "listen"))
    assert str(caught.value) == load(language).ui["converse"]["gone-on"]
    assert here.state["play"]["path"] == TELLS[:2]


@pytest.mark.parametrize(
    "path",
    [
        ["x"],
        ["press", "x"],
        [*TELLS, "press"],
        ["press"] * (LONGEST + 1),
        [1],
        [["press"]],
        ["press", "sharp", "sorry"],  # nothing was promised
        ["press", "promise", "type"],  # something was
    ],
)
def test_an_impossible_path_is_refused_in_a_sentence(tmp_path: Path, path: list[Any]) -> None:
    widget = stage(tmp_path)
    with pytest.raises(HelpkitError, match="This conversation cannot go that way"):
        widget.handle(say("alone.1", *path))
    assert on_disk(tmp_path) == []


@pytest.mark.parametrize(
    "foreign",
    [
        event("answer", "alone.1", "aaa"),
        event("answer", "alone.1", kept("hurried", *TELLS)),
        event("answer", "alone.2", kept("hurried")),
        event("answer", "alone.0", []),
        event("answer", "alone.100", []),
        event("answer", "solo.1", []),
        event("answer", "now", 7),
        event("answer", "now", [1]),
        event("answer", ["alone.1"], []),
        event("answer", "felt.1", [[3, 0]]),
        event("answer", "felt.1", [[0, 0]] * (len(TELLS) + 1)),
        event("answer", "felt.1", [[True, 0]]),
        event("answer", "felt.1", [[0.5, 0]]),
        event("answer", "felt.1", [[0]]),
        event("answer", "felt.1", "much"),
        event("answer", "felt.2", []),
        event("answer", "form.1.1", "shouting"),
        event("answer", "form.1.9", "pure"),
        event("answer", "form.2.1", "pure"),
        event("reveal", "sheet.2"),
        event("reveal", "*"),
        event("reflection", "note.1", "open to all"),
        event("reflection", "note.1", 4, private=True),
        event("reflection", "note.2", "nowhere", private=True),
        event("choice", "alone.1", TELLS),
        {},
    ],
)
def test_an_event_from_elsewhere_is_refused(tmp_path: Path, foreign: dict[str, Any]) -> None:
    widget = played(tmp_path, *TELLS)
    before = on_disk(tmp_path)
    with pytest.raises(HelpkitError):
        widget.handle(foreign)
    assert on_disk(tmp_path) == before


def test_what_can_no_longer_be_is_passed_over(tmp_path: Path) -> None:
    widget = stage(tmp_path)
    for item, value in (
        ("alone.1", kept("calm", "z")),
        ("two.2", "press"),
        ("alone.3", kept("calm", "press")),
        ("alone.5", kept("somebody else")),
        ("felt.3", [[9, 9]]),
        ("now", "3"),
        ("form.3.1", "sung"),
    ):
        widget.journal.record(activity=SCENE, item=item, kind="answer", value=value)
    again = stage(tmp_path)
    assert [play["number"] for play in again.state["plays"]] == [3]
    assert again.state["play"]["felt"] == []
    assert again.state["play"]["sheet"]["marks"] == {}
    assert again.state["next"] == 6


def test_so_many_plays_and_no_more(tmp_path: Path) -> None:
    begun(tmp_path, "calm", f"alone.{MOST}")
    assert stage(tmp_path).state["next"] is None


@pytest.mark.parametrize("nonsense", [["pure"], {"form": 1}, True, 10**400])
def test_nonsense_beside_a_play_is_passed_over(tmp_path: Path, nonsense: Any) -> None:
    state = played(tmp_path, *TELLS).state
    for item in ("form.1.1", "felt.1", "now"):
        stage(tmp_path).journal.record(activity=SCENE, item=item, value=nonsense)
    assert stage(tmp_path).state == state
