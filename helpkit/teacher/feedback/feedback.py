"""A page of feedback for each student: one file that needs no network and can run nothing.

The template escapes every word that somebody typed; the policy of the page also forbids scripts,
pictures, forms and requests, and allows the one style sheet by its hash. A page is named after the
id in the roster, so no student chooses the name of a file. The page of somebody who is no longer
graded is moved out of the way, and never deleted.
"""

from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from itertools import chain, count
from pathlib import Path
from typing import Final

from jinja2 import Environment, StrictUndefined, Template

from helpkit.errors import CourseError
from helpkit.exercises.items import load_exercise
from helpkit.exercises.submission.display import shown
from helpkit.journal.files import write_whole
from helpkit.teacher.course.course import Course
from helpkit.teacher.course.lock import alone
from helpkit.teacher.course.targets import refuse_own
from helpkit.teacher.feedback.page import Page
from helpkit.teacher.feedback.page_builder import PageBuilder
from helpkit.teacher.gradebook.grade import Grade
from helpkit.teacher.grading.rubric import load_rubric
from helpkit.teacher.results.answers import class_answers
from helpkit.teacher.results.results import Results, clear_drafts
from helpkit.teacher.results.scorer import grader_of

__all__ = ["FEEDBACK", "OLD", "page_name", "pages", "render", "set_aside", "write_pages"]

FEEDBACK: Final = "feedback"
OLD: Final = "_old"
"""Within the folder of the pages; no page has such a name."""

_HERE: Final = Path(__file__).parent


def page_name(exercise: str, student: str) -> str:
    """The file of a student, by the id in the roster."""
    return f"{exercise}-feedback-{student}.html"


def pages(
    course: Course,
    exercise: str,
    results: Results,
    grades: Mapping[str, Grade],
    source: Path,
    unread: Callable[[str, str], object] | None = None,
) -> Iterator[tuple[str, bytes]]:
    """The page of every student whose work was graded, in the order of the roster, one at a time.

    `unread` is told the student and the reason for a copy that can no longer be read.

    Raises:
        CourseError: the course does not have this exercise, or it has changed since the grading.
        ContentError: items, key or rubric do not hold what they should.
    """
    shows = frozenset(course.rules(exercise).feedback)
    rubric = load_rubric(source, load_exercise(source, course.language))
    students = {student.id: student for student in course.students}
    for answers in class_answers(course, exercise, unread):
        result = results.rows[answers.student]
        if result.state != "graded":
            continue
        grader, grade = grader_of(source, result.language), grades[answers.student]
        builder = PageBuilder(grader, rubric, shows, course.seed, answers, result.rows, grade)
        try:
            page = render(builder.page(course.title, students[answers.student]))
        except LookupError as error:
            raise CourseError(
                f"{source} lacks {error}, which the results of {answers.student} have: "
                "check it with  helpkit check  and grade again"
            ) from error
        except Exception as error:  # a fault of ours with one must not affect the others
            if unread:
                what = f"{type(error).__name__}: {error}"
                unread(answers.student, shown(f"a fault in helpkit, please report it: {what}", 200))
            continue
        yield answers.student, page


def render(page: Page) -> bytes:
    """The file; the same page gives the same bytes."""
    template, style, policy = _template()
    return template.render(page=page, style=style, policy=policy).encode()


def write_pages(
    course: Course, exercise: str, pages: Iterable[tuple[str, bytes]], to: Path
) -> tuple[int, int]:
    """Write what is new or changed; return how many pages there are, and how many were written.

    Raises:
        CourseError: the folder cannot be used, or another helpkit is at work in this course.
    """
    refuse_own(course, to)
    names, new = [], 0
    try:
        with alone(course.root):
            for student, data in pages:
                path = to / page_name(exercise, student)
                names.append(path.name)
                if not path.is_file() or path.read_bytes() != data:
                    write_whole(path, data)
                    new += 1
            clear_drafts(to, *names)
    except OSError as error:
        raise CourseError(
            f"{error.filename or to}: {error.strerror}; put it right and run this again"
        ) from error
    return len(names), new


def set_aside(
    course: Course, exercise: str, folder: Path, students: Iterable[str], *, dry_run: bool = False
) -> list[str]:
    """Move the pages of everybody else out of the way; a sentence for each.

    Raises:
        CourseError: one cannot be moved, or another helpkit is at work in this course.
    """
    mine = {page_name(exercise, student) for student in students}
    others = sorted(path for path in folder.glob(page_name(exercise, "*")) if path.name not in mine)
    try:
        with alone(course.root):
            return [_moved(path, dry_run) for path in others]
    except OSError as error:
        raise CourseError(
            f"{error.filename or folder}: {error.strerror}; put it right and run this again"
        ) from error


def _moved(path: Path, dry_run: bool) -> str:
    to = _free(path.parent / OLD / path.name)
    if not dry_run:
        to.parent.mkdir(exist_ok=True)
        path.rename(to)
    return f"No longer of today: {path.name} {'would go' if dry_run else 'went'} to {to.parent}"


def _free(path: Path) -> Path:
    """The path, or one beside it that nothing has yet."""
    names = (f"{path.stem}-{number}{path.suffix}" for number in count(2))
    others = (path.with_name(name) for name in names)
    return next(candidate for candidate in chain([path], others) if not candidate.exists())


@cache
def _template() -> tuple[Template, str, str]:
    """The template, the style sheet, and the policy that allows it and nothing else."""
    rules = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, keep_trailing_newline=True
    )
    template = rules.from_string((_HERE / "feedback.html").read_text("utf-8"))
    style = (_HERE / "feedback.css").read_text("utf-8")
    seal = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{seal}'; base-uri 'none'; form-action 'none'"
    return template, style, policy
