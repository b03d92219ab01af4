"""What a page hears of its lesson, and what it may say; only the wire is played by hand."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from helpkit import Lesson
from helpkit.content import load
from helpkit.exercises.progress import asked
from helpkit.frontend import lesson_view
from helpkit.frontend.lesson_view import PAGES, LessonView
from helpkit.journal import Journal, State
from helpkit.journal.lesson_view import LESSON_VIEW
from tests.exercises.handed_out import handed_out, opened
from tests.frontend.lesson_line import Line

FIRST = {"done": [], "begun": [], "read": [], "place": "", "layout": "steps", "fold": False}


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """No pages of other tests listen."""
    monkeypatch.setattr(lesson_view.VIEW, "_pages", {})
    monkeypatch.setattr(lesson_view.VIEW, "shown", dict)


@pytest.fixture
def line(tmp_path: Path) -> Iterator[Line]:
    """A page on lesson 1, which has heard all that it hears first."""
    Lesson("01", answers=tmp_path / "answers")
    line = Line()
    assert line.new() == [{"shown": {}, **FIRST}]
    yield line
    line.close()


def on_disk(folder: Path) -> list[tuple[str, str, str, Any]]:
    events = Journal(folder / "answers").events()
    assert all(event.private for event in events if event.activity == LESSON_VIEW)
    return [(event.activity, event.kind, event.item, event.value) for event in events]


def test_what_a_page_says_is_recorded_and_told_to_every_page(line: Line, tmp_path: Path) -> None:
    other = Line()
    other.new()
    line.say({"place": "stories-text"}, {"read": "message-text"}, {"layout": "page", "fold": True})
    told = [
        {"place": "stories-text"},
        {"read": ["message-text"]},
        {"layout": "page", "fold": True},
    ]
    assert line.new() == told
    assert other.new() == told
    assert on_disk(tmp_path) == [
        (LESSON_VIEW, "answer", "place", "stories-text"),
        (LESSON_VIEW, "choice", "read", "message-text"),
        (LESSON_VIEW, "answer", "layout", "page"),
        (LESSON_VIEW, "answer", "fold", True),
    ]
    other.close()


def test_what_is_so_already_is_not_recorded_again(line: Line, tmp_path: Path) -> None:
    line.say({"layout": "steps"}, {"fold": False})
    assert on_disk(tmp_path) == []
    line.say(*[{"place": "a"}, {"read": "a"}] * 3, {"read": "b"}, {"read": "a"})
    assert [value for *_, value in on_disk(tmp_path)] == ["a", "a", "b"]


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(
    "said",
    [
        *[{"place": value} for value in ("", "a b", "é", "x" * 65, 1, None, ["a"], {"a": 1})],
        *[{"layout": value} for value in ("sideways", True, None, ["page"])],
        *[{"fold": value} for value in ("true", 1, None)],
        *[{"read": ""}, {"done": "a"}, {"place": "a", "shown": {}}, {"": ""}],
        *[None, [], "place", 1],
    ],
)
def test_anything_else_is_refused_in_one_sentence(
    tmp_path: Path, language: str, said: object
) -> None:
    Lesson("01", language, tmp_path / "answers")
    line = Line()
    line.new()
    line.say(said)
    (reply,) = line.new()
    first = load(language).ui["common"]["unexpected-event"].partition("{kind}")[0]
    assert reply.keys() == {"problem"}
    assert reply["problem"].startswith(first)
    assert on_disk(tmp_path) == []
    line.close()


def test_an_error_of_ours_is_told_and_raised(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    broken: dict[str, Any] = {}
    monkeypatch.setattr(Journal, "record", lambda *_, **__: broken["x"])
    with pytest.raises(KeyError):
        line.say({"place": "a"})
    (reply,) = line.new()
    assert "KeyError: 'x'" in reply["problem"]


def test_what_cannot_be_saved_is_said_and_goes_on(line: Line, tmp_path: Path) -> None:
    """A file where the folder should be: nothing can be written, by root neither."""
    (tmp_path / "answers").write_text("in the way")
    line.say({"place": "a"})
    held, problem = line.new()
    assert held == {"place": "a"}
    assert str(tmp_path / "answers") in problem["problem"] or "lesson-01" in problem["problem"]
    (tmp_path / "answers").unlink()
    line.say({"place": "b"})
    assert line.new() == [{"place": "b"}]
    assert [value for *_, value in on_disk(tmp_path)] == ["a", "b"]


def clicked(widget: Any, **event: Any) -> None:
    widget._receive(widget, {"id": "1", "event": event}, [])


def test_an_activity_is_begun_and_then_done(tmp_path: Path) -> None:
    gates: Any = Lesson("01", answers=tmp_path).gates("gates")
    line = Line()
    line.new()
    first, *others = gates.activity.cases
    clicked(gates, kind="answer", item=first, value="held")
    assert line.new() == [{"begun": ["gates"]}]
    clicked(gates, kind="answer", item=first, value="say")
    assert line.new() == []
    for case in others:
        clicked(gates, kind="answer", item=case, value="held")
    assert line.new() == [{"done": ["gates"], "begun": []}]
    line.close()


def test_a_part_of_an_exercise_is_done_when_all_that_this_student_is_asked_is_there(
    tmp_path: Path,
) -> None:
    folder = handed_out(tmp_path, "01")
    exercise = opened(folder)
    start = exercise.start()
    line = Line()
    clicked(start, kind="answer", item="student", value="s1")
    part = exercise.parts["classify"]
    (first, *others) = asked(part, exercise.issued(part))
    for spot in others:
        exercise.journal.record(activity="classify", item=spot, value="formal")
    line.new()
    clicked(start, kind="refresh", item="*")
    assert line.new() == [{"begun": ["classify"]}]
    exercise.journal.record(activity="classify", item=first, value="formal")
    clicked(start, kind="refresh", item="*")
    assert line.new() == [{"done": ["classify"], "begun": []}]
    clicked(start, kind="answer", item="student", value="s2")
    assert line.new() == [{"done": [], "begun": ["classify"]}]
    line.close()


def test_what_another_tab_did_is_told_with_the_next_event(tmp_path: Path) -> None:
    here = Lesson("01", answers=tmp_path)
    choose = here.choose("a-colleague-stuck")
    line = Line()
    line.new()
    Journal(tmp_path, lesson="01").record(
        activity="how-many-settled", item="settled-by-text", kind="prediction", value={"guess": 3}
    )
    clicked(choose, kind="choice", item="option", value="ask")
    assert line.new() == [{"done": ["how-many-settled", "a-colleague-stuck"]}]
    line.close()


def test_only_what_changed_is_looked_at_again(tmp_path: Path) -> None:
    choose = Lesson("01", answers=tmp_path).choose("a-colleague-stuck")
    line = Line()
    looks: list[str] = []
    unit = lesson_view.VIEW._unit
    assert unit is not None

    def is_done(key: str, state: State) -> bool:
        looks.append(key)
        return unit.is_done(key, state)

    lesson_view.VIEW.serve(replace(unit, is_done=is_done))
    looks.clear()
    clicked(choose, kind="choice", item="option", value="ask")
    assert looks == ["a-colleague-stuck"]
    line.say({"place": "a"})
    assert looks == ["a-colleague-stuck"]
    line.close()


def test_the_latest_lesson_of_a_kernel_is_the_one_that_is_told_of(
    line: Line, tmp_path: Path
) -> None:
    Journal(tmp_path / "answers", lesson="02").record(
        activity=LESSON_VIEW, item="place", value="face-text", private=True
    )
    Lesson("02", answers=tmp_path / "answers")
    assert line.new() == [{"place": "face-text"}]


def test_the_welcome_page_has_a_view_and_nothing_to_do(tmp_path: Path) -> None:
    Lesson("00", answers=tmp_path / "answers")
    line = Line()
    line.say({"fold": True})
    assert line.new() == [{"shown": {}, **FIRST}, {"fold": True}]
    line.close()


def test_so_many_pages_are_told_and_those_that_left_are_not(line: Line, tmp_path: Path) -> None:
    pages = [Line() for _ in range(PAGES)]
    for page in pages:
        page.new()
    pages[0].handle_close({})
    pages[1].say({"place": "a"})
    assert [bool(page.new()) for page in (line, *pages)] == [False, False, True, True, True]
    line.say({"place": "b"})
    assert on_disk(tmp_path)[-1][-1] == "b", "whoever is told no more can still say something"


def test_cells_that_run_in_a_row_are_told_of_together(line: Line) -> None:
    shown: dict[str, list[str]] = {}
    looks: list[int] = []

    def look() -> dict[str, list[str]]:
        looks.append(len(shown))
        return dict(shown)

    lesson_view.VIEW.shown = look

    async def fifty() -> None:
        for number in range(50):
            shown[f"cell-{number}"] = ["model"]
            lesson_view.VIEW.soon()
            await asyncio.sleep(0)
        while not line.heard:
            await asyncio.sleep(0)

    asyncio.run(fifty())
    assert line.new() == [{"shown": shown}]
    assert looks == [50]


def test_without_a_loop_it_is_told_at_once(line: Line) -> None:
    lesson_view.VIEW.shown = lambda: {"cell": ["model"]}
    lesson_view.VIEW.soon()
    assert line.new() == [{"shown": {"cell": ["model"]}}]


def test_nobody_listens_and_nothing_is_looked_at(tmp_path: Path) -> None:
    view = LessonView()
    view.shown = lambda: pytest.fail("nobody asked")
    view.tell()
    Lesson("01", answers=tmp_path)
    assert lesson_view.VIEW._unit is not None
    view.serve(lesson_view.VIEW._unit)
    view.soon()
