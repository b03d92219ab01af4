"""How does a decision come into the course, and what does it change?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from helpkit.content.files import FOLDER
from helpkit.errors import CourseError
from helpkit.exercises.submission.display import shown
from helpkit.journal.files import write_whole
from helpkit.teacher.collect.collection import Submission, read_index
from helpkit.teacher.course.clock import moment_in
from helpkit.teacher.course.course import Course
from helpkit.teacher.course.decision_file import added, parse_decisions, unlisted
from helpkit.teacher.course.decisions import DECISIONS, Decision, Decisions, Kind

__all__ = ["changes", "decide", "extended", "moment_of", "named", "withdrawal"]


def named(submissions: Iterable[Submission], name: str, exercise: str) -> Submission:
    """The submission that is named by its source or by the first letters of its sha256.

    Raises:
        CourseError: none or several fit.
    """
    fits = {each.sha256: each for each in submissions if each.sha256 and _fits(each, name)}
    if len(fits) == 1:
        return next(iter(fits.values()))
    what = f"{shown(name)!r} fits {len(fits) or 'no'} submissions of exercise {exercise}"
    listed = "; ".join(f"{each.start} ({shown(each.source)})" for each in [*fits.values()][:5])
    todo = (
        "expected 4 or more of the first letters of its sha256, or its source, as  helpkit "
        "collect  shows it"
    )
    raise CourseError(f"{what}: {listed or todo}" + (": give one of these" if fits else ""))


def _fits(submission: Submission, name: str) -> bool:
    by_hash = len(name) >= 4 and submission.sha256.startswith(name.lower())
    return by_hash or name in (submission.source, shown(submission.source))


def moment_of(text: str, course: Course) -> datetime:
    """The moment that was typed, in the zone of the course.

    Raises:
        CourseError: it is no day and time, or not one of this zone.
    """
    zone = course.zone if course.has_zone else None
    try:
        if ":" not in text:
            raise ValueError("no time of day")
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise CourseError(
            f"expected a day and a time such as 2026-12-04T17:00, got {shown(text)!r}"
        ) from error
    try:
        return moment_in(moment, zone)
    except ValueError as error:
        raise CourseError(str(error)) from error


def extended(course: Course, exercise: str, student: str, until: str, reason: str) -> Decision:
    """An extension for one student.

    Raises:
        CourseError: it is no moment, or not later than the deadline.
    """
    moment = moment_of(until, course)
    deadline = course.rules(exercise).deadline
    if moment <= deadline:
        raise CourseError(
            f"expected a time after the deadline of exercise {exercise}, {deadline.isoformat()}, "
            f"got {moment.isoformat()}"
        )
    return Decision(exercise, reason, student=student, until=moment)


def withdrawal(course: Course, kind: Kind, exercise: str, about: str, reason: str) -> Decision:
    """What takes back the decision of one kind that holds about a student or a submission.

    Raises:
        CourseError: none or several do.
    """
    valid = [
        decision
        for decision in course.decisions
        if (decision.exercise, decision.kinds) == (exercise, (kind,))
        and course.decisions.holds(decision)
    ]
    names = _names_of(course, exercise, about)
    fits = [each for each in valid if _is_named(each, about) or each.submission in names]
    if len(fits) != 1:
        what = (
            f"{shown(about)!r} fits {len(fits) or 'no'} decisions ({kind}) in exercise {exercise}"
        )
        known = ", ".join(decision.submission or decision.student for decision in valid)
        raise CourseError(f"{what}: " + (f"expected one of {known}" if known else "none stands"))
    submission = fits[0].submission
    return Decision(exercise, reason, submission, "" if submission else about, withdrawn=kind)


def _names_of(course: Course, exercise: str, source: str) -> set[str]:
    """What decisions call the submissions that were found there."""
    index = read_index(course, exercise)
    hashes = [each.sha256 for each in index if source in (each.source, shown(each.source))]
    return {name for name, fits in course.decisions.fitting(exercise, hashes).items() if fits}


def _is_named(decision: Decision, about: str) -> bool:
    if not decision.submission:
        return decision.student == about
    return len(about) >= 4 and decision.is_about(about.lower())


def decide(course: Course, decision: Decision) -> Course:
    """Add one decision to the file of the course, and give the course as it is with it.

    The caller holds the lock. What was in the file stays byte for byte, and what would be written
    is read and checked before it is kept.

    Raises:
        CourseError: the decision does not fit the course; nothing is written.
        OSError: it cannot be written; nothing has changed.
    """
    if not decision.withdrawn and (why := unlisted(decision.student, course.subjects.students)):
        raise CourseError(f"nothing is decided: {why}")
    path = course.root / DECISIONS
    before = path.read_bytes() if path.exists() else _start(course)
    made = replace(decision, made=datetime.now(UTC).replace(microsecond=0))
    after = added(before, made)
    decisions, faults = parse_decisions(after, course.subjects)
    if faults:
        raise CourseError("\n".join(f"nothing is decided: {fault}" for fault in faults))
    _compare(course.decisions, decisions, made)
    write_whole(path, after)
    return replace(course, decisions=decisions)


def _start(course: Course) -> bytes:
    return (FOLDER / "text" / course.language / "templates" / DECISIONS).read_bytes()


def _compare(earlier: Decisions, all_of_them: Decisions, made: Decision) -> None:
    *before, last = all_of_them
    if tuple(before) != earlier.all or last != made:
        raise CourseError(
            f"nothing is decided: read back, {DECISIONS} does not hold what it held and this "
            "decision; look at its last lines"
        )


def changes(before: Mapping[str, Submission], after: Mapping[str, Submission]) -> Iterator[str]:
    """What counts now, for each student for whom that has changed."""
    for student in sorted({*before, *after}):
        if before.get(student) != after.get(student):
            yield f"{student}: {_counts(after.get(student))}"


def _counts(submission: Submission | None) -> str:
    if submission is None:
        return "nothing counts now"
    return f"{submission.sha256[:8]} counts now, {'late' if submission.late else 'in time'}"
