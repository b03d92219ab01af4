"""One file: adding to it, reading it, and its copies."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.journal import Event, Journal
from helpkit.journal.event import from_line, to_line
from helpkit.journal.segment import SegmentRow, SegmentText, append, merged, read, segment_of
from helpkit.journal.segments import Segments
from tests.journal.samples import event, events, json_values, numbered, record


@pytest.fixture
def segment(tmp_path: Path) -> Path:
    return tmp_path / "lesson-01.abc.jsonl"


def events_of(file: Path) -> list[Event]:
    return [row.event for row in read(file, None).parsed.rows]


def test_a_record_is_newline_json_newline(segment: Path) -> None:
    append(segment, b"one")
    append(segment, b"two")
    assert segment.read_bytes() == b"\none\n\ntwo\n"


def test_a_record_is_synced_before_it_is_closed_and_the_new_name_too(
    segment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []

    def spy(name: str) -> None:
        real = getattr(os, name)

        def call(*given: Any) -> Any:
            calls.append(name)
            return real(*given)

        monkeypatch.setattr(os, name, call)

    for name in ("open", "write", "fsync", "close"):
        spy(name)
    append(segment, b"one")
    append(segment, b"two")
    monkeypatch.undo()
    one_record = ["open", "write", "fsync", "close"]
    the_folder = ["open", "fsync", "close"]
    assert calls == [*one_record, *the_folder, *one_record]


def test_a_torn_tail_of_any_length_costs_at_most_its_own_record(segment: Path) -> None:
    written = [event(value="één"), event(value="\u2028 🫶"), event(value=3)]
    whole, last = record(*written), event(value="later")
    starts = [len(record(*written[:number])) for number in range(4)]
    for cut in range(len(whole) + 1):
        segment.write_bytes(whole[:cut])
        complete = max(number for number in range(4) if starts[number] - 1 <= cut)
        assert events_of(segment) == written[:complete], cut
        append(segment, to_line(last))
        assert events_of(segment) == [*written[:complete], last], cut


@given(st.lists(json_values, min_size=1, max_size=4), st.data())
def test_a_torn_tail_of_any_values_costs_at_most_its_own_record(
    tmp_path_factory: pytest.TempPathFactory, values: list[Any], data: st.DataObject
) -> None:
    file = tmp_path_factory.mktemp("torn") / "lesson-01.abc.jsonl"
    written = [event(value=[number, value]) for number, value in enumerate(values)]
    complete = data.draw(st.integers(0, len(written) - 1))
    torn = record(written[complete])
    cut = data.draw(st.integers(0, len(torn) - 3))
    file.write_bytes(record(*written[:complete]) + torn[:cut])
    assert events_of(file) == written[:complete]
    append(file, to_line(event(value="later")))
    assert events_of(file) == [*written[:complete], event(value="later")]


def test_torn_and_foreign_lines_are_counted(segment: Path) -> None:
    good = numbered(2)
    bad = b'{"v":1,"at":"20\n[]\n\xff\xfe\nnull\n' + b"[" * 100_000 + b"\n"
    segment.write_bytes(record(good[0]) + bad + record(good[1]).replace(b"\n", b"\r\n"))
    parsed = read(segment, None).parsed
    assert [row.event for row in parsed.rows] == good
    assert parsed.torn == 5


def test_an_unchanged_file_is_not_read_again(segment: Path) -> None:
    segment.write_bytes(record(*numbered(2)))
    first = read(segment, None)
    assert read(segment, first) is first


def test_only_what_is_new_is_parsed(segment: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = numbered(5)
    segment.write_bytes(record(*made[:3]) + record(made[3])[:-20])
    first = read(segment, None)
    parsed: list[bytes] = []

    def spy(line: bytes) -> Event:
        parsed.append(line)
        return from_line(line)

    monkeypatch.setattr("helpkit.journal.segment.from_line", spy)
    with segment.open("ab") as file:
        file.write(record(made[3])[-20:] + record(made[4]))
    second = read(segment, first)
    assert [row.event for row in second.parsed.rows] == made
    assert second.parsed.torn == 0
    assert parsed == [to_line(made[3]), to_line(made[4])]


@pytest.mark.parametrize("keep", [0, 1, 2, 3])
def test_a_file_that_was_written_anew_is_read_anew(segment: Path, keep: int) -> None:
    made = numbered(3)
    segment.write_bytes(record(*made))
    first = read(segment, None)
    other = [*made[:keep], *numbered(4, item="other")]
    segment.write_bytes(record(*other))
    assert [row.event for row in read(segment, first).parsed.rows] == other


@given(st.lists(events(), max_size=6), st.data())
def test_read_in_steps_is_read_at_once(
    tmp_path_factory: pytest.TempPathFactory, made: list[Event], data: st.DataObject
) -> None:
    file = tmp_path_factory.mktemp("steps") / "lesson-01.abc.jsonl"
    whole, reading = record(*made) + b"torn", None
    for cut in sorted(data.draw(st.sets(st.integers(0, len(whole))))):
        file.write_bytes(whole[:cut])
        reading = read(file, reading)
    file.write_bytes(whole)
    assert read(file, reading).parsed == read(file, None).parsed


COPIES = [
    "lesson-01.abc (1).jsonl",
    "lesson-01.abc(1).jsonl",
    "lesson-01.abc - Copy.jsonl",
    "lesson-01.abc - kopie (2).jsonl",
    "lesson-01.abc copy 2.jsonl",
    "lesson-01.abc-Copy1.jsonl",
    "lesson-01.abc-LAPTOP.jsonl",
    "lesson-01.abc (Anna's conflicted copy 2026-11-24).jsonl",
    "lesson-01.abc.sync-conflict-20261124-223653-ABCDEFG.jsonl",
]


@pytest.mark.parametrize("name", ["lesson-01.abc.jsonl", *COPIES])
def test_a_copy_is_known_by_its_name(name: str) -> None:
    assert segment_of(name) == "lesson-01.abc"


@pytest.mark.parametrize(
    "name",
    ["notes.jsonl", "lesson-01.jsonl", "marks.jsonl", "lesson-01.abc.json", "lesson-01.abc.jsonl~"],
)
def test_another_name_is_not_ours(name: str) -> None:
    assert segment_of(name) is None


def test_exercises_are_segments_too() -> None:
    assert segment_of("exercise-01.abc.jsonl") == "exercise-01.abc"


@pytest.mark.parametrize("name", COPIES)
def test_two_copies_are_their_common_prefix_and_both_tails(segment: Path, name: str) -> None:
    common, first = numbered(3), event(at="2026-11-23T23:00:00.000Z", value="one")
    second = event(at="2026-11-23T23:01:00.000Z", value="two")
    segment.write_bytes(record(*common, second))
    segment.with_name(name).write_bytes(record(*common, first) + b'{"v":1,"a')
    assert Journal(segment.parent).events() == [*common, first, second]


def test_two_equal_events_of_two_segments_are_two_events(segment: Path) -> None:
    segment.write_bytes(record(event()))
    segment.with_name("lesson-01.def.jsonl").write_bytes(record(event()))
    assert Journal(segment.parent).events() == [event(), event()]


def parsed(made: list[Event]) -> SegmentText:
    """As if read from a file."""
    n, at, rows = 0, "", []
    for each in made:
        n, at = max((n, at), (each.n, max(at, each.at) if each.n <= n else each.at))
        rows.append(SegmentRow(n, at, to_line(each), each))
    return SegmentText(tuple(rows))


@given(st.lists(events()), st.sets(st.integers(0, 50)), st.integers(0, 50))
def test_merging_a_copy_changes_nothing(made: list[Event], lost: set[int], cut: int) -> None:
    whole = parsed(made)
    copy = parsed([event for number, event in enumerate(made[:cut]) if number not in lost])
    assert merged([whole, copy]) == merged([copy, whole]) == merged([whole])


@given(st.lists(st.lists(events(), max_size=5), max_size=4), st.randoms())
def test_the_union_does_not_depend_on_the_order_of_files(
    files: list[list[Event]], rng: Any
) -> None:
    names = ["lesson-01.a.jsonl", "lesson-01.b.jsonl", "lesson-01.b (1).jsonl", "lesson-02.a.jsonl"]
    named = [(name, parsed(made)) for name, made in zip(names, files, strict=False)]
    union = Segments(Path("nowhere")).union(*named)
    rng.shuffle(named)
    assert Segments(Path("nowhere")).union(*named) == union


@given(st.lists(st.lists(events(), max_size=5), min_size=2, max_size=3))
def test_the_union_holds_each_line_once_and_keeps_the_order_of_lines(
    files: list[list[Event]],
) -> None:
    names = ["lesson-01.a.jsonl", "lesson-01.b.jsonl", "lesson-02.a.jsonl"]
    named = {name: parsed(made) for name, made in zip(names, files, strict=False)}
    union = Segments(Path("nowhere")).union(*named.items())
    assert [row.order for row in union] == sorted(row.order for row in union)
    assert len(union) == sum(len({row.line for row in text.rows}) for text in named.values())
    for text in named.values():
        lines = list(dict.fromkeys(row.line for row in text.rows))
        assert is_subsequence(lines, [row.line for row in union])


def is_subsequence(part: list[bytes], whole: list[bytes]) -> bool:
    rest = iter(whole)
    return all(line in rest for line in part)


def test_a_copied_folder_of_segments_reads_the_same(tmp_path: Path) -> None:
    journals = [Journal(tmp_path / "one", lesson=lesson) for lesson in ("01", "02", "01")]
    for number in range(9):
        journals[number % 3].record(activity="a", item="i", kind="choice", value=number)
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    assert Journal(tmp_path / "two").events() == Journal(tmp_path / "one").events()
    assert Journal(tmp_path / "two").state() == journals[0].state()
