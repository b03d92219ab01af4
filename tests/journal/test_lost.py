"""What a kernel saved and somebody took away is put back, and what is damaged is called so."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from helpkit.errors import NotSavedError
from helpkit.journal import Journal, Notice
from tests.journal.samples import numbered, record


def choose(journal: Journal, value: object) -> None:
    journal.record(activity="a", item="i", kind="choice", value=value)


def values(folder: Path) -> list[Any]:
    return [event.value for event in Journal(folder).events()]


def chosen(journal: Journal) -> tuple[Any, ...]:
    return journal.state().of("01", "a").choices.get("i", ())


@pytest.mark.parametrize("looks", [True, False])
def test_an_answers_folder_that_is_removed_while_a_page_is_open(answers: Path, looks: bool) -> None:
    journal = Journal(answers)
    for number in (1, 2, 3):
        choose(journal, number)
    shutil.rmtree(answers)
    if looks:
        assert chosen(journal) == (1, 2, 3)
        assert [event.value for event in journal.held] == [1, 2, 3]
        assert journal.news() == []
    choose(journal, 4)
    assert values(answers) == [1, 2, 3, 4]
    assert chosen(journal) == (1, 2, 3, 4)
    assert journal.held == ()
    assert journal.news() == [Notice("put-back", {"folder": str(answers), "count": 3})]
    assert journal.news() == journal.notices() == []


def test_it_happens_twice(answers: Path) -> None:
    journal = Journal(answers)
    for number in range(3):
        choose(journal, number)
        put_back = [notice.values["count"] for notice in journal.news()]
        assert put_back == ([number] if number else [])
        shutil.rmtree(answers)
    choose(journal, 3)
    assert values(answers) == [0, 1, 2, 3]


def test_it_is_held_until_there_is_room_for_it(answers: Path) -> None:
    journal = Journal(answers)
    choose(journal, 1)
    shutil.rmtree(answers)
    answers.write_text("a file in its place")
    with pytest.raises(NotSavedError):
        choose(journal, 2)
    assert chosen(journal) == (1, 2)
    assert journal.news() == []
    answers.unlink()
    choose(journal, 3)
    assert values(answers) == [1, 2, 3]
    assert [notice.id for notice in journal.news()] == ["put-back"]


@pytest.mark.parametrize("left", [b"", b"\0" * 5000, None])
def test_a_file_that_is_emptied_while_it_is_open(answers: Path, left: bytes | None) -> None:
    """`None`: as many zeros as there were bytes, which is what a sync program leaves."""
    journal = Journal(answers)
    for number in (1, 2, 3):
        choose(journal, number)
    size = journal.segment.stat().st_size
    journal.segment.write_bytes(bytes(size) if left is None else left)
    assert chosen(journal) == (1, 2, 3)
    choose(journal, 4)
    assert values(answers) == [1, 2, 3, 4]
    assert "put-back" in [notice.id for notice in journal.news()]


def test_half_a_file_is_put_back_in_order(answers: Path) -> None:
    journal = Journal(answers)
    for number in (1, 2, 3):
        choose(journal, number)
    data = journal.segment.read_bytes()
    journal.segment.write_bytes(data[: len(data) // 2])
    choose(journal, 4)
    assert values(answers) == [1, 2, 3, 4]


def test_what_others_saved_and_is_gone_is_told_and_not_made_again(answers: Path) -> None:
    journal, other = Journal(answers), Journal(answers, lesson="02")
    choose(other, "hers")
    choose(journal, "mine")
    journal.state()
    shutil.rmtree(answers)
    choose(journal, "mine too")
    assert values(answers) == ["mine", "mine too"]
    gone = Notice("gone", {"folder": str(answers), "files": other.segment.name})
    assert gone in journal.news()
    assert journal.news() == []


def test_a_file_with_another_name_is_not_gone(answers: Path) -> None:
    journal, other = Journal(answers), Journal(answers, lesson="02")
    choose(other, "hers")
    journal.state()
    stem = other.segment.name.removesuffix(".jsonl")
    other.segment.rename(answers / f"{stem} (conflicted copy).jsonl")
    assert len(journal.events()) == 1
    assert journal.news() == []


@pytest.mark.parametrize("size", [1, 15, 16, 4096])
def test_a_file_of_zeros_is_damaged_and_not_foreign(answers: Path, size: int) -> None:
    answers.mkdir()
    (answers / "lesson-01.a.jsonl").write_bytes(bytes(size))
    journal = Journal(answers)
    assert journal.events() == []
    assert journal.notices() == [Notice("damaged", {"files": "lesson-01.a.jsonl"})]


@pytest.mark.parametrize("start", range(0, 300, 7))
def test_zeros_in_the_middle_cost_what_they_cover_and_no_more(answers: Path, start: int) -> None:
    made = numbered(8)
    answers.mkdir()
    whole = record(*made)
    hole = slice(start, start + 300)
    file = answers / "lesson-01.a.jsonl"
    file.write_bytes(whole[: hole.start] + bytes(300) + whole[hole.stop :])
    ends = [len(record(*made[:number])) for number in range(9)]
    spared = [
        event
        for number, event in enumerate(made)
        if ends[number + 1] - 1 <= hole.start or ends[number] + 1 >= hole.stop
    ]
    journal = Journal(answers)
    assert journal.events() == spared
    assert "damaged" in [notice.id for notice in journal.notices()]


def test_zeros_before_a_line_do_not_cost_it(answers: Path) -> None:
    made = numbered(2)
    answers.mkdir()
    data = record(made[0]) + bytes(64) + record(made[1]).lstrip()
    (answers / "lesson-01.a.jsonl").write_bytes(data)
    assert Journal(answers).events() == made
