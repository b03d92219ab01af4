"""The grades of a class for one exercise, for one program to take."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from helpkit.teacher.collect.collection import Collection
from helpkit.teacher.course.course import Course
from helpkit.teacher.course.roster import Student
from helpkit.teacher.gradebook.grade import Grade

__all__ = ["Gradebook", "GradebookEntry"]


@dataclass(frozen=True)
class GradebookEntry:
    """One line of a gradebook as it is read back; `key` is what names the student there."""

    key: str
    name: str
    points: float | None
    comment: str = ""


@dataclass(frozen=True)
class Gradebook:
    """A gradebook before it is a file.

    `form` is the program it is for, `column` what the exercise is called there, `possible` the
    maximum. `grades` and `participants`, which are Moodle's numbers in this one assignment, are by
    the ids of the students.
    """

    form: str
    column: str
    possible: float
    students: tuple[Student, ...]
    grades: Mapping[str, Grade]
    participants: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        course: Course,
        exercise: str,
        form: str,
        grades: Mapping[str, Grade],
        collection: Collection,
    ) -> "Gradebook":
        """The grades of all students, in the order of the roster.

        Raises:
            CourseError: the course does not have this exercise.
        """
        rules = course.rules(exercise)
        column = rules.column or f"Exercise {exercise}"
        return cls(form, column, rules.points, course.students, grades, collection.participants)

    def points(self, student: Student) -> float | None:
        """What a student gets; None until everything has been graded."""
        return self.grades[student.id].points

    def comment(self, student: Student) -> str:
        """What was said of a grade; why a teacher set it by hand is for the teacher's own file."""
        grade = self.grades[student.id]
        by_hand = f"Points by hand: {grade.decided}" if grade.decided and self.form == "csv" else ""
        return "\n".join(filter(None, (grade.comment, by_hand)))

    @property
    def nameless(self) -> tuple[str, ...]:
        """The students whom the platform will not find, because their number is missing."""
        return tuple(student.id for student in self.students if not self._number(student))

    @property
    def lost(self) -> tuple[str, ...]:
        """The students whose grade the platform will not find."""
        return tuple(
            student for student in self.nameless if self.grades[student].points is not None
        )

    @property
    def entries(self) -> tuple[GradebookEntry, ...]:
        """What the file must say when it is read back."""
        return tuple(map(self._entry, self.students))

    def _entry(self, student: Student) -> GradebookEntry:
        points = self.points(student)
        if self.form == "canvas":
            return GradebookEntry(student.canvas, student.name, points)
        return GradebookEntry(student.id, student.name, points, self.comment(student))

    def _number(self, student: Student) -> str:
        numbers = {"canvas": student.canvas, "moodle": self.participants.get(student.id, "")}
        return numbers.get(self.form, student.id)
