"""What a class answered: the submissions that count, read from their copies and folded.

A copy is still what a stranger made, so it is read with every check of `hand_in.read`. A copy that
is gone, damaged or unreadable affects nothing else.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from helpkit.errors import HandInError
from helpkit.exercises import submission as hand_in
from helpkit.exercises.submission import exercise_lesson
from helpkit.journal import Event, fold
from helpkit.teacher.collect.collection import Counted, collected, copy_of
from helpkit.teacher.course.course import Course

__all__ = ["Handed", "as_handed", "class_answers", "read_copy"]

_AGAIN: Final = "collect again from the downloads"


@dataclass(frozen=True, slots=True)
class Handed:
    """What one student on the roster handed in; answers by part and item, including texts.

    `typed` is the id as it stands in the submission, and `issued` what it says was on the sheet.
    `language` is the language id that the student's computer wrote; it may be anything.
    """

    student: str
    language: str
    answers: Mapping[str, Mapping[str, Any]]
    events: tuple[Event, ...]
    typed: str
    issued: tuple[str, ...]


def class_answers(
    course: Course, exercise: str, unread: Callable[[str, str], object] | None = None
) -> Iterator[Handed]:
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


def read_copy(course: Course, exercise: str, counted: Counted) -> Handed:
    """The submission in one copy.

    Raises:
        HandInError: the copy is gone, is not what was collected, or is refused.
    """
    path = copy_of(course, exercise, counted.student, counted.sha256)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise HandInError(f"its copy cannot be read ({error.strerror}): {_AGAIN}") from error
    if sha256(data).hexdigest() != counted.sha256:
        raise HandInError(f"its copy is not what was collected: {_AGAIN}")
    return as_handed(counted.student, exercise, hand_in.read(data))


def as_handed(student: str, exercise: str, one: hand_in.HandIn) -> Handed:
    """What was handed in, with the answers that stand at the end."""
    answers = _answers(one.events, exercise_lesson(exercise))
    return Handed(student, one.language, answers, one.events, one.student, one.issued)


def _answers(events: tuple[Event, ...], lesson: str) -> dict[str, dict[str, Any]]:
    """What stands at the end; a text that was written is an answer as well."""
    activities = fold(event for event in events if event.lesson == lesson).activities
    return {
        part: {**state.answers, **{item: one.value for item, one in state.reflections.items()}}
        for (_, part), state in activities.items()
    }
