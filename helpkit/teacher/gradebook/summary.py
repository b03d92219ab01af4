"""What should a teacher know of results and grades, a line for each thing?"""

from collections.abc import Iterator, Mapping

from helpkit.exercises.submission.display import shown
from helpkit.teacher.collect.collection import Collection
from helpkit.teacher.course.decisions import Decision
from helpkit.teacher.gradebook.grade import Grade
from helpkit.teacher.results.results import Results
from helpkit.teacher.results.tally import ClassTally, PartTally

__all__ = ["grading_summary", "is_fine", "nothing_from", "open_grades", "set_by_hand"]

Hand = Mapping[str, Decision]
"""Whose points the teacher set by hand."""


def grading_summary(
    tally: ClassTally, collection: Collection, hand: Hand, where: str
) -> Iterator[str]:
    """How the grading went; the last line counts."""
    for student, state, reason in tally.reasons:
        if state == "graded" or student not in hand:
            yield f"{'Look at' if state == 'graded' else 'Not graded'} {student}: {reason}"
    yield from nothing_from(tally.missing, hand)
    if collection.unmatched:
        yield f"Unmatched: {len(collection.unmatched)}; see  helpkit collect"
    yield from (_part(name, part) for name, part in tally.parts.items())
    states = ", ".join(f"{name} {tally.states[name]}" for name in ("graded", "refused", "missing"))
    by_hand = f", points by hand {len(hand)}" if hand else ""
    unread = sum(part.unread for part in tally.parts.values())
    exercise = f"Exercise {collection.exercise}"
    yield f"{exercise}: {states}{by_hand}; still to be marked {unread}; {where}."


def is_fine(tally: ClassTally, collection: Collection, hand: Hand) -> bool:
    """Is there nothing that a teacher should look at?"""
    open_ones = [
        reason for reason in tally.reasons if reason[1] == "graded" or reason[0] not in hand
    ]
    return not (collection.unmatched or open_ones) and collection.is_settled


def nothing_from(missing: list[str], hand: Hand) -> Iterator[str]:
    """Who handed in nothing, and has no points by hand either."""
    if left := [student for student in missing if student not in hand]:
        yield f"Nothing from: {', '.join(left)}"


def set_by_hand(hand: Hand, of: float) -> Iterator[str]:
    """Whose points the teacher set by hand, and why."""
    for student, decision in hand.items():
        points = f"{decision.points:g} of {of:g} points by hand"
        yield f"{student}: decided: {points}: {shown(decision.reason)}"


def open_grades(
    results: Results, grades: Mapping[str, Grade], collection: Collection
) -> tuple[list[str], list[str]]:
    """Those who handed in and have no grade, and those whose marks should be looked at again."""
    unread = [student for student, grade in grades.items() if grade.unread]
    none = [result.student for result in results.rows.values() if result.state == "refused"]
    return [*_open(unread, none, grades)], [*_unsure(grades, collection)]


def _open(unread: list[str], refused: list[str], grades: Mapping[str, Grade]) -> Iterator[str]:
    left = [student for student in refused if not grades[student].decided]
    if unread:
        count = sum(len(grades[student].unread) for student in unread)
        yield f"Still to be marked: {count}, from {', '.join(unread)}; no grade yet"
    earlier = [
        f"{grade.student} ({', '.join(grade.earlier)})"
        for grade in grades.values()
        if grade.earlier
    ]
    if earlier:
        yield f"Marked for an earlier text: {', '.join(earlier)}; read it again at the desk"
    if left:
        yield f"Refused: {', '.join(left)}; no grade yet"


def _unsure(grades: Mapping[str, Grade], collection: Collection) -> Iterator[str]:
    """Marks of an older helpkit, if what counts was handed in later than they were given."""
    came = {student: counted.at for student, counted in collection.counting.items()}
    after = [
        f"{grade.student} ({', '.join(parts)})"
        for grade in grades.values()
        if (parts := [part for part, at in grade.unsure if at < came.get(grade.student, "")])
    ]
    if after:
        yield (
            f"Marked before what counts was handed in, by a helpkit that did not keep for which "
            f"text: {', '.join(after)}; the marks count: look once more at the desk"
        )


def _part(name: str, tally: PartTally) -> str:
    """How a part went, on one line."""
    n = tally.students
    if not tally.rows:
        return f"{name}: students {n}, still to be marked {tally.unread}"
    mean, of, blank = tally.points / n, tally.of / n, tally.blank / tally.rows
    line = f"{name}: students {n}, mean {mean:.1f} of {of:.1f}, blank {blank:.0%}"
    if tally.worst:
        item, share = tally.worst
        line += f", least often right {item} ({share:.0%})"
    return line
