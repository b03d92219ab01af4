"""Graded again: whose points changed is listed, with the reason, and nobody else is."""

from pathlib import Path

import pytest

from helpkit.teacher.course.course import read_course
from helpkit.teacher.marking.marks import Marks, marks_path
from helpkit.teacher.results.class_grading import grade_class
from helpkit.teacher.results.result_changes import current_lines, result_changes
from helpkit.teacher.results.results import write_results
from tests.exercises.samples import reference
from tests.teacher.classes import FOLDER, another_key, sheet_of, went_on
from tests.teacher.gradebook.test_export import run
from tests.teacher.gradebook.test_grade import CRITERIA
from tests.teacher.results.test_results import as_older
from tests.teacher.samples import tree

CAME = "2025-01-20T10:00:00.000Z"
CAME_AGAIN = "2025-01-20T11:00:00.000Z"
"""Long before today: what is handed in later than it is collected is strange."""


def grade(course: Path, *more: object) -> tuple[int, list[str]]:
    """The exit status and what is said of changes."""
    code, said = run("grade", "01", "--course", course, *more)
    return code, [line for line in said.splitlines() if line.startswith("Changed: ")]


@pytest.fixture
def once(course: Path, downloads: Path) -> Path:
    """A class of which two handed in, graded once."""
    less = {**reference(FOLDER["01"], "s2"), "status-risks": {}}
    (downloads / "01-handin-s1.zip").write_bytes(sheet_of("s1", at=CAME))
    (downloads / "01-handin-s2.zip").write_bytes(sheet_of("s2", less, at=CAME))
    run("collect", "01", downloads, "--course", course)
    assert grade(course) == (0, [])
    return course


def test_nothing_new_nothing_said_and_the_same_bytes(once: Path) -> None:
    before = tree(once)
    assert grade(once) == (0, [])
    assert tree(once) == before


def test_a_new_submission(once: Path, downloads: Path) -> None:
    (downloads / "01-handin-s3.zip").write_bytes(sheet_of("s3", at=CAME))
    run("collect", "01", downloads, "--course", once)
    assert grade(once) == (0, ["Changed: s3 missing → 26 (new submission)"])


def test_another_key_and_another_submission_are_told_apart(
    once: Path, downloads: Path, tmp_path: Path
) -> None:
    own = another_key(tmp_path / "own")
    changed = [
        "Changed: s1 26 → 23 (key or items)",
        "Changed: s2 18 → 15 (key or items)",
    ]
    before = tree(once)
    assert grade(once, "--exercises", own, "--dry-run") == (0, changed)
    assert tree(once) == before
    first = downloads / "01-handin-s1.zip"
    first.write_bytes(went_on(first.read_bytes(), CAME_AGAIN, moment="More."))
    run("collect", "01", downloads, "--course", once)
    changed[0] = "Changed: s1 26 → 23 (another submission, key or items)"
    assert grade(once, "--exercises", own) == (0, changed)
    assert grade(once, "--exercises", own) == (0, [])


def test_a_text_alone_changes_no_points(once: Path, downloads: Path) -> None:
    first = downloads / "01-handin-s1.zip"
    first.write_bytes(went_on(first.read_bytes(), CAME_AGAIN, moment="More."))
    run("collect", "01", downloads, "--course", once)
    assert grade(once) == (0, [])


def test_who_came_and_who_went(once: Path) -> None:
    (once / "roster.csv").write_text("student,name\ns1,Jan\ns9,New\n", "utf-8")
    run("decide", "leave-out", "01", "01-handin-s2.zip", "--reason", "Left", "--course", once)
    assert grade(once)[1] == [
        "Changed: s2 18 → not in the class (student removed)",
        "Changed: s3 missing → not in the class (student removed)",
        "Changed: s9 not in the class → missing (student added)",
    ]


def test_a_decision_is_a_reason(once: Path) -> None:
    (copy,) = (once / "collected" / "01" / "s2").glob("*.zip")
    run("decide", "owner", "01", copy.stem, "s3", "--reason", "Hers.", "--course", once)
    assert grade(once)[1] == [
        "Changed: s2 18 → missing (its submission no longer counts)",
        "Changed: s3 missing → 18 (new submission, decision)",
    ]


def test_days_late_count_where_they_lower(course: Path, downloads: Path) -> None:
    rules = course / "course.toml"
    lower = 'points = 10\nlate = "lower"\nlate_percent = 10'
    text = rules.read_text("utf-8").replace("points = 10", lower, 1)
    rules.write_text(text.replace("2026-12-04", "2025-01-19", 1), "utf-8")
    (downloads / "01-handin-s1.zip").write_bytes(sheet_of("s1", at=CAME))
    run("collect", "01", downloads, "--course", course)
    grade(course)
    extension = ("decide", "extension", "01", "s1", "2025-01-24T17:00+01:00")
    run(*extension, "--reason", "Ill", "--course", course)
    assert grade(course)[1] == ["Changed: s1 26 and 1 day late → 26 (decision, days late)"]


def test_results_of_an_older_helpkit_are_compared(once: Path, tmp_path: Path) -> None:
    path = once / "graded" / "01" / "results.jsonl"
    older = as_older(path.read_bytes())
    path.write_bytes(older)
    assert grade(once) == (0, [])
    path.write_bytes(older)
    own = another_key(tmp_path / "own")
    assert grade(once, "--exercises", own)[1][0] == "Changed: s1 26 → 23 (key or items)"


def test_what_cannot_be_read_is_replaced_and_told(once: Path) -> None:
    path = once / "graded" / "01" / "results.jsonl"
    good = path.read_bytes()
    path.write_bytes(b"torn\n" + good)
    read = read_course(once)
    results = grade_class(read, "01", FOLDER["01"])
    lines = [*result_changes(read, current_lines(read, "01"), results)]
    assert lines == ["what is replaced cannot be read, so nobody knows whose points change"]
    write_results(read, results)
    assert path.read_bytes() == good


def test_nothing_collected_replaces_nothing(once: Path) -> None:
    (once / "collected").rename(once / "elsewhere")
    before = tree(once)
    code, said = run("grade", "01", "--course", once)
    assert code == 1
    assert said == (
        "Nothing was collected for exercise 01, so nothing is written: run  "
        "helpkit collect 01 DOWNLOADS  first\n"
    )
    assert tree(once) == before


def test_points_by_hand_are_said_and_nobody_is_missing(once: Path) -> None:
    oral = ("decide", "points", "01", "s3", "7.5", "--reason", "The oral exam counted.")
    assert run(*oral, "--course", once)[0] == 0
    code, said = run("grade", "01", "--course", once)
    line = "s3: decided: 7.5 of 10 points by hand: The oral exam counted."
    assert (code, line in said, "Nothing from" in said) == (0, True, False)
    assert "missing 1, points by hand 1" in said
    _, said = run("gradebook", "01", "--format", "csv", "--course", once)
    assert (line in said, "with a grade 1" in said) == (True, True)
    table = (once / "graded" / "01" / "gradebook-csv.csv").read_text("utf-8-sig").splitlines()
    assert table[-1].endswith("7.5,10,yes,Points by hand: The oral exam counted.")
    _, said = run("gradebook", "01", "--format", "canvas", "--course", once)
    assert "oral" not in (once / "graded" / "01" / "gradebook-canvas.csv").read_text("utf-8")
    _, said = run("feedback", "01", "--course", once)
    assert "Points by hand and nothing that was graded, so no page: s3" in said


def marked(course: Path, student: str, value: float) -> None:
    marks = Marks(marks_path(read_course(course), "01"))
    for criterion in CRITERIA:
        spot = {"exercise": "01", "student": student, "item": "reflection", "marker": "an"}
        marks.record(**spot, criterion=criterion, value=value)


@pytest.mark.parametrize("form", ["csv", "canvas"])
def test_a_gradebook_says_whose_grade_differs_from_the_last(once: Path, form: str) -> None:
    book = ("gradebook", "01", "--format", form, "--course", once)
    marked(once, "s1", 3)
    assert "Changed:" not in run(*book)[1]
    marked(once, "s1", 2)
    marked(once, "s2", 3)
    who = {"csv": ("s1", "s2"), "canvas": ("11", "22")}[form]
    said = [line for line in run(*book)[1].splitlines() if line.startswith("Changed:")]
    assert said == [f"Changed: {who[0]} 10 → 8.95", f"Changed: {who[1]} no grade → 7.89"]
    assert "Changed:" not in run(*book)[1]


def test_marks_for_an_earlier_text_are_told_and_withheld(once: Path, downloads: Path) -> None:
    text = dict(grade_class(read_course(once), "01", FOLDER["01"]).rows["s1"].texts)["reflection"]
    marks = Marks(marks_path(read_course(once), "01"))
    for criterion in CRITERIA:
        spot = {"exercise": "01", "student": "s1", "item": "reflection", "marker": "an"}
        marks.record(**spot, criterion=criterion, value=3, text=text)
    marked(once, "s2", 1)
    assert run("gradebook", "01", "--format", "csv", "--course", once)[0] == 0
    first = downloads / "01-handin-s1.zip"
    first.write_bytes(went_on(first.read_bytes(), CAME_AGAIN, moment="More."))
    run("collect", "01", downloads, "--course", once)
    grade(once)
    line = "Marked for an earlier text: s1 (reflection); read it again at the desk"
    for command in (("gradebook", "01", "--format", "csv"), ("feedback", "01")):
        code, said = run(*command, "--course", once)
        assert (code, line in said.splitlines()) == (1, True)


def test_marks_of_an_older_helpkit_are_told_once_if_the_submission_is_later(once: Path) -> None:
    marked(once, "s1", 3)
    path = marks_path(read_course(once), "01")
    words = "Marked before what counts was handed in"
    book = ("gradebook", "01", "--format", "csv", "--course", once)
    text = path.read_text("utf-8")
    for at, is_named in ((CAME_AGAIN, False), ("2025-01-19T10:00:00.000Z", True)):
        changed = [line.partition('"at":"')[2][:24] for line in text.split("\n") if line]
        new = text
        for line in changed:
            new = new.replace(line, at)
        path.write_text(new, "utf-8")
        said = run(*book)[1]
        assert (said.count(words), f"{words}" in said and "s1 (reflection)" in said) == (
            is_named,
            is_named,
        )
        assert "with a grade 1" in said
