"""What should a teacher know of results and grades, a line for each thing?"""

from collections.abc import Iterator, Mapping

from helpkit.exercises.submission.display import shown
from helpkit.teacher.collect.collection import Collection
from helpkit.teacher.course.decisions import Decision
from helpkit.teacher.gradebook.grade import Final
from helpkit.teacher.results.results import Results
from helpkit.teacher.results.tally import PartTally, Tally

__all__ = ["graded", "is_fine", "nothing_from", "set_by_hand", "ungraded"]

Hand = Mapping[str, Decision]
"""Whose points the teacher set by hand."""


def graded(tally: Tally, found: Collection, hand: Hand, where: str) -> Iterator[str]:
    """How the grading went; the last line counts."""
    for student, state, reason in tally.reasons:
        if state == "graded" or student not in hand:
            yield f"{'Look at' if state == 'graded' else 'Not graded'} {student}: {reason}"
    yield from nothing_from(tally.missing, hand)
    if found.unmatched:
        yield f"Unmatched: {len(found.unmatched)}; see  helpkit collect"
    yield from (_part(name, part) for name, part in tally.parts.items())
    states = ", ".join(f"{name} {tally.states[name]}" for name in ("graded", "refused", "missing"))
    by_hand = f", points by hand {len(hand)}" if hand else ""
    unread = sum(part.unread for part in tally.parts.values())
    yield f"Exercise {found.exercise}: {states}{by_hand}; still to be marked {unread}; {where}."


def is_fine(tally: Tally, found: Collection, hand: Hand) -> bool:
    """Is there nothing that a teacher should look at?"""
    open_ones = [one for one in tally.reasons if one[1] == "graded" or one[0] not in hand]
    return not (found.unmatched or open_ones) and found.is_settled


def nothing_from(missing: list[str], hand: Hand) -> Iterator[str]:
    """Who handed in nothing, and has no points by hand either."""
    if left := [student for student in missing if student not in hand]:
        yield f"Nothing from: {', '.join(left)}"


def set_by_hand(hand: Hand, of: float) -> Iterator[str]:
    """Whose points the teacher set by hand, and why."""
    for student, one in hand.items():
        yield f"{student}: decided: {one.points:g} of {of:g} points by hand: {shown(one.reason)}"


def ungraded(
    results: Results, finals: Mapping[str, Final], found: Collection
) -> tuple[list[str], list[str]]:
    """Those who handed in and have no grade, and those whose marks should be looked at again."""
    unread = [student for student, one in finals.items() if one.unread]
    none = [one.student for one in results.rows.values() if one.state == "refused"]
    return [*_open(unread, none, finals)], [*_unsure(finals, found)]


def _open(unread: list[str], refused: list[str], finals: Mapping[str, Final]) -> Iterator[str]:
    left = [student for student in refused if not finals[student].decided]
    if unread:
        count = sum(len(finals[student].unread) for student in unread)
        yield f"Still to be marked: {count}, from {', '.join(unread)}; no grade yet"
    earlier = [
        f"{one.student} ({', '.join(one.earlier)})" for one in finals.values() if one.earlier
    ]
    if earlier:
        yield f"Marked for an earlier text: {', '.join(earlier)}; read it again at the desk"
    if left:
        yield f"Refused: {', '.join(left)}; no grade yet"


def _unsure(finals: Mapping[str, Final], found: Collection) -> Iterator[str]:
    """Marks of an older helpkit, if what counts was handed in later than they were given."""
    came = {student: one.at for student, one in found.counting.items()}
    after = [
        f"{one.student} ({', '.join(parts)})"
        for one in finals.values()
        if (parts := [part for part, at in one.unsure if at < came.get(one.student, "")])
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
