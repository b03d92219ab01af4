"""A class that was graded: what the commands `gradebook` and `feedback` start from."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from helpkit.teacher.course.course import Course
    from helpkit.teacher.gradebook.grade import Grade
    from helpkit.teacher.results.results import Results

__all__ = ["GradedClass", "graded_class"]


@dataclass(frozen=True)
class GradedClass:
    """A course and an exercise with its results and grades.

    `source` is the folder of the exercise, `torn` the number of unreadable lines of marks.
    """

    course: "Course"
    exercise: str
    source: Path
    results: "Results"
    grades: "dict[str, Grade]"
    torn: int

    def print_torn(self) -> None:
        """Say how many lines of marks cannot be read, if any."""
        if self.torn:
            print(f"Lines of marks that cannot be read: {self.torn}")


def graded_class(folder: Path, exercise: str, exercises: Path | None) -> GradedClass:
    """Read the course, its results and the marks, and work out the grades.

    Raises:
        CourseError: one of them is missing or cannot be read.
    """
    from helpkit.exercises.items import load_exercise
    from helpkit.teacher.course.course import read_course
    from helpkit.teacher.course.source import exercise_folder
    from helpkit.teacher.gradebook.grade import class_grades
    from helpkit.teacher.grading.rubric import load_rubric
    from helpkit.teacher.marking.marks import Marks, marks_path
    from helpkit.teacher.results.results import read_results

    course = read_course(folder)
    source = exercise_folder(course, exercise, exercises)
    results = read_results(course, exercise, source)
    rubric = load_rubric(source, load_exercise(source, course.language))
    marks, torn = Marks(marks_path(course, exercise)).read()
    grades = class_grades(course, exercise, results, marks, rubric)
    return GradedClass(course, exercise, source, results, grades, torn)
