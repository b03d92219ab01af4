"""All pages of feedback in one zip, named so that Moodle gives each student their own.

*Upload multiple feedback files in a zip* finds a student by the number of the participant: it takes
a name apart at the underscores, as in `Jan de Vries_11_assignsubmission_file_01-feedback-s1.html`,
and what follows becomes the name of the file (`mod/assign/feedback/file/importziplib.php` in its
public source; a name without a folder is taken by old versions and new ones).
"""

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from helpkit.errors import CourseError
from helpkit.journal.files import write_whole
from helpkit.teacher.course.course import Course
from helpkit.teacher.course.lock import alone
from helpkit.teacher.course.targets import refuse_own
from helpkit.teacher.feedback.feedback import page_name

__all__ = ["feedback_zip", "member_name", "write_zip", "zip_path"]

_KIND: Final = "assignsubmission_file"
_DIVIDE: Final = frozenset('_/\\:*?"<>|')
_LONGEST: Final = 60
_NAMELESS: Final = "student"


def zip_path(folder: Path, exercise: str) -> Path:
    """Where the zip goes: beside the pages."""
    return folder / f"{exercise}-feedback-moodle.zip"


def member_name(name: str, number: str, page: str) -> str:
    """What a page is called in the zip."""
    plain = "".join(
        letter if letter.isprintable() and letter not in _DIVIDE else " " for letter in name
    )
    # Moodle passes over what begins with a dot or a tilde.
    who = " ".join(plain.split()).lstrip(".~ ")[:_LONGEST].strip() or _NAMELESS
    return f"{who}_{number}_{_KIND}_{page}"


def feedback_zip(pages: Iterable[tuple[str, bytes]]) -> bytes:
    """The zip of these members; the same pages give the same bytes."""
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, data in sorted(pages):
            member = ZipInfo(name)  # without a time it is the first of January 1980
            member.compress_type = ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            member.create_system = 3
            archive.writestr(member, data)
    return packed.getvalue()


def write_zip(
    course: Course,
    exercise: str,
    folder: Path,
    students: Iterable[str],
    numbers: Mapping[str, str],
) -> tuple[Path, tuple[str, ...]]:
    """Pack the pages of these students that are in the folder; name those without a number.

    Raises:
        CourseError: the zip cannot be written, or another helpkit is at work in this course.
    """
    students = [*students]
    path = zip_path(folder, exercise)
    refuse_own(course, path)
    named = [student for student in students if numbers.get(student)]
    try:
        data = feedback_zip(_members(course, exercise, folder, named, numbers))
        with alone(course.root):
            if not path.is_file() or path.read_bytes() != data:
                write_whole(path, data)
    except OSError as error:
        raise CourseError(
            f"{error.filename or path}: {error.strerror}; put it right and run this again"
        ) from error
    return path, tuple(student for student in students if student not in named)


def _members(
    course: Course, exercise: str, folder: Path, students: list[str], numbers: Mapping[str, str]
) -> Iterator[tuple[str, bytes]]:
    names = {student.id: student.name for student in course.students}
    for student in students:
        page = page_name(exercise, student)
        yield member_name(names[student], numbers[student], page), (folder / page).read_bytes()
