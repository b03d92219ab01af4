"""Two receipts: every price is kept, and they lie side by side only when asked for."""

from pathlib import Path
from typing import Any

import pytest

from helpkit.activities.receipt.widget import Receipt
from helpkit.content import load
from helpkit.errors import HelpkitError
from tests.activities.lesson_widget import event, made, on_disk

FAVOURS = list(load("en").favours)
LOOK = event("reveal", "*")


def receipt(folder: Path, side: str = "received", language: str = "en") -> Receipt:
    return made(Receipt, f"receipt-{side}", folder, language)


def price(widget: Receipt, value: int) -> None:
    for key in FAVOURS:
        widget.handle(event("answer", key, value))


def test_prices_are_kept_and_the_last_one_stands(tmp_path: Path) -> None:
    widget = receipt(tmp_path, "given")
    widget.handle(event("answer", "cat", 3))
    widget.handle(event("answer", "cat", 0))
    assert widget.state["answers"] == {"cat": 0}
    assert receipt(tmp_path, "given", "nl").state["answers"] == {"cat": 0}
    assert receipt(tmp_path).state["answers"] == {}


def test_the_other_side_tells_the_same_favours_in_another_order(tmp_path: Path) -> None:
    gave, got = (receipt(tmp_path, side).view["favours"] for side in ("given", "received"))
    assert {favour["id"] for favour in gave} == {favour["id"] for favour in got} == set(FAVOURS)
    assert [favour["id"] for favour in gave] != [favour["id"] for favour in got]
    assert not {favour["text"] for favour in gave} & {favour["text"] for favour in got}


def test_side_by_side_when_both_are_in_and_it_is_asked_for(tmp_path: Path) -> None:
    first, second = receipt(tmp_path, "given"), receipt(tmp_path)
    price(second, 5)
    second.handle(LOOK)
    assert second.state["ready"] is False
    assert second.state["picture"] is None
    price(first, 6)
    second.handle(event("refresh", "*"))
    assert second.state["ready"]
    assert "20%" in second.state["picture"]["sentences"][1]
    assert "1,2" in receipt(tmp_path, language="nl").state["picture"]["sentences"][1]


def test_nothing_is_laid_side_by_side_before_it_is_asked_for(tmp_path: Path) -> None:
    price(receipt(tmp_path, "given"), 6)
    second = receipt(tmp_path)
    price(second, 5)
    assert second.state["ready"]
    assert second.state["picture"] is None


@pytest.mark.parametrize(
    "foreign",
    [
        event("answer", "cat", 11),
        event("answer", "cat", -1),
        event("answer", "cat", 2.5),
        event("answer", "cat", True),
        event("answer", "cat"),
        event("answer", "dog", 3),
        event("reveal", "cat"),
        {},
    ],
)
def test_an_event_from_elsewhere_is_refused(tmp_path: Path, foreign: dict[str, Any]) -> None:
    with pytest.raises(HelpkitError):
        receipt(tmp_path).handle(foreign)
    assert on_disk(tmp_path) == []


def test_the_first_receipt_has_nothing_to_lay_beside(tmp_path: Path) -> None:
    with pytest.raises(HelpkitError):
        receipt(tmp_path, "given").handle(LOOK)
