"""The marks of a teacher: nothing typed is lost, the last one stands."""

import re
import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.errors import JournalError, NotSavedError
from helpkit.teacher.marking.marks import (
    FILE,
    Mark,
    Marks,
    earlier_marks,
    latest_marks,
    valid_marks,
)

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
    recorded, torn = marks.read()
    assert ([mark.value for mark in recorded], torn) == ([1, 2.5, 0], 0)
    assert valid_marks(recorded) == {last.spot: last, other.spot: other}


def test_a_mark_can_be_taken_back(marks: Marks) -> None:
    marks.record(**SPOT, value=1)
    marks.record(**SPOT, value=None)
    assert valid_marks(marks.read()[0]) == {}


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


A, B = "a" * 16, "b" * 16
OWN = ("s1", "episode")


def test_a_mark_counts_for_its_own_text_alone(marks: Marks) -> None:
    first = marks.record(**SPOT, value=1, text=A)
    second = marks.record(**SPOT, value=2, text=B)
    recorded, _ = marks.read()
    assert valid_marks(recorded, {OWN: A}) == {first.spot: first}
    assert valid_marks(recorded, {OWN: B}) == {second.spot: second}
    assert valid_marks(recorded, {OWN: "c" * 16}) == {}
    assert earlier_marks(recorded, {OWN: A}) == {second.spot: second}
    assert earlier_marks(recorded, {OWN: "c" * 16}) == {second.spot: second}
    assert valid_marks(recorded, {("s2", "episode"): A}) == {second.spot: second}


def test_a_mark_that_was_taken_back_stays_so_for_its_text(marks: Marks) -> None:
    marks.record(**SPOT, value=1, text=A)
    back = marks.record(**SPOT, value=None, comment="Later.", text=A)
    recorded, _ = marks.read()
    assert (valid_marks(recorded, {OWN: A}), latest_marks(recorded, {OWN: A})) == (
        {},
        {back.spot: back},
    )
    assert earlier_marks(recorded, {OWN: B}) == {}


def older(marks: Marks, **fields: Any) -> None:
    """A line as an older helpkit wrote it."""
    mark = marks.record(**{**SPOT, **fields})
    lines = marks.path.read_text("utf-8").strip().split("\n")
    last = lines[-1].replace('"v":2', '"v":1').replace(',"text":""', "")
    marks.path.write_text("\n".join([*lines[:-1], last, ""]), "utf-8")
    assert mark.text == ""


def test_a_mark_of_an_older_helpkit_counts_until_the_text_is_read_anew(marks: Marks) -> None:
    older(marks, value=1)
    recorded, torn = marks.read()
    assert (torn, [mark.text for mark in recorded]) == (0, [""])
    assert [mark.value for mark in valid_marks(recorded, {OWN: B}).values()] == [1]
    marks.record(**SPOT, value=2, text=A)
    recorded, _ = marks.read()
    assert [mark.value for mark in valid_marks(recorded, {OWN: A}).values()] == [2]
    assert valid_marks(recorded, {OWN: B}) == {}


spotted = st.builds(
    lambda value, text, marker: (value, text, marker),
    st.none() | st.integers(0, 3),
    st.sampled_from(["", A, B]),
    st.sampled_from(["an", "bo"]),
)


@given(st.lists(spotted, max_size=8), st.sampled_from([A, B]))
def test_what_stands_is_for_this_text_or_for_nobody_knows_which(
    given_: list[Any], text: str
) -> None:
    marks = [
        Mark("", **{**SPOT, "marker": marker}, value=value, text=read)
        for value, read, marker in given_
    ]
    valid, old = valid_marks(marks, {OWN: text}), earlier_marks(marks, {OWN: text})
    assert all(mark.text in ("", text) and mark.value is not None for mark in valid.values())
    assert all(mark.text not in ("", text) for mark in old.values())
    own = [mark for mark in marks if mark.text == text]
    assert (
        latest_marks(own, {OWN: text}).items()
        <= latest_marks([mark for mark in marks if mark.text], {OWN: text}).items()
    )


def test_marks_follow_one_another_though_the_clock_steps_back(marks: Marks) -> None:
    marks.record(**SPOT, value=1)
    text = marks.path.read_text("utf-8")
    ahead = text.replace('"at":"2', '"at":"8')
    marks.path.write_text(ahead, "utf-8")
    later = marks.record(**SPOT, value=2)
    assert valid_marks(marks.read()[0]) == {later.spot: later}


@pytest.mark.parametrize("values", [(1, 2, 1), (1, None, 1), (None, 1, None), (1, 2, 2, 1, 2)])
def test_what_was_given_last_stands_also_when_it_was_given_before(
    marks: Marks, values: tuple[float | None, ...]
) -> None:
    """Within one tick of the clock a line can be the same as one before it."""
    for value in values:
        marks.record(**SPOT, value=value)
    text = marks.path.read_text("utf-8")
    same = re.sub(r'"at":"[^"]*"', '"at":"2026-11-23T22:36:53.120Z"', text)
    for written in (text, same):
        marks.path.write_text(written, "utf-8")
        values_left = [mark.value for mark in valid_marks(marks.read()[0]).values()]
        assert values_left == [values[-1]] * (values[-1] is not None)


def test_the_time_of_a_mark_is_that_of_the_clock(marks: Marks) -> None:
    marks.record(**SPOT, value=1)
    ahead = marks.path.read_text("utf-8").replace('"at":"2', '"at":"8')
    marks.path.write_text(ahead, "utf-8")
    assert marks.record(**SPOT, value=2).at < "8"


@pytest.mark.linux
def test_a_new_folder_of_marks_is_private(marks: Marks) -> None:
    marks.record(**SPOT, value=1)
    assert stat.S_IMODE(marks.path.parent.stat().st_mode) & 0o007 == 0


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
        ({"value": 1, "v": 3}, "a mark has v 2, got 3: update helpkit"),
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
