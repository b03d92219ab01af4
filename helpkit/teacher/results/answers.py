"""What a class answered: the submissions that count, read from their copies and folded.

A copy is still what a stranger made, so it is read with every check of `submission.read`. A copy
that is gone, damaged or unreadable affects nothing else.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from helpkit.errors import HandInError
from helpkit.exercises.submission import Contents, exercise_lesson, read
from helpkit.journal import Event, fold
from helpkit.teacher.collect.collection import Submission, collected, copy_of
from helpkit.teacher.course.course import Course

__all__ = ["Answers", "answers_of", "class_answers", "read_copy"]

_AGAIN: Final = "collect again from the downloads"


@dataclass(frozen=True, slots=True)
class Answers:
    """What one student on the roster answered, by part and item, including texts.

    What the submission itself says is a stranger's: the id in it is as typed, its language may be
    anything, and so may the items that it says were on the sheet.
    """

    student: str
    by_part: Mapping[str, Mapping[str, Any]]
    contents: Contents


def class_answers(
    course: Course, exercise: str, unread: Callable[[str, str], object] | None = None
) -> Iterator[Answers]:
    """The submissions that count, one at a time, in the order of the roster.

    `unread` is told the student and the reason for a copy that cannot be read.

    Raises:
        CourseError: the course does not have this exercise, or its index cannot be read.
    """
    counting = collected(course, exercise).counting
    for student in course.students:
        if student.id in counting:
            try:
                yield read_copy(course, exercise, counting[student.id])
            except HandInError as error:
                if unread:
                    unread(student.id, str(error))


def read_copy(course: Course, exercise: str, submission: Submission) -> Answers:
    """The answers in one copy.

    Raises:
        HandInError: the copy is gone, is not what was collected, or is refused.
    """
    path = copy_of(course, exercise, submission.student, submission.sha256)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise HandInError(f"its copy cannot be read ({error.strerror}): {_AGAIN}") from error
    if sha256(data).hexdigest() != submission.sha256:
        raise HandInError(f"its copy is not what was collected: {_AGAIN}")
    return answers_of(submission.student, exercise, read(data))


def answers_of(student: str, exercise: str, contents: Contents) -> Answers:
    """The last answers in a submission."""
    by_part = _last_answers(contents.events, exercise_lesson(exercise))
    return Answers(student, by_part, contents)


def _last_answers(events: tuple[Event, ...], lesson: str) -> dict[str, dict[str, Any]]:
    """By part and item; a text that was written is an answer as well."""
    activities = fold(event for event in events if event.lesson == lesson).activities
    return {
        part: {**state.answers, **{item: text.value for item, text in state.reflections.items()}}
        for (_, part), state in activities.items()
    }
