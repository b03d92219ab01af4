"""The map knows what is ready, how far the learner is, and where to go on."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit import Lesson
from helpkit.activities.lessons.stations import Stage, Station, next_station, stations
from helpkit.content import languages, load
from helpkit.content.files import lessons_folder
from helpkit.journal import State
from helpkit.journal.lesson_view import LESSON_VIEW
from tests.journal.old_journals import answers

EN = load("en")
READY = {EN.chapters[lesson].file for lesson in ("01", "02", "06")}


def on_map(folder: Path, language: str = "en") -> dict[str, Station]:
    """The stations that a kernel in this folder shows, by lesson."""
    state = Lesson("00", language, folder).lessons().state
    return {station["id"]: Station(**station) for station in state["stations"]}


def station(lesson: str, stage: Stage) -> Station:
    """A station of which only this is said."""
    return Station(
        id=lesson, title="", about="", file="", minutes=60, stage=stage, done=0, of=9, left=60
    )


def test_a_new_learner_is_welcome_and_begins_with_lesson_1(tmp_path: Path) -> None:
    widget = Lesson("00", "en", tmp_path / "answers").lessons()
    assert widget.view["title"] == "Welcome"
    assert widget.view["folder"] == str(tmp_path / "answers")
    assert widget.state["next"] == "01"
    assert {station.stage for station in on_map(tmp_path).values()} == {"new", "making"}
    assert not list(tmp_path.iterdir()), "looking writes nothing"


def test_one_answer_begins_a_lesson(tmp_path: Path) -> None:
    lesson = Lesson("02", "nl", tmp_path)
    lesson.journal.record(activity="sent-something.sure", item="a", value=1)
    widget = Lesson("00", "nl", tmp_path).lessons()
    assert widget.view["title"] == "Welkom terug"
    assert widget.state["next"] == "02"
    assert on_map(tmp_path, "nl")["02"].stage == "begun"


def test_looking_is_no_answer(tmp_path: Path) -> None:
    """The view of a lesson keeps where the learner was, of the welcome page too."""
    for lesson in ("00", "02"):
        journal = Lesson(lesson, "en", tmp_path).journal
        journal.record(activity=LESSON_VIEW, item="place", kind="answer", value="title")
    widget = Lesson("00", "en", tmp_path).lessons()
    assert (widget.view["title"], widget.state["next"]) == ("Welcome", "01")
    assert on_map(tmp_path)["02"].stage == "new"


def test_a_whole_evening_is_counted_without_what_stands_under_more(tmp_path: Path) -> None:
    course = on_map(answers(tmp_path))
    assert {key for key, each in course.items() if each.stage == "done"} == {"02", "06"}
    first = course["01"]
    core = [one for one in EN.activities["01"].values() if one.asks and not one.extra]
    assert (first.stage, first.of) == ("begun", len(core))
    assert 0 < first.done < first.of
    assert 5 <= first.left < first.minutes
    assert first.left % 5 == 0


def test_something_under_more_begins_a_lesson_and_brings_it_no_further(tmp_path: Path) -> None:
    (extra, *_) = [one.id for one in EN.activities["02"].values() if one.extra and one.asks]
    Lesson("02", "en", tmp_path).journal.record(activity=extra, item="a", value=1)
    second = on_map(tmp_path)["02"]
    assert (second.stage, second.done, second.left) == ("begun", 0, second.minutes)


def test_what_a_notebook_beside_it_has_is_ready(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / EN.chapters["03"].file).write_text("{}")
    monkeypatch.chdir(tmp_path)
    stages = {key: each.stage for key, each in on_map(tmp_path / "answers").items()}
    assert [key for key, stage in stages.items() if stage == "new"] == ["03"]


@pytest.mark.parametrize("language", languages())
def test_where_the_kernel_sees_no_notebook_those_that_are_shipped_are_ready(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    files = {each.file for each in on_map(tmp_path, language).values() if each.stage == "new"}
    assert files == {path.name for path in (lessons_folder() / language).glob("0[1-9]-*.ipynb")}


@pytest.mark.parametrize(
    ("stages", "last", "expected"),
    [
        (("new", "new", "new"), "", "01"),
        (("begun", "new", "new"), "01", "01"),
        (("done", "new", "new"), "01", "02"),
        (("begun", "begun", "new"), "02", "02"),
        (("new", "done", "new"), "02", "03"),
        (("begun", "done", "done"), "03", "01"),
        (("done", "making", "new"), "01", "03"),
        (("done", "done", "making"), "02", ""),
    ],
)
def test_where_to_go_on(stages: tuple[Stage, ...], last: str, expected: str) -> None:
    line = [station(f"0{number}", stage) for number, stage in enumerate(stages, 1)]
    assert next_station(line, last) == expected


@given(st.sets(st.sampled_from([chapter.file for chapter in EN.chapters.values()])))
def test_a_lesson_is_in_the_making_until_its_notebook_is_there(ready: set[str]) -> None:
    for each in stations(EN, State(), ready):
        assert (each.stage == "making") == (each.file not in ready)


def test_the_map_takes_no_answers(tmp_path: Path) -> None:
    widget = Lesson("00", "en", tmp_path).lessons()
    widget.handle({"kind": "refresh", "item": "*"})
    assert not list(tmp_path.iterdir())
