"""The command that lists texts that are alike: for the teacher, without a verdict."""

import re
from pathlib import Path

import pytest

from helpkit.errors import CourseError
from helpkit.teacher.collect.collect import collect
from helpkit.teacher.course.course import read_course
from tests.exercises.samples import Answers
from tests.paths import ROOT
from tests.teacher.classes import sheet_of
from tests.teacher.gradebook.test_export import run
from tests.teacher.likeness.test_likeness import HONEST
from tests.teacher.samples import COURSE, ROSTER, tree

EVIL = "\x1b[2J\u202ehidden "


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Two wrote the same, with signs that steer; a third wrote something else."""
    root, downloads = tmp_path / "course", tmp_path / "downloads"
    root.mkdir()
    downloads.mkdir()
    (root / "course.toml").write_text(COURSE, "utf-8")
    (root / "roster.csv").write_text(ROSTER, "utf-8")
    texts = {"s1": EVIL + HONEST[0], "s2": EVIL + HONEST[0] + " And more.", "s3": HONEST[1]}
    for student, text in texts.items():
        typed: dict[str, Answers] = {"reflection": {"moment": text}}
        at = f"2026-11-0{student[1]}T10:00:00.000Z"
        (downloads / f"{student}.zip").write_bytes(sheet_of(student, typed, at=at))
    collect(read_course(root), "01", downloads)
    return root


def test_a_pair_is_listed_with_both_places_and_no_verdict(course: Path) -> None:
    before = tree(course)
    code, said = run("likeness", "01", "--course", course)
    first, *lines = said.splitlines()
    assert code == 0, "that texts are alike is no fault"
    assert first.startswith("Alike is not copied: two may have worked together")
    (pair,) = (line for line in lines if "alike;" in line)
    assert re.match(
        r"s1 reflection\.moment \([0-9a-f]{8}\) and s2 reflection\.moment \([0-9a-f]{8}\): "
        r"[0-9]+% alike; [0-9]+ words in a row: “",
        pair,
    )
    assert "s3" not in said
    assert "pairs alike 1" in lines[-1]
    assert tree(course) == before


def test_the_passage_is_short_and_steers_nothing(course: Path) -> None:
    _, said = run("likeness", "01", "--course", course)
    (passage,) = re.findall("“(.*)”", said)
    assert len(passage) <= 81
    assert "\\x1b[2J\\u202ehidden" in passage
    assert all(line.isprintable() for line in said.splitlines())


def test_one_journal_under_two_names_is_listed(course: Path) -> None:
    _, said = run("likeness", "01", "--course", course)
    assert "From one journal" not in said
    same = sheet_of("s2", {"reflection": {"moment": HONEST[2]}}, at="2026-11-01T10:00:00.000Z")
    (course.parent / "downloads" / "s2.zip").write_bytes(same)
    collect(read_course(course), "01", course.parent / "downloads")
    _, said = run("likeness", "01", "--course", course)
    assert re.search(r"^From one journal: s1 \(\w{8}\) and s2 \(\w{8}\)$", said, re.MULTILINE)


def test_a_copy_that_cannot_be_read_is_named(course: Path) -> None:
    next((course / "collected" / "01" / "s1").glob("*.zip")).write_bytes(b"torn")
    code, said = run("likeness", "01", "--course", course)
    assert code == 1
    assert "Not compared: s1:" in said
    assert "pairs alike 0" in said


def test_what_was_never_collected_has_no_pairs(course: Path) -> None:
    code, said = run("likeness", "02", "--course", course)
    assert code == 0
    assert "texts 0, pairs alike 0" in said


def test_an_exercise_that_is_not_in_the_course(course: Path) -> None:
    with pytest.raises(CourseError, match=r"expected \[exercises.09\]"):
        run("likeness", "09", "--course", course)


def test_no_student_sees_it_and_no_grade_knows_it() -> None:
    """Only the command loads it: neither a page, a gradebook nor the mirror does."""
    helpkit = ROOT / "helpkit"
    users = {
        path.name
        for path in helpkit.rglob("*.py")
        if re.search(r"teacher\.(likeness|writings)", path.read_text("utf-8"))
    }
    assert users == {"likeness.py", "writings.py"}
