"""What nbgrader's formgrader and feedback show of a part: text, since they draw no widgets.

It says what a page of `helpkit feedback` says, and no more of the key than the course allows.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from math import fsum
from typing import Final

from helpkit.content import Content
from helpkit.exercises.submission.display import clean, shown
from helpkit.teacher.course.course import Course, FeedbackPart
from helpkit.teacher.course.roster import Student
from helpkit.teacher.feedback.page import PageAnswer, PagePart
from helpkit.teacher.feedback.page_builder import PageBuilder
from helpkit.teacher.gradebook.grade import Grade, PartGrade
from helpkit.teacher.grading.grader import Grader
from helpkit.teacher.grading.item_result import ItemResult
from helpkit.teacher.results.answers import Answers
from helpkit.teacher.results.result import Result

__all__ = ["not_read", "texts"]

_INDENT: Final = "  "


def texts(
    course: Course,
    shows: tuple[FeedbackPart, ...],
    grader: Grader,
    answers: Answers,
    result: Result,
) -> Mapping[str, str]:
    """The text of each part of a graded submission."""
    rows_by_part = groupby(result.rows, key=lambda row: row.part)
    parts = tuple(_grade(name, [*rows]) for name, rows in rows_by_part)
    grade = Grade(answers.student, None, 0.0, parts)
    builder = PageBuilder(grader, {}, frozenset(shows), course.seed, answers, result.rows, grade)
    page = builder.page(course.title, Student(answers.student, answers.student))
    names = [part.part for part in parts]
    return {
        name: "\n".join(_lines(part, grader.content)) + "\n"
        for name, part in zip(names, page.parts, strict=True)
    }


def _grade(part: str, rows: Sequence[ItemResult]) -> PartGrade:
    """What the machine gives for a part; open if people give points as well."""
    machine = fsum(row.points for row in rows if row.points is not None)
    points = None if any(row.points is None for row in rows) else machine
    return PartGrade(part, machine, points, fsum(row.of for row in rows))


def not_read(reason: str, content: Content) -> str:
    """The text that is shown if a submission could not be read."""
    sentence = content.ui["nbgrader"]["not-read"].format(reason=shown(reason, 400))
    return f"{clean(sentence)}\n"


def _lines(part: PagePart, content: Content) -> Iterator[str]:
    yield from filter(None, (part.points, part.not_read))
    for label, text in part.texts:
        yield from ("", f"{label}:", text or content.ui["feedback"]["nothing-written"])
    for item in part.items:
        yield from ("", item.text) if item.text else ("",)
        yield from (f"{_INDENT}{line}" for line in (item.lines_title, *item.lines) if line)
        for answer in item.answers:
            yield from _answer(answer, content)
        if item.reason:
            yield f"{_INDENT}{item.reason}"


def _answer(answer: PageAnswer, content: Content) -> Iterator[str]:
    state = content.ui["feedback"][f"state-{answer.state}"] if answer.state else ""
    judged = ", ".join(filter(None, (state, answer.points)))
    typed = f": {answer.typed}" if answer.typed else ""
    yield f"{_INDENT}{answer.label}{typed}" + (f" ({judged})" if judged else "")
    yield from (f"{_INDENT * 2}{text}" for text in (*answer.messages, answer.reading) if text)
