"""What should a teacher know of what came in, a line for each thing?"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from helpkit.exercises.submission.display import shown
from helpkit.teacher.collect.index import journal_time
from helpkit.teacher.collect.matching import Roster
from helpkit.teacher.collect.submission import DECIDED, EVENTS, Collection, Submission
from helpkit.teacher.course.clock import spoken
from helpkit.teacher.course.course import Course
from helpkit.teacher.course.decision_file import unlisted
from helpkit.teacher.course.decisions import SHORTEST

__all__ = ["questions", "report"]

_HINTS: Final = 100
"""For more than so many unknown ids the roster is probably another one, and looking takes time."""


def report(collection: Collection, course: Course) -> Iterator[str]:
    """All lines but the last, which counts."""
    yield from _what_came(collection, course)
    yield from _decided(collection, course)
    for noted in collection.noted:
        which = f"{collection.exercise} {_start(noted)} {noted.student}"
        yield (
            f"Look at {noted.student}: {noted.note}. If that is right:  helpkit decide owner "
            f"{which} --reason …"
        )
    yield from questions(collection, course)
    yield from _unmatched(collection, course)
    for refused in collection.refused:
        whose = f" ({refused.student})" if refused.student else ""
        yield f"Refused: {shown(refused.source)}{whose}: {refused.refused}"
    if collection.missing:
        yield f"Nothing from: {', '.join(collection.missing)}"


def questions(collection: Collection, course: Course) -> Iterator[str]:
    """What waits for a decision of the teacher, and how to give it."""
    for student in collection.contested:
        yield _contested(collection, student)
    for strange in collection.strange:
        yield (
            f"Strange time of {strange.student}: {_by_clock(strange, course)}: {strange.strange}. "
            "If you know better:  helpkit decide handed-in-at "
            f"{collection.exercise} {_start(strange)} TIME --reason …"
        )
    for name, fits in collection.adrift:
        what = f"fits {fits} submissions: give more letters" if fits else "was never collected"
        yield f"Decision about {shown(name)}: a submission of that name {what}"
    for kind, student in collection.unlisted:
        why = unlisted(student, course.subjects.students)
        yield (
            f"Decision about {student}: {why}. If it was about somebody who left:  helpkit decide "
            f"withdraw {kind} {collection.exercise} {student} --reason …"
        )


def _what_came(collection: Collection, course: Course) -> Iterator[str]:
    """A line for each submission that a teacher might wonder about."""
    counts = Counter(each.student for each in collection.submissions)
    for each in collection.submissions:
        if counts[each.student] > 1 or each.late:
            late, use = "late" if each.late else "in time", "counts" if each.counts else "kept"
            yield f"{each.student}: {late} according to {_by_clock(each, course)}; {use}"


def _by_clock(submission: Submission, course: Course) -> str:
    clocks = {EVENTS: "the student's clock", DECIDED: "your decision"}
    clock = clocks.get(submission.says, submission.says)
    return f"{clock} ({spoken(submission.at, course.zone)})"


def _decided(collection: Collection, course: Course) -> Iterator[str]:
    for each in collection.submissions:
        if each.decided:
            yield f"{each.student}: decided: {shown(each.decided)}"
    students = dict.fromkeys(each.student for each in course.decisions if each.until)
    for student in students:
        extension = course.decisions.extension(collection.exercise, student)
        if extension and extension.until:
            until = spoken(journal_time(extension.until), course.zone)
            yield f"{student}: decided: until {until}: {shown(extension.reason)}"
    for left in collection.left_out:
        yield f"Left out: {_place(left)}: {shown(left.decided)}"


def _contested(collection: Collection, student: str) -> str:
    claims, exercise = collection.contested[student], collection.exercise
    places = " and ".join(map(_place, claims[:3]))
    more = f" and {len(claims) - 3} more" if len(claims) > 3 else ""
    is_withheld = student in collection.withheld
    # Where none counts, no submission is put into the teacher's mouth: it could be the wrong one.
    which = "SUBMISSION" if is_withheld else _start(claims[0])
    owner = f"helpkit decide owner {exercise} {which} {student} --reason …"
    if is_withheld:
        return (
            f"Contested {student}: {places}{more}: different work in one name, so none of it "
            f"counts. Decide whose each is:  {owner}"
        )
    return (
        f"Contested {student}: {places}{more}: only what was typed says whose this is, "
        f"so it does not replace what counts. If it is {student}'s:  {owner}  and if "
        f"not:  helpkit decide leave-out {exercise} {which} --reason …"
    )


def _unmatched(collection: Collection, course: Course) -> Iterator[str]:
    hints = islice(_near(collection.unmatched, course), _HINTS)
    for each in collection.unmatched:
        near = next(hints, "")
        meant = f"; did you mean {near}?" if near else ""
        yield f"Unmatched: {shown(each.source)}: {each.by}{meant}"


def _near(unmatched: Iterable[Submission], course: Course) -> Iterator[str]:
    roster = Roster(course.students)
    for each in unmatched:
        yield "" if roster.typed(each.typed) else roster.near(each.typed)


def _place(submission: Submission) -> str:
    return f"{shown(submission.source)} ({_start(submission)})"


def _start(submission: Submission) -> str:
    return submission.sha256[:SHORTEST]
