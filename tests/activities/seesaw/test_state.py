"""A see-saw: every move is kept, the plank can be moved, and both stand where the model says."""

from pathlib import Path
from typing import Any

import pytest

from helpkit.activities.seesaw.widget import LONGEST, SCENES, Seesaw
from helpkit.errors import HelpkitError
from helpkit.models.see_saw import MOVES
from tests.activities.lesson_widget import event, made, on_disk

HELP = {"by": "first", "do": "help"}
SHOW = {"by": "first", "do": "ask-to-be-shown"}


def seesaw(folder: Path, language: str = "en") -> Seesaw:
    return made(Seesaw, "see-saw", folder, language)


def talk(*moves: Any) -> dict[str, Any]:
    return event("answer", "moves", list(moves))


def test_a_talk_is_that_of_the_model_and_found_again(tmp_path: Path) -> None:
    widget = seesaw(tmp_path)
    assert widget.state["heights"] == [5, 5]
    widget.handle(talk(HELP))
    assert widget.state["heights"] == [6, 4]
    assert widget.state["uneasy"] == 0.2
    widget.handle(talk(HELP, SHOW))
    assert widget.state["heights"] == [5, 5]
    assert widget.state["uneasy"] == 0
    assert seesaw(tmp_path).state == widget.state
    assert seesaw(tmp_path, "nl").state["heights"] == [5, 5]


def test_back_and_none(tmp_path: Path) -> None:
    widget = seesaw(tmp_path)
    first = widget.state
    widget.handle(talk(HELP))
    widget.handle(talk())
    assert widget.state == first


def test_the_plank_moves_while_it_is_in_the_hand(tmp_path: Path) -> None:
    widget = seesaw(tmp_path)
    widget.handle(talk(HELP))
    widget.handle(event("try", "*", {"tilt": 4, "gap": 2}))
    assert widget.state["heights"] == [8, 2]
    assert widget.state["gap"] == 2
    assert widget.state["uneasy"] == 0.4
    assert widget.state["moves"] == [HELP]
    assert len(on_disk(tmp_path)) == 1
    widget.handle(event("answer", "tilt", 4))
    assert seesaw(tmp_path).state["heights"] == [8, 2]


def test_nobody_leaves_the_see_saw(tmp_path: Path) -> None:
    widget = seesaw(tmp_path)
    widget.handle(talk(*[HELP] * LONGEST))
    widget.handle(event("answer", "gap", -6))
    assert widget.state["heights"] == [10, 0]
    assert widget.state["uneasy"] == 1


def test_every_move_and_every_talk_has_words(tmp_path: Path) -> None:
    view = seesaw(tmp_path).view
    assert list(view["moves"]) == list(MOVES)
    assert len(view["scenes"]) == len(SCENES)
    widget = seesaw(tmp_path)
    for scene in view["scenes"]:
        widget.handle(talk(*scene["moves"]))
        assert widget.state["moves"] == scene["moves"]


@pytest.mark.parametrize(
    "foreign",
    [
        talk(HELP | {"by": "third"}),
        talk(HELP | {"do": "dance"}),
        talk(HELP | {"do": ["help"]}),
        talk(HELP | {"more": 1}),
        talk({"by": "first"}),
        talk("help"),
        talk(*[HELP] * (LONGEST + 1)),
        event("answer", "moves", "none"),
        event("answer", "tilt", 11),
        event("answer", "tilt", 0.5),
        event("answer", "gap", 7),
        event("choice", "moves", []),
        event("try", "*", {"tilt": 1}),
        {},
    ],
)
def test_an_event_from_elsewhere_is_refused(tmp_path: Path, foreign: dict[str, Any]) -> None:
    widget = seesaw(tmp_path)
    with pytest.raises(HelpkitError):
        widget.handle(foreign)
    assert on_disk(tmp_path) == []


def test_a_talk_that_can_no_longer_be_is_passed_over(tmp_path: Path) -> None:
    widget = seesaw(tmp_path)
    old = [{"by": "first", "do": "dance"}]
    widget.journal.record(activity="see-saw", item="moves", kind="answer", value=old)
    assert seesaw(tmp_path).state["moves"] == []
