"""What nbgrader's formgrader and feedback show of a part: text, since they draw no widgets.

It says what a page of `helpkit feedback` says, and no more of the key than the course allows.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby
from math import fsum
from typing import Final

from helpkit.content import Content
from helpkit.exercises.submission.display import clean, shown
from helpkit.teacher.course.course import Course, Shows
from helpkit.teacher.course.roster import Student
from helpkit.teacher.feedback.view import Answer, Part, View
from helpkit.teacher.gradebook.grade import Final as Grade
from helpkit.teacher.gradebook.grade import PartLine
from helpkit.teacher.grading.grade import Grader
from helpkit.teacher.results.answers import Handed
from helpkit.teacher.results.result import Result

__all__ = ["not_read", "texts"]

_INDENT: Final = "  "


def texts(
    course: Course, shows: tuple[Shows, ...], grader: Grader, handed: Handed, result: Result
) -> Mapping[str, str]:
    """The text of each part of a graded submission."""
    lines = []
    for name, rows in groupby(result.rows, key=lambda row: row.part):
        own = [*rows]
        machine = fsum(row.points for row in own if row.points is not None)
        is_open = any(row.points is None for row in own)
        lines.append(
            PartLine(name, machine, None if is_open else machine, fsum(row.of for row in own))
        )
    grade = Grade(handed.student, None, 0.0, tuple(lines))
    view = View(grader, {}, frozenset(shows), course.seed, handed, result.rows, grade)
    page = view.page(course.title, Student(handed.student, handed.student))
    names = [line.part for line in lines]
    return {
        name: "\n".join(_lines(part, grader.content)) + "\n"
        for name, part in zip(names, page.parts, strict=True)
    }


def not_read(reason: str, content: Content) -> str:
    """The text that is shown if a submission could not be read."""
    sentence = content.ui["nbgrader"]["not-read"].format(reason=shown(reason, 400))
    return f"{clean(sentence)}\n"


def _lines(part: Part, content: Content) -> Iterator[str]:
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


def _answer(answer: Answer, content: Content) -> Iterator[str]:
    state = content.ui["feedback"][f"state-{answer.state}"] if answer.state else ""
    judged = ", ".join(filter(None, (state, answer.points)))
    typed = f": {answer.typed}" if answer.typed else ""
    yield f"{_INDENT}{answer.label}{typed}" + (f" ({judged})" if judged else "")
    yield from (f"{_INDENT * 2}{one}" for one in (*answer.messages, answer.reading) if one)
