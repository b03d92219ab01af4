"""One exercise through a real nbgrader, from its source to its grades; five students.

It runs in an environment of its own, which `make nbgrader` makes.
"""

import csv
import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from helpkit.exercises.sheet import sheet
from helpkit.exercises.submission import exercise_lesson
from helpkit.teacher.collect.collect import collect
from helpkit.teacher.course.course import read_course
from helpkit.teacher.grading.grader import AnsweredSheet
from helpkit.teacher.grading.item_result import total
from helpkit.teacher.nbgrader.assignment import fill
from helpkit.teacher.results.class_grading import grade_class
from helpkit.teacher.results.results import Results
from tests.exercises.samples import SEED, exercise, grader, key, reference
from tests.journal.samples import event, record
from tests.paths import ROOT
from tests.teacher.classes import FOLDER, sheet_of
from tests.teacher.samples import COURSE, ON_TIME

PYTHON = Path(os.environ.get("HELPKIT_NBGRADER", ROOT / ".venv/nbgrader/bin/python"))
STUDENTS = ("s1", "s2", "s3", "s4", "s5")
ROSTER = "student,name\n" + "".join(f"{student},Student {student}\n" for student in STUDENTS)
NOTEBOOK = "01-what-is-help.ipynb"
EVIL = "<script>document.title = 'taken'</script>"
LATER = "2026-12-03T11:00:00.000Z"
TAUGHT = ("classify", "status-risks")

Answers = dict[str, dict[str, object]]


@dataclass(frozen=True)
class Nbgrader:
    """An nbgrader course and its students in folders of their own."""

    root: Path

    @property
    def course(self) -> Path:
        return self.root / "nbcourse"

    @property
    def started(self) -> str:
        """The processes that the last commands started, a line for each."""
        path = self.root / "started.txt"
        return path.read_text("utf-8") if path.exists() else ""

    def run(self, *commands: Iterable[object]) -> tuple[list[int], str]:
        """The exit status of each command, and what they wrote to the error stream."""
        listed = self.root / "commands.json"
        listed.write_text(json.dumps([[*map(str, argument)] for argument in commands]), "utf-8")
        script, started = Path(__file__).with_name("child.py"), self.root / "started.txt"
        started.unlink(missing_ok=True)
        arguments = [PYTHON, script, listed, started]
        done = subprocess.run(
            [*map(str, arguments)], env=self._env(), capture_output=True, text=True, timeout=240
        )
        assert not done.returncode, done.stderr[-3000:]
        return json.loads(done.stdout.splitlines()[-1]), done.stderr

    def _env(self) -> dict[str, str]:
        folders = {name: str(self.root / name.lower()) for name in _FOLDERS}
        paths = {
            "JUPYTER_PATH": str(self.root / "jupyter_path"),
            "PATH": f"{PYTHON.parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
        }
        return {**os.environ, **folders, **paths}


_FOLDERS = ("HOME", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")


@pytest.fixture(scope="module")
def nbgrader(tmp_path_factory: pytest.TempPathFactory) -> Nbgrader:
    """An nbgrader whose exchange is ours, and whose kernel leaves a file when it is started."""
    assert PYTHON.exists(), f"{PYTHON} is not there: `make nbgrader` makes it"
    root = tmp_path_factory.mktemp("nbgrader")
    for name in ("home", "exchange", "nbcourse", "jupyter_config_dir"):
        (root / name).mkdir()
    (root / "jupyter_config_dir" / "nbgrader_config.py").write_text(
        f"c = get_config()\nc.Exchange.root = {str(root / 'exchange')!r}\n"
        "c.CourseDirectory.course_id = 'nbcourse'\n"
    )
    kernel = root / "jupyter_path" / "kernels" / "python3"
    kernel.mkdir(parents=True)
    spy = ["sh", "-c", f"echo started > '{root / 'kernel.txt'}'; exit 1"]
    spec = {"argv": spy, "display_name": "Python 3", "language": "python"}
    (kernel / "kernel.json").write_text(json.dumps(spec))
    return Nbgrader(root)


@pytest.fixture(scope="module")
def teacher(nbgrader: Nbgrader) -> Path:
    """A course of helpkit whose exercise stands in nbgrader's source."""
    root = nbgrader.root / "course"
    root.mkdir()
    (root / "course.toml").write_text(COURSE, "utf-8")
    (root / "roster.csv").write_text(ROSTER, "utf-8")
    filled = fill(read_course(root), "01", "en", nbgrader.course)
    assert filled.config in filled.written
    assert not filled.to_add
    return root


def known(student: str, wrong: int) -> Answers:
    """The reference solution for a student's own sheet, but for some answers to the first part."""
    answers: Answers = {**reference(FOLDER["01"], student)}
    for part in TAUGHT:
        mine = sheet(exercise(FOLDER["01"]).parts[part], SEED, student)
        asked = answers[part].items()
        answers[part] = {item: value for item, value in asked if item.partition(".")[0] in mine}
        if part == "classify":
            answers[part] |= dict.fromkeys(mine[:wrong], "x")
    return answers


ANSWERS = {
    student: known(student, wrong) for student, wrong in zip(STUDENTS, (0, 3, 5, 1, 2), strict=True)
}


@pytest.fixture(scope="module")
def collected(nbgrader: Nbgrader, teacher: Path) -> Nbgrader:
    """The exercise was released, five students handed in, and nbgrader collected."""
    course, students = nbgrader.course, nbgrader.root / "students"
    for student in STUDENTS:
        (students / student).mkdir(parents=True)
    who = [(students / student, "--student", student) for student in STUDENTS]
    fetched = [(folder, "fetch_assignment", "ps01", *name) for folder, *name in who]
    codes, output = nbgrader.run(
        (course, "generate_assignment", "ps01"), (course, "release_assignment", "ps01"), *fetched
    )
    assert codes == [0] * 7, output[-3000:]
    for student in STUDENTS:
        _HAND_IN.get(student, _zip)(students / student / "ps01", student)
    submitted = [(folder, "submit", "ps01", *name) for folder, *name in who]
    codes, output = nbgrader.run(*submitted, (course, "collect", "ps01"))
    assert codes == [0] * 6, output[-3000:]
    return nbgrader


def _zip(folder: Path, student: str, name: str = "", **more: Any) -> None:
    """What the button makes."""
    handed = folder / "hand-in"
    handed.mkdir(exist_ok=True)
    data = sheet_of(student, ANSWERS[student], **more)
    (handed / (name or f"01-handin-{student}.zip")).write_bytes(data)


def _twice(folder: Path, student: str) -> None:
    """Somebody who handed in nothing at first, and then all."""
    _zip(folder, student, f"01-handin-{student}-2.zip", at=LATER)
    (folder / "hand-in" / f"01-handin-{student}.zip").write_bytes(sheet_of(student, {}))


def _answers(folder: Path, student: str) -> None:
    """Somebody who never pressed the button; the answers are beside the notebook."""
    kept = [event(lesson=exercise_lesson("01"), activity="start", item="student", value=student)]
    for part, given in ANSWERS[student].items():
        kind = "reflection" if part == "reflection" else "answer"
        fields = {"lesson": exercise_lesson("01"), "activity": part, "kind": kind, "at": ON_TIME}
        kept += [event(item=item, value=value, **fields) for item, value in given.items()]
    (folder / "answers").mkdir()
    (folder / "answers" / "exercise-01.abc123.jsonl").write_bytes(record(*kept))


def _damaged(folder: Path, student: str) -> None:
    _zip(folder, student)
    path = folder / "hand-in" / f"01-handin-{student}.zip"
    path.write_bytes(path.read_bytes()[:-40])


def _hostile(folder: Path, student: str) -> None:
    """A script in the notebook, cells that are gone, somebody else's zip by a link, and markup."""
    path = folder / NOTEBOOK
    path.chmod(0o644)
    notebook = json.loads(path.read_text("utf-8"))
    code = f"open({str(folder.parents[2] / 'ran.txt')!r}, 'w').write('ran')"
    for cell in notebook["cells"]:
        cell["source"] = code if cell["cell_type"] == "code" else EVIL
    del notebook["cells"][1:5]
    path.write_text(json.dumps(notebook), "utf-8")
    written: dict[str, object] = dict.fromkeys(ANSWERS[student]["reflection"], EVIL)
    (folder / "hand-in").mkdir()
    mine = sheet_of(student, {**ANSWERS[student], "reflection": written})
    (folder / "hand-in" / f"01-handin-{student}.zip").write_bytes(mine)
    other = folder.parents[1] / "s1" / "ps01" / "hand-in"
    (folder / "hand-in" / "01-handin-s1.zip").symlink_to(other / "01-handin-s1-2.zip")


_HAND_IN = {"s1": _twice, "s3": _answers, "s4": _damaged, "s5": _hostile}


@pytest.fixture(scope="module")
def autograded(collected: Nbgrader) -> tuple[Nbgrader, str]:
    """The autograder ran, and grades and feedback were written; with what it said."""
    course = collected.course
    codes, output = collected.run(
        (course, "autograde", "ps01"),
        (course, "generate_feedback", "ps01"),
        (course, "release_feedback", "ps01"),
        (course, "export", "--to", course / "grades.csv"),
    )
    assert codes == [0] * 4, output[-5000:]
    return collected, output


@pytest.fixture(scope="module")
def grades(autograded: tuple[Nbgrader, str]) -> dict[tuple[str, str], tuple[float | None, bool]]:
    """By student and cell: nbgrader's points of the machine, and whether a person has to look."""
    query = (
        "select submitted_assignment.student_id, base_cell.name, auto_score, needs_manual_grade"
        " from grade join base_cell on base_cell.id = grade.cell_id"
        " join submitted_notebook on submitted_notebook.id = grade.notebook_id"
        " join submitted_assignment on submitted_assignment.id = submitted_notebook.assignment_id"
    )
    book = sqlite3.connect(autograded[0].course / "gradebook.db")
    try:
        rows = book.execute(query).fetchall()
    finally:
        book.close()
    return {(student, cell): (points, bool(open_)) for student, cell, points, open_ in rows}


@pytest.fixture(scope="module")
def ours(autograded: tuple[Nbgrader, str], teacher: Path) -> Results:
    """What `helpkit collect` and `helpkit grade` make of what nbgrader collected."""
    course = read_course(teacher)
    collect(course, "01", autograded[0].course / "submitted")
    return grade_class(course, "01", FOLDER["01"])


def expected(student: str) -> dict[str, float]:
    """What the grader gives for the answers of a student."""
    parts = exercise(FOLDER["01"]).parts
    issued = {name: sheet(part, SEED, student) for name, part in parts.items()}
    rows = grader(FOLDER["01"]).grade(AnsweredSheet(student, SEED, issued, ANSWERS[student]))
    return {name: total(row for row in rows if row.part == name) for name in TAUGHT}


@pytest.mark.parametrize("student", ["s1", "s2", "s3", "s5"])
def test_the_points_are_those_of_our_grader(student: str, grades: Any) -> None:
    earned = {part: grades[student, part] for part in TAUGHT}
    assert earned == {part: (points, False) for part, points in expected(student).items()}


@pytest.mark.parametrize("student", ["s1", "s2", "s5"])
def test_the_points_are_those_of_helpkit_grade(student: str, grades: Any, ours: Results) -> None:
    rows = ours.rows[student].rows
    points = {part: total(row for row in rows if row.part == part) for part in TAUGHT}
    assert points == {part: grades[student, part][0] for part in TAUGHT}


def test_the_students_earned_different_points(grades: Any) -> None:
    earned = {grades[student, "classify"][0] for student in STUDENTS if student != "s4"}
    assert len(earned) == 4
    assert grades["s1", "classify"][0] == 18


@pytest.mark.parametrize("student", STUDENTS)
def test_what_people_read_waits_for_them_and_is_not_0(student: str, grades: Any) -> None:
    assert grades[student, "reflection-read"] == (None, True)


def test_a_hand_in_that_cannot_be_read_waits_too_and_is_not_0(
    autograded: tuple[Nbgrader, str], grades: Any, ours: Results
) -> None:
    assert [grades["s4", part] for part in TAUGHT] == [(None, True)] * 2
    assert "helpkit: s4 is not graded: this is not a readable zip" in autograded[1]
    assert ours.rows["s4"].state == "refused"


def test_no_process_was_started_and_nothing_of_a_student_ran(
    autograded: tuple[Nbgrader, str], grades: Any
) -> None:
    nbgrader, output = autograded
    assert nbgrader.started == ""
    assert not (nbgrader.root / "kernel.txt").exists()
    assert not (nbgrader.root / "ran.txt").exists()
    assert [output.count(f"helpkit: {student} was read and graded") for student in STUDENTS] == [
        *(1, 1, 1, 0, 1)
    ]


def test_no_key_is_in_what_students_can_get(autograded: tuple[Nbgrader, str]) -> None:
    nbgrader = autograded[0]
    parts = [key(FOLDER["01"]).parts[part] for part in TAUGHT]
    items = [item_key for part in parts for item_key in part.items.values()]
    reasons = [text for item_key in items for text in item_key.reason.values()]
    places = [nbgrader.course / name for name in ("source", "release", "feedback", "autograded")]
    files = [path for place in [*places, nbgrader.root / "exchange"] for path in _files(place)]
    assert {path.suffix for path in files} >= {".ipynb", ".toml", ".html"}
    names = {path.name for path in files}
    assert not names & {"key.toml", "rubric.toml"}
    texts = [path.read_text("utf-8", "replace") for path in files]
    assert [reason for reason in reasons if any(str(reason) in text for text in texts)] == []


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("student", STUDENTS)
def test_the_feedback_says_in_text_what_our_own_says(
    student: str, autograded: tuple[Nbgrader, str]
) -> None:
    (page,) = (autograded[0].course / "feedback" / student).rglob("*.html")
    text = page.read_text("utf-8")
    if student == "s4":
        assert "This submission could not be read, so it has no points yet" in text
    else:
        assert f"{expected(student)['classify']:g} of 18 points" in text
        assert "Your teacher has not read this yet." in text
    assert EVIL not in text


def test_markup_of_a_student_is_text_to_whoever_marks(autograded: tuple[Nbgrader, str]) -> None:
    (path,) = (autograded[0].course / "autograded" / "s5").rglob("*.ipynb")
    cells = json.loads(path.read_text("utf-8"))["cells"]
    assert [cell["id"] for cell in cells][:3] == ["title", "elsewhere", "start"]
    assert not [cell for cell in cells if EVIL in "".join(cell["source"])]
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    assert {output["output_type"] for output in outputs} == {"stream"}
    assert any(EVIL in "".join(output["text"]) for output in outputs)
    (page,) = (autograded[0].course / "feedback" / "s5").rglob("*.html")
    assert "&lt;script&gt;document.title" in page.read_text("utf-8")


def test_the_export_has_the_points(autograded: tuple[Nbgrader, str]) -> None:
    with (autograded[0].course / "grades.csv").open(encoding="utf-8") as file:
        rows = {row["student_id"]: row for row in csv.DictReader(file)}
    assert {row["max_score"] for row in rows.values()} == {"38.0"}
    for student in ("s1", "s2", "s3", "s5"):
        assert float(rows[student]["score"]) == sum(expected(student).values())


def test_the_autograder_of_nbgrader_itself_would_have_started_a_kernel(
    autograded: tuple[Nbgrader, str],
) -> None:
    """So the two spies see what they look for."""
    nbgrader = autograded[0]
    plain = nbgrader.root / "plain"
    shutil.copytree(nbgrader.course, plain)
    config = plain / "nbgrader_config.py"
    config.write_text("c = get_config()\nc.CourseDirectory.course_id = 'nbcourse'\n")
    codes, _ = nbgrader.run((plain, "autograde", "ps01", "--student", "s2", "--force"))
    assert codes == [1]
    assert "subprocess.Popen" in nbgrader.started
    assert (nbgrader.root / "kernel.txt").exists()
