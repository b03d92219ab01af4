"""What came last is last, whatever the clock says, and the clock is told as it was."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpkit.journal import Event, Journal
from helpkit.journal.event import LAST, stamp
from tests.journal.conftest import RunChild
from tests.journal.samples import event, record

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
YEAR = timedelta(days=365)
DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
SPOT: dict[str, Any] = {"activity": "a", "item": "i", "kind": "choice"}

clocks = st.lists(st.datetimes(timezones=st.just(UTC)), min_size=1, max_size=8)


class Clock:
    """A clock that somebody sets."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


def choose(journal: Journal, value: object) -> Event:
    return journal.record(**SPOT, value=value)


def values(folder: Path) -> list[Any]:
    return [event.value for event in Journal(folder).events()]


@pytest.mark.parametrize("wrong", [YEAR, -YEAR, DAY, -DAY, timedelta(milliseconds=-1)])
def test_one_wrong_reading_of_the_clock_spoils_no_other_time(
    answers: Path, wrong: timedelta
) -> None:
    clock = Clock()
    journal = Journal(answers, clock=clock)
    read = [NOON, NOON + MINUTE + wrong, NOON + 2 * MINUTE, NOON + 3 * MINUTE]
    for number, clock.now in enumerate(read):
        assert choose(journal, number).at == stamp(clock.now)
    assert values(answers) == [0, 1, 2, 3]
    assert [event.at for event in Journal(answers).events()] == [*map(stamp, read)]


@pytest.mark.parametrize("wrong", [YEAR, -YEAR])
def test_another_lesson_later_has_the_right_time_again(answers: Path, wrong: timedelta) -> None:
    choose(Journal(answers, lesson="01", clock=Clock(NOON + wrong)), "wrong")
    right = choose(Journal(answers, lesson="02", clock=Clock()), "right")
    assert right.at == stamp(NOON)
    assert values(answers) == ["wrong", "right"]


@settings(max_examples=60)
@given(clocks)
def test_the_order_of_one_writer_is_that_of_recording(
    tmp_path_factory: pytest.TempPathFactory, readings: list[datetime]
) -> None:
    answers, clock = tmp_path_factory.mktemp("answers"), Clock()
    journal = Journal(answers, clock=clock)
    for number, clock.now in enumerate(readings):
        choose(journal, number)
    assert values(answers) == [*range(len(readings))]


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 2), st.datetimes(timezones=st.just(UTC))), max_size=8))
def test_writers_that_take_turns_come_in_the_order_of_their_turns(
    tmp_path_factory: pytest.TempPathFactory, turns: list[tuple[int, datetime]]
) -> None:
    answers, clock = tmp_path_factory.mktemp("answers"), Clock()
    journals = [Journal(answers, lesson=lesson, clock=clock) for lesson in ("03", "02", "01")]
    for number, (writer, clock.now) in enumerate(turns):
        choose(journals[writer], number)
    assert values(answers) == [*range(len(turns))]


def test_within_one_millisecond_another_kernel_comes_after_what_it_has_seen(answers: Path) -> None:
    clock = Clock()
    journals = [Journal(answers, clock=clock) for _ in range(4)]
    for number in range(40):
        choose(journals[number % 4], number)
    assert values(answers) == [*range(40)]


def test_processes_that_take_turns(answers: Path, run_child: RunChild) -> None:
    made = [run_child("turn.py", answers, number, -number) for number in range(4)]
    assert [fields["n"] for fields in made] == [1, 2, 3, 4]
    assert [fields["at"] for fields in made] == sorted(
        (fields["at"] for fields in made), reverse=True
    )
    assert values(answers) == [0, 1, 2, 3]


def test_what_an_older_helpkit_recorded_comes_first_in_its_own_order(answers: Path) -> None:
    answers.mkdir()
    old = [event(at=f"2999-01-01T0{hour}:00:00.000Z", value=hour, **SPOT) for hour in (3, 1, 2)]
    (answers / "lesson-01.fff.jsonl").write_bytes(record(*old[:2]))
    (answers / "lesson-01.aaa.jsonl").write_bytes(record(old[2]))
    choose(Journal(answers, clock=Clock()), "new")
    assert values(answers) == [2, 3, 1, "new"]


@pytest.mark.parametrize("n", [LAST, LAST - 1])
def test_after_the_last_number_the_clock_goes_on(answers: Path, n: int) -> None:
    """Such a number nobody reaches; a line that has it must not stop anybody."""
    answers.mkdir()
    at = stamp(NOON + YEAR)
    (answers / "lesson-09.fff.jsonl").write_bytes(record(event(n=n, at=at, value="bad", **SPOT)))
    journals = [Journal(answers, clock=Clock()) for _ in range(2)]
    for number in range(6):
        assert choose(journals[number % 2], number % 3).n == LAST
    assert values(answers) == ["bad", 0, 1, 2, 0, 1, 2]


def written(answers: Path, rows: list[tuple[int, int]]) -> Iterator[int]:
    """Record what somebody made up: numbers and minutes in any order in one file."""
    lines = [
        event(**({"n": n} if n else {}), at=stamp(NOON + minute * MINUTE), value=number, **SPOT)
        for number, (n, minute) in enumerate(rows)
    ]
    (answers / "lesson-01.fff.jsonl").write_bytes(record(*lines))
    yield from (event.value for event in Journal(answers).events())


@given(st.lists(st.tuples(st.sampled_from([0, 1, 2, LAST]), st.integers(0, 3)), max_size=8))
def test_lines_of_one_file_stay_in_order_whatever_they_say(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[int, int]]
) -> None:
    assert [*written(tmp_path_factory.mktemp("answers"), rows)] == [*range(len(rows))]


def test_the_answer_that_was_given_last_is_last_in_two_activities(answers: Path) -> None:
    clock = Clock(NOON + YEAR)
    journal = Journal(answers, clock=clock)
    journal.record(activity="a", item="i", value="x")
    clock.now = NOON
    journal.record(activity="b", item="j", value="y")
    state = journal.state()
    first, last = state.of("01", "a"), state.of("01", "b")
    assert first.answer_order["i"] < last.answer_order["j"]
    assert first.answered_at["i"] > last.answered_at["j"]
