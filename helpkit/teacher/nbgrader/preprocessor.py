"""What nbgrader's autograder does instead of running a notebook: it reads the submission.

The notebook that a student submitted is put aside: the cells are those of `source`, which no
student can change, with the points in nbgrader's gradebook and our text as their output. So nothing
that a student wrote is run, here or in the browser of whoever marks.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from math import fsum
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Unicode

from helpkit.content import load
from helpkit.errors import CourseError, HandInError
from helpkit.exercises.release_folder import RELEASE, Release, read_release
from helpkit.exercises.submission import Contents
from helpkit.teacher.collect.matching import Roster
from helpkit.teacher.course.course import Course, read_course
from helpkit.teacher.course.source import exercise_folder
from helpkit.teacher.grading.item_result import ItemResult
from helpkit.teacher.nbgrader.assignment import first_cell
from helpkit.teacher.nbgrader.part_texts import not_read, texts
from helpkit.teacher.nbgrader.submission import read_folder
from helpkit.teacher.results.answers import Answers, answers_of
from helpkit.teacher.results.result import Result
from helpkit.teacher.results.scorer import Scorer, grader_of

__all__ = ["ReadHandIn"]


@dataclass(frozen=True)
class _StudentFolder:
    """What one student submitted to nbgrader, on its way to points."""

    course: Course
    exercise: Path
    release: Release
    student: str
    folder: Path

    def answers(self) -> Answers:
        """What was handed in.

        Raises:
            HandInError: it cannot be read, or it is somebody else's.
        """
        known = Roster(self.course.students)
        sent = known.typed(self.student) or self.student

        def check(contents: Contents) -> None:
            typed = known.typed(contents.student)
            if typed and typed != sent:
                raise HandInError(f"nbgrader says {sent}, but {typed} was typed: ask who made it")

        return answers_of(sent, self.release.number, read_folder(self.folder, self.release, check))

    def result(self) -> tuple[Result, Mapping[str, str]]:
        """The result, and what to show of each part."""
        number, answers = self.release.number, cache(self.answers)
        scorer = Scorer.of(self.course, number, self.exercise)
        result = scorer.result_of(self.student, "", 0, answers)
        if result.state != "graded":
            text = not_read(result.reason, load(self.release.language))
            return result, dict.fromkeys(self.release.exercise.parts, text)
        grader = grader_of(self.exercise, result.language)
        shows = self.course.rules(number).feedback
        return result, texts(self.course, shows, grader, answers(), result)


# Configurations of nbgrader courses that teachers have name this class and set its options.
class ReadHandIn(NbGraderPreprocessor):  # type: ignore[misc]  # nbgrader has no types
    """Give every cell of an exercise the points that `helpkit grade` gives; start no kernel."""

    course = Unicode(".", help="The folder with course.toml, seen from the nbgrader course.").tag(
        config=True
    )
    exercises = Unicode("", help="A folder of exercises with keys, or one exercise.").tag(
        config=True
    )

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """The notebook of the source folder, with this student's results in its outputs.

        Raises:
            CourseError: this is not an assignment of helpkit's, or the course cannot be read.
        """
        about, directory = resources["nbgrader"], self.parent.parent.coursedir
        source = _folder(directory, directory.source_directory, ".", about)
        student = about["student"]
        submitted = _folder(directory, directory.submitted_directory, student, about)
        result, shown = self._student_folder(directory, source, submitted, student).result()
        _tell(self.log, student, result)
        _save(about, _points(result.rows))
        return _with_outputs(source / f"{about['notebook']}.ipynb", shown), resources

    def _student_folder(
        self, directory: Any, source: Path, folder: Path, student: str
    ) -> _StudentFolder:
        if not (source / RELEASE).is_file():
            raise CourseError(
                f"{source} was not filled by  helpkit release --nbgrader: keep assignments that "
                "are run in an nbgrader course of their own"
            )
        release, root = read_release(source), Path(directory.root)
        course = read_course(root / self.course)
        if release.seed != course.seed:
            raise CourseError(
                f"{source / RELEASE} has a different seed from the course in {course.root}, so the "
                "sheets would differ: put the old seed back, or release it again"
            )
        exercises = root / self.exercises if self.exercises else None
        exercise = exercise_folder(course, release.number, exercises)
        return _StudentFolder(course, exercise, release, student, folder)


def _folder(directory: Any, step: str, student: str, about: Mapping[str, str]) -> Path:
    return Path(directory.format_path(step, student, about["assignment"]))


def _tell(log: Any, student: str, result: Result) -> None:
    if result.state != "graded":
        log.warning("helpkit: %s is not graded: %s", student, result.reason)
    elif result.reason:
        log.warning("helpkit: look at %s: %s", student, result.reason)
    else:
        log.info("helpkit: %s was read and graded; nothing was run", student)


def _points(rows: Iterable[ItemResult]) -> dict[str, float]:
    """What the machine gives, by cell; cells for people are not among them."""
    parts = groupby((row for row in rows if row.points is not None), key=lambda row: row.part)
    return {part: fsum(row.points or 0.0 for row in own) for part, own in parts}


def _save(about: Mapping[str, str], points: Mapping[str, float]) -> None:
    """Write to nbgrader's gradebook; without points a cell waits for a person, and is never 0."""
    with Gradebook(about["db_url"]) as book:
        names = about["notebook"], about["assignment"], about["student"]
        for grade in book.find_submission_notebook(*names).grades:
            grade.auto_score = points.get(grade.name)
            by_hand = grade.manual_score is not None
            grade.needs_manual_grade = by_hand or grade.auto_score is None
        book.db.commit()


def _with_outputs(path: Path, shown: Mapping[str, str]) -> Any:
    """The teacher's notebook; what is shown is text and never markup."""
    notebook = nbformat.read(path, as_version=4)
    for part, text in shown.items():
        at = first_cell(notebook.cells, part)
        if at >= 0:
            notebook.cells[at].outputs = [nbformat.v4.new_output("stream", text=text)]
    return notebook
