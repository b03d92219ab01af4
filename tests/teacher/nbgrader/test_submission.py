"""What counts in the folder of one student, whatever lies there."""

from pathlib import Path
from typing import Any

import pytest

from helpkit.errors import HandInError
from helpkit.exercises import submission as hand_in
from helpkit.exercises.release_folder import Release, read_release
from helpkit.exercises.submission import Contents
from helpkit.journal.event import make
from helpkit.teacher.nbgrader import submission
from helpkit.teacher.nbgrader.submission import read_folder
from tests.exercises.handed_out import handed_out
from tests.journal.samples import FIELDS, event, record
from tests.teacher.classes import sheet_of
from tests.teacher.samples import LATE, ON_TIME

LESSON = "exercise-01"


@pytest.fixture
def release(tmp_path: Path) -> Release:
    return read_release(handed_out(tmp_path / "out"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "submitted" / "s1" / "ps01"
    (place / "hand-in").mkdir(parents=True)
    return place


def read(folder: Path, release: Release) -> Contents:
    return read_folder(folder, release, lambda submission: None)


def answered(folder: Path, *events: Any, name: str = "exercise-01.a1.jsonl") -> Path:
    (folder / "answers").mkdir(exist_ok=True)
    path = folder / "answers" / name
    path.write_bytes(record(*events))
    return path


def typed(student: str = "s1") -> Any:
    return event(lesson=LESSON, activity="start", item="student", value=student)


def test_of_two_zips_the_newer_counts(folder: Path, release: Release) -> None:
    for name, at in (("b", ON_TIME), ("a", LATE)):
        (folder / "hand-in" / f"01-handin-{name}.zip").write_bytes(sheet_of("s1", at=at))
    assert read(folder, release).at == LATE


def test_a_zip_that_is_none_costs_the_other_nothing(folder: Path, release: Release) -> None:
    (folder / "hand-in" / "01-handin-s1.zip").write_bytes(sheet_of("s1"))
    (folder / "hand-in" / "01-handin-s1-2.zip").write_bytes(b"no zip")
    assert read(folder, release).student == "s1"


def test_somebody_elses_zip_costs_ones_own_nothing(folder: Path, release: Release) -> None:
    (folder / "hand-in" / "01-handin-s1.zip").write_bytes(sheet_of("s1"))
    (folder / "hand-in" / "01-handin-s2.zip").write_bytes(sheet_of("s2", at=LATE))

    def check(submission: Contents) -> None:
        if submission.student != "s1":
            raise HandInError("not theirs")

    assert read_folder(folder, release, check).student == "s1"


def test_a_link_is_not_followed(folder: Path, release: Release) -> None:
    outside = folder.parents[2] / "other.zip"
    outside.write_bytes(sheet_of("s1"))
    (folder / "hand-in" / "01-handin-s1.zip").symlink_to(outside)
    with pytest.raises(HandInError, match="a link is not followed"):
        read(folder, release)


def test_another_exercise_is_refused(folder: Path, release: Release) -> None:
    data = sheet_of("s1", number="02")
    (folder / "hand-in" / "01-handin-s1.zip").write_bytes(data)
    with pytest.raises(HandInError, match="this belongs to exercise 02, not to 01"):
        read(folder, release)


def test_nothing_at_all_is_said(folder: Path, release: Release) -> None:
    with pytest.raises(HandInError, match="neither a zip from the Hand in button nor an answers"):
        read(folder, release)


def test_answers_beside_the_notebook_are_taken_without_what_is_private(
    folder: Path, release: Release
) -> None:
    mine = {"lesson": LESSON, "activity": "classify", "item": "stutter", "at": ON_TIME}
    answered(folder, typed(), event(value="formal", **mine))
    hidden = {"lesson": LESSON, "activity": "reflection", "item": "own", "private": True}
    other = event(value="mine alone", kind="reflection", **hidden)
    answered(folder, other, name="exercise-01.b2.jsonl")
    submission = read(folder, release)
    assert (submission.student, submission.exercise, submission.language) == ("s1", "01", "en")
    assert [entry.value for entry in submission.events if entry.activity == "classify"] == [
        "formal"
    ]
    assert "mine alone" not in [entry.value for entry in submission.events]


def test_answers_beside_the_notebook_come_in_the_order_of_the_journal(
    folder: Path, release: Release
) -> None:
    mine = {"lesson": LESSON, "activity": "classify", "item": "stutter"}
    ahead = event(n=2, value="formal", at="2099-01-01T00:00:00.000Z", **mine)
    answered(folder, typed(), ahead)
    answered(folder, event(n=3, value="informal", at=ON_TIME, **mine), name="exercise-01.a0.jsonl")
    submission = read(folder, release)
    assert [entry.value for entry in submission.events] == ["s1", "formal", "informal"]
    assert submission.at == ON_TIME


def test_of_two_versions_the_one_that_goes_on_counts(folder: Path, release: Release) -> None:
    start = {**FIELDS, "lesson": LESSON, "activity": "start", "item": "student", "value": "s1"}
    for name, at, n in (("a", LATE, 2), ("b", ON_TIME, 3)):
        events = [
            make(**{**start, "n": number, "at": at if number > 1 else ON_TIME}) for number in (1, n)
        ]
        data = hand_in.make(events, exercise="01", student="s1", language="en", issued=[])
        (folder / "hand-in" / f"01-handin-{name}.zip").write_bytes(data)
    assert read(folder, release).at == ON_TIME


def test_a_zip_counts_and_the_answers_beside_it_do_not(folder: Path, release: Release) -> None:
    answered(folder, typed("s2"))
    (folder / "hand-in" / "01-handin-s1.zip").write_bytes(sheet_of("s1"))
    assert read(folder, release).student == "s1"


def test_answers_of_somebody_else_are_checked_too(folder: Path, release: Release) -> None:
    answered(folder, typed("s2"))

    def check(submission: Contents) -> None:
        raise HandInError(f"{submission.student} is somebody else")

    with pytest.raises(HandInError, match="s2 is somebody else"):
        read_folder(folder, release, check)


def test_answers_without_a_student_are_refused(folder: Path, release: Release) -> None:
    answered(folder, event(lesson=LESSON, activity="classify", item="stutter"))
    with pytest.raises(HandInError, match="do not say whose they are"):
        read(folder, release)


@pytest.mark.parametrize("name", ["exercise-01.a1.jsonl", "exercise-01.a1-copy.jsonl"])
def test_answers_behind_a_link_are_refused(folder: Path, release: Release, name: str) -> None:
    outside = folder.parents[2] / "other.jsonl"
    outside.write_bytes(record(typed()))
    (folder / "answers").mkdir()
    (folder / "answers" / name).symlink_to(outside)
    with pytest.raises(HandInError, match="the answers cannot be read"):
        read(folder, release)


def test_a_folder_of_answers_behind_a_link_is_none(folder: Path, release: Release) -> None:
    outside = folder.parents[2] / "other"
    answered(folder.parents[2], typed()).parent.rename(outside)
    (folder / "answers").symlink_to(outside)
    with pytest.raises(HandInError, match="neither a zip from the Hand in button nor an answers"):
        read(folder, release)


def test_too_much_is_not_read(
    folder: Path, release: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(submission, "MAX_FILE", 1000)
    answered(folder, typed(), *(event(item=f"i{at}") for at in range(50)))
    with pytest.raises(HandInError, match="take more than 1000 bytes"):
        read(folder, release)


def test_too_many_files_are_not_read(folder: Path, release: Release) -> None:
    for at in range(1001):
        answered(folder, name=f"exercise-01.a{at}.jsonl")
    with pytest.raises(HandInError, match="in 1001 files; at most 1000 are read"):
        read(folder, release)


def test_torn_and_foreign_lines_are_passed_over(folder: Path, release: Release) -> None:
    path = answered(folder, typed())
    path.write_bytes(path.read_bytes() + b"[" * 30_000 + b"\n\xff\xfe\n{}\n" + b"x" * 70_000)
    assert read(folder, release).student == "s1"
