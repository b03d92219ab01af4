"""`helpkit desk`: what there is to read, and the notebook, which is written once."""

from pathlib import Path

import nbformat
import pytest

from helpkit.content import languages, load
from helpkit.teacher.course.course import read_course
from helpkit.teacher.marking.desk import Desk
from helpkit.teacher.marking.notebook import notebook_path, write_notebook
from tests.teacher.classes import another_key
from tests.teacher.gradebook.test_export import run
from tests.teacher.marking.classes import class_of
from tests.teacher.marking.test_desk import hand_in_again, mark_all, sit_down
from tests.teacher.samples import tree


def test_a_dry_run_says_what_is_still_to_be_marked_and_writes_nothing(course: Path) -> None:
    before = tree(course)
    code, said = run("desk", "01", "--course", course, "--dry-run")
    assert code == 1
    assert said == (
        "Exercise 01: texts 3, still to be marked 3.\n"
        f"Nothing written; the desk would be {course / 'desk' / '01.ipynb'}.\n"
    )
    assert tree(course) == before


def test_when_all_is_marked_by_one_or_another_the_exit_status_is_0(course: Path) -> None:
    for number, key in enumerate(Desk("01", course).texts):
        reading = sit_down(Desk("01", course), f"marker {number % 2}")
        reading.session.turn_to(key)
        mark_all(reading, 1, f"marker {number % 2}")
    code, said = run("desk", "01", "--course", course, "--dry-run")
    assert (code, said.splitlines()[0]) == (0, "Exercise 01: texts 3, still to be marked 0.")


def test_a_copy_that_cannot_be_read_is_listed(course: Path) -> None:
    next((course / "collected" / "01" / "s1").glob("*.zip")).write_bytes(b"torn")
    code, said = run("desk", "01", "--course", course, "--dry-run")
    assert code == 1
    assert said.startswith("Cannot be read: s1: its copy is not what was collected: collect again")


def test_a_text_that_was_handed_in_anew_is_still_to_be_marked(course: Path) -> None:
    for key in Desk("01", course).texts:
        reading = sit_down(Desk("01", course), "Anna")
        reading.session.turn_to(key)
        mark_all(reading, 1)
    hand_in_again(course, "s1", "Another story.")
    code, said = run("desk", "01", "--course", course, "--dry-run")
    assert code == 1
    assert said.splitlines()[:2] == [
        "Marked for an earlier text, to be read again: 1",
        "Exercise 01: texts 3, still to be marked 1.",
    ]


def test_a_key_that_changed_since_the_grading_is_told(course: Path, tmp_path: Path) -> None:
    run("grade", "01", "--course", course)
    assert "another key" not in run("desk", "01", "--course", course, "--dry-run")[1]
    own = another_key(tmp_path / "own")
    _, said = run("desk", "01", "--course", course, "--exercises", own, "--dry-run")
    assert said.splitlines()[0].endswith("now: run  helpkit grade 01  again")


@pytest.mark.parametrize("language", languages())
def test_the_notebook_is_well_formed_and_the_same_each_time(tmp_path: Path, language: str) -> None:
    made = []
    for name in ("one", "two"):
        course = read_course(class_of(tmp_path / name / "course", language))
        path = write_notebook(course, "01", load(language))
        nbformat.validate(nbformat.read(path, as_version=4))
        made.append(path.read_bytes())
    assert made[0] == made[1]
    assert load(language).ui["desk"]["head"].split("\n")[0].format(number=1).encode() in made[0]


def test_a_notebook_that_is_there_stays_as_the_teacher_left_it(course: Path) -> None:
    path = notebook_path(read_course(course), "01")
    path.parent.mkdir()
    path.write_text("mine", "utf-8")
    write_notebook(read_course(course), "01", load("en"))
    assert path.read_text("utf-8") == "mine"
