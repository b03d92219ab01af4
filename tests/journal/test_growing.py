"""What is folded as it comes stands as if all of it had been folded at once."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpkit.journal import Event, Journal, State, fold
from helpkit.journal.event import from_line, to_line
from helpkit.journal.fold import Fold
from tests.journal.samples import event, events, record

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
MINE: dict[str, Any] = {"activity": "a", "item": "b", "kind": "choice"}
NAMES = ("lesson-02.def.jsonl", "lesson-02.def (1).jsonl", "lesson-03.ghi.jsonl")
"""Segments of others, one of them with a copy."""


def orders(state: State) -> dict[Any, Any]:
    """What two equal states need not have alike."""
    return {key: activity.answer_order for key, activity in state.activities.items()}


def same(state: State, other: State) -> bool:
    return state == other and orders(state) == orders(other)


@given(st.lists(st.lists(events(), max_size=4), max_size=6))
def test_folding_in_steps_is_folding_at_once(steps: list[list[Event]]) -> None:
    folded, happened, before = Fold(), list[Event](), list[State]()
    for step in steps:
        folded.add(step)
        happened += step
        before.append(folded.state())
        assert same(before[-1], fold(happened))
    for number, state in enumerate(before, start=1):
        assert same(state, fold(event for step in steps[:number] for event in step))


def test_a_state_stays_as_it_is_and_what_did_not_change_is_not_copied() -> None:
    folded = Fold()
    folded.add([event(), event(activity="other")])
    first = folded.state()
    assert folded.state() is first
    folded.add([event(value="formal"), event(kind="choice")])
    second = folded.state()
    assert first.of("01", "formality").answers == {"directions": "informal"}
    assert second.of("01", "formality").answers == {"directions": "formal"}
    assert second.of("01", "other") is first.of("01", "other")


def test_what_was_chosen_stands_once_and_the_last_is_last() -> None:
    values = ("x", "y", ["x"], "z", "x", "other")
    made = [event(kind="choice", value=value) for value in values]
    state = fold(made).of("01", "formality")
    assert state.chosen("directions", ("x", "y", "z")) == ["y", "z", "x"]
    assert state.chosen("directions", ("x",)) == ["x"]
    assert state.chosen("nothing", ("x",)) == []


Happens = Callable[[Path, Journal, Journal], None]


def mine(folder: Path, journal: Journal, other: Journal) -> None:
    journal.record(**MINE, value="mine")


def hers(folder: Path, journal: Journal, other: Journal) -> None:
    other.record(**MINE, value="hers")


def looks(folder: Path, journal: Journal, other: Journal) -> None:
    journal.state()


@st.composite
def arrives(draw: st.DrawFn) -> Happens:
    """Lines of anybody, old or new, in a file of another segment or a copy of it."""
    name, tail = draw(st.sampled_from(NAMES)), draw(st.sampled_from([b"", b"torn", b"\n{}\n"]))
    lines = record(*draw(st.lists(events(), max_size=3))) + tail
    anew = draw(st.booleans())

    def happens(folder: Path, journal: Journal, other: Journal) -> None:
        file = folder / name
        before = b"" if anew or not file.exists() else file.read_bytes()
        file.write_bytes(before + lines)

    return happens


@st.composite
def without_newline(draw: st.DrawFn) -> Happens:
    """A line on its way: complete, but for what comes next."""
    line, more = to_line(draw(events())), draw(st.sampled_from([b"", b"\n", b"x"]))

    def happens(folder: Path, journal: Journal, other: Journal) -> None:
        with (folder / NAMES[-1]).open("ab") as file:
            file.write(b"\n" + line)
        journal.state()
        with (folder / NAMES[-1]).open("ab") as file:
            file.write(more)

    return happens


def goes(folder: Path, journal: Journal, other: Journal) -> None:
    (folder / NAMES[0]).unlink(missing_ok=True)


def is_copied(folder: Path, journal: Journal, other: Journal) -> None:
    """A sync program makes a copy of the file that this kernel writes."""
    if journal.segment.exists():
        copy = folder / f"{journal.segment.stem} (1).jsonl"
        copy.write_bytes(journal.segment.read_bytes() + record(event(value="in the copy")))


happenings = (
    st.sampled_from([mine, mine, hers, looks, goes, is_copied]) | arrives() | without_newline()
)


@settings(max_examples=100)
@given(st.lists(happenings, max_size=12))
def test_whatever_arrives_in_whatever_order_stands_as_if_it_was_read_now(
    tmp_path_factory: pytest.TempPathFactory, happened: list[Happens]
) -> None:
    folder = tmp_path_factory.mktemp("answers")
    journal, other = (Journal(folder, lesson=name, clock=lambda: NOON) for name in ("01", "04"))
    for happens in happened:
        happens(folder, journal, other)
        now = Journal(folder)
        with journal.steady():
            assert same(journal.state(), now.state())
            assert journal.events() == journal.known() == now.events()


def test_a_late_event_comes_before_what_is_newer(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    for value in (1, 2):
        journal.record(**MINE, value=value)
    late = event(n=1, at="2000-01-01T00:00:00.000Z", value="late", **MINE)
    (tmp_path / "lesson-01.late.jsonl").write_bytes(record(late))
    assert journal.state().of("01", "a").choices == {"b": ("late", 1, 2)}


def test_within_a_steady_block_only_a_record_looks_again(tmp_path: Path) -> None:
    journal, other = Journal(tmp_path), Journal(tmp_path, lesson="02")
    with journal.steady():
        other.record(**MINE, value="hers")
        assert journal.events() == []
        with journal.steady():
            assert journal.record(**MINE, value="mine").n == 2
        assert [event.value for event in journal.events()] == ["hers", "mine"]
        other.record(**MINE, value="hers too")
        assert len(journal.events()) == 2
    assert len(journal.events()) == 3


def test_what_is_written_between_a_look_and_a_record_is_read(tmp_path: Path) -> None:
    beside = [record(event(value="beside", **MINE)), b""]

    def clock() -> datetime:
        """Asked after the look; somebody is quick and writes into the same file."""
        with journal.segment.open("ab") as file:
            file.write(beside.pop())
        return NOON

    journal = Journal(tmp_path, clock=clock)
    journal.record(**MINE, value=1)
    with journal.steady():
        journal.record(**MINE, value=2)
        assert [event.value for event in journal.events()] == [1, "beside", 2]


def test_what_was_recorded_is_not_parsed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal, beside = Journal(tmp_path), event(value="beside", **MINE)
    for value in range(3):
        journal.record(**MINE, value=value)
    with journal.segment.open("ab") as file:
        file.write(record(beside))
    parsed: list[bytes] = []

    def spy(line: bytes) -> Event:
        parsed.append(line)
        return from_line(line)

    monkeypatch.setattr("helpkit.journal.segment.from_line", spy)
    assert [event.value for event in journal.events()] == [0, 1, 2, "beside"]
    assert parsed == [to_line(beside)]


def test_a_torn_line_before_a_record_is_still_told(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.record(**MINE, value=1)
    with journal.segment.open("ab") as file:
        file.write(b"torn")
    journal.record(**MINE, value=2)
    assert [notice.id for notice in journal.notices()] == ["torn-lines"]


def test_a_record_can_change_which_of_two_copies_comes_first(tmp_path: Path) -> None:
    """The longer one does, and of two that are equally long the lower one."""
    journal = Journal(tmp_path, clock=lambda: NOON)
    journal.record(**MINE, value="a")
    at = journal.events()[0].at
    copy = record(*(event(n=1, at=at, value=value, **MINE) for value in ("b", "c")))
    (tmp_path / f"{journal.segment.stem} (1).jsonl").write_bytes(copy)
    assert [event.value for event in journal.events()] == ["b", "c", "a"]
    journal.record(**MINE, value="d")
    assert [event.value for event in journal.events()] == ["a", "b", "c", "d"]
