"""The grades of an exercise as the file of a gradebook: written, read back and compared.

Either a file of our own, or a copy of the one that the platform exported, with our grades in it.
"""

from collections.abc import Iterator
from pathlib import Path

from helpkit.content import load
from helpkit.errors import CourseError
from helpkit.exercises.submission.display import shown
from helpkit.journal.files import write_whole
from helpkit.teacher.collect.sender import CANVAS
from helpkit.teacher.collect.worksheet import Worksheet, read_worksheet
from helpkit.teacher.course.cell_text import number
from helpkit.teacher.course.course import COURSE, Course
from helpkit.teacher.course.lock import alone
from helpkit.teacher.course.targets import refuse_own
from helpkit.teacher.gradebook.formats import is_gradebook, read, write
from helpkit.teacher.gradebook.gradebook import Gradebook, GradebookEntry
from helpkit.teacher.gradebook.platform_file import PlatformFile, column_for, fill_sheet
from helpkit.teacher.results.results import GRADED, clear_drafts

__all__ = [
    "export",
    "export_into",
    "fill",
    "filled_path",
    "grade_changes",
    "gradebook_path",
    "read_export",
]


def gradebook_path(course: Course, exercise: str, form: str) -> Path:
    """Where the file goes by default."""
    return course.root / GRADED / exercise / f"gradebook-{form}.csv"


def export(course: Course, book: Gradebook, path: Path, *, dry_run: bool = False) -> None:
    """Write the file, unless it is there with the same bytes, and read it back from the disk.

    With `dry_run` nothing is written, and what would be written is read back.

    Raises:
        CourseError: the form is unknown, or the file cannot be written or does not say what it
            should.
    """
    data = write(book, comma=load(course.language).ui["chart"]["decimal"] == ",")
    back = data if dry_run else _saved(course, path, data)
    if read(back, book.form, book.column) != book.entries:
        raise CourseError(f"{path} does not read back as it was written: do not import it")


def grade_changes(path: Path, book: Gradebook) -> Iterator[str]:
    """A line for each student whose grade differs from the gradebook that is replaced."""
    try:
        entries = read(path.read_bytes(), book.form, book.column)
    except (CourseError, OSError):
        return
    before = {_name(entry): entry for entry in entries}
    for entry in book.entries:
        old = before.get(_name(entry))
        if old and old.points != entry.points:
            was, now = (number(points) or "no grade" for points in (old.points, entry.points))
            yield f"Changed: {shown(_name(entry))} {was} → {now}"


def _name(entry: GradebookEntry) -> str:
    return entry.key or entry.name


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
    course: Course, exercise: str, sheet: Worksheet, book: Gradebook, *, comments: bool = False
) -> PlatformFile:
    """The same file with our grades in it.

    Raises:
        CourseError: it has no place for them.
    """
    where = f"{COURSE} [exercises.{exercise}]"
    column = column_for(sheet, course.rules(exercise).column, where)
    return fill_sheet(sheet, book, column, comments=comments and sheet.platform != CANVAS)


def filled_path(course: Course, exercise: str, path: Path) -> Path:
    """Where the copy goes by default."""
    return course.root / GRADED / exercise / path.name


def export_into(course: Course, file: PlatformFile, path: Path, *, dry_run: bool = False) -> None:
    """Write a file with grades in it, and read it back from the disk.

    Raises:
        CourseError: it cannot be written, or does not say what it should.
    """
    if (file.data if dry_run else _saved(course, path, file.data)) != file.data:
        raise CourseError(f"{path} does not read back as it was written: do not import it")


def _saved(course: Course, path: Path, data: bytes) -> bytes:
    """What is on the disk afterwards."""
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
