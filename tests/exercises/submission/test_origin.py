"""Where a submission comes from, and whether its time can be true."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.exercises import submission as hand_in
from helpkit.journal import Journal
from helpkit.teacher.collect.collect import collect
from helpkit.teacher.course.course import read_course
from tests.journal.samples import event
from tests.journal.test_order import Clock
from tests.teacher.samples import COURSE, ROSTER

NOON = datetime(2026, 12, 3, 12, tzinfo=UTC)
"""The day before the deadline of the samples."""

HOUR = timedelta(hours=1)
YEAR = timedelta(days=365)


class Student:
    """Somebody who works on exercise 02 with a clock that can be wrong."""

    def __init__(self, folder: Path, now: datetime = NOON) -> None:
        self.clock = Clock(now)
        self.journal = Journal(folder, lesson="exercise-02", clock=self.clock)

    def does(self, value: object, off: timedelta = timedelta(), **fields: Any) -> None:
        """Answer a minute later, while the clock is off by so much."""
        self.clock.now += timedelta(minutes=1) + off
        self.journal.record(**{"activity": "a", "item": "i", "value": value, **fields})
        self.clock.now -= off

    def hands_in(self) -> bytes:
        """Press the button."""
        self.does({"press": "p", "file": "f"}, activity="hand-in", item="zip", kind="hand_in")
        return hand_in.make(
            self.journal.known(), exercise="02", student="s1", language="nl", issued=[]
        )


def origin(data: bytes) -> str:
    return hand_in.read(data).origin


def test_versions_of_one_work_have_one_origin_and_other_work_has_another(tmp_path: Path) -> None:
    student = Student(tmp_path / "one")
    student.does("x")
    first = student.hands_in()
    student.does("y")
    assert origin(student.hands_in()) == origin(first)
    other = Student(tmp_path / "two", NOON + HOUR)
    other.does("x")
    assert origin(other.hands_in()) != origin(first)
    assert origin(hand_in.make([], exercise="02", student="s1", language="nl", issued=[])) == ""


@pytest.mark.parametrize("private", [True, False])
def test_a_first_text_that_is_written_again_is_still_the_same_work(
    tmp_path: Path, private: bool
) -> None:
    student = Student(tmp_path)
    student.does("a draft", kind="reflection", private=private)
    first = student.hands_in()
    student.does("the text", kind="reflection", private=False)
    assert origin(student.hands_in()) == origin(first)
    assert b"a draft" not in student.hands_in()


def test_what_a_private_text_says_does_not_make_the_origin(tmp_path: Path) -> None:
    """So that nobody can try texts until one fits."""
    made = []
    for name in ("one", "two"):
        student = Student(tmp_path / name)
        student.does(name, kind="reflection")
        made.append(origin(student.hands_in()))
    assert made[0] == made[1] != ""


def test_another_lesson_before_it_is_not_its_origin(tmp_path: Path) -> None:
    student = Student(tmp_path)
    Journal(tmp_path, lesson="02").record(activity="share", item="lesson", kind="share", value=True)
    student.does("x")
    first = student.hands_in()
    Journal(tmp_path, lesson="02").record(activity="a", item="i", value="more")
    assert origin(student.hands_in()) == origin(first)


@pytest.mark.parametrize("wrong", [YEAR, timedelta(days=1), timedelta(days=-1), -YEAR])
def test_the_time_is_that_of_the_last_event(tmp_path: Path, wrong: timedelta) -> None:
    student = Student(tmp_path)
    student.does("x")
    student.does("y", wrong)
    read = hand_in.read(student.hands_in())
    assert read.at == "2026-12-03T12:03:00.000Z"
    assert bool(read.doubt) == (wrong > timedelta())
    assert [moment.value for moment in read.events][:2] == ["x", "y"]


@pytest.mark.parametrize(
    ("back", "doubt"),
    [
        (timedelta(), ""),
        (timedelta(minutes=59), ""),
        (26 * HOUR, "the clock of that computer ran back by 25 hours while it was made"),
        (YEAR, "the clock of that computer ran back by 364 days while it was made"),
    ],
)
def test_a_clock_that_is_set_back_to_hand_in_is_told(
    tmp_path: Path, back: timedelta, doubt: str
) -> None:
    student = Student(tmp_path)
    student.does("x")
    student.clock.now -= back
    assert hand_in.read(student.hands_in()).doubt == doubt


@given(st.lists(st.datetimes(), max_size=4), st.booleans())
def test_whatever_times_somebody_makes_up_they_are_read(times: list[datetime], new: bool) -> None:
    made = [
        event(
            lesson="exercise-02", at=f"{moment.isoformat(timespec='milliseconds')}Z",
            **({"n": number + 1} if new else {}),
        )
        for number, moment in enumerate(times)
    ]  # fmt: skip
    read = hand_in.Contents("02", "s1", "nl", "1", (), tuple(made))
    assert read.set_back >= timedelta()
    assert read.at == (made[-1].at if made else "")
    assert not read.doubt or read.set_back > HOUR


@pytest.mark.parametrize("wrong", [YEAR, timedelta(days=-1)])
def test_who_hands_in_when_the_clock_is_right_again_is_in_time(
    tmp_path: Path, wrong: timedelta
) -> None:
    """Late work is refused in this exercise; another lesson had the wrong clock, or this one."""
    for name, text in (("course.toml", COURSE), ("roster.csv", ROSTER)):
        (tmp_path / name).write_text(text, "utf-8")
    student = Student(tmp_path / "answers")
    Journal(tmp_path / "answers", lesson="02", clock=Clock(NOON + wrong)).record(
        activity="a", item="i", value="x"
    )
    student.does("x", wrong)
    student.does("y")
    data = student.hands_in()
    downloads = tmp_path / "downloads"
    downloads.mkdir()
    (downloads / "02-handin-s1.zip").write_bytes(data)
    collection = collect(read_course(tmp_path), "02", downloads)
    assert collection.counting["s1"].at == "2026-12-03T12:03:00.000Z"
    assert not collection.counting["s1"].late
