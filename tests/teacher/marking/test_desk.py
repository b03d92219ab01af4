"""The desk as its widgets see it: marks on the disk, two markers apart, nothing typed lost."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from typing import Any

import pytest

from helpkit.errors import CourseError, HelpkitError, JournalError, NotSavedError
from helpkit.teacher.collect.collect import collect
from helpkit.teacher.course.course import read_course
from helpkit.teacher.gradebook.grade import class_grades
from helpkit.teacher.grading.rubric import load_rubric
from helpkit.teacher.marking.desk import Desk
from helpkit.teacher.marking.marks import Mark, Marks, marks_path
from helpkit.teacher.marking.reading import LONGEST, TextReader
from helpkit.teacher.results.class_grading import grade_class
from tests.activities.lesson_widget import event
from tests.exercises.samples import exercise
from tests.teacher.classes import FOLDER, went_on
from tests.teacher.marking.classes import LONG_AGO, STORIES, class_of
from tests.teacher.samples import ON_TIME


def given(course: Path) -> tuple[Mark, ...]:
    """What is on the disk."""
    marks, torn = Marks(marks_path(read_course(course), "01")).read()
    assert torn == 0
    return marks


def sit_down(desk: Desk, name: str) -> TextReader:
    reading = desk.reflections()
    desk.marker().handle(event("answer", "name", name))
    return reading


def item(reading: TextReader, criterion: str = "episode", marker: str = "Anna") -> str:
    return f"{reading.state['key']}/{criterion}/{marker}"


def mark_all(reading: TextReader, points: int, marker: str = "Anna") -> None:
    """The same points for every criterion of the text that is open."""
    for criterion in ("episode", "concept", "perspectives", "next-step"):
        reading.handle(event("answer", item(reading, criterion, marker), str(points)))


def test_nothing_is_shown_before_somebody_says_who_marks(desk: Desk) -> None:
    reading = desk.reflections()
    assert reading.waits == desk.content.ui["desk"]["marker-first"]
    desk.marker().handle(event("answer", "name", "  Anna  "))
    assert (reading.waits, reading.state["marker"]) == ("", "Anna")


@pytest.mark.parametrize("name", ["", "  ", "x" * 41, "two\u2028lines\x00", 3, None])
def test_what_is_no_name_is_refused(desk: Desk, name: Any) -> None:
    with pytest.raises(HelpkitError, match="40"):
        desk.marker().handle(event("answer", "name", name))
    assert desk.name == ""


def test_somebody_who_marked_before_is_known_in_capitals_or_not(desk: Desk, course: Path) -> None:
    mark_all(sit_down(desk, "Anna"), 2)
    again = Desk("01", course)
    assert again.marker().state["known"] == ["Anna"]
    assert sit_down(again, "ANNA").state["done"] == 1
    assert again.name == "Anna"


def test_a_mark_is_on_the_disk_and_in_the_grade(desk: Desk, course: Path) -> None:
    reading = sit_down(desk, "Anna")
    texts = [*desk.texts.values()]
    for text in texts:
        reading.handle(event("answer", "open", text.key))
        mark_all(reading, 3)
    reading.handle(event("reflection", item(reading), "Well seen"))
    assert reading.state["done"] == len(texts)
    rubric = load_rubric(FOLDER["01"], exercise(FOLDER["01"]))
    read = read_course(course)
    results = grade_class(read, "01", FOLDER["01"])
    grades = class_grades(read, "01", results, given(course), rubric)
    assert {student: grade.unread for student, grade in grades.items()} == dict.fromkeys(grades, ())
    assert grades["s1"].points == 10
    assert "Well seen" in grades[texts[-1].student].comment


def test_nobody_is_named_on_the_page(desk: Desk) -> None:
    reading = sit_down(desk, "Anna")
    mark_all(reading, 1)
    for widget in (reading, desk.agreement(), desk.marker()):
        page = str([widget.view, widget.state])
        assert all(
            name not in page
            for student in desk.course.students
            for name in (student.name, f"'{student.id}'")
        )


def test_it_opens_at_what_is_still_to_do(desk: Desk, course: Path) -> None:
    reading = sit_down(desk, "Anna")
    first, second, _ = desk.texts
    mark_all(reading, 2)
    assert (reading.state["key"], reading.state["next"]) == (first, second)
    assert sit_down(Desk("01", course), "Anna").state["key"] == second
    assert sit_down(Desk("01", course), "Bert").state["key"] == first


def test_two_markers_do_not_see_one_another(desk: Desk, course: Path) -> None:
    reading = sit_down(desk, "Anna")
    mark_all(reading, 3)
    desk.marker().handle(event("answer", "name", "Bert"))
    assert (reading.state["levels"], reading.state["done"]) == ({}, 0)
    mark_all(reading, 1, "Bert")
    agreed = desk.agreement().state
    assert [row["means"] for row in agreed["rows"]] == [{"Anna": "3.00", "Bert": "1.00"}] * 4
    assert [(pair["low"], pair["high"]) for pair in agreed["apart"]] == [("1", "3")] * 4
    assert len(given(course)) == 8


def test_what_comes_late_is_kept_for_who_gave_it(desk: Desk, course: Path) -> None:
    """A browser sends again what an earlier kernel did not take; meanwhile Bert sits here."""
    reading = sit_down(desk, "Bert")
    reading.handle(event("answer", item(reading, marker="Anna"), "2"))
    assert [(mark.marker, mark.value) for mark in given(course)] == [("Anna", 2)]
    assert reading.state["levels"] == {}


def test_a_comment_can_come_before_the_points_and_stays(desk: Desk, course: Path) -> None:
    reading = sit_down(desk, "Anna")
    reading.handle(event("reflection", item(reading), "Who was there?"))
    assert [(mark.value, mark.comment) for mark in given(course)] == [(None, "Who was there?")]
    reading.handle(event("answer", item(reading), "2"))
    reading.handle(event("answer", item(reading), None))
    assert [(mark.value, mark.comment) for mark in given(course)] == [
        (None, "Who was there?"), (2, "Who was there?"), (None, "Who was there?"),
    ]  # fmt: skip
    assert reading.state["levels"][item(reading)]["comment"] == "Who was there?"


@pytest.mark.parametrize(
    "wrong",
    [
        event("answer", "open", "nobody"),
        event("answer", "nobody/episode/Anna", "1"),
        event("vote", "open", None),
        {"kind": "answer"},
    ],
)
def test_what_no_page_sends_is_refused(desk: Desk, course: Path, wrong: dict[str, Any]) -> None:
    with pytest.raises(HelpkitError, match=r"takes|with"):
        sit_down(desk, "Anna").handle(wrong)
    assert given(course) == ()


@pytest.mark.parametrize(
    ("kind", "criterion", "marker", "value"),
    [
        ("answer", "episode", "Anna", "4"),
        ("answer", "episode", "Anna", "-1"),
        ("answer", "episode", "Anna", 2),
        ("answer", "episode", "Anna", "²"),
        ("answer", "charm", "Anna", "1"),
        ("answer", "episode", "", "1"),
        ("reflection", "episode", "Anna", None),
        ("reflection", "episode", "Anna", "x" * (LONGEST + 1)),
        ("reflection", "episode", "Anna", "half a pair: \ud800"),
    ],
)
def test_marks_that_cannot_be_are_refused_and_held_nowhere(
    desk: Desk, course: Path, kind: str, criterion: str, marker: str, value: Any
) -> None:
    reading = sit_down(desk, "Anna")
    with pytest.raises(HelpkitError):
        reading.handle(event(kind, item(reading, criterion, marker), value))
    assert given(course) == ()
    reading.handle(event("answer", item(reading), "1"))
    assert [mark.value for mark in given(course)] == [1]


@contextmanager
def no_room(path: Path) -> Iterator[None]:
    """Files cannot become larger than this one is: what a full disk does, told by the system."""
    import resource  # not on every system

    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))


@pytest.mark.linux
def test_a_full_disk_is_told_of_and_costs_nothing(desk: Desk, course: Path) -> None:
    reading = sit_down(desk, "Anna")
    reading.handle(event("answer", item(reading, "next-step"), "3"))
    with no_room(desk.marks.journal.path):
        with pytest.raises(NotSavedError) as error:
            reading.handle(event("answer", item(reading), "2"))
        assert error.value.notice.id == "disk-full"
    assert [mark.criterion for mark in given(course)] == ["next-step"]
    assert reading.state["levels"][item(reading)] == {"value": "2", "comment": "", "held": True}
    reading.handle(event("answer", item(reading, "concept"), "1"))
    on_disk = [(mark.criterion, mark.value) for mark in given(course)]
    assert on_disk == [("next-step", 3), ("episode", 2), ("concept", 1)]
    assert not reading.state["levels"][item(reading)]["held"]


@pytest.mark.linux
def test_what_is_held_outlives_nonsense_at_the_same_place(desk: Desk, course: Path) -> None:
    reading = sit_down(desk, "Anna")
    reading.handle(event("answer", item(reading, "next-step"), "3"))
    with no_room(desk.marks.journal.path), pytest.raises(NotSavedError):
        reading.handle(event("answer", item(reading), "2"))
    with pytest.raises(JournalError):
        reading.handle(event("reflection", item(reading), "half a pair: \ud800"))
    assert reading.state["levels"][item(reading)]["value"] == "2"
    reading.handle(event("answer", item(reading, "concept"), "1"))
    assert ("episode", 2) in [(mark.criterion, mark.value) for mark in given(course)]


def test_before_anybody_handed_in_the_desk_says_so(course: Path) -> None:
    rmtree(course / "collected")
    desk = Desk("01", course)
    reading = sit_down(desk, "Anna")
    assert (reading.state["text"], reading.state["number"]) == (None, 0)
    assert desk.agreement().state["rows"] == []


def test_marks_that_cannot_be_read_are_told_of_in_a_sentence(desk: Desk) -> None:
    desk.marks.journal.path.mkdir(parents=True)
    with pytest.raises(JournalError, match=r"marks\.jsonl cannot be read .*: put it right"):
        desk.agreement()


def hand_in_again(course: Path, student: str, text: str) -> None:
    """The same student hands in the same work with another text."""
    (copy,) = (course / "collected" / "01" / student).glob("*.zip")
    again = course.parent / "again"
    again.mkdir(exist_ok=True)
    data = went_on(copy.read_bytes(), at=ON_TIME, moment=text)
    (again / f"{student}-again.zip").write_bytes(data)
    collect(read_course(course), "01", again)


def test_marks_for_an_earlier_text_do_not_count_and_are_shown(desk: Desk, course: Path) -> None:
    reading = sit_down(desk, "Anna")
    mark_all(reading, 2)
    reading.handle(event("reflection", item(reading), "Why?"))
    key = reading.state["key"]
    assert reading.state["earlier"] == {}
    hand_in_again(course, desk.texts[key].student, "Another story.")
    again = sit_down(Desk("01", course), "Anna")
    again.handle(event("answer", "open", key))
    assert (again.state["levels"], again.state["done"], again.state["newer"]) == ({}, 0, False)
    assert again.state["earlier"][item(again)] == {"value": "2", "comment": "Why?"}
    assert len(again.state["earlier"]) == 4
    assert again.session.markers() == ["Anna"]
    again.handle(event("reflection", item(again), "Better!"))
    assert given(course)[-1].value is None, "points for another text do not come along"
    mark_all(again, 3)
    assert again.state["done"] == 1


def test_another_marker_sees_nothing_of_it(desk: Desk, course: Path) -> None:
    reading = sit_down(desk, "Anna")
    mark_all(reading, 2)
    key = reading.state["key"]
    hand_in_again(course, desk.texts[key].student, "Another story.")
    again = sit_down(Desk("01", course), "Bert")
    again.handle(event("answer", "open", key))
    assert again.state["earlier"] == {}


def test_the_same_text_handed_in_again_keeps_its_marks(desk: Desk, course: Path) -> None:
    reading = sit_down(desk, "Anna")
    desk.turn_to(next(key for key, text in desk.texts.items() if text.student == "s2"))
    mark_all(reading, 2)
    hand_in_again(course, "s2", STORIES["s2"])
    assert Desk("01", course).texts[reading.state["key"]].at == ON_TIME
    assert sit_down(Desk("01", course), "Anna").state["done"] == 1


def test_marks_of_an_older_helpkit_stand_and_ask_for_another_look(desk: Desk, course: Path) -> None:
    reading = sit_down(desk, "Anna")
    mark_all(reading, 2)
    key, path = reading.state["key"], desk.marks.journal.path
    lines = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
    for line in lines:
        del line["text"]
    older = "".join(json.dumps(line | {"v": 1, "at": LONG_AGO}) + "\n" for line in lines)
    path.write_text(older, "utf-8")
    hand_in_again(course, desk.texts[key].student, "Another story.")
    again = sit_down(Desk("01", course), "Anna")
    again.handle(event("answer", "open", key))
    assert again.state["newer"]
    assert [level["value"] for level in again.state["levels"].values()] == ["2"] * 4


def test_a_scene_comes_with_its_play_and_what_is_wrong_with_it(tmp_path: Path) -> None:
    root = class_of(tmp_path / "course", number="06")
    reading = sit_down(Desk("06", root), "Anna")
    text = reading.state["text"]
    assert text["scene"]["scene"]["nodes"]
    assert "\ntitle = " in text["fields"][0]["text"]


def test_the_mirror_has_the_class_and_no_names(desk: Desk) -> None:
    page = desk.mirror().view["page"]
    assert "<!doctype html>" in page.lower()
    assert all(student.name not in page for student in desk.course.students if student.name)


def test_the_course_is_found_upward(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (course / "desk").mkdir()
    monkeypatch.chdir(course / "desk")
    assert len(Desk("01").texts) == 1 + len(STORIES)
    monkeypatch.chdir(course.parent)
    with pytest.raises(CourseError, match=r"course\.toml is not in .* or above"):
        Desk("01")
