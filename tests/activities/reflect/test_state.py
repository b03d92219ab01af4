"""Free writing: private, last one wins, nothing is lost, and what was written elsewhere is seen."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpkit import Lesson
from helpkit.activities.reflect.widget import Reflect
from helpkit.errors import HelpkitError, NotSavedError
from helpkit.journal import Journal
from tests.activities.lesson_widget import event, made, on_disk

PARTS = ("episode", "both-sides", "concept", "next-time")


def reflect(folder: Path, language: str = "en") -> Reflect:
    return made(Reflect, "help-that-missed", folder, language)


def wrote(part: str, text: str, *, private: bool = True) -> dict[str, Any]:
    return event("reflection", part, text, private=private)


def texts(widget: Reflect) -> dict[str, str]:
    return {part: each["text"] for part, each in widget.state["parts"].items()}


def test_four_parts_and_a_guide(tmp_path: Path) -> None:
    for language in ("en", "nl"):
        widget = reflect(tmp_path, language)
        assert tuple(widget.view["parts"]) == PARTS
        assert all(part["label"] and part["hint"] for part in widget.view["parts"].values())
        assert (widget.view["low"], widget.view["high"]) == (150, 250)
        assert widget.state == {"parts": {}, "shared": False}


def test_the_last_text_wins_and_the_earlier_ones_stay_in_the_journal(tmp_path: Path) -> None:
    widget = reflect(tmp_path)
    widget.handle(wrote("episode", "On Tuesday"))
    widget.handle(wrote("episode", "On Tuesday my neighbour"))
    again = reflect(tmp_path, "nl")
    assert texts(again) == {"episode": "On Tuesday my neighbour"}
    assert again.state["parts"]["episode"]["at"] == on_disk(tmp_path)[-1].at
    assert [each.value for each in on_disk(tmp_path)] == ["On Tuesday", "On Tuesday my neighbour"]


@settings(deadline=None, max_examples=30)  # each one waits for the disk
@given(st.dictionaries(st.sampled_from(PARTS), st.text(st.characters(codec="utf-8")), min_size=1))
def test_any_text_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, written: dict[str, str]
) -> None:
    folder = tmp_path_factory.mktemp("answers")
    for part, text in written.items():
        reflect(folder).handle(wrote(part, text))
    assert texts(reflect(folder)) == written


def test_private_until_all_parts_are_written_anew(tmp_path: Path) -> None:
    widget = reflect(tmp_path)
    widget.handle(wrote("episode", "a"))
    widget.handle(wrote("concept", "b"))
    assert not widget.state["shared"]
    widget.handle(wrote("episode", "a", private=False))
    widget.handle(wrote("concept", "b", private=False))
    assert widget.state["shared"]
    widget.handle(wrote("episode", "a"))
    assert widget.state["shared"], "one part can still be read"
    widget.handle(wrote("concept", "b"))
    assert not widget.state["shared"]


def test_a_text_of_another_window_is_shown_before_it_is_written_over(tmp_path: Path) -> None:
    english, dutch = reflect(tmp_path), reflect(tmp_path, "nl")
    english.handle(wrote("episode", "written in English"))
    states: list[dict[str, str]] = []
    dutch.observe(lambda _change: states.append(texts(dutch)), names="state")
    dutch.handle(wrote("episode", "written in Dutch"))
    assert states == [{"episode": "written in English"}, {"episode": "written in Dutch"}]


def test_what_is_not_on_the_disk_is_not_called_saved(tmp_path: Path) -> None:
    blocked = tmp_path / "answers"
    blocked.write_text("in the way")
    widget = reflect(blocked)
    with pytest.raises(NotSavedError):
        widget.handle(wrote("episode", "a"))
    assert widget.state["parts"]["episode"]["held"]
    blocked.unlink()
    widget.handle(wrote("concept", "b"))
    assert not any(part["held"] for part in widget.state["parts"].values())
    assert texts(reflect(blocked)) == {"episode": "a", "concept": "b"}


def test_what_the_content_no_longer_knows_is_left_out(tmp_path: Path) -> None:
    journal = Journal(tmp_path, lesson="01")
    for item, value in (("epilogue", "a"), ("episode", {"text": "a"})):
        journal.record(activity="help-that-missed", item=item, kind="reflection", value=value)
    assert reflect(tmp_path).state["parts"] == {}


@pytest.mark.parametrize(
    "foreign",
    [
        event("reflection", "episode", "not marked"),
        event("reflection", "episode", "a", private="yes"),
        event("reflection", "episode", None, private=True),
        event("reflection", "epilogue", "a", private=True),
        event("reflection", ["episode"], "a", private=True),
        event("answer", "episode", "a", private=True),
        {},
    ],
)
def test_what_it_never_sends_is_refused(tmp_path: Path, foreign: dict[str, Any]) -> None:
    with pytest.raises(HelpkitError, match="cannot take"):
        reflect(tmp_path).handle(foreign)
    assert on_disk(tmp_path) == []


def test_the_verb(tmp_path: Path) -> None:
    widget = Lesson("01", answers=tmp_path).reflect("help-that-missed")
    assert widget.view == reflect(tmp_path).view
