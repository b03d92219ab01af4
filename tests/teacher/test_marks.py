"""The marks of a teacher: nothing typed is lost, the last one stands."""

from pathlib import Path
from typing import Any

import pytest

from helpkit.errors import JournalError, NotSavedError
from helpkit.teacher.marks import FILE, Marks, standing

SPOT: dict[str, Any] = {
    "exercise": "01", "student": "s1", "item": "episode", "criterion": "concrete", "marker": "an",
}  # fmt: skip


@pytest.fixture
def marks(tmp_path: Path) -> Marks:
    return Marks(tmp_path / "course" / FILE)


def test_the_last_mark_of_each_marker_stands(marks: Marks) -> None:
    marks.record(**SPOT, value=1)
    last = marks.record(**SPOT, value=2.5, comment="after all")
    other = marks.record(**{**SPOT, "marker": "bo"}, value=0)
    found, torn = marks.read()
    assert ([mark.value for mark in found], torn) == ([1, 2.5, 0], 0)
    assert standing(found) == {last.spot: last, other.spot: other}


def test_a_mark_can_be_taken_back(marks: Marks) -> None:
    marks.record(**SPOT, value=1)
    marks.record(**SPOT, value=None)
    assert standing(marks.read()[0]) == {}


def test_a_torn_line_costs_itself_and_is_counted(marks: Marks) -> None:
    first = marks.record(**SPOT, value=1)
    with marks.path.open("ab") as file:
        file.write(marks.path.read_bytes().strip()[:40])
    second = marks.record(**SPOT, value=2)
    with marks.path.open("ab") as file:
        file.write(b"\n\xff\n[]\n" + b"[" * 50_000)
    assert marks.read() == ((first, second), 4)


def test_a_copy_adds_nothing(marks: Marks) -> None:
    mark = marks.record(**SPOT, value=1)
    marks.path.write_bytes(marks.path.read_bytes() * 2)
    assert marks.read() == ((mark,), 0)


def test_marks_follow_one_another_though_the_clock_steps_back(marks: Marks) -> None:
    marks.record(**SPOT, value=1)
    text = marks.path.read_text("utf-8")
    ahead = text.replace('"at":"2', '"at":"8')
    marks.path.write_text(ahead, "utf-8")
    later = marks.record(**SPOT, value=2)
    assert standing(marks.read()[0]) == {later.spot: later}


def test_no_marks_yet(marks: Marks) -> None:
    assert marks.read() == ((), 0)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"value": True}, "the value of a mark is a number up to a million, or None"),
        ({"value": "1"}, "the value of a mark is a number up to a million, or None"),
        ({"value": float("nan")}, "a value must be JSON"),
        ({"value": 1, "student": ""}, "student of a mark must be a text"),
        ({"value": 1, "comment": "\ud800"}, "a value must be JSON"),
        ({"value": 1, "colour": "red"}, "a mark has the fields at, exercise, student, item"),
        ({"value": 1, "v": 2}, "a mark has v 1, got 2: update helpkit"),
    ],
)
def test_what_is_no_mark_is_not_recorded(
    marks: Marks, fields: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(JournalError, match=sentence):
        marks.record(**{**SPOT, **fields})
    assert not marks.path.exists()


def test_a_mark_that_is_not_on_the_disk_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NotSavedError, match=r"the mark for s1 could not be saved in .*again"):
        Marks(tmp_path / "file" / FILE).record(**SPOT, value=1)
