"""A scene as text: what is typed is kept, what is tried is not, and nothing in it is run."""

import json
from pathlib import Path
from typing import Any

import pytest

from helpkit.content import load
from helpkit.content.activity import Activity
from helpkit.errors import HelpkitError, NotSavedError
from helpkit.exercises.parts.scene.inspection import LONGEST, NEEDS
from helpkit.exercises.parts.scene.widget import SceneEditor
from helpkit.exercises.submission import submission as form
from helpkit.journal import Journal
from tests.activities.lesson_widget import event, on_disk
from tests.exercises.parts.scene.samples import uncommented
from tests.exercises.samples import FOLDERS, exercise, own_scene

WHOLE = own_scene()


def editor(folder: Path, language: str = "en") -> SceneEditor:
    part = exercise(FOLDERS[2], language).parts["build"]
    activity = Activity(id=part.id, kind=part.kind, title=part.title, intro=part.task, minutes=0)
    journal = Journal(folder, lesson="exercise-06", language=language)
    return SceneEditor(activity, load(language), journal, part=part)


def wrote(text: Any, **more: Any) -> dict[str, Any]:
    return event("reflection", "text", text, **({"private": False} | more))


def met(widget: SceneEditor) -> set[str]:
    return {need["id"] for need in widget.preview["needs"] if need["met"]}


def test_the_last_text_stands_and_only_it_is_handed_in(tmp_path: Path) -> None:
    widget = editor(tmp_path)
    for text in ("title", 'title = "x"', WHOLE):
        widget.handle(wrote(text))
    again = editor(tmp_path)
    assert again.state["text"] == WHOLE
    assert again.state["at"] == on_disk(tmp_path)[-1].at
    assert met(again) == {*NEEDS}
    data = form.make(
        on_disk(tmp_path), exercise="06", student="s1", language="en", issued=("text",)
    )
    assert [each.value for each in form.read(data).events] == [WHOLE]


def test_a_try_is_checked_and_not_recorded(tmp_path: Path) -> None:
    widget = editor(tmp_path)
    assert widget.preview["scene"] is None
    widget.handle(event("try", "text", WHOLE))
    assert met(widget) == {*NEEDS}
    assert widget.state == editor(tmp_path).state == {"text": "", "at": "", "held": False}
    widget.handle(event("try", "text", 'title = "x'))
    assert met(widget) == set()
    assert widget.preview["faults"][0]["line"] == 1
    assert on_disk(tmp_path) == []


def edit(op: str, *where: str, value: Any = None, text: str = WHOLE) -> dict[str, Any]:
    wanted = {"id": "e", "text": text, "op": op, "where": [*where], "value": value}
    return event("edit", "text", wanted)


def test_an_operation_of_the_form_gives_a_text_and_records_nothing(tmp_path: Path) -> None:
    widget = editor(tmp_path)
    widget.handle(edit("set", "title", value="New"))
    assert widget.edit["refusal"] == ""
    assert 'title = "New"' in widget.edit["text"]
    assert widget.preview["form"]["title"] == {"text": "New", "language": ""}
    assert widget.preview["scene"]["title"] == "New"
    assert widget.state["text"] == ""
    assert on_disk(tmp_path) == []


def test_an_operation_that_cannot_be_made_leaves_what_is_shown(tmp_path: Path) -> None:
    widget = editor(tmp_path)
    before = dict(widget.preview)
    widget.handle(edit("remove", "nodes", "gone"))
    assert widget.edit == {
        "id": "e",
        "text": WHOLE,
        "where": ["nodes", "gone"],
        "refusal": "gone",
    }
    assert widget.preview == before


def test_the_client_is_met_in_the_temperament_that_is_asked_for(tmp_path: Path) -> None:
    text = uncommented() + '[temperaments.warm]\nname = "warm"\nreveal = "Warm."\n'
    widget = editor(tmp_path)
    widget.handle(event("try", "text", text))
    assert widget.preview["scene"]["mood"] == "proud"
    widget.handle(event("meet", "text", {"text": text, "with": "warm"}))
    assert widget.preview["scene"]["mood"] == "warm"
    widget.handle(event("try", "text", text + "# more"))
    assert widget.preview["scene"]["mood"] == "warm"
    widget.handle(event("try", "text", uncommented()))
    assert widget.preview["scene"]["mood"] == "proud"


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_scene_to_begin_with_is_sound_and_is_called_ours(tmp_path: Path, language: str) -> None:
    widget = editor(tmp_path, language)
    widget.handle(event("try", "text", widget.view["example"]))
    assert met(widget) == {*NEEDS} - {"nodes", "hidden"}
    assert widget.preview["ours"]
    assert widget.preview["faults"] == []
    assert len(widget.preview["scene"]["nodes"]) == 3


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        'title = "\\u0000<img src=x onerror=alert(1)>"',
        "[" * LONGEST,
        "a = " + "[" * 30_000,
        "a = " + "{a=" * 10_000,
        "a." * 29_000 + "a = 1",
        "\n" * 20_000,
        "[nodes." + "x" * 50_000 + "]",
        "__import__('os').system('false')",
        WHOLE.replace("trust = 1", f"trust = {'9' * 4000}", 1),
        WHOLE.replace('form = "pure"', 'form = "__class__"'),
        WHOLE.replace('"e1"', '"__proto__"').replace("endings.e1", "endings.__proto__"),
    ],
)
def test_any_text_is_kept_and_shown_as_plain_data(tmp_path: Path, text: str) -> None:
    widget = editor(tmp_path)
    widget.handle(event("try", "text", text))
    assert met(widget) != {*NEEDS}
    shown = json.dumps(widget.preview, allow_nan=False).encode()
    assert len(shown) < 4 * LONGEST
    widget.handle(wrote(text))
    assert editor(tmp_path).state["text"] == text


@pytest.mark.parametrize(
    "foreign",
    [
        wrote("x" * (LONGEST + 1)),
        wrote("€" * 30_000),
        wrote("\ud800"),
        wrote(None),
        wrote(["x"]),
        wrote("x", private=True),
        event("reflection", "text", "x"),
        event("reflection", "another", "x", private=False),
        event("answer", "text", "x", private=False),
        event("try", "another", "x"),
        event("try", "text", "x" * (LONGEST + 1)),
        event("try", "text", "\ud800"),
        event("try", "text", 1),
        wrote("x", activity="another"),
        event("edit", "text", "x"),
        event("edit", "text", {"op": "add", "where": ["nodes"], "value": None, "text": ""}),
        event("edit", "another", edit("add", "nodes")["value"]),
        edit("drop", "nodes"),
        edit("add"),
        edit("add", "nodes", value=1),
        edit("add", *"abcdefg"),
        edit("set", "title", value=["x"]),
        edit("set", "title", value=True),
        edit("set", "title", value=1.5),
        edit("set", "title", value=10**6),
        edit("set", "title", value="\ud800"),
        edit("set", "\ud800", value="x"),
        edit("move", "nodes", "n1", value=2),
        edit("lead", "nodes", "n1", "choices", "a", "next", value="title"),
        edit("add", "nodes", text="\ud800"),
        event("meet", "text", "proud"),
        event("meet", "text", {"text": "", "with": 1}),
        {},
    ],
    ids=str,
)
def test_what_it_never_sends_is_refused(tmp_path: Path, foreign: dict[str, Any]) -> None:
    widget = editor(tmp_path)
    before = dict(widget.preview)
    with pytest.raises(HelpkitError):
        widget.handle(foreign)
    assert on_disk(tmp_path) == []
    assert widget.preview == before


def test_what_is_not_on_the_disk_is_not_called_saved(tmp_path: Path) -> None:
    blocked = tmp_path / "answers"
    blocked.write_text("in the way")
    widget = editor(blocked)
    with pytest.raises(NotSavedError):
        widget.handle(wrote("a"))
    assert widget.state["held"]
    blocked.unlink()
    widget.handle(wrote("b"))
    assert not widget.state["held"]


@pytest.mark.parametrize("value", [7, None, ["x"], {"text": "x"}])
def test_what_another_helpkit_wrote_is_left_out(tmp_path: Path, value: Any) -> None:
    journal = Journal(tmp_path, lesson="exercise-06")
    journal.record(activity="build", item="text", kind="reflection", value=value, private=False)
    assert editor(tmp_path).state["text"] == ""


def test_a_new_look_shows_what_was_written_elsewhere(tmp_path: Path) -> None:
    widget = editor(tmp_path)
    editor(tmp_path, "nl").handle(wrote(WHOLE))
    widget.for_student("autumn", "s1")
    assert widget.state["text"] == WHOLE
    assert met(widget) == {*NEEDS}


def test_the_preview_goes_with_the_first_message(tmp_path: Path) -> None:
    editor(tmp_path).handle(wrote(WHOLE))
    opened: list[dict[str, Any]] = []

    class Watched(SceneEditor):
        def open(self) -> None:
            opened.append(self.get_state())
            super().open()

    part = exercise(FOLDERS[2]).parts["build"]
    activity = Activity(id=part.id, kind=part.kind, title=part.title, intro=part.task, minutes=0)
    Watched(activity, load("en"), Journal(tmp_path, lesson="exercise-06"), part=part)
    assert len(opened[0]["preview"]["needs"]) == len(NEEDS)
    assert all(need["met"] for need in opened[0]["preview"]["needs"])
