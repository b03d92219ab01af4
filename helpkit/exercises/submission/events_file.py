"""The file with the events in a submission, `events.jsonl`, which a stranger may have made."""

from collections.abc import Iterable
from typing import Final

from helpkit.errors import HandInError, JournalError
from helpkit.exercises.submission.archive import MAX_FILE
from helpkit.exercises.submission.contents import exercise_lesson
from helpkit.exercises.submission.display import shown
from helpkit.journal.event import Event, from_line

__all__ = ["EVENTS", "MAX_LINE", "events_in"]

EVENTS: Final = "events.jsonl"
MAX_LINE: Final = 64 * 1024
LARGEST: Final = 2**53
"""Beyond this, a number is not read the same by every program."""


def events_in(data: bytes, exercise: str) -> Iterable[Event]:
    """The events of an exercise and of its lesson, one for each line.

    Raises:
        HandInError: a line is not one that a submission can hold.
    """
    if len(data) > MAX_FILE:
        raise HandInError(f"{EVENTS} takes {len(data)} bytes, and at most {MAX_FILE} are read")
    lessons = exercise, exercise_lesson(exercise)
    for number, line in enumerate(data.split(b"\n"), start=1):
        if line:
            yield _event(line, number, lessons)


def _event(line: bytes, number: int, lessons: tuple[str, str]) -> Event:
    if len(line) > MAX_LINE:
        raise HandInError(
            f"{EVENTS} line {number} takes {len(line)} bytes, and at most {MAX_LINE} are read"
        )
    try:
        event = from_line(line)
    except JournalError as error:
        raise HandInError(f"{EVENTS} line {number}: {shown(str(error), 200)}") from error
    if event.private:
        raise HandInError(f"{EVENTS} line {number} is private, and private lines are not accepted")
    if event.lesson not in lessons:
        raise HandInError(
            f"{EVENTS} line {number} belongs to {event.lesson}, but this is exercise {lessons[0]}"
        )
    if not _is_small(event.value):
        raise HandInError(f"{EVENTS} line {number} has a number beyond {LARGEST}")
    return event


def _is_small(value: object) -> bool:
    if isinstance(value, str):
        return True
    if isinstance(value, dict):
        return all(map(_is_small, value.values()))
    if isinstance(value, list):
        return all(map(_is_small, value))
    return not isinstance(value, int | float) or -LARGEST <= value <= LARGEST
