"""Five doors: every move is kept, the partners are the model's, and no name leaks."""

import json
from pathlib import Path
from typing import Any

import pytest

from helpkit.activities.partners.widget import Partners
from helpkit.errors import HelpkitError
from helpkit.models.reciprocity import Payoffs, match
from tests.activities.lesson_widget import event, made, on_disk

DOORS = ("first", "second", "third", "fourth", "fifth")
MIXED = [True, True, False, True, False, False, True, True, True, False]
NAMES = event("reveal", "names")


def partners(folder: Path, language: str = "en") -> Partners:
    return made(Partners, "five-partners", folder, language)


def play(widget: Partners, moves: list[bool], doors: tuple[str, ...] = DOORS) -> None:
    for door in doors:
        widget.handle(event("answer", door, moves))


def theirs(widget: Partners, door: str) -> list[bool]:
    return [turn["theirs"] for turn in widget.state["doors"][door]]


def test_each_answers_in_its_own_way(tmp_path: Path) -> None:
    widget = partners(tmp_path)
    play(widget, MIXED)
    assert theirs(widget, "first") == [True] * 3 + [False] * 7, "holds a grudge"
    assert theirs(widget, "second") == [True] * 10, "always gives"
    assert theirs(widget, "fourth") == [False] * 10, "never gives"
    assert theirs(widget, "fifth") == [True, *MIXED[:-1]], "mirrors"
    assert theirs(widget, "third")[:4] == [True, True, True, False], "keeps what worked"


def test_the_moves_are_found_again_and_a_door_can_be_played_anew(tmp_path: Path) -> None:
    widget = partners(tmp_path)
    play(widget, MIXED[:4], ("first",))
    assert partners(tmp_path, "nl").state == widget.state
    assert widget.state["doors"]["first"][2] == {
        "mine": False,
        "theirs": True,
        "my-points": 3,
        "their-points": -1,
    }
    widget.handle(event("answer", "first"))
    assert partners(tmp_path).state["doors"]["first"] == []


def test_no_name_leaks_before_it_is_asked_for(tmp_path: Path) -> None:
    widget = partners(tmp_path)
    play(widget, MIXED)
    widget.handle(event("answer", "guess.first", "tft"))
    assert widget.state["names"] is None
    shown = json.dumps([widget.view["doors"], widget.state["doors"]])
    for partner in widget.activity.partners.values():
        assert partner.name not in shown
        assert partner.strategy not in shown
    names = [option["name"] for option in widget.view["options"]]
    assert names == sorted(names)


def test_the_names_wait_until_all_are_played(tmp_path: Path) -> None:
    widget = partners(tmp_path)
    play(widget, MIXED, DOORS[:4])
    widget.handle(NAMES)
    assert widget.state["names"] is None
    play(widget, MIXED, DOORS[4:])
    names: Any = widget.state["names"]
    assert set(names) == set(DOORS)


def test_who_they_were_and_what_the_mirror_would_have_had(tmp_path: Path) -> None:
    widget = partners(tmp_path)
    play(widget, MIXED)
    widget.handle(event("answer", "guess.first", "grim"))
    widget.handle(event("answer", "guess.second", "tft"))
    widget.handle(NAMES)
    shown: Any = widget.state["names"]
    payoffs = Payoffs.of_help(benefit=3, cost=1)
    for door, partner in widget.activity.partners.items():
        expected = match("TFT", partner.strategy, turns=10, payoffs=payoffs).mine
        assert shown[door]["mirror"] == expected
        assert shown[door]["code"] == partner.strategy
    assert [shown[door]["right"] for door in DOORS] == [True, False, False, False, False]
    assert [shown[door]["guessed"] for door in DOORS] == [True, True, False, False, False]
    assert shown["fourth"]["mine"] == -sum(MIXED)
    assert shown["fourth"]["theirs"] == 3 * sum(MIXED)


@pytest.mark.parametrize(
    "foreign",
    [
        event("answer", "first", [True] * 11),
        event("answer", "first", [1, 0]),
        event("answer", "first", "help"),
        event("answer", "sixth", [True]),
        event("answer", "guess.first", "ALLC"),
        event("answer", "guess.first", ["allc"]),
        event("answer", "guess.sixth", "allc"),
        event("answer", ["first"], [True]),
        event("reveal", "first"),
        {},
    ],
)
def test_an_event_from_elsewhere_is_refused(tmp_path: Path, foreign: dict[str, Any]) -> None:
    with pytest.raises(HelpkitError):
        partners(tmp_path).handle(foreign)
    assert on_disk(tmp_path) == []
