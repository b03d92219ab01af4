"""The grades of a class for one exercise, whatever program they go to."""

from dataclasses import dataclass
from math import isfinite

from helpkit.errors import OutOfRangeError
from helpkit.teacher.course.roster import Student

__all__ = ["Grade", "Grades"]


@dataclass(frozen=True)
class Grade:
    """What one student gets; `points` is None until everything has been graded.

    `participant` is Moodle's number for the student in this one assignment.
    """

    student: Student
    points: float | None
    comment: str = ""
    participant: str = ""

    def __post_init__(self) -> None:
        """Raise OutOfRangeError for invalid points."""
        if self.points is not None and not (isfinite(self.points) and self.points >= 0):
            raise OutOfRangeError(
                f"points of {self.student.id} must be 0 or more, or None, got {self.points}"
            )


@dataclass(frozen=True)
class Grades:
    """A table of grades: `column` is what the exercise is called there, `possible` the maximum."""

    column: str
    possible: float
    rows: tuple[Grade, ...]
