"""A message: the reply is private, stays as it was sent, and can be skipped."""

from pathlib import Path
from typing import Any

import pytest

from helpkit import Lesson
from helpkit.activities.message.widget import Message
from helpkit.errors import HelpkitError
from tests.activities.lesson_widget import event, made, on_disk

REPLY = event("answer", "reply", "Of course! What is it for?\n<b>x</b>", private=True)


def message(folder: Path, language: str = "en") -> Message:
    return made(Message, "cv-tonight", folder, language)


def test_it_begins_with_nothing(tmp_path: Path) -> None:
    assert message(tmp_path).state == {"reply": None, "skipped": False, "labels": []}
    assert set(message(tmp_path, "nl").view["options"]) == {"asked", "told", "did"}


def test_the_reply_and_every_label_are_found_again_in_the_other_language(tmp_path: Path) -> None:
    first = message(tmp_path)
    first.handle(REPLY)
    first.handle(event("choice", "label", "told"))
    first.handle(event("choice", "label", "asked"))
    again = message(tmp_path, "nl")
    assert again.state == first.state
    assert again.state["reply"] == REPLY["value"]
    assert again.state["labels"] == ["told", "asked"]


def test_only_the_reply_is_private(tmp_path: Path) -> None:
    widget = message(tmp_path)
    widget.handle(REPLY)
    widget.handle(event("choice", "label", "did"))
    assert [(each.item, each.private) for each in on_disk(tmp_path)] == [
        ("reply", True),
        ("label", False),
    ]


def test_going_on_without_a_reply_is_kept(tmp_path: Path) -> None:
    message(tmp_path).handle(event("choice", "skipped", True))
    assert message(tmp_path).state == {"reply": None, "skipped": True, "labels": []}


@pytest.mark.parametrize(
    "foreign",
    [
        event("answer", "reply", "not marked as private"),
        event("answer", "reply", " \n ", private=True),
        event("answer", "reply", ["a"], private=True),
        event("answer", "label", "told", private=True),
        event("choice", "label", "refused"),
        event("choice", "label", ["told"]),
        event("choice", "skipped", "yes"),
        event("reset", "reply"),
        {},
    ],
)
def test_what_it_never_sends_is_refused(tmp_path: Path, foreign: dict[str, Any]) -> None:
    with pytest.raises(HelpkitError, match="cannot take"):
        message(tmp_path).handle(foreign)
    assert on_disk(tmp_path) == []


def test_the_verb(tmp_path: Path) -> None:
    widget = Lesson("01", answers=tmp_path).message("cv-tonight")
    assert widget.view == message(tmp_path).view
