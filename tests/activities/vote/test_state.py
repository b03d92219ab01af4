"""Two votes: each counts once, in order, and what answers give and cost comes after both."""

from pathlib import Path
from typing import Any

import pytest

from helpkit import Lesson
from helpkit.activities.vote.widget import Vote
from helpkit.errors import HelpkitError
from tests.activities.lesson_widget import event, made, on_disk


def vote(folder: Path, language: str = "en") -> Vote:
    return made(Vote, "on-the-stairs", folder, language)


def ballot(turn: Any, choice: Any = "ask", sure: Any = 75) -> dict[str, Any]:
    return event("vote", "question", {"round": turn, "value": {"choice": choice, "sure": sure}})


def test_both_rounds_are_found_again(tmp_path: Path) -> None:
    first = vote(tmp_path)
    assert first.state == {"votes": [], "options": None, "debrief": ""}
    first.handle(ballot(1))
    assert first.state["votes"] == [{"choice": "ask", "sure": 75}]
    assert first.state["options"] is None
    first.handle(ballot(2, "walk", 95))
    again = vote(tmp_path, "nl").state
    assert again["votes"] == [{"choice": "ask", "sure": 75}, {"choice": "walk", "sure": 95}]
    assert all(option["gain"] and option["cost"] for option in again["options"].values())
    assert again["debrief"]


def test_what_it_gives_and_costs_is_not_in_the_page_before_its_time(tmp_path: Path) -> None:
    assert set(vote(tmp_path).view["options"].values()) == {
        option.label for option in vote(tmp_path).activity.options.values()
    }


@pytest.mark.parametrize("turn", [1, 3, 0, True, "2", None])
def test_a_round_that_is_over_or_not_there_takes_no_vote(tmp_path: Path, turn: Any) -> None:
    widget = vote(tmp_path)
    widget.handle(ballot(1))
    with pytest.raises(HelpkitError):
        widget.handle(ballot(turn, "greet"))
    assert len(on_disk(tmp_path)) == 1


@pytest.mark.parametrize(
    "foreign",
    [
        ballot(2),
        ballot(1, "shout"),
        ballot(1, ["ask"]),
        ballot(1, "ask", 60),
        ballot(1, "ask", True),
        event("vote", "other", {"round": 1, "value": {"choice": "ask", "sure": 75}}),
        event("vote", "question", {"round": 1, "value": "ask"}),
        event("vote", "question", 1),
        event("answer", "question", "ask"),
        {},
    ],
)
def test_what_it_never_sends_is_refused(tmp_path: Path, foreign: dict[str, Any]) -> None:
    with pytest.raises(HelpkitError):
        vote(tmp_path).handle(foreign)
    assert on_disk(tmp_path) == []


def test_the_verb(tmp_path: Path) -> None:
    assert Lesson("01", answers=tmp_path).vote("on-the-stairs").view == vote(tmp_path).view


def test_a_vote_that_the_browser_sends_again_is_no_fault_and_changes_nothing(
    tmp_path: Path,
) -> None:
    widget = vote(tmp_path)
    for again in (ballot(1), ballot(1), ballot(2, "walk"), ballot(1), ballot(2, "walk")):
        widget.handle(again)
    assert [vote["choice"] for vote in widget.state["votes"]] == ["ask", "walk"]
    with pytest.raises(HelpkitError):
        widget.handle(ballot(2, "ask"))
