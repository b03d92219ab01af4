"""What an honest student types arrives unchanged, from the notebook to whoever reads it."""

import csv
import json
from html import unescape
from io import StringIO
from pathlib import Path

import pytest

from helpkit.exercises import submission as hand_in
from helpkit.teacher.collect.collect import collect
from helpkit.teacher.course.course import FeedbackPart, read_course
from helpkit.teacher.marking.desk import Desk
from helpkit.teacher.marking.marks import Marks, marks_path
from helpkit.teacher.nbgrader.part_texts import texts
from helpkit.teacher.results.answers import answers_of
from helpkit.teacher.results.class_grading import grade_class
from helpkit.teacher.results.results import write_results
from helpkit.teacher.results.scorer import grader_of
from tests.activities.lesson_widget import event
from tests.exercises.handed_out import handed_out, known
from tests.exercises.submission.test_display import HONEST
from tests.teacher.classes import FOLDER
from tests.teacher.gradebook.test_export import run
from tests.teacher.gradebook.test_grade import CRITERIA

NAME = "می\u200cخواهم s1"  # noqa: RUF001
SAID = "\n".join(HONEST.values())


@pytest.fixture
def typed(course: Path, downloads: Path, tmp_path: Path) -> Path:
    """The course with what was typed in the notebook, collected, graded and marked."""
    roster = course / "roster.csv"
    roster.write_text(roster.read_text("utf-8").replace("Jan de Vries", NAME), "utf-8")
    one = known(handed_out(tmp_path / "out"))
    part = one.reflect("reflection")
    for item in one.parts["reflection"].fields:
        part.handle({**event("reflection", item, SAID), "private": False})
    one.hand_in().handle(event("hand_in", "zip", "press"))
    (made,) = (one.journal.folder.parent / "hand-in").glob("*.zip")
    (downloads / made.name).write_bytes(made.read_bytes())
    read = read_course(course)
    collect(read, "01", downloads)
    write_results(read, grade_class(read, "01", FOLDER["01"]))
    marks = Marks(marks_path(read, "01"))
    for criterion in CRITERIA:
        spot = {"exercise": "01", "student": "s1", "item": "reflection", "marker": NAME}
        marks.record(**spot, criterion=criterion, value=3, comment=SAID)
    return course


def test_in_the_submission_and_at_the_desk(typed: Path) -> None:
    (text,) = (one for one in Desk("01", typed).texts.values() if one.student == "s1")
    assert {said for _, said in text.fields} == {SAID}
    (copy,) = (typed / "collected" / "01" / "s1").glob("*.zip")
    events = hand_in.read(copy.read_bytes()).events
    assert SAID in [one.value for one in events]


def test_on_the_page_of_feedback(typed: Path) -> None:
    run("feedback", "01", "--course", typed)
    page = unescape((typed / "feedback" / "01" / "01-feedback-s1.html").read_text("utf-8"))
    assert page.count(SAID) >= 4 + len(CRITERIA)


@pytest.mark.parametrize("form", ["csv", "moodle"])
def test_in_the_names_and_comments_of_a_gradebook(typed: Path, form: str) -> None:
    run("gradebook", "01", "--format", form, "--course", typed)
    text = (typed / "graded" / "01" / f"gradebook-{form}.csv").read_text("utf-8-sig")
    cells = [cell for row in csv.reader(StringIO(text)) for cell in row]
    assert NAME in cells
    found = "".join(map(unescape, cells) if form == "moodle" else cells)
    for line in SAID.splitlines():
        assert line in found


def test_in_nbgrader(typed: Path) -> None:
    (copy,) = (typed / "collected" / "01" / "s1").glob("*.zip")
    answers = answers_of("s1", "01", hand_in.read(copy.read_bytes()))
    course = read_course(typed)
    result = grade_class(course, "01", FOLDER["01"]).rows["s1"]
    grader = grader_of(FOLDER["01"], "en")
    assert SAID in texts(course, (FeedbackPart.POINTS,), grader, answers, result)["reflection"]


def test_on_the_disk_of_the_student_it_is_what_was_typed(tmp_path: Path) -> None:
    one = known(handed_out(tmp_path))
    item = next(iter(one.parts["reflection"].fields))
    one.reflect("reflection").handle({**event("reflection", item, SAID), "private": False})
    lines = [
        json.loads(line)
        for path in one.journal.folder.rglob("*.jsonl")
        for line in path.read_bytes().splitlines()
        if line
    ]
    assert SAID in [line.get("value") for line in lines]
