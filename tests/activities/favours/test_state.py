"""An evening of favours: every move is kept, and the accounts are those of the model."""

from pathlib import Path
from typing import Any

import pytest

from helpkit.activities.favours.widget import LONGEST, Favours
from helpkit.content import load
from helpkit.errors import HelpkitError
from helpkit.models.ledger import Give, Thank, play
from tests.activities.lesson_widget import event, made, on_disk


def give(by: str, value: int = 5, currency: str = "time") -> dict[str, Any]:
    return {"by": by, "do": "give", "value": value, "currency": currency}


MOVES = [give("A"), {"by": "B", "do": "thank"}, give("B", 3, "knowledge")]


def favours(folder: Path, language: str = "en") -> Favours:
    return made(Favours, "evening", folder, language)


def evening(*moves: Any) -> dict[str, Any]:
    return event("answer", "moves", list(moves))


def balances(widget: Favours) -> list[str]:
    return [cell["text"] for cell in widget.state["picture"]["rows"][-1]["cells"][:2]]


def test_the_evening_is_that_of_the_model_and_found_again(tmp_path: Path) -> None:
    widget = favours(tmp_path)
    widget.handle(evening(*MOVES))
    model = play([Give("A", 5), Thank("B"), Give("B", 3, "knowledge")], inflation=1.2)
    assert dict(model.balances) == {"A": pytest.approx(-2), "B": pytest.approx(1.4)}
    assert balances(widget) == ["−2", "1.4"]
    assert balances(favours(tmp_path, "nl")) == ["−2", "1,4"]
    assert favours(tmp_path).state == widget.state


def test_other_people(tmp_path: Path) -> None:
    widget = favours(tmp_path)
    widget.handle(evening(give("A"), give("B")))
    assert balances(widget) == ["−1", "−1"]
    widget.handle(event("answer", "inflation", 1.5))
    assert balances(widget) == ["−2.5", "−2.5"]
    widget.handle(event("answer", "relation", "communal"))
    assert balances(widget) == ["−4.5", "−4.5"]
    assert favours(tmp_path).state == widget.state


def test_a_knob_can_be_tried_on_the_evening(tmp_path: Path) -> None:
    widget = favours(tmp_path)
    widget.handle(evening(give("A"), give("B")))
    widget.handle(event("try", "*", {"inflation": 1.0}))
    assert balances(widget) == ["0", "0"]
    assert widget.state["moves"] == [give("A"), give("B")]


def test_ones_own_inflation_comes_from_the_receipts(tmp_path: Path) -> None:
    widget = favours(tmp_path)
    assert widget.state["own"] is None
    for key in load("en").favours:
        widget.journal.record(activity="receipt-given", item=key, kind="answer", value=7)
        widget.journal.record(activity="receipt-received", item=key, kind="answer", value=5)
    widget.handle(event("refresh", "*"))
    assert widget.state["own"] == 1.4


@pytest.mark.parametrize(
    "foreign",
    [
        evening(give("C")),
        evening(give("A", 11)),
        evening(give("A", 0)),
        evening(give("A", 5, "gold")),
        evening(give("A") | {"more": 1}),
        evening({"by": "A", "do": "give"}),
        evening({"by": "A", "do": "steal"}),
        evening({"by": ["A"], "do": "thank"}),
        evening("A gives"),
        evening(*[give("A")] * (LONGEST + 1)),
        event("answer", "moves", "none"),
        event("answer", "relation", "enemies"),
        event("answer", "relation", ["communal"]),
        event("answer", "inflation", 1.7),
        event("answer", "inflation", 1.23),
        event("choice", "moves", []),
        {},
    ],
)
def test_an_event_from_elsewhere_is_refused(tmp_path: Path, foreign: dict[str, Any]) -> None:
    widget = favours(tmp_path)
    with pytest.raises(HelpkitError):
        widget.handle(foreign)
    assert on_disk(tmp_path) == []


def test_an_evening_that_can_no_longer_be_is_passed_over(tmp_path: Path) -> None:
    widget = favours(tmp_path)
    widget.journal.record(activity="evening", item="moves", kind="answer", value=[give("C")])
    widget.journal.record(activity="evening", item="relation", kind="answer", value=3)
    again = favours(tmp_path)
    assert again.state["moves"] == []
    assert again.state["relation"] == "exchange"
