"""Grading again: whose points changed, and why?

The new results are compared with the file that they replace, line by line; only lines that differ
are read.
"""

from collections.abc import Iterator
from typing import Final

from helpkit.errors import CourseError
from helpkit.exercises.submission.display import shown
from helpkit.teacher.course.cell_text import number
from helpkit.teacher.course.course import Course, Late
from helpkit.teacher.results.result import Result, from_line
from helpkit.teacher.results.results import Results, results_path

__all__ = ["current_lines", "result_changes"]

_UNREADABLE: Final = "what is replaced cannot be read, so nobody knows whose points change"


def current_lines(course: Course, exercise: str) -> tuple[bytes, ...]:
    """The lines of the results as they are now; none if there are none or they cannot be read."""
    try:
        return tuple(results_path(course, exercise).read_bytes().splitlines())
    except OSError:
        return ()


def result_changes(course: Course, before: tuple[bytes, ...], after: Results) -> Iterator[str]:
    """A line for each student whose points change, with the reasons; nothing for a first time."""
    is_lowered = course.rules(after.exercise).late is Late.LOWER
    try:
        changes = sorted(_changes(before, after, is_lowered)) if before else []
    except CourseError:
        changes = [("", _UNREADABLE)]
    yield from (line for _, line in changes)


def _changes(
    before: tuple[bytes, ...], after: Results, is_lowered: bool
) -> Iterator[tuple[str, str]]:
    """By student; one result after the other is read and let go, however large the class is."""
    now = after.rows.lines
    same = {*before} & {*now.values()}
    added = {student for student, line in now.items() if line not in same}
    for line in before:
        if line not in same:
            old = from_line(line, "")
            new = after.rows[old.student] if old.student in now else None
            added.discard(old.student)
            yield from ((old.student, text) for text in _change(old.student, old, new, is_lowered))
    for student in added:
        new = after.rows[student]
        yield from ((student, text) for text in _change(student, None, new, is_lowered))


def _change(
    student: str, old: Result | None, new: Result | None, is_lowered: bool
) -> Iterator[str]:
    was, now = (_earned(result, is_lowered) for result in (old, new))
    if was != now:
        yield f"Changed: {student} {was} → {now} ({', '.join(_reasons(old, new))})"


def _earned(result: Result | None, is_lowered: bool) -> str:
    """A result in a few words."""
    if result is None:
        return "not in the class"
    if result.state != "graded":
        return result.state
    days = f"{result.late_days} day{'s' if result.late_days > 1 else ''} late"
    return number(result.points) + (f" and {days}" if is_lowered and result.late_days else "")


def _reasons(old: Result | None, new: Result | None) -> Iterator[str]:
    if old is None or new is None:
        yield "student added" if old is None else "student removed"
        return
    reasons = [*_differences(old, new)]
    yield from reasons or ["key or items" if not old.key else "another helpkit"]


def _differences(old: Result, new: Result) -> Iterator[str]:
    if old.sha256 != new.sha256:
        yield "another submission" if old.sha256 and new.sha256 else _came(new)
    elif old.reason != new.reason and "graded" not in (old.state, new.state):
        yield shown(new.reason)
    if old.decided != new.decided:
        yield "decision"
    if old.late_days != new.late_days and old.sha256 and new.sha256:
        yield "days late"
    if old.key and new.key and old.key != new.key:
        yield "key or items"


def _came(new: Result) -> str:
    if new.sha256:
        return "new submission"
    return shown(new.reason) if new.reason else "its submission no longer counts"
