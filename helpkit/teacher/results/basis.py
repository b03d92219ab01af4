"""The results of an exercise as far as they are known before anything is graded."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from helpkit.teacher.collect.collection import Collection, collected
from helpkit.teacher.course.course import Course
from helpkit.teacher.results.result import Result, ResultState

__all__ = ["decision_reasons", "results_to_be", "without_submission"]

_TOO_LATE: Final = "handed in after the deadline, and this course refuses late work"
_CONTESTED: Final = "different work came in this name: decide whose it is"


def results_to_be(course: Course, exercise: str) -> Iterator[Result]:
    """The results as they would be now, without rows."""
    collection = collected(course, exercise)
    yield from without_submission(course, collection, {})
    for student, counted in collection.counting.items():
        yield Result(student, counted.sha256, "", counted.days)


def decision_reasons(course: Course, collection: Collection) -> dict[str, str]:
    """Why the teacher decided about what counts for a student, or until when."""
    reasons: dict[str, list[str]] = defaultdict(list)
    for counted in collection.submissions:
        reasons[counted.student].append(counted.decided)
    for left in collection.left_out:
        reasons["" if left.refused else left.student].append(left.decided)
    for decision in course.decisions:
        if decision.until and decision.exercise == collection.exercise:
            extension = course.decisions.extension(collection.exercise, decision.student)
            reasons[decision.student].append(extension.reason if extension else "")
    return {student: _joined(filter(None, several)) for student, several in reasons.items()}


def without_submission(
    course: Course, collection: Collection, decided: Mapping[str, str]
) -> Iterator[Result]:
    """The results of the students without a submission that counts."""
    late = {counted.student for counted in collection.submissions}
    reasons: dict[str, list[str]] = defaultdict(list)
    for refused in collection.refused:
        reasons[refused.student].append(refused.refused)
    for student in collection.withheld:
        reasons[student].append(_CONTESTED)
    missing = [student.id for student in course.students if student.id not in collection.counting]
    for student in missing:
        if student in late:
            reasons[student].append(_TOO_LATE)
        reason = _joined(reasons[student])
        state: ResultState = "refused" if reason else "missing"
        yield Result(student, state=state, reason=reason, decided=decided.get(student, ""))


def _joined(reasons: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(reasons))
