"""Trust gates: our reading stays hidden until it is asked for; each verdict where it belongs."""

from pathlib import Path
from typing import Any

import pytest

from helpkit import Lesson
from helpkit.activities.gates.widget import Gates
from helpkit.content import load
from helpkit.errors import HelpkitError
from tests.activities.lesson_widget import event, made, on_disk

EN = load("en")


def gates(folder: Path, language: str = "en") -> Gates:
    return made(Gates, "gates", folder, language)


def test_three_gates_and_it_held(tmp_path: Path) -> None:
    widget = gates(tmp_path)
    assert [gate["id"] for gate in widget.view["gates"]] == ["say", "accept", "carry-out", "held"]
    assert len(widget.view["cases"]) == 6
    assert widget.state == {"answers": {}, "shown": {}, "overview": None}


def test_what_is_not_revealed_is_not_in_the_browser(tmp_path: Path) -> None:
    widget = gates(tmp_path)
    for key in widget.cases:
        trust = EN.cases[key].trust
        assert trust
        assert trust.reason not in f"{widget.view}{widget.state}"


@pytest.mark.parametrize(
    ("gate", "verdict"),
    [("carry-out", "same"), ("accept", "accepted"), ("held", "differs"), ("say", "differs")],
)
def test_a_gate_beside_ours(tmp_path: Path, gate: str, verdict: str) -> None:
    widget = gates(tmp_path)
    widget.handle(event("answer", "pills-not-taken", gate))
    assert widget.state["shown"] == {}
    widget.handle(event("reveal", "pills-not-taken"))
    trust = EN.cases["pills-not-taken"].trust
    assert trust
    assert widget.state["shown"]["pills-not-taken"] == {
        "verdict": verdict,
        "mine": widget.labels[gate],
        "first": "",
        "gate": "carry-out",
        "ours": "carry it out",
        "accepted": ["accept it"],
        "source": "implied",
        "reason": trust.reason,
    }


def test_everything_is_found_again_in_the_other_language(tmp_path: Path) -> None:
    widget = gates(tmp_path)
    widget.handle(event("answer", "blind-pedestrian", "say"))
    widget.handle(event("reveal", "blind-pedestrian"))
    widget.handle(event("answer", "blind-pedestrian", "held"))
    again = gates(tmp_path, "nl").state
    assert again["answers"] == {"blind-pedestrian": "held"}
    shown = again["shown"]["blind-pedestrian"]
    assert (shown["first"], shown["mine"]) == ("het zeggen", "het hield stand")
    assert shown["verdict"] == "accepted"


def test_the_overview_comes_with_the_last_one(tmp_path: Path) -> None:
    widget = gates(tmp_path)
    for key in widget.cases:
        assert widget.state["overview"] is None
        widget.handle(event("answer", key, "held"))
        widget.handle(event("reveal", key))
    assert widget.state["overview"] == list(widget.cases)


def test_a_story_that_was_met_in_the_case_file_is_known(tmp_path: Path) -> None:
    assert not any(case["read"] for case in gates(tmp_path).view["cases"])
    Lesson("01", answers=tmp_path).cases("case-file").handle(event("reveal", "pills-not-taken"))
    known = [case["id"] for case in gates(tmp_path).view["cases"] if case["read"]]
    assert known == ["pills-not-taken"]
    mark = event("choice", "blind-pedestrian", "read")
    Lesson("01", answers=tmp_path).cases("case-file").handle(mark)
    known = [case["id"] for case in gates(tmp_path).view["cases"] if case["read"]]
    assert known == ["pills-not-taken", "blind-pedestrian"]


def test_an_answer_of_another_version_is_passed_over(tmp_path: Path) -> None:
    widget = gates(tmp_path)
    widget.journal.record(activity="gates", item="helpdesk", value="believe-it")
    widget.journal.record(activity="gates", item="helpdesk", kind="reveal", value=None)
    shown = gates(tmp_path).state["shown"]["helpdesk"]
    assert (shown["verdict"], shown["mine"], shown["first"]) == ("unanswered", "", "")


@pytest.mark.parametrize(
    "foreign",
    [
        event("answer", "helpdesk", "missing-the-point"),
        event("answer", "helpdesk", None),
        event("answer", "five-kilometres", "say"),
        event("answer", ["helpdesk"], "say"),
        event("reveal", "*"),
        event("reveal", "helpdesk", True),
        event("choice", "helpdesk", "say"),
        {},
    ],
)
def test_what_it_never_sends_is_refused(tmp_path: Path, foreign: dict[str, Any]) -> None:
    with pytest.raises(HelpkitError, match="cannot take"):
        gates(tmp_path).handle(foreign)
    assert on_disk(tmp_path) == []


def test_the_verb(tmp_path: Path) -> None:
    assert Lesson("01", answers=tmp_path).gates("gates").view == gates(tmp_path).view
