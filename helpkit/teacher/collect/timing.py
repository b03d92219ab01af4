"""When did a submission come, is that late, and can it be true?

The teacher's decision goes first, then what the platform says, then the student's own clock. Only
the last can be strange: later than the moment when it was collected, from before there was a
helpkit, or by a clock that ran backwards.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Final

from helpkit.teacher.collect.index import journal_time
from helpkit.teacher.collect.sender import CANVAS
from helpkit.teacher.collect.submission import DECIDED, EVENTS, Submission
from helpkit.teacher.course.clock import days_late, spoken
from helpkit.teacher.course.course import Course, ExerciseRules, Late
from helpkit.teacher.course.decisions import Decision

if TYPE_CHECKING:
    from helpkit.teacher.collect.worksheet import Worksheet

__all__ = ["Timing", "in_order", "trust"]

_FIRST: Final = "2020"
_SLACK: Final = timedelta(minutes=10)


class Timing:
    """The deadlines of one exercise, and what the platform's worksheet says of times."""

    def __init__(self, course: Course, exercise: str, sheet: "Worksheet | None") -> None:
        """Know the deadline, that of each student with an extension, and the worksheet."""
        self._course, self._exercise = course, exercise
        self._platform = sheet.platform if sheet else ""
        self._times = {row.number: row.at for row in sheet.rows if row.at} if sheet else {}

    def timed(self, submission: Submission, verdict: Decision | None) -> Submission:
        """The submission with the time that counts, and how late that is."""
        at, says = self._when(submission, verdict)
        student, sender = submission.student, submission.sender
        late = at > self._end(student)
        extended = self._course.decisions.extension(self._exercise, student)
        # Canvas gives no time, but says whether it was late by its own clock and deadline.
        if says == EVENTS and sender.platform == CANVAS and not (extended and sender.late):
            late, says = sender.late, CANVAS
        return replace(
            submission,
            time=replace(submission.time, at=at, says=says),
            late=late,
            days=self._days(student, at, late),
            strange=self._strange(submission) if says == EVENTS else "",
        )

    def _when(self, submission: Submission, verdict: Decision | None) -> tuple[str, str]:
        time, sender = submission.time, submission.sender
        if verdict and verdict.at:
            return journal_time(verdict.at), DECIDED
        if time.says != EVENTS:
            return time.at, time.says
        is_listed = sender.platform and sender.platform == self._platform
        listed = self._times.get(sender.number, "") if is_listed else ""
        # What was collected before that time is an earlier version.
        if listed and not (submission.collected and submission.collected < listed):
            return listed, self._platform
        return time.at, EVENTS

    def _days(self, student: str, at: str, late: bool) -> int:
        if not late or not at:
            return int(late)
        deadline = self._course.deadline(self._exercise, student)
        return max(1, days_late(at, deadline, self._course.zone))

    def _end(self, student: str) -> str:
        """The student's deadline as a journal writes times, so that it can be compared as text."""
        if self._course.decisions.extension(self._exercise, student):
            return journal_time(self._course.deadline(self._exercise, student))
        return self._deadline

    @cached_property
    def _deadline(self) -> str:
        return journal_time(self._course.rules(self._exercise).deadline)

    def _strange(self, submission: Submission) -> str:
        at, first, zone = submission.at, submission.collected, self._course.zone
        if at and at < _FIRST:
            return f"its time is before {_FIRST}"
        if first and at > first and _moment(at) > _moment(first) + _SLACK:
            return f"it was collected before that, {spoken(first, zone)}"
        return submission.time.doubt


def trust(place: Submission) -> tuple[bool, bool, bool, str, str]:
    """One zip at two places: the surest word on its time comes first, then the earliest."""
    return place.says != DECIDED, place.says == EVENTS, place.late, place.at, place.by


def in_order(versions: Iterable[Submission], rules: ExerciseRules) -> Iterator[Submission]:
    """A student's submissions in order of time, with the one that counts, if any."""
    every = sorted(versions, key=_order)
    in_time = [each for each in every if not each.late]
    accepted = in_time or ([] if rules.late is Late.REFUSE else every)
    choice = _last(accepted) if accepted else None
    return (replace(each, counts=each is choice) for each in every)


def _last(accepted: list[Submission]) -> Submission:
    """The latest in time; of versions whose times only the student's clock knows, the last made."""
    last = accepted[-1]
    versions = [
        each
        for each in accepted
        if each.work == last.work
        and each.says == last.says
        and (each.says == EVENTS or each.at == last.at)
    ]
    return max(versions, key=lambda each: (each.number, *_order(each)))


def _order(submission: Submission) -> tuple[str, str, str]:
    return submission.at, submission.time.made, submission.sha256


def _moment(at: str) -> datetime:
    return datetime.fromisoformat(at)
