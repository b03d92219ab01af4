"""A choice: every try is kept, every answer can be opened, and the end is asked for."""

from pathlib import Path
from typing import Any

import pytest

from helpkit import Lesson
from helpkit.activities.choose.widget import Choose
from helpkit.errors import HelpkitError
from tests.activities.lesson_widget import event, made, on_disk


def choice(folder: Path, language: str = "en") -> Choose:
    return made(Choose, "a-colleague-stuck", folder, language)


def test_every_try_look_and_the_end_are_found_again(tmp_path: Path) -> None:
    first = choice(tmp_path)
    assert first.state == {"tries": [], "opened": [], "finished": False}
    first.handle(event("choice", "option", "tell"))
    first.handle(event("reveal", "option.ask"))
    first.handle(event("choice", "option", "ask"))
    first.handle(event("choice", "option", "tell"))
    first.handle(event("reveal", "debrief"))
    assert first.state == {"tries": ["ask", "tell"], "opened": ["ask"], "finished": True}
    assert choice(tmp_path, "nl").state == first.state


def test_every_option_has_its_two_sides(tmp_path: Path) -> None:
    for language in ("en", "nl"):
        options = choice(tmp_path, language).view["options"]
        assert len(options) >= 3
        assert all(
            option["label"] and option["gain"] and option["cost"] for option in options.values()
        )


@pytest.mark.parametrize(
    "foreign",
    [
        event("choice", "option", "shout"),
        event("choice", "option", ["tell"]),
        event("choice", "tell", True),
        event("reveal", "tell"),
        event("reveal", "option.shout"),
        event("reveal", ["debrief"]),
        event("answer", "option", "tell"),
        {},
    ],
)
def test_what_it_never_sends_is_refused(tmp_path: Path, foreign: dict[str, Any]) -> None:
    with pytest.raises(HelpkitError, match="cannot take"):
        choice(tmp_path).handle(foreign)
    assert on_disk(tmp_path) == []


def test_the_verb(tmp_path: Path) -> None:
    widget = Lesson("01", answers=tmp_path).choose("a-colleague-stuck")
    assert widget.view == choice(tmp_path).view
