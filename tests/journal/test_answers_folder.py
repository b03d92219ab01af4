"""Finding the answers folder, and its id."""

import os
from pathlib import Path
from shutil import rmtree

import pytest

from helpkit.errors import NotSavedError
from helpkit.journal import Journal
from helpkit.journal.answers_folder import COPIED, MARKER, course_id, find, is_writable
from helpkit.lab.course_folder import CourseFolder


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HELPKIT_ANSWERS", raising=False)
    monkeypatch.chdir(tmp_path)


def save(folder: Path) -> Journal:
    journal = Journal(folder)
    journal.record(activity="a", item="i", value=1)
    return journal


def test_a_new_course_keeps_its_answers_in_the_working_directory(tmp_path: Path) -> None:
    assert Journal().folder == tmp_path / "answers"


def test_the_nearest_folder_of_ours_upward_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(tmp_path / "answers")
    deep = tmp_path / "lessons" / "nl"
    (deep / "answers").mkdir(parents=True)  # not ours: somebody else's answers
    monkeypatch.chdir(deep)
    assert Journal().folder == tmp_path / "answers"
    save(tmp_path / "lessons" / "answers")
    assert Journal().folder == tmp_path / "lessons" / "answers"


def test_a_course_folder_decides_where_its_answers_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also when they were removed: the lessons of both languages go on in one place."""
    save(tmp_path / "answers")  # of another course, which this one is in
    course = tmp_path / "course"
    (course / COPIED).parent.mkdir(parents=True)
    (course / COPIED).write_text("{}")
    for language in ("en", "nl"):
        (course / language).mkdir()
        monkeypatch.chdir(course / language)
        assert save(find()).folder == course / "answers"
        rmtree(course / "answers")


def test_what_a_course_copies_tells_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lessons = tmp_path / "lessons"
    (lessons / "en").mkdir(parents=True)
    (lessons / "en" / "01.ipynb").write_text("a lesson")
    course = CourseFolder(tmp_path / "course")
    course.lay_out(lessons)
    rmtree(course.answers)
    monkeypatch.chdir(course.root / "en")
    assert find() == course.answers


def test_a_folder_that_lost_its_marker_is_still_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(tmp_path / "answers")
    (tmp_path / "answers" / MARKER).unlink()
    (tmp_path / "deep").mkdir()
    monkeypatch.chdir(tmp_path / "deep")
    assert find() == tmp_path / "answers"


def test_the_variable_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(tmp_path / "answers")
    monkeypatch.setenv("HELPKIT_ANSWERS", "elsewhere")
    assert Journal().folder == tmp_path / "elsewhere"
    monkeypatch.setenv("HELPKIT_ANSWERS", "~/mine")
    assert Journal().folder == Path.home() / "mine"
    monkeypatch.setenv("HELPKIT_ANSWERS", "")
    assert Journal().folder == tmp_path / "answers"


def test_a_named_folder_stays_the_same_when_the_working_directory_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal("here")
    monkeypatch.chdir("/")
    assert journal.folder == tmp_path / "here"


def test_reading_creates_nothing(tmp_path: Path) -> None:
    journal = Journal()
    assert journal.events() == []
    assert journal.notices() == []
    assert journal.state().activities == {}
    assert journal.course
    assert list(tmp_path.iterdir()) == []


def test_the_course_is_known_before_the_first_record_and_survives_a_move(tmp_path: Path) -> None:
    before = Journal(tmp_path / "one" / "answers").course
    assert save(tmp_path / "one" / "answers").course == before
    (tmp_path / "one").rename(tmp_path / "two")
    assert Journal(tmp_path / "two" / "answers").course == before
    assert Journal(tmp_path / "one" / "answers").course == before
    assert Journal(tmp_path / "three" / "answers").course != before


@pytest.mark.parametrize("damaged", [b"", b"{", b"[]", b'{"course": 7}', b"\xff", b"[" * 100_000])
def test_a_damaged_marker_is_made_anew(tmp_path: Path, damaged: bytes) -> None:
    answers = tmp_path / "answers"
    course = save(answers).course
    (answers / MARKER).write_bytes(damaged)
    assert save(answers).course == course
    assert course_id(answers) == course
    answers.rename(tmp_path / "moved")
    assert Journal(tmp_path / "moved").course == course


def test_two_people_on_one_hub_are_two_courses(monkeypatch: pytest.MonkeyPatch) -> None:
    courses = set()
    for person in ("anna", "bas"):
        monkeypatch.setenv("JUPYTERHUB_USER", person)
        courses.add(Journal().course)
    assert len(courses) == 2


def test_a_file_in_the_place_of_the_folder_cannot_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "answers").write_text("a file")
    assert not is_writable(tmp_path / "answers")
    assert not is_writable(tmp_path / "answers" / "deeper")
    journal = Journal()
    assert [notice.id for notice in journal.notices()] == ["read-only"]
    with pytest.raises(NotSavedError) as failure:
        journal.record(activity="a", item="i", value=1)
    assert failure.value.notice.id == "read-only"
    assert journal.state().of("01", "a").answers == {"i": 1}


def test_a_folder_with_a_name_that_is_not_unicode(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"caf\xe9")
    assert save(folder).course == Journal(folder).course
