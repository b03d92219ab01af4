"""Of all that came in for one exercise: whose is what, and what counts?

A pure function of what was seen, the roster, the rules, the platform's worksheet and the teacher's
decisions. Of several submissions by a student, the latest before the deadline counts; if there is
none before it, the latest of all, unless the course refuses late work.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Final

from helpkit.teacher.collect.claims import Claim, Claims, person, told_apart
from helpkit.teacher.collect.matching import Match, Roster, matched
from helpkit.teacher.collect.sender import MOODLE, Sender
from helpkit.teacher.collect.sighting import Sighting, journal_time
from helpkit.teacher.collect.timing import Counted, Timing, chosen, trust
from helpkit.teacher.course.course import Course
from helpkit.teacher.course.decisions import Decision, Decisions, Kind

if TYPE_CHECKING:
    from helpkit.teacher.collect.worksheet import Worksheet

__all__ = ["Collection", "Contested", "sort_out"]

_SECONDS: Final = len("2026-11-28T09:30:00")
"""A decision is dated to the second."""


@dataclass(frozen=True, slots=True)
class Contested:
    """Different works that came in one student's name, as far as nothing says whose they are.

    If `counts`, something else counts for the student, and these do not replace it.
    """

    student: str
    claims: tuple[Sighting, ...]
    counts: bool


@dataclass(frozen=True)
class Collection:
    """All that came in for one exercise.

    `hand_ins` are in order of student and time; `unmatched` and `refused` come with the reason;
    `refused_of` names the student whose submission was refused, if that is known; `missing` are
    the students without any. `participants` has Moodle's number for each student. `contested`
    waits for a decision, as does a time in `strange`; `settled` was refused, nobody's or contested,
    and needs no look any more; `left_out` has the reason. `adrift` are the submissions that a
    decision names and that fit none that was collected, or so many; `unlisted` are the students
    whom one names and the roster does not. `owners` says in whose name
    each came that can be read; empty for nobody.
    """

    exercise: str
    hand_ins: tuple[Counted, ...]
    unmatched: tuple[tuple[Sighting, str], ...]
    refused: tuple[Sighting, ...]
    refused_of: Mapping[Sighting, str]
    missing: tuple[str, ...]
    participants: Mapping[str, str] = field(default_factory=dict)
    contested: tuple[Contested, ...] = ()
    settled: tuple[Sighting, ...] = ()
    left_out: tuple[tuple[Sighting, str], ...] = ()
    adrift: tuple[tuple[str, int], ...] = ()
    unlisted: tuple[tuple[Kind, str], ...] = ()
    owners: Mapping[Sighting, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Was nothing collected at all, neither read nor refused?"""
        return not (self.owners or self.refused or self.settled or self.left_out)

    @property
    def counting(self) -> dict[str, Counted]:
        """The submission that counts, by student."""
        return {one.student: one for one in self.hand_ins if one.counts}

    @property
    def strange(self) -> tuple[Counted, ...]:
        """The submissions whose time cannot be true, and decides what counts."""
        return tuple(one for one in self.hand_ins if one.strange)

    @property
    def noted(self) -> tuple[Counted, ...]:
        """The submissions that a platform sent for somebody else than was typed."""
        return tuple(one for one in self.hand_ins if one.note)

    @property
    def withheld(self) -> frozenset[str]:
        """The students for whom nothing counts until the teacher decides."""
        return frozenset(one.student for one in self.contested if not one.counts)

    @property
    def is_settled(self) -> bool:
        """Is there nothing for the teacher to decide?"""
        return not (self.contested or self.strange or self.adrift or self.unlisted)

    @property
    def is_whole(self) -> bool:
        """Was everything accepted, and is it clear whose it is and when it came?"""
        return not (self.refused or self.unmatched or self.noted) and self.is_settled


def sort_out(
    sightings: Iterable[Sighting], course: Course, exercise: str, sheet: "Worksheet | None" = None
) -> Collection:
    """Whose is what, and what counts?

    Raises:
        CourseError: the course does not have this exercise.
    """
    course.rules(exercise)
    return _Sorted(course, exercise, sheet, tuple(_as_one(sorted(sightings)))).collection()


@dataclass(frozen=True)
class _Sorted:
    """Each step on the way from sightings to a collection, worked out once."""

    course: Course
    exercise: str
    sheet: "Worksheet | None"
    seen: tuple[Sighting, ...]

    def collection(self) -> Collection:
        """All of it."""
        gone = self.gone
        refused = tuple(one for one in self.came if one.refused and one not in gone)
        nobodys = (one for one in self.whole if not self.owner(one) and one not in gone)
        return Collection(
            exercise=self.exercise,
            hand_ins=self.hand_ins,
            unmatched=tuple((one, self.matches[one].by) for one in nobodys),
            refused=refused,
            refused_of={one: self.owner(one) for one in refused},
            missing=tuple(one.id for one in self.course.students if one.id not in self.claims),
            participants=self.participants,
            contested=tuple(self._contested()),
            settled=tuple(sorted(gone)),
            left_out=tuple((one, self._reason(one)) for one in self.out),
            adrift=tuple(self._adrift()),
            unlisted=tuple(self._unlisted()),
            owners={one: its.student for one, its in self.matches.items() if not one.refused},
        )

    def owner(self, one: Sighting) -> str:
        """Whose it is, or in whose name it came; empty for nobody."""
        return self.matches[one].student

    @cached_property
    def fitting(self) -> Mapping[str, tuple[str, ...]]:
        """What was collected of all that a decision names."""
        return self.course.decisions.fitting(self.exercise, (one.sha256 for one in self.seen))

    @cached_property
    def decisions(self) -> Decisions:
        """The decisions of which it is clear what they are about."""
        clear = {name for name, fits in self.fitting.items() if len(fits) == 1}
        every = self.course.decisions
        return Decisions(tuple(one for one in every if one.submission in clear))

    def verdict(self, one: Sighting) -> Decision | None:
        """What the teacher decided about a submission."""
        return self.decisions.submission(self.exercise, one.sha256) if self.decisions.all else None

    @cached_property
    def matches(self) -> Mapping[Sighting, Match]:
        """Whose each is."""
        return matched(self.seen, self.roster, self.verdict)

    @cached_property
    def roster(self) -> Roster:
        """The class, with what the worksheet says."""
        return Roster(self.course.students, self.sheet)

    @cached_property
    def out(self) -> tuple[Sighting, ...]:
        """What the teacher left out."""
        return tuple(one for one in self.seen if (said := self.verdict(one)) and said.left_out)

    @cached_property
    def came(self) -> tuple[Sighting, ...]:
        """All the rest."""
        out = {*self.out}
        return tuple(one for one in self.seen if one not in out)

    @cached_property
    def whole(self) -> tuple[Sighting, ...]:
        """What of that can be read."""
        return tuple(one for one in self.came if not one.refused)

    @cached_property
    def claims(self) -> Mapping[str, Claims]:
        """What came in the name of each student, and what of it holds."""
        claims: dict[str, list[Claim]] = defaultdict(list)
        for one in self.whole:
            match = self.matches[one]
            if match.student:
                claims[match.student].append((one, match))
        return {student: told_apart(claims[student]) for student in sorted(claims)}

    @cached_property
    def own(self) -> tuple[Claim, ...]:
        """What holds."""
        return tuple(chain.from_iterable(claims.own for claims in self.claims.values()))

    @cached_property
    def hand_ins(self) -> tuple[Counted, ...]:
        """A line for each submission of each student, wherever it was found."""
        timing = Timing(self.course, self.exercise, self.sheet)
        places: dict[str, dict[str, list[Counted]]] = defaultdict(lambda: defaultdict(list))
        for one, match in self.own:
            counted = timing.counted(one, match, self.verdict(one))
            places[match.student][one.sha256].append(counted)
        rules = self.course.rules(self.exercise)
        each = ((min(seen, key=trust) for seen in some.values()) for some in places.values())
        return tuple(chain.from_iterable(chosen(some, rules) for some in each))

    @cached_property
    def gone(self) -> frozenset[Sighting]:
        """What needs no look any more, because something else came in its place."""
        lost = (one for one in self.came if one.refused or not self.owner(one))
        overruled = (one for claims in self.claims.values() for one in self._overruled(claims))
        return frozenset(one for one in lost if self._is_replaced(one)).union(overruled)

    @cached_property
    def _good(self) -> frozenset[tuple[str, str]]:
        return frozenset((one.source, one.work) for one, _ in self.own)

    @cached_property
    def _last_sent(self) -> Mapping[tuple[str, str], str]:
        """When something that holds was first collected from a sender for the last time."""
        sent: dict[tuple[str, str], str] = {}
        for one, _ in self.own:
            key = person(one.sender)
            sent[key] = max(sent.get(key, ""), one.seen)
        return sent

    def _is_replaced(self, one: Sighting) -> bool:
        later = self._last_sent.get(person(one.sender), "") if one.sender.platform else ""
        in_place = one.replaced and (bool(one.refused) or (one.source, one.work) in self._good)
        return in_place or later > one.seen

    def _overruled(self, claims: Claims) -> Iterator[Sighting]:
        """What claimed a student when the teacher had seen it, and decided for another."""
        made = max((self._made(one) for one, _ in claims.own), default="")[:_SECONDS]
        return (one for one, _ in claims.contested if "" < one.seen[:_SECONDS] <= made)

    def _made(self, one: Sighting) -> str:
        verdict = self.verdict(one)
        return journal_time(verdict.made) if verdict and verdict.student and verdict.made else ""

    def _contested(self) -> Iterator[Contested]:
        for student, claims in self.claims.items():
            waiting = (one for one, _ in claims.contested if one not in self.gone)
            left = {(one.work, *person(one.sender)): one for one in waiting}
            if left:
                yield Contested(student, tuple(left.values()), bool(claims.own))

    def _reason(self, one: Sighting) -> str:
        verdict = self.verdict(one)
        return verdict.reason if verdict else ""

    def _adrift(self) -> Iterator[tuple[str, int]]:
        """What decisions that stand are about, if it fits nothing or too much."""
        for name, fits in self.fitting.items():
            stands = self.course.decisions.submission(self.exercise, name)
            if len(fits) != 1 and stands:
                yield name, len(fits)

    def _unlisted(self) -> Iterator[tuple[Kind, str]]:
        """What decisions that stand give to students who are not there."""
        every = self.course.decisions
        for one in every:
            gone = one.exercise == self.exercise and not (
                one.submission or self.roster.has(one.student)
            )
            if gone and every.stands(one):
                yield one.kinds[0], one.student

    @cached_property
    def participants(self) -> Mapping[str, str]:
        """Moodle's number of each student, from this exercise's worksheet or downloads."""
        counting = {(one.student, one.sha256) for one in self.hand_ins if one.counts}
        sent = [
            ((match.student, one.sha256) in counting, match.student, one.sender)
            for one, match in self.own
            if one.sender.platform == MOODLE and self._is_theirs(one.sender, match.student)
        ]
        found = {student: sender.number for _, student, sender in sorted(sent)}
        listed = self.roster.numbers(MOODLE)
        return {**found, **listed}

    def _is_theirs(self, sender: Sender, student: str) -> bool:
        """Does nothing say that this sender is another student?"""
        return self.roster.sent(sender)[0] in ("", student)


def _as_one(sightings: Iterable[Sighting]) -> Iterator[Sighting]:
    """Each sighting, with what is known about the same bytes from another place."""
    sightings = [*sightings]
    known = {one.sha256: one for one in sightings if one.origin}
    first: dict[str, str] = {}
    for one in sightings:
        if one.seen:
            first[one.sha256] = min(first.get(one.sha256, one.seen), one.seen)
    for one in sightings:
        same = known.get(one.sha256, one)
        seen = first.get(one.sha256, "")
        if (same.origin, same.number, seen) != (one.origin, one.number, one.seen):
            one = replace(one, origin=same.origin, number=same.number, seen=seen)
        yield one
