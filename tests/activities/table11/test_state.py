"""Table 1.1 on stage lies as the board of lesson 1 lay, and what was chosen is found again."""

from pathlib import Path

import pytest

from helpkit.activities.sort.widget import Sort
from helpkit.activities.table11.widget import Table11
from helpkit.content import load
from helpkit.errors import HelpkitError
from tests.activities.lesson_widget import event, made, on_disk


def on_stage(folder: Path, language: str = "en") -> Table11:
    return made(Table11, "table-on-stage", folder, language)


def headers(widget: Table11) -> list[str]:
    return [row["header"] for row in widget.state["picture"]["rows"]]


def test_the_order_is_that_of_the_board_and_not_of_the_content(tmp_path: Path) -> None:
    widget, board = on_stage(tmp_path), made(Sort, "formality", tmp_path)
    table = load("en").table
    assert headers(widget) == [table[key].text for key in board.order]
    assert headers(widget) != [card.text for card in table.values()]


def test_what_was_chosen_is_found_again(tmp_path: Path) -> None:
    widget = on_stage(tmp_path)
    first = headers(widget)
    widget.handle(event("answer", "order", "strain"))
    assert sorted(headers(widget)) == sorted(first) != first
    widget.handle(event("answer", "roles", "reversed"))
    assert len(widget.state["picture"]["sentences"]) == 3
    assert on_stage(tmp_path).state == widget.state


@pytest.mark.parametrize("value", ["book", 1, None.__class__, ["strain"]])
def test_another_order_is_refused(tmp_path: Path, value: object) -> None:
    with pytest.raises(HelpkitError):
        on_stage(tmp_path).handle(event("answer", "order", value))
    assert on_disk(tmp_path) == []
