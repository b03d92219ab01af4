"""Of all that came in for one exercise: whose is what, and what counts?

A pure function of what came in, the roster, the rules, the platform's worksheet and the teacher's
decisions. Of several submissions by a student, the latest before the deadline counts; if there is
none before it, the latest of all, unless the course refuses late work.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Final

from helpkit.teacher.collect.claims import Claims, claims_on, person
from helpkit.teacher.collect.index import journal_time
from helpkit.teacher.collect.matching import Roster, matched
from helpkit.teacher.collect.sender import MOODLE
from helpkit.teacher.collect.submission import Collection, Submission
from helpkit.teacher.collect.timing import Timing, in_order, trust
from helpkit.teacher.course.course import Course
from helpkit.teacher.course.decisions import Decision, Decisions, Kind

if TYPE_CHECKING:
    from helpkit.teacher.collect.worksheet import Worksheet

__all__ = ["sort_out"]

_SECONDS: Final = len("2026-11-28T09:30:00")
"""A decision is dated to the second."""


def sort_out(
    submissions: Iterable[Submission],
    course: Course,
    exercise: str,
    sheet: "Worksheet | None" = None,
) -> Collection:
    """Whose is what, and what counts?

    Raises:
        CourseError: the course does not have this exercise.
    """
    course.rules(exercise)
    index = tuple(_with_known(sorted(submissions)))
    return _Sorting(course, exercise, sheet, index).collection()


@dataclass(frozen=True)
class _Sorting:
    """Each step on the way from an index to a collection, worked out once."""

    course: Course
    exercise: str
    sheet: "Worksheet | None"
    index: tuple[Submission, ...]

    def collection(self) -> Collection:
        """All of it."""
        gone = self.gone
        return Collection(
            exercise=self.exercise,
            submissions=self.submissions,
            unmatched=tuple(each for each in self.read if not each.student and each not in gone),
            refused=tuple(each for each in self.came if each.refused and each not in gone),
            contested=dict(self._contested()),
            settled=tuple(sorted(gone)),
            left_out=self.left_out,
            readable=tuple(each for each in self.matched if not each.refused),
            missing=tuple(who.id for who in self.course.students if who.id not in self.claims),
            participants=self.participants,
            adrift=tuple(self._adrift()),
            unlisted=tuple(self._unlisted()),
        )

    @cached_property
    def fitting(self) -> Mapping[str, tuple[str, ...]]:
        """What was collected of all that a decision names."""
        return self.course.decisions.fitting(self.exercise, (each.sha256 for each in self.index))

    @cached_property
    def decisions(self) -> Decisions:
        """The decisions of which it is clear what they are about."""
        clear = {name for name, fits in self.fitting.items() if len(fits) == 1}
        every = self.course.decisions
        return Decisions(tuple(each for each in every if each.submission in clear))

    def verdict(self, submission: Submission) -> Decision | None:
        """What the teacher decided about a submission."""
        if not self.decisions.all:
            return None
        return self.decisions.submission(self.exercise, submission.sha256)

    @cached_property
    def roster(self) -> Roster:
        """The class, with what the worksheet says."""
        return Roster(self.course.students, self.sheet)

    @cached_property
    def matched(self) -> tuple[Submission, ...]:
        """All of the index, with whose it is or in whose name it came."""
        return tuple(matched(self.index, self.roster, self.verdict))

    @cached_property
    def left_out(self) -> tuple[Submission, ...]:
        """What the teacher left out."""
        return tuple(each for each in self.matched if self._is_left_out(each))

    def _is_left_out(self, submission: Submission) -> bool:
        verdict = self.verdict(submission)
        return bool(verdict and verdict.left_out)

    @cached_property
    def came(self) -> tuple[Submission, ...]:
        """All the rest."""
        return tuple(each for each in self.matched if not self._is_left_out(each))

    @cached_property
    def read(self) -> tuple[Submission, ...]:
        """What of that can be read."""
        return tuple(each for each in self.came if not each.refused)

    @cached_property
    def claims(self) -> Mapping[str, Claims]:
        """What came in the name of each student, and what of it is theirs."""
        by_student: dict[str, list[Submission]] = defaultdict(list)
        for each in self.read:
            if each.student:
                by_student[each.student].append(each)
        return {student: claims_on(by_student[student]) for student in sorted(by_student)}

    @cached_property
    def own(self) -> tuple[Submission, ...]:
        """What is theirs, at each place where it was found."""
        return tuple(chain.from_iterable(claims.own for claims in self.claims.values()))

    @cached_property
    def submissions(self) -> tuple[Submission, ...]:
        """One for each zip of each student, with its time."""
        timing = Timing(self.course, self.exercise, self.sheet)
        places: dict[str, dict[str, list[Submission]]] = defaultdict(lambda: defaultdict(list))
        for each in self.own:
            timed = timing.timed(each, self.verdict(each))
            places[each.student][each.sha256].append(timed)
        rules = self.course.rules(self.exercise)
        surest = ((min(some, key=trust) for some in zips.values()) for zips in places.values())
        return tuple(chain.from_iterable(in_order(zips, rules) for zips in surest))

    @cached_property
    def gone(self) -> frozenset[Submission]:
        """What needs no look any more, because something else came in its place."""
        lost = (each for each in self.came if each.refused or not each.student)
        overruled = (each for claims in self.claims.values() for each in self._overruled(claims))
        return frozenset(each for each in lost if self._is_replaced(each)).union(overruled)

    @cached_property
    def _works(self) -> frozenset[tuple[str, str]]:
        """Each place with a work there that is a student's own."""
        return frozenset((each.source, each.work) for each in self.own)

    @cached_property
    def _last_sent(self) -> Mapping[tuple[str, str], str]:
        """When a student's own was first collected from a sender for the last time."""
        last: dict[tuple[str, str], str] = {}
        for each in self.own:
            key = person(each.sender)
            last[key] = max(last.get(key, ""), each.collected)
        return last

    def _is_replaced(self, lost: Submission) -> bool:
        later = self._last_sent.get(person(lost.sender), "") if lost.sender.platform else ""
        in_place = lost.replaced and (bool(lost.refused) or (lost.source, lost.work) in self._works)
        return in_place or later > lost.collected

    def _overruled(self, claims: Claims) -> Iterator[Submission]:
        """What claimed a student when the teacher had seen it, and decided for another."""
        made = max(map(self._made, claims.own), default="")[:_SECONDS]
        return (each for each in claims.contested if "" < each.collected[:_SECONDS] <= made)

    def _made(self, submission: Submission) -> str:
        verdict = self.verdict(submission)
        return journal_time(verdict.made) if verdict and verdict.student and verdict.made else ""

    def _contested(self) -> Iterator[tuple[str, tuple[Submission, ...]]]:
        """The different works in one student's name of which nothing says whose they are."""
        for student, claims in self.claims.items():
            waiting = (each for each in claims.contested if each not in self.gone)
            works = {(each.work, *person(each.sender)): each for each in waiting}
            if works:
                yield student, tuple(works.values())

    def _adrift(self) -> Iterator[tuple[str, int]]:
        """What decisions that still hold are about, if it fits nothing or too much."""
        for name, fits in self.fitting.items():
            if len(fits) != 1 and self.course.decisions.submission(self.exercise, name):
                yield name, len(fits)

    def _unlisted(self) -> Iterator[tuple[Kind, str]]:
        """What decisions that still hold give to students who are not there."""
        every = self.course.decisions
        for decision in every:
            is_ours = decision.exercise == self.exercise and not decision.submission
            if is_ours and not self.roster.has(decision.student) and every.holds(decision):
                yield decision.kinds[0], decision.student

    @cached_property
    def participants(self) -> Mapping[str, str]:
        """Moodle's number of each student, from this exercise's worksheet or downloads."""
        counting = {(each.student, each.sha256) for each in self.submissions if each.counts}
        senders = sorted(
            ((each.student, each.sha256) in counting, each.student, each.sender)
            for each in self.own
            if each.sender.platform == MOODLE and self._is_theirs(each)
        )
        numbers = {student: sender.number for _, student, sender in senders}
        return {**numbers, **self.roster.numbers(MOODLE)}

    def _is_theirs(self, submission: Submission) -> bool:
        """Does nothing say that its sender is another student?"""
        return self.roster.sent(submission.sender)[0] in ("", submission.student)


def _with_known(submissions: list[Submission]) -> Iterator[Submission]:
    """Each submission, with what is known about the same bytes from another place."""
    known = {each.sha256: each for each in submissions if each.origin}
    first: dict[str, str] = {}
    for each in submissions:
        if each.collected:
            first[each.sha256] = min(first.get(each.sha256, each.collected), each.collected)
    for each in submissions:
        same, collected = known.get(each.sha256, each), first.get(each.sha256, "")
        if (same.origin, same.number, collected) != (each.origin, each.number, each.collected):
            each = replace(each, origin=same.origin, number=same.number, collected=collected)
        yield each
