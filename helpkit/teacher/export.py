"""The grades of an exercise as the file of a gradebook: written, read back and compared."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from helpkit.errors import CourseError
from helpkit.files import write_whole
from helpkit.teacher.collection import Collection
from helpkit.teacher.course import Course
from helpkit.teacher.final import Final
from helpkit.teacher.gradebook import Entry, read, write
from helpkit.teacher.grades import Grade, Grades
from helpkit.teacher.lock import alone
from helpkit.teacher.results import GRADED, clear_drafts

__all__ = ["Book", "export", "gradebook_path"]


@dataclass(frozen=True)
class Book:
    """A gradebook before it is a file."""

    form: str
    grades: Grades

    @classmethod
    def of(
        cls, course: Course, exercise: str, form: str, finals: Mapping[str, Final], of: Collection
    ) -> "Book":
        """The grades of all students, in the order of the roster.

        Raises:
            CourseError: the course does not have this exercise.
        """
        rules = course.rules(exercise)
        rows = tuple(
            Grade(
                one, finals[one.id].points, finals[one.id].comment, of.participants.get(one.id, "")
            )
            for one in course.students
        )
        return cls(form, Grades(rules.column or f"Exercise {exercise}", rules.points, rows))

    @property
    def nameless(self) -> tuple[str, ...]:
        """The students whom the platform will not find, because their number is missing."""
        return tuple(row.student.id for row in self.grades.rows if not self._number(row))

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What the file must say when it is read back."""
        canvas = self.form == "canvas"
        return tuple(
            Entry(
                row.student.canvas if canvas else row.student.id,
                row.student.name,
                row.points,
                "" if canvas else row.comment,
            )
            for row in self.grades.rows
        )

    def _number(self, row: Grade) -> str:
        numbers = {"canvas": row.student.canvas, "moodle": row.participant}
        return numbers.get(self.form, row.student.id)


def gradebook_path(course: Course, exercise: str, form: str) -> Path:
    """Where the file goes by default."""
    return course.root / GRADED / exercise / f"gradebook-{form}.csv"


def export(course: Course, book: Book, path: Path, *, dry_run: bool = False) -> None:
    """Write the file, unless it is there with the same bytes, and read it back from the disk.

    With `dry_run` nothing is written, and what would be written is read back.

    Raises:
        CourseError: the form is unknown, or the file cannot be written or does not say what it
            should.
    """
    data = write(book.grades, book.form)
    back = data if dry_run else _saved(course, path, data)
    if read(back, book.form, book.grades.column) != book.entries:
        raise CourseError(f"{path} does not read back as it was written: do not import it")


def _saved(course: Course, path: Path, data: bytes) -> bytes:
    """What stands on the disk afterwards."""
    if path.is_dir():
        raise CourseError(f"{path} is a folder; expected the name of a file such as {path}/a.csv")
    try:
        with alone(course.root):
            if not path.is_file() or path.read_bytes() != data:
                write_whole(path, data)
            clear_drafts(path.parent, path.name)
        return path.read_bytes()
    except OSError as error:
        raise CourseError(
            f"{path}: {error.strerror}; no grade is lost: put it right and run this again"
        ) from error
