"""Nobody but the learner opens what a learner typed, whatever the system is set to."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpkit.journal import Journal
from helpkit.journal.answers_folder import MARKER
from helpkit.journal.files import PRIVATE, keep_private, private_folder, write_whole
from helpkit.lab.course_folder import CourseFolder

pytestmark = pytest.mark.linux


@pytest.fixture(params=[0o000, 0o002, 0o022, 0o077])
def _umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def choose(folder: Path) -> Journal:
    journal = Journal(folder)
    journal.record(activity="a", item="i", value=1)
    return journal


@pytest.mark.usefixtures("_umask")
def test_a_new_folder_and_all_in_it_is_the_learners(answers: Path) -> None:
    journal = choose(answers)
    assert mode(answers) == 0o700
    assert mode(answers / MARKER) & 0o077 == 0
    assert mode(journal.segment) == 0o600


@pytest.mark.usefixtures("_umask")
def test_what_was_open_before_is_closed(answers: Path) -> None:
    older = choose(answers)
    answers.chmod(0o755)
    choose(answers)
    assert mode(answers) == 0o700
    for path in (answers, answers / MARKER, older.segment):
        path.chmod(0o777)
    CourseFolder(answers.parent).lay_out(answers.parent / "no-lessons")
    assert mode(answers) == 0o700
    assert mode(older.segment) & 0o077 == mode(answers / MARKER) & 0o077 == 0


def test_files_that_are_not_ours_keep_their_rights(answers: Path) -> None:
    answers.mkdir()
    other = answers / "notes.txt"
    other.write_text("mine")
    other.chmod(0o664)
    choose(answers)
    assert mode(other) == 0o664


def test_a_folder_with_a_name_of_its_own_stays_open_and_its_journals_are_closed(
    tmp_path: Path,
) -> None:
    tmp_path.chmod(0o755)
    choose(tmp_path)
    assert mode(choose(tmp_path).segment) == 0o600
    assert mode(tmp_path) == 0o755


def test_a_file_can_be_private_from_its_first_byte(tmp_path: Path) -> None:
    write_whole(tmp_path / "one", b"1", PRIVATE)
    write_whole(tmp_path / "two", b"2")
    assert mode(tmp_path / "one") == 0o600
    assert mode(tmp_path / "two") == 0o666 & ~_current_umask()


def _current_umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_what_is_not_there_is_left_alone(tmp_path: Path) -> None:
    keep_private(tmp_path / "nothing")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("around", "made"), [(0o700, 0o700), (0o755, 0o700), (0o775, 0o770), (0o777, 0o770)]
)
def test_a_private_folder_is_shared_with_whom_the_one_around_it_is(
    tmp_path: Path, around: int, made: int
) -> None:
    tmp_path.chmod(around)
    private_folder(tmp_path / "collected" / "01")
    assert mode(tmp_path / "collected") == mode(tmp_path / "collected" / "01") == made
    (tmp_path / "collected").chmod(0o755)
    private_folder(tmp_path / "collected")
    assert mode(tmp_path / "collected") == 0o755
