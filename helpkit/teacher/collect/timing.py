"""When did a submission come, is that late, and can it be true?

The teacher's decision goes first, then what the platform says, then the student's own clock. Only
the last can be strange: later than the moment when it was collected, from before there was a
helpkit, or by a clock that ran backwards.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Final

from helpkit.teacher.collect.matching import DECIDED, Match
from helpkit.teacher.collect.sender import CANVAS
from helpkit.teacher.collect.sighting import Sighting, journal_time
from helpkit.teacher.course.clock import days_late, spoken
from helpkit.teacher.course.course import Course, ExerciseRules, Late
from helpkit.teacher.course.decisions import Decision

if TYPE_CHECKING:
    from helpkit.teacher.collect.worksheet import Worksheet

__all__ = ["EVENTS", "Counted", "Timing", "chosen", "trust"]

EVENTS: Final = "events"
"""What says the time, if only the student's clock does."""

_FIRST: Final = "2020"
_SLACK: Final = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Counted:
    """One submission by a student, wherever it was found.

    `says` is whose word its time is, and `days` how many days after the deadline have begun, at
    least one if it is late at all. `decided` is the reason of a decision about it, `note` what a
    teacher should know about whose it is, and `strange` why its time cannot be true. `work` is the
    same for all versions of it.
    """

    student: str
    sha256: str
    at: str
    says: str
    by: str
    late: bool
    made: str = ""
    counts: bool = False
    days: int = 0
    decided: str = ""
    note: str = ""
    strange: str = ""
    work: str = ""
    number: int = 0


class Timing:
    """The deadlines of one exercise, and what the platform's worksheet says of times."""

    def __init__(self, course: Course, exercise: str, sheet: "Worksheet | None") -> None:
        """Know the deadline, that of each student with an extension, and the worksheet."""
        self._course, self._exercise = course, exercise
        self._platform = sheet.platform if sheet else ""
        self._times = {row.number: row.at for row in sheet.rows if row.at} if sheet else {}
        self._ends: dict[str, str] = {}

    def counted(self, one: Sighting, match: Match, verdict: Decision | None) -> Counted:
        """The submission as it was found in one place, with its time."""
        at, says = self._when(one, verdict)
        late = at > self._end(match.student)
        extended = self._course.decisions.extension(self._exercise, match.student)
        # Canvas gives no time, but says whether it was late by its own clock and deadline.
        if says == EVENTS and one.sender.platform == CANVAS and not (extended and one.sender.late):
            late, says = one.sender.late, CANVAS
        return Counted(
            match.student, one.sha256, at, says, match.by, late, one.time.made,
            days=self._days(match.student, at, late),
            decided=verdict.reason if verdict else "",
            note=match.note,
            strange=self._strange(one) if says == EVENTS else "",
            work=one.work, number=one.number,
        )  # fmt: skip

    def _when(self, one: Sighting, verdict: Decision | None) -> tuple[str, str]:
        if verdict and verdict.at:
            return journal_time(verdict.at), DECIDED
        if one.time.says != EVENTS:
            return one.time.at, one.time.says
        theirs = one.sender.platform and one.sender.platform == self._platform
        told = self._times.get(one.sender.number, "") if theirs else ""
        # What was collected before that time is an earlier version.
        if told and not (one.seen and one.seen < told):
            return told, self._platform
        return one.time.at, EVENTS

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

    def _strange(self, one: Sighting) -> str:
        at, zone = one.time.at, self._course.zone
        if at and at < _FIRST:
            return f"its time is before {_FIRST}"
        if one.seen and at > one.seen and _moment(at) > _moment(one.seen) + _SLACK:
            return f"it was collected before that, {spoken(one.seen, zone)}"
        return one.time.doubt


def trust(one: Counted) -> tuple[bool, bool, bool, str, str]:
    """One submission in two places: the surest word on its time comes first, then the earliest."""
    return one.says != DECIDED, one.says == EVENTS, one.late, one.at, one.by


def chosen(versions: Iterable[Counted], rules: ExerciseRules) -> Iterator[Counted]:
    """A student's submissions in order of time, with the one that counts, if any."""
    each = sorted(versions, key=_in_order)
    in_time = [one for one in each if not one.late]
    accepted = in_time or ([] if rules.late is Late.REFUSE else each)
    choice = _last(accepted) if accepted else None
    return (replace(one, counts=one is choice) for one in each)


def _last(each: list[Counted]) -> Counted:
    """The latest in time; of versions whose times only the student's clock knows, the last made."""
    last = each[-1]
    versions = [
        one
        for one in each
        if one.work == last.work
        and one.says == last.says
        and (one.says == EVENTS or one.at == last.at)
    ]
    return max(versions, key=lambda one: (one.number, *_in_order(one)))


def _in_order(one: Counted) -> tuple[str, str, str]:
    return one.at, one.made, one.sha256


def _moment(at: str) -> datetime:
    return datetime.fromisoformat(at)
