"""The journal as a lesson uses it."""

import ast
import errno
import os
import string
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import helpkit
from helpkit.errors import JournalError, NotSavedError
from helpkit.journal import Journal, Notice
from helpkit.journal.notice import VALUES
from tests.journal.samples import event, json_values, numbered, raw, record

PACKAGE = Path(helpkit.__file__ or "").parent


def choose(journal: Journal, value: object) -> None:
    journal.record(activity="a", item="i", kind="choice", value=value)


def choices(journal: Journal) -> tuple[Any, ...]:
    return journal.state().of("01", "a").choices["i"]


def fail_once(monkeypatch: pytest.MonkeyPatch, name: str, number: int) -> None:
    """The next call of a function of `os` raises."""
    real, left = getattr(os, name), [number]

    def call(*given: Any) -> Any:
        if left:
            raise OSError(left.pop(), "made to fail")
        return real(*given)

    monkeypatch.setattr(os, name, call)


def test_what_is_recorded_is_read_by_the_next_kernel(answers: Path) -> None:
    made = Journal(answers).record(activity="formality", item="directions", value="informal")
    assert Journal(answers).events() == [made]
    assert (made.v, made.n, made.lesson, made.kind) == (2, 1, "01", "answer")


@settings(max_examples=30)
@given(st.lists(json_values, min_size=1, max_size=4))
def test_any_values_come_back(tmp_path_factory: pytest.TempPathFactory, values: list[Any]) -> None:
    answers = tmp_path_factory.mktemp("answers")
    journal = Journal(answers)
    for value in values:
        choose(journal, value)
    for reader in (journal, Journal(answers)):
        assert repr(choices(reader)) == repr(tuple(values))


def test_a_journal_has_a_segment_of_its_own_that_the_first_record_makes(answers: Path) -> None:
    first, second = Journal(answers, lesson="02"), Journal(answers, lesson="02")
    assert first.segment != second.segment
    assert first.segment.name.startswith("lesson-02.")
    assert not answers.exists()
    choose(first, 1)
    assert first.segment.exists()
    assert not second.segment.exists()


def test_two_tabs_in_two_languages_are_one_lesson(answers: Path) -> None:
    en, nl = Journal(answers, language="en"), Journal(answers, language="nl")
    for number in range(10):
        choose((en, nl)[number % 2], number)
        assert choices(en) == choices(nl) == tuple(range(number + 1))
    assert [event.language for event in en.events()] == ["en", "nl"] * 5


def test_a_lesson_knows_what_another_lesson_knew(answers: Path) -> None:
    Journal(answers, lesson="01").record(activity="opening", item="reply", value="hi")
    assert Journal(answers, lesson="09").state().of("01", "opening").answers == {"reply": "hi"}


@pytest.mark.parametrize(
    ("kind", "given", "private"),
    [
        ("reflection", {}, True),
        ("reflection", {"private": False}, False),
        ("answer", {}, False),
        ("answer", {"private": True}, True),
    ],
)
def test_only_a_reflection_is_private_by_itself(
    answers: Path, kind: str, given: dict[str, bool], private: bool
) -> None:
    Journal(answers).record(activity="a", item="i", kind=kind, value="x", **given)
    assert [event.private for event in Journal(answers).events()] == [private]


@pytest.mark.parametrize(
    "bad", [{"kind": "guess"}, {"item": "A"}, {"activity": "a b"}, {"value": float("nan")}]
)
def test_a_bad_argument_records_nothing(answers: Path, bad: dict[str, Any]) -> None:
    journal = Journal(answers)
    with pytest.raises(JournalError):
        journal.record(**{"activity": "a", "item": "i", "value": 1, **bad})
    assert journal.held == ()
    assert not answers.exists()


@pytest.mark.parametrize("bad", [{"lesson": "../01"}, {"language": "EN"}])
def test_a_journal_of_a_bad_id_is_refused(answers: Path, bad: dict[str, Any]) -> None:
    with pytest.raises(JournalError, match="must be an id"):
        Journal(answers, **bad)


def test_what_the_learner_did_last_is_last_even_when_the_clock_was_ahead(answers: Path) -> None:
    answers.mkdir()
    ahead = event(at="2999-01-01T00:00:00.000Z", activity="a", item="i", value="old")
    (answers / "lesson-01.fff.jsonl").write_bytes(record(ahead))
    journal = Journal(answers)
    made = [journal.record(activity="a", item="i", value=value) for value in ("new", "newest")]
    assert all(event.at < "2999" for event in made)
    assert [event.n for event in made] == [1, 2]
    assert Journal(answers).state().of("01", "a").answers == {"i": "newest"}


def test_lines_of_one_writer_stay_in_order_whatever_their_times_say(answers: Path) -> None:
    answers.mkdir()
    back = [event(at=f"2026-11-23T22:0{minute}:00.000Z", value=minute) for minute in (3, 1, 2)]
    (answers / "lesson-01.abc.jsonl").write_bytes(record(*back))
    assert Journal(answers).events() == back


def test_what_did_not_change_is_neither_read_nor_folded_again(
    answers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(answers)
    choose(journal, 1)
    before = journal.state()
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail(f"{path} was read"))
    assert journal.state() is before
    assert len(journal.events()) == 1


def test_the_list_of_events_is_the_callers_own(answers: Path) -> None:
    journal = Journal(answers)
    choose(journal, 1)
    journal.events().clear()
    assert len(journal.events()) == 1


def test_an_event_that_perhaps_arrived_counts_once(
    answers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(answers)
    choose(journal, 1)
    fail_once(monkeypatch, "fsync", errno.EIO)
    with pytest.raises(NotSavedError, match="made to fail") as failure:
        choose(journal, 2)
    assert failure.value.notice == Notice("not-saved", {"file": journal.segment.name})
    assert failure.value.event.value == 2
    assert choices(journal) == (1, 2)  # held, and in the file as well
    choose(journal, 3)
    assert choices(journal) == choices(Journal(answers)) == (1, 2, 3)


@pytest.mark.parametrize(
    ("number", "notice"),
    [(errno.EACCES, "locked"), (errno.EROFS, "read-only"), (errno.ENOSPC, "disk-full")],
)
def test_what_is_held_is_written_first_in_order_and_once(
    answers: Path, monkeypatch: pytest.MonkeyPatch, number: int, notice: str
) -> None:
    journal = Journal(answers)
    choose(journal, 0)
    for value in (1, 2):
        fail_once(monkeypatch, "write", number)
        with pytest.raises(NotSavedError) as failure:
            choose(journal, value)
        assert failure.value.notice.id == notice
        assert set(failure.value.notice.values) == VALUES[notice]
        monkeypatch.undo()
    assert [event.value for event in journal.held] == [1, 2]
    assert choices(journal) == (0, 1, 2)
    assert choices(Journal(answers)) == (0,)
    choose(journal, 3)
    assert journal.held == ()
    assert choices(Journal(answers)) == (0, 1, 2, 3)
    assert journal.segment.read_bytes().count(b'"kind":"choice"') == 4


def test_a_held_event_stands_in_its_place_among_those_of_another_tab(
    answers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(answers)
    fail_once(monkeypatch, "write", errno.ENOSPC)
    with pytest.raises(NotSavedError):
        choose(journal, "held")
    other = {"activity": "a", "item": "i", "kind": "choice"}
    before = event(at="2999-01-01T00:00:00.000Z", value="before", **other)
    after = event(n=2, value="after", **other)
    (answers / "lesson-01.fff.jsonl").write_bytes(record(before, after))
    assert choices(journal) == ("before", "held", "after")


def filled(answers: Path, files: dict[str, bytes]) -> Journal:
    answers.mkdir()
    for name, data in files.items():
        (answers / name).write_bytes(data)
    return Journal(answers)


def test_torn_lines_are_told_once_and_the_rest_opens(answers: Path) -> None:
    made = numbered(2)
    journal = filled(answers, {"lesson-01.a.jsonl": record(*made) + b'\n{"v":1,\ntorn'})
    assert journal.events() == made
    notice = Notice("torn-lines", {"count": 2, "files": "lesson-01.a.jsonl"})
    assert journal.notices() == [notice]
    assert journal.notices() == []
    choose(journal, 1)
    assert journal.notices() == []


def test_a_first_record_that_was_torn_is_ours(answers: Path) -> None:
    whole = record(event())
    files = {f"lesson-01.{cut:04}.jsonl": whole[:cut] for cut in range(len(whole) - 1)}
    journal = filled(answers, files)
    assert journal.events() == []
    assert [notice.id for notice in journal.notices()] == ["torn-lines"]


def test_another_version_is_told_and_the_rest_opens(answers: Path) -> None:
    made = numbered(2)
    data = record(made[0]) + raw(v=3) + b"\n" + raw(v=3, mood=1) + record(made[1])
    journal = filled(answers, {"lesson-01.a.jsonl": data, "lesson-02.b.jsonl": raw(v=4)})
    assert journal.events() == made
    assert journal.notices() == [
        Notice("unknown-version", {"file": "lesson-01.a.jsonl", "found": "3", "reads": 2}),
        Notice("unknown-version", {"file": "lesson-02.b.jsonl", "found": "4", "reads": 2}),
    ]


def test_a_file_that_is_not_ours_is_left_alone_and_named(answers: Path) -> None:
    files = {
        "notes.jsonl": record(event()),
        "lesson-01.data.jsonl": b'{"label": "cat"}\n{"label": "dog"}\n',
        "lesson-01.picture.jsonl": bytes(range(256)),
        "lesson-01.good.jsonl": record(event()),
        "readme.txt": b"mine",
        "._lesson-01.good.jsonl": b"\0\5\x16\7",
    }
    journal = filled(answers, files)
    assert journal.events() == [event()]
    names = "lesson-01.data.jsonl, lesson-01.picture.jsonl, notes.jsonl"
    assert journal.notices() == [Notice("not-ours", {"files": names})]
    assert {name: (answers / name).read_bytes() for name in files} == files


def test_a_long_row_of_files_is_cut(answers: Path) -> None:
    journal = filled(answers, {f"{number}.jsonl": b"" for number in range(9)})
    assert journal.notices() == [Notice("not-ours", {"files": "0.jsonl, 1.jsonl, 2.jsonl, …"})]


def test_a_folder_with_the_name_of_a_segment_is_told(answers: Path) -> None:
    journal = filled(answers, {"lesson-01.good.jsonl": record(event())})
    (answers / "lesson-01.bad.jsonl").mkdir()
    assert journal.events() == [event()]
    assert journal.notices() == [Notice("unreadable", {"files": "lesson-01.bad.jsonl"})]


@pytest.mark.linux
def test_a_pipe_with_the_name_of_a_segment_does_not_hang(answers: Path) -> None:
    journal = filled(answers, {})
    os.mkfifo(answers / "lesson-01.pipe.jsonl")
    assert journal.events() == []
    assert [notice.id for notice in journal.notices()] == ["unreadable"]


def test_what_was_read_stays_when_the_file_cannot_be_opened_for_a_while(
    answers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal, other = Journal(answers), Journal(answers)
    choose(other, 1)
    assert choices(journal) == (1,)
    choose(other, 2)

    def locked(path: Path) -> bytes:
        raise PermissionError(errno.EACCES, "made to fail", str(path))

    monkeypatch.setattr(Path, "read_bytes", locked)
    assert choices(journal) == (1,)
    assert [notice.id for notice in journal.notices()] == ["unreadable"]
    monkeypatch.undo()
    assert choices(journal) == (1, 2)


def test_a_large_journal_is_told_and_never_refused(answers: Path) -> None:
    journal = Journal(answers)
    for _ in range(17):
        choose(journal, "x" * 262_000)
    assert len(Journal(answers).events()) == 17
    assert journal.notices() == [Notice("large", {"mebibytes": 4})]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_notice_has_its_sentence(language: str) -> None:
    file = PACKAGE / "content" / "text" / language / "ui" / "journal.toml"
    sentences = tomllib.loads(file.read_text("utf-8"))
    gaps = {
        key: frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name)
        for key, text in sentences.items()
    }
    assert gaps == VALUES
    assert all(text.endswith(".") and ". " not in text for text in sentences.values())


def test_the_journal_needs_nothing_a_browser_has_not() -> None:
    imported = set()
    for file in (PACKAGE / "journal").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {name.name for name in node.names}
            elif isinstance(node, ast.ImportFrom):
                imported.add(node.module or "")
    ours = {name for name in imported if name.split(".")[0] == "helpkit"}
    ours -= {"helpkit.errors"}
    assert all(name.startswith("helpkit.journal") for name in ours)
    assert {
        name for name in imported if not name.startswith("helpkit.")
    } <= sys.stdlib_module_names | {"collections.abc"}
    assert not imported & {"fcntl", "threading", "subprocess", "multiprocessing", "asyncio"}
