"""What a submission holds: who typed which id, for which exercise, and the events."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from helpkit.journal.event import Event, to_line

__all__ = ["ID_LENGTH", "Contents", "exercise_lesson", "file_name", "origin_of"]

ID_LENGTH: Final = 64
"""The most characters of the id that a student types."""
_SLACK: Final = timedelta(hours=1)
"""A clock that is put right by less than this says nothing about when something was handed in."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What one student handed in for one exercise; `student` is as typed, and may be wrong.

    Two with the same `origin` come from one journal; it is empty if there are no events.
    """

    exercise: str
    student: str
    language: str
    helpkit: str
    issued: tuple[str, ...]
    events: tuple[Event, ...]
    origin: str = ""

    @property
    def at(self) -> str:
        """When it was handed in, by the student's own clock: the time of the last event in it."""
        return self.events[-1].at if self.events else ""

    @property
    def set_back(self) -> timedelta:
        """How long before the latest time in it does the last event seem to have been?"""
        latest = max((event.at for event in self.events), default="")
        moments = map(datetime.fromisoformat, (latest, self.at) if latest else ())
        return next(moments, datetime.min) - next(moments, datetime.min)

    @property
    def doubt(self) -> str:
        """Why its time cannot be relied on; empty if nothing is odd."""
        if self.set_back <= _SLACK:
            return ""
        return f"the clock of that computer ran back by {_long(self.set_back)} while it was made"


def origin_of(events: Iterable[Event], exercise: str) -> str:
    """Where the events of an exercise come from, as far as its first event tells.

    A text leaves without its drafts, so what stands in a first text does not count; and nothing
    tells what it was.
    """
    lesson = exercise_lesson(exercise)
    first = next((event for event in events if event.lesson == lesson), None)
    if first is None:
        return ""
    is_text = first.kind == "reflection" or first.private
    line = to_line(replace(first, value=None, private=False) if is_text else first)
    return sha256(line).hexdigest()[:16]


def _long(span: timedelta) -> str:
    hours = span // timedelta(hours=1)
    return f"{hours} hours" if hours < 48 else f"{hours // 24} days"


def exercise_lesson(exercise: str) -> str:
    """The value of `lesson` in the events of an exercise."""
    return f"exercise-{exercise}"


def file_name(exercise: str, student: str) -> str:
    """The name of the zip."""
    plain = re.sub(r"[^A-Za-z0-9._@+-]+", "-", student.strip())[:ID_LENGTH]
    return f"{exercise}-handin-{plain.strip('.-') or 'student'}.zip"
