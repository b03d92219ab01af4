"""What should a teacher know of what came in, a line for each thing?"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from helpkit.exercises.submission.display import shown
from helpkit.teacher.collect.collection import Collection, Contested, Counted
from helpkit.teacher.collect.matching import DECIDED, Roster
from helpkit.teacher.collect.sighting import Sighting, journal_time
from helpkit.teacher.collect.timing import EVENTS
from helpkit.teacher.course.clock import spoken
from helpkit.teacher.course.course import Course
from helpkit.teacher.course.decision_file import unlisted
from helpkit.teacher.course.decisions import SHORTEST

__all__ = ["questions", "report"]

_HINTS: Final = 100
"""For more than so many unknown ids the roster is probably another one, and looking takes time."""


def report(found: Collection, course: Course) -> Iterator[str]:
    """All lines but the last, which counts."""
    yield from _what_came(found, course)
    yield from _decided(found, course)
    for counted in found.noted:
        which = f"{found.exercise} {_start(counted.sha256)} {counted.student}"
        yield (
            f"Look at {counted.student}: {counted.note}. If that is right:  helpkit decide owner "
            f"{which} --reason …"
        )
    yield from questions(found, course)
    yield from _unmatched(found, course)
    for one in found.refused:
        whose = f" ({found.refused_of[one]})" if found.refused_of[one] else ""
        yield f"Refused: {shown(one.source)}{whose}: {one.refused}"
    if found.missing:
        yield f"Nothing from: {', '.join(found.missing)}"


def questions(found: Collection, course: Course) -> Iterator[str]:
    """What waits for a decision of the teacher, and how to give it."""
    for claims in found.contested:
        yield _contested(claims, found.exercise)
    for one in found.strange:
        yield (
            f"Strange time of {one.student}: {_by_clock(one, course)}: {one.strange}. If you know "
            f"better:  helpkit decide handed-in-at {found.exercise} {_start(one.sha256)} TIME "
            "--reason …"
        )
    for name, fits in found.adrift:
        what = f"fits {fits} submissions: give more letters" if fits else "was never collected"
        yield f"Decision about {shown(name)}: a submission of that name {what}"
    for kind, student in found.unlisted:
        why = unlisted(student, course.known.students)
        yield (
            f"Decision about {student}: {why}. If it was about somebody who left:  helpkit decide "
            f"withdraw {kind} {found.exercise} {student} --reason …"
        )


def _what_came(found: Collection, course: Course) -> Iterator[str]:
    """A line for each submission that a teacher might wonder about."""
    counts = Counter(one.student for one in found.hand_ins)
    for one in found.hand_ins:
        if counts[one.student] > 1 or one.late:
            late, kept = "late" if one.late else "in time", "counts" if one.counts else "kept"
            yield f"{one.student}: {late} according to {_by_clock(one, course)}; {kept}"


def _by_clock(one: Counted, course: Course) -> str:
    clocks = {EVENTS: "the student's clock", DECIDED: "your decision"}
    return f"{clocks.get(one.says, one.says)} ({spoken(one.at, course.zone)})"


def _decided(found: Collection, course: Course) -> Iterator[str]:
    for one in found.hand_ins:
        if one.decided:
            yield f"{one.student}: decided: {shown(one.decided)}"
    for student in {one.student: None for one in course.decisions if one.until}:
        extension = course.decisions.extension(found.exercise, student)
        if extension and extension.until:
            until = spoken(journal_time(extension.until), course.zone)
            yield f"{student}: decided: until {until}: {shown(extension.reason)}"
    for left, reason in found.left_out:
        yield f"Left out: {_place(left)}: {shown(reason)}"


def _contested(claims: Contested, exercise: str) -> str:
    places = " and ".join(map(_place, claims.claims[:3]))
    more = f" and {len(claims.claims) - 3} more" if len(claims.claims) > 3 else ""
    # Where none counts, no submission is put into the teacher's mouth: it could be the wrong one.
    which = _start(claims.claims[0].sha256) if claims.counts else "SUBMISSION"
    owner = f"helpkit decide owner {exercise} {which} {claims.student} --reason …"
    if claims.counts:
        return (
            f"Contested {claims.student}: {places}{more}: only what was typed says whose this is, "
            f"so it does not replace what counts. If it is {claims.student}'s:  {owner}  and if "
            f"not:  helpkit decide leave-out {exercise} {which} --reason …"
        )
    return (
        f"Contested {claims.student}: {places}{more}: different work in one name, so none of it "
        f"counts. Decide whose each is:  {owner}"
    )


def _unmatched(found: Collection, course: Course) -> Iterator[str]:
    hints = islice(_near(found.unmatched, course), _HINTS)
    for one, why in found.unmatched:
        near = next(hints, "")
        meant = f"; did you mean {near}?" if near else ""
        yield f"Unmatched: {shown(one.source)}: {why}{meant}"


def _near(unmatched: Iterable[tuple[Sighting, str]], course: Course) -> Iterator[str]:
    roster = Roster(course.students)
    for one, _ in unmatched:
        yield "" if roster.typed(one.student) else roster.near(one.student)


def _place(one: Sighting) -> str:
    return f"{shown(one.source)} ({_start(one.sha256)})"


def _start(sha256: str) -> str:
    return sha256[:SHORTEST]
