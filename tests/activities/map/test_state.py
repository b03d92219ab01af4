"""The map is that of the last choice, of the cards that were sorted, from the journal."""

import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from helpkit.activities.map.activity import MapActivity
from helpkit.activities.map.widget import Map
from helpkit.content import load
from helpkit.errors import HelpkitError
from helpkit.journal import Journal

CHOICE = {"x": "role", "y": "one_down", "whose": "ours"}
EVENT = {"kind": "choice", "item": "view", "value": CHOICE}


def shown(folder: Path, language: str = "en") -> Map:
    content = load(language)
    activity = content.activities["01"]["situations-map"]
    assert isinstance(activity, MapActivity)
    return Map(activity, content, Journal(folder, lesson="01", language=language))


def sort(folder: Path, activity: str, **answers: str) -> None:
    journal = Journal(folder, lesson="01", language="en")
    for card, value in answers.items():
        journal.record(activity=activity, item=card, value=value)


def numbers(widget: Map) -> list[list[int]]:
    return [[int(cell["text"]) for cell in row["cells"]] for row in widget.state["picture"]["rows"]]


def test_whoever_has_sorted_nothing_starts_with_ours(tmp_path: Path) -> None:
    widget = shown(tmp_path)
    assert widget.state["choice"] == {"x": "formality", "y": "initiative", "whose": "ours"}
    assert sum(map(sum, numbers(widget))) == len(widget.content.table) == 26
    assert widget.state["unsorted"] == []


def test_whoever_has_sorted_starts_with_their_own(tmp_path: Path) -> None:
    sort(tmp_path, "formality", directions="informal", homework="formal", plumber="semi_formal")
    sort(tmp_path, "initiative", directions="client_asks")
    state = shown(tmp_path).state
    assert state["choice"]["whose"] == "mine"
    assert state["cards"] == {"client_asks/informal": ["directions"]}
    assert state["sorted"] == {"initiative": 1, "formality": 2}, "practice cards do not count"
    assert len(state["unsorted"]) == 25


def test_a_shorter_sort_by_the_same_question_counts_too(tmp_path: Path) -> None:
    """Ten cards are sorted by initiative on the core path, all of them in the sandbox."""
    sort(tmp_path, "formality", dishes="informal", directions="informal")
    sort(tmp_path, "who-moved-first", dishes="helper_offers", directions="third_party")
    sort(tmp_path, "initiative", directions="client_asks")
    assert shown(tmp_path).state["cards"] == {
        "helper_offers/informal": ["dishes"],
        "client_asks/informal": ["directions"],
    }


def test_a_choice_is_kept_and_found_again(tmp_path: Path) -> None:
    widget = shown(tmp_path)
    widget.handle(EVENT)
    assert widget.state["choice"] == CHOICE
    again = shown(tmp_path, "nl")
    assert again.state["choice"] == CHOICE
    down, across = (again.content.dimensions[CHOICE[side]].name for side in ("y", "x"))
    assert again.state["picture"]["name"] == f"Kaartjes naar {down} en {across}"
    assert numbers(again) == numbers(widget)


def test_the_question_with_most_answers_runs_down(tmp_path: Path) -> None:
    widget = shown(tmp_path)
    for x, y in (("risk", "arena"), ("arena", "risk")):
        widget.handle(EVENT | {"value": {"x": x, "y": y, "whose": "ours"}})
        assert len(widget.state["picture"]["rows"]) == 9
        assert len(widget.state["picture"]["header"]) == 4


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "answer"},
        {"item": "map"},
        {"value": None},
        {"value": CHOICE | {"x": "one_down"}},
        {"value": CHOICE | {"x": "colour"}},
        {"value": CHOICE | {"whose": "theirs"}},
        {"value": CHOICE | {"more": 1}},
        {"value": CHOICE | {"x": ["role"]}},
    ],
)
def test_an_event_from_elsewhere_is_refused(tmp_path: Path, wrong: dict[str, Any]) -> None:
    with pytest.raises(HelpkitError, match="This widget cannot take"):
        shown(tmp_path).handle(EVENT | wrong)
    assert not list(tmp_path.glob("*.jsonl"))


def test_a_choice_that_can_no_longer_be_is_passed_over(tmp_path: Path) -> None:
    journal = Journal(tmp_path, lesson="01", language="en")
    for value in (CHOICE, {"x": "colour", "y": "role", "whose": "ours"}):
        journal.record(activity="situations-map", item="view", kind="choice", value=value)
    assert shown(tmp_path).state["choice"] == CHOICE


@pytest.mark.parametrize("language", ["en", "nl"])
def test_each_language_has_every_text_and_no_other(language: str) -> None:
    folder = files("helpkit")
    source = "".join(
        (folder / "activities/map" / name).read_text() for name in ("map.js", "picture.py")
    )
    quoted = set(re.findall(r'"([a-z-]+)"', source)) | {"unsorted"}
    assert set(load(language).ui["map"]) <= quoted
    used = set(re.findall(r'ui\.t\("([\w-]+)"', source)) | {"x", "y", "mine", "ours", "unsorted"}
    assert used <= {*load(language).ui["map"], *load(language).ui["common"]}
