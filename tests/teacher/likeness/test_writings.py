"""Every text of a class has its place, and what all were given is known."""

from pathlib import Path
from typing import Final

import pytest

from helpkit.content.scene_file import template
from helpkit.exercises.items import load_exercise
from helpkit.teacher.collect.collect import collect
from helpkit.teacher.collect.collection import collected
from helpkit.teacher.course.course import read_course
from helpkit.teacher.likeness.likeness import Place, Writing, alike
from helpkit.teacher.likeness.writings import class_writings, common_texts, shared_journals
from tests.exercises.parts.scene.test_inspection import WHOLE
from tests.exercises.samples import Answers
from tests.teacher.classes import FOLDER, sheet_of
from tests.teacher.likeness.test_likeness import HONEST
from tests.teacher.samples import COURSE

SIXTH: Final = "\n[exercises.06]\ndeadline = 2026-12-04T17:00:00+01:00\npoints = 10\n"


def writings(
    root: Path, downloads: Path, answers: dict[str, dict[str, Answers]], number: str = "01"
) -> list[Writing]:
    """What these students wrote, as far as it was collected and counts."""
    (root / "course.toml").write_text(COURSE + SIXTH, "utf-8")
    for student, typed in answers.items():
        (downloads / f"{student}.zip").write_bytes(sheet_of(student, typed, number))
    course = read_course(root)
    collection = collect(course, number, downloads)
    parts = load_exercise(FOLDER[number], "en").parts
    return [*class_writings(course, number, parts, collection)]


def test_a_text_has_its_student_part_field_and_submission(course: Path, downloads: Path) -> None:
    typed: dict[str, Answers] = {"reflection": {"moment": HONEST[0], "next-time": " \n"}}
    (writing,) = writings(course, downloads, {"s1": typed, "s2": {}})
    (copy,) = (course / "collected" / "01" / "s1").glob("*.zip")
    assert (writing.place.student, writing.place.part, writing.place.item) == (
        "s1", "reflection", "moment",
    )  # fmt: skip
    assert writing.place.submission == copy.name[:8]
    assert writing.lines == (HONEST[0],)


def test_a_scene_is_what_is_said_in_it_whatever_its_ids_are(course: Path, downloads: Path) -> None:
    renamed = WHOLE
    for at in range(30, 0, -1):
        renamed = renamed.replace(f"n{at}]", f"node-{at}]").replace(f"n{at}.", f"node-{at}.")
        renamed = renamed.replace(f'"n{at}"', f'"node-{at}"')
    assert renamed != WHOLE
    typed: dict[str, dict[str, Answers]] = {
        "s1": {"build": {"text": WHOLE}},
        "s2": {"build": {"text": renamed}},
        "s3": {"build": {"text": WHOLE.replace("[nodes", "[[nodes")}},
    }
    first, second, broken = writings(course, downloads, typed, "06")
    assert first.lines == second.lines
    assert not any("choices." in line or "trust =" in line for line in first.lines)
    assert broken.lines == tuple(WHOLE.replace("[nodes", "[[nodes").splitlines())


def test_all_that_is_said_by_anybody_in_a_scene_is_compared(course: Path, downloads: Path) -> None:
    """Two students wrote the same people into two different conversations."""
    person = """
[temperaments.proud]
name = "proud"
reveal = "She had been told twice that week that others did her work better."
nodes.n1.says = "I have always managed this on my own, so this will be over in a minute."
nodes.n1.thinks = "He must not think that I cannot do this, or he will tell the others."
"""
    typed: dict[str, dict[str, Answers]] = {
        "s1": {"build": {"text": WHOLE + person}},
        "s2": {"build": {"text": template("en") + person}},
    }
    first, second = writings(course, downloads, typed, "06")
    assert {*first.lines} & {*second.lines} == {
        line.partition(" = ")[2].strip('"') for line in person.splitlines() if " = " in line
    }
    (pair,) = alike([first, second], common_texts(FOLDER["06"]))
    assert pair.passage in person


@pytest.mark.parametrize("number", ["01", "06"])
def test_prompts_scenes_and_templates_are_given_to_all(number: str) -> None:
    known = [*common_texts(FOLDER[number])]
    exercise = load_exercise(FOLDER[number], "nl")
    assert {str(part.task) for part in exercise.parts.values()} <= {*known}
    quotes = [line for line in known if len(line.split()) > 40][:5]
    assert quotes
    for quote in quotes:
        two = [Writing(place, (quote,)) for place in _places()]
        assert alike(two)
        assert alike(two, known) == []


def _places() -> list[Place]:
    return [Place(student, "reflection", "moment", "3fa4c1d2") for student in ("s1", "s2")]


def test_two_students_with_one_journal_are_named(course: Path, downloads: Path) -> None:
    """The same work under two ids: whether it counts is for collect to say."""
    typed: dict[str, Answers] = {"reflection": {"moment": HONEST[0]}}
    for student in ("s1", "s2"):
        (downloads / f"{student}.zip").write_bytes(sheet_of(student, typed))
    collect(read_course(course), "01", downloads)
    ((first, second),) = shared_journals(collected(read_course(course), "01"))
    assert (first[0], second[0]) == ("s1", "s2")
    assert len(first[1]) == 8
