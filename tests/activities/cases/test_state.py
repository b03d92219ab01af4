"""The case file: nothing is given away, everything is found again, nothing foreign gets in."""

import re
from pathlib import Path
from typing import Any

import pytest

from helpkit import Lesson
from helpkit.activities.cases.widget import LONGEST, Cases
from helpkit.content import load
from helpkit.errors import HelpkitError
from tests.activities.lesson_widget import event, made, on_disk

CORE, MORE = "case-file", "more-cases"
QUESTION = "case-file.question"
EN = load("en")


def cases(folder: Path, activity: str = CORE, language: str = "en") -> Cases:
    return made(Cases, activity, folder, language)


def test_without_a_list_every_case_that_is_not_core(tmp_path: Path) -> None:
    core, more = cases(tmp_path), cases(tmp_path, MORE)
    assert {*core.cases} | {*more.cases} == {*EN.cases}
    assert not {*core.cases} & {*more.cases}
    assert all(EN.cases[key].core for key in core.cases)


@pytest.mark.parametrize("activity", [CORE, MORE])
def test_what_is_not_revealed_is_not_in_the_browser(tmp_path: Path, activity: str) -> None:
    widget = cases(tmp_path, activity)
    page = f"{widget.view}{widget.state}"
    for case in widget.cases.values():
        for secret in filter(None, (case.lesson, case.question, case.worked)):
            assert secret not in page


@pytest.mark.parametrize("language", ["en", "nl"])
def test_neither_codes_nor_numbers_are_in_the_browser(tmp_path: Path, language: str) -> None:
    widget = cases(tmp_path, MORE, language)
    for key, case in widget.cases.items():
        widget.handle(
            event("choice" if case.asks == "reading" else "reveal", key, _read(case.asks))
        )
    assert all({*risk} == {"id", "name", "description"} for risk in widget.view["risks"])
    assert not re.findall(r"\b[A-Z]\d+\b", f"{widget.view}{widget.state}")


def _read(asks: str) -> str | None:
    return "read" if asks == "reading" else None


@pytest.mark.parametrize(
    ("risk", "verdict"),
    [("missing-the-point", "same"), ("letting-go", "accepted"), ("barging-in", "differs")],
)
def test_a_risk_beside_ours(tmp_path: Path, risk: str, verdict: str) -> None:
    widget = cases(tmp_path)
    widget.handle(event("answer", "pills-not-taken", risk))
    assert widget.state["shown"] == {}
    widget.handle(event("reveal", "pills-not-taken"))
    case = EN.cases["pills-not-taken"]
    assert widget.state["shown"]["pills-not-taken"] == {
        "verdict": verdict,
        "mine": EN.risks[risk].name,
        "first": "",
        "risk": "missing the point",
        "accepted": ["letting go"],
        "ours": case.question,
        "lesson": case.lesson,
    }


def test_a_second_thought_keeps_the_first(tmp_path: Path) -> None:
    widget = cases(tmp_path)
    for happening in (
        event("answer", "sum-that-was-solved", "looking-away"),
        event("reveal", "sum-that-was-solved"),
        event("answer", "sum-that-was-solved", "missing-the-point"),
    ):
        widget.handle(happening)
    shown = cases(tmp_path).state["shown"]["sum-that-was-solved"]
    assert (shown["first"], shown["mine"]) == ("looking away", "missing the point")
    assert shown["verdict"] == "same"


def test_a_line_is_kept_beside_the_answers_and_can_be_emptied(tmp_path: Path) -> None:
    widget = cases(tmp_path)
    widget.handle(event("answer", "sum-that-was-solved", "What do you see?", activity=QUESTION))
    (saved,) = on_disk(tmp_path)
    assert (saved.activity, saved.item, saved.private) == (QUESTION, "sum-that-was-solved", False)
    lines = {"sum-that-was-solved": {"text": "What do you see?", "at": saved.at}}
    assert cases(tmp_path, language="nl").state["lines"] == lines
    widget.handle(event("answer", "sum-that-was-solved", None, activity=QUESTION))
    assert cases(tmp_path).state["lines"] == {}


def test_what_made_it_work(tmp_path: Path) -> None:
    widget = cases(tmp_path)
    key = "homework-not-about-homework"
    widget.handle(event("answer", key, "She sat down first.", activity="case-file.worked"))
    widget.handle(event("reveal", key))
    case = EN.cases[key]
    assert widget.state["shown"] == {key: {"ours": case.worked, "lesson": case.lesson}}
    assert widget.state["lines"][key]["text"] == "She sat down first."


def test_a_story_for_reading_shows_its_lesson_once_read(tmp_path: Path) -> None:
    widget = cases(tmp_path, MORE)
    widget.handle(event("choice", "street-corner", "read"))
    lesson = EN.cases["street-corner"].lesson
    assert cases(tmp_path, MORE).state["shown"] == {"street-corner": {"ours": "", "lesson": lesson}}


def test_a_painful_story_can_be_passed_by_and_read_later(tmp_path: Path) -> None:
    widget = cases(tmp_path, MORE)
    widget.handle(event("choice", "rescuer-in-court", "skip"))
    assert cases(tmp_path, MORE).state["skipped"] == ["rescuer-in-court"]
    widget.handle(event("choice", "rescuer-in-court", "read"))
    assert widget.state["skipped"] == []
    assert [*widget.state["shown"]] == ["rescuer-in-court"]


def test_the_end_is_counted_when_all_is_done(tmp_path: Path) -> None:
    widget = cases(tmp_path)
    asked = [key for key, case in widget.cases.items() if case.asks == "risk"]
    for key in asked:
        widget.handle(event("answer", key, "missing-the-point"))
        widget.handle(event("reveal", key))
    assert not widget.state["summary"]
    for key, case in widget.cases.items():
        if case.asks != "risk":
            kind = "choice" if case.asks == "reading" else "reveal"
            widget.handle(event(kind, key, _read(case.asks)))
    summary = widget.state["summary"]
    assert sum(summary.values()) == len(asked)
    assert summary["same"] == sum(EN.cases[key].risk == "missing-the-point" for key in asked)


def test_passed_by_counts_as_done(tmp_path: Path) -> None:
    widget = cases(tmp_path, MORE)
    for key, case in widget.cases.items():
        if case.sensitive:
            widget.handle(event("choice", key, "skip"))
        else:
            kind = "choice" if case.asks == "reading" else "reveal"
            widget.handle(event(kind, key, _read(case.asks)))
    assert widget.state["summary"] == {"same": 0, "accepted": 0, "differs": 0}


def test_an_answer_of_another_version_is_passed_over(tmp_path: Path) -> None:
    widget = cases(tmp_path)
    for value in ("sabotage", ["a"]):
        widget.journal.record(activity=CORE, item="sum-that-was-solved", value=value)
        widget.journal.record(activity=CORE, item="sum-that-was-solved", kind="reveal", value=None)
        shown = cases(tmp_path).state["shown"]["sum-that-was-solved"]
        assert (shown["verdict"], shown["mine"], shown["first"]) == ("unanswered", "", "")


@pytest.mark.parametrize(
    "foreign",
    [
        event("answer", "sum-that-was-solved", "held"),
        event("answer", "sum-that-was-solved", "missing-the-point", activity=QUESTION + "s"),
        event("answer", "rebuffed-friend", "barging-in"),
        event("answer", "homework-not-about-homework", "barging-in"),
        event("answer", ["sum-that-was-solved"], "barging-in"),
        event("answer", "sum-that-was-solved", ["barging-in"]),
        event("answer", "sum-that-was-solved", " ", activity=QUESTION),
        event("answer", "sum-that-was-solved", "x" * (LONGEST + 1), activity=QUESTION),
        event("answer", "homework-not-about-homework", "x", activity=QUESTION),
        event("answer", "sum-that-was-solved", "x", activity="case-file.worked"),
        event("reveal", "*"),
        event("reveal", "sum-that-was-solved", "x"),
        event("choice", "sum-that-was-solved", "read"),
        event("choice", "sum-that-was-solved", "skip"),
        event("reset", "sum-that-was-solved"),
        {},
    ],
)
def test_what_it_never_sends_is_refused(tmp_path: Path, foreign: dict[str, Any]) -> None:
    with pytest.raises(HelpkitError, match="cannot take"):
        cases(tmp_path).handle(foreign)
    assert on_disk(tmp_path) == []


def test_the_verb(tmp_path: Path) -> None:
    widget = Lesson("01", answers=tmp_path).cases(CORE)
    assert widget.view == cases(tmp_path).view
