"""The grades of an exercise as the file of a gradebook: written, read back and compared.

Either a file of our own, or a copy of the one that the platform exported, with our grades in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from helpkit.errors import CourseError
from helpkit.journal.files import write_whole
from helpkit.teacher.collect.collection import Collection
from helpkit.teacher.collect.sender import CANVAS
from helpkit.teacher.collect.worksheet import Worksheet, read_worksheet
from helpkit.teacher.course.course import COURSE, Course
from helpkit.teacher.course.lock import alone
from helpkit.teacher.course.targets import refuse_own
from helpkit.teacher.gradebook.grade import Final
from helpkit.teacher.gradebook.gradebook import Entry, is_gradebook, read, write
from helpkit.teacher.gradebook.grades import Grade, Grades
from helpkit.teacher.gradebook.platform_file import Filled, column_for, filled
from helpkit.teacher.results.results import GRADED, clear_drafts

__all__ = ["Book", "export", "export_into", "fill", "filled_path", "gradebook_path", "read_export"]


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
                one,
                finals[one.id].points,
                _comment(finals[one.id], form),
                of.participants.get(one.id, ""),
            )
            for one in course.students
        )
        return cls(form, Grades(rules.column or f"Exercise {exercise}", rules.points, rows))

    @property
    def nameless(self) -> tuple[str, ...]:
        """The students whom the platform will not find, because their number is missing."""
        return tuple(row.student.id for row in self.grades.rows if not self._number(row))

    @property
    def lost(self) -> tuple[str, ...]:
        """The students whose grade the platform will not find."""
        graded = {row.student.id for row in self.grades.rows if row.points is not None}
        return tuple(student for student in self.nameless if student in graded)

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


def _comment(grade: Final, form: str) -> str:
    """What was said of a grade; why a teacher set it by hand is for the teacher's own file."""
    by_hand = f"Points by hand: {grade.decided}" if grade.decided and form == "csv" else ""
    return "\n".join(filter(None, (grade.comment, by_hand)))


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
    data = write(book.grades, book.form, comma=course.language == "nl")
    back = data if dry_run else _saved(course, path, data)
    if read(back, book.form, book.grades.column) != book.entries:
        raise CourseError(f"{path} does not read back as it was written: do not import it")


def read_export(course: Course, path: Path) -> Worksheet:
    """The file that a platform exported.

    Raises:
        CourseError: it cannot be read, or is another file.
    """
    try:
        return read_worksheet(path.read_bytes(), course.zone, path.name)
    except OSError as error:
        raise CourseError(f"{path} cannot be read ({error.strerror})") from error


def fill(
    course: Course, exercise: str, sheet: Worksheet, grades: Grades, *, comments: bool = False
) -> Filled:
    """The same file with our grades in it.

    Raises:
        CourseError: it has no place for them.
    """
    where = f"{COURSE} [exercises.{exercise}]"
    column = column_for(sheet, course.rules(exercise).column, where)
    return filled(sheet, grades, column, comments=comments and sheet.platform != CANVAS)


def filled_path(course: Course, exercise: str, path: Path) -> Path:
    """Where the copy goes by default."""
    return course.root / GRADED / exercise / path.name


def export_into(course: Course, done: Filled, path: Path, *, dry_run: bool = False) -> None:
    """Write a file with grades in it, and read it back from the disk.

    Raises:
        CourseError: it cannot be written, or does not say what it should.
    """
    if (done.data if dry_run else _saved(course, path, done.data)) != done.data:
        raise CourseError(f"{path} does not read back as it was written: do not import it")


def _saved(course: Course, path: Path, data: bytes) -> bytes:
    """What stands on the disk afterwards."""
    refuse_own(course, path)
    if path.is_dir():
        raise CourseError(f"{path} is a folder; expected the name of a file such as {path}/a.csv")
    try:
        with alone(course.root):
            if not path.is_file() or path.read_bytes() != data:
                _refuse_others(path)
                write_whole(path, data)
            clear_drafts(path.parent, path.name)
        return path.read_bytes()
    except OSError as error:
        raise CourseError(
            f"{path}: {error.strerror}; no grade is lost: put it right and run this again"
        ) from error


def _refuse_others(path: Path) -> None:
    """A gradebook may replace a gradebook, and nothing else."""
    if path.exists() and not (is_gradebook(data := path.read_bytes()) or _is_worksheet(data)):
        raise CourseError(f"{path} is no gradebook and stays as it is: choose another name")


def _is_worksheet(data: bytes) -> bool:
    try:
        return bool(read_worksheet(data).rows)
    except CourseError:
        return False
