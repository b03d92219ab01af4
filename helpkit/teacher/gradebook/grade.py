"""What a student gets in the end: the machine's points, those of people, and the course's rules.

A grade is a pure function of the results, the marks that count, the rubric and the rules. With two
markers the mean counts, criterion by criterion. As long as somebody still has to read, there are no
points, and never 0 by default. Marks for another text than the one that counts do not count. Points
that the teacher set by hand go before everything.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, groupby
from math import fsum, isfinite
from statistics import fmean

from helpkit.errors import CourseError, OutOfRangeError
from helpkit.teacher.course.course import Course, ExerciseRules, Late
from helpkit.teacher.course.decisions import Decision
from helpkit.teacher.grading.item_result import ItemResult
from helpkit.teacher.grading.rubric import Rubric, RubricCriterion
from helpkit.teacher.marking.marks import FILE, Mark, Texts, earlier_marks, valid_marks
from helpkit.teacher.results.result import Result
from helpkit.teacher.results.results import Results

__all__ = [
    "CriterionGrade",
    "Grade",
    "PartGrade",
    "by_hand",
    "class_grades",
    "texts_that_count",
]

OwnMarks = Mapping[tuple[str, str], list[Mark]]
"""The marks of one student, by part and criterion."""


@dataclass(frozen=True)
class CriterionGrade:
    """What one criterion earned, None until somebody has marked it; comments without names."""

    criterion: str
    points: float | None
    of: int
    comments: tuple[str, ...] = ()


@dataclass(frozen=True)
class PartGrade:
    """What one part earned; `machine` is certain, `points` is None until people have read it."""

    part: str
    machine: float
    points: float | None
    of: float
    criteria: tuple[CriterionGrade, ...] = ()


@dataclass(frozen=True)
class Grade:
    """A grade: `points` of `of` as the course counts them, `lowered` by so much for being late.

    `raw` and `raw_of` are the sums over the parts. `comment` is all that was said, in one text.
    `decided` is why the teacher set the points by hand. `earlier` are the parts that were marked
    for an earlier text only, `unsure` those whose marks do not say for which text they are, with
    the time of the last one.
    """

    student: str
    points: float | None
    of: float
    parts: tuple[PartGrade, ...] = ()
    comment: str = ""
    lowered: float = 0.0
    decided: str = ""
    earlier: tuple[str, ...] = ()
    unsure: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        """Raise OutOfRangeError for invalid points."""
        if self.points is not None and not (isfinite(self.points) and self.points >= 0):
            raise OutOfRangeError(
                f"points of {self.student} must be 0 or more, or None, got {self.points}"
            )

    @property
    def raw(self) -> float | None:
        """The sum over the parts; None as long as one of them is open."""
        points = [part.points for part in self.parts if part.points is not None]
        return fsum(points) if len(points) == len(self.parts) else None

    @property
    def raw_of(self) -> float:
        """The most that could be earned."""
        return fsum(part.of for part in self.parts)

    @property
    def unread(self) -> tuple[str, ...]:
        """The parts that somebody still has to read; none if the points are set by hand."""
        if self.decided:
            return ()
        return tuple(part.part for part in self.parts if part.points is None)


def class_grades(
    course: Course,
    exercise: str,
    results: Results,
    marks: Iterable[Mark],
    rubric: Mapping[str, Rubric],
) -> dict[str, Grade]:
    """The grade of every student of the roster, in its order; the marks come in order.

    Raises:
        CourseError: the course does not have this exercise, or a mark is out of range.
    """
    rules, hand = course.rules(exercise), by_hand(course, exercise)
    rows = {student.id: results.rows[student.id] for student in course.students}
    marks = [mark for mark in marks if mark.exercise == exercise]
    texts = texts_that_count(rows.values())
    own = _by_student(valid_marks(marks, texts).values(), rubric)
    old = {(mark.student, mark.item) for mark in earlier_marks(marks, texts).values()}
    grades = {student: _grade(row, own[student], rules, rubric) for student, row in rows.items()}
    return {
        student: _decided(_with_doubts(grade, own[student], old), hand.get(student))
        for student, grade in grades.items()
    }


def texts_that_count(results: Iterable[Result]) -> Texts:
    """The fingerprint of each text that people read, by student and part."""
    return {(result.student, part): text for result in results for part, text in result.texts}


def by_hand(course: Course, exercise: str) -> dict[str, Decision]:
    """The students whose points the teacher set by hand, in the order of the roster."""
    decisions = {
        student.id: course.decisions.points(exercise, student.id) for student in course.students
    }
    return {student: decision for student, decision in decisions.items() if decision}


def _with_doubts(grade: Grade, own: OwnMarks, old: set[tuple[str, str]]) -> Grade:
    """With the parts whose marks are for an earlier text, or for nobody knows which."""
    parts = tuple(part for part in grade.unread if (grade.student, part) in old)
    unknown: dict[str, str] = {}
    for mark in chain.from_iterable(own.values()):
        if not mark.text:
            unknown[mark.item] = max(mark.at, unknown.get(mark.item, ""))
    if not (parts or unknown):
        return grade
    return replace(grade, earlier=parts, unsure=tuple(sorted(unknown.items())))


def _decided(grade: Grade, decision: Decision | None) -> Grade:
    if decision is None:
        return grade
    return replace(grade, points=decision.points, lowered=0.0, decided=decision.reason, earlier=())


def _by_student(marks: Iterable[Mark], rubric: Mapping[str, Rubric]) -> Mapping[str, OwnMarks]:
    own: dict[str, dict[tuple[str, str], list[Mark]]] = defaultdict(lambda: defaultdict(list))
    for mark in sorted(marks, key=lambda mark: (mark.marker, mark.at)):
        most = _most(mark, rubric)
        if most is None:
            continue  # for a criterion that the rubric no longer has
        if not 0 <= (mark.value or 0) <= most:
            raise CourseError(
                f"{FILE}: {mark.marker} gave {mark.student} {mark.value:g} for {mark.criterion}; "
                f"expected 0 to {most}: mark it again"
            )
        own[mark.student][mark.item, mark.criterion].append(mark)
    return own


def _most(mark: Mark, rubric: Mapping[str, Rubric]) -> int | None:
    part = rubric.get(mark.item)
    criterion = part.criteria.get(mark.criterion) if part else None
    return _of(criterion) if criterion else None


def _of(criterion: RubricCriterion) -> int:
    return len(criterion.levels) - 1


def _grade(
    result: Result, own: OwnMarks, rules: ExerciseRules, rubric: Mapping[str, Rubric]
) -> Grade:
    rows_by_part = groupby(result.rows, key=lambda row: row.part)
    parts = tuple(_part(name, [*rows], own, rubric.get(name)) for name, rows in rows_by_part)
    comment = "\n".join(_comments(parts, rubric, result.language))
    grade = Grade(result.student, None, rules.points, parts, comment)
    if grade.raw is None or not grade.raw_of:
        return grade
    scaled, share = rules.points * grade.raw / grade.raw_of, _share(result.late_days, rules)
    points = round(scaled * share, 2)
    lowered = round(scaled - points, 2) if share < 1 else 0.0
    return replace(grade, points=points, lowered=lowered)


def _share(late_days: int, rules: ExerciseRules) -> float:
    """The share that is left after this many days late."""
    if rules.late is not Late.LOWER:
        return 1.0
    return max(0.0, 1 - late_days * rules.late_percent / 100)


def _part(name: str, rows: list[ItemResult], own: OwnMarks, rubric: Rubric | None) -> PartGrade:
    machine = fsum(row.points for row in rows if row.points is not None)
    for_people = fsum(row.of for row in rows if row.points is None)
    of = fsum(row.of for row in rows)
    if not for_people:
        return PartGrade(name, machine, machine, of)
    criteria = tuple(_criteria(name, own, rubric)) if rubric else ()
    points = [criterion.points for criterion in criteria if criterion.points is not None]
    if rubric is None or len(points) < len(criteria):
        return PartGrade(name, machine, None, of, criteria)
    return PartGrade(name, machine, machine + for_people * fsum(points) / rubric.of, of, criteria)


def _criteria(part: str, own: OwnMarks, rubric: Rubric) -> Iterator[CriterionGrade]:
    for name, criterion in rubric.criteria.items():
        marks = own.get((part, name), [])
        values = [mark.value for mark in marks if mark.value is not None]
        comments = tuple(mark.comment.strip() for mark in marks if mark.comment.strip())
        yield CriterionGrade(name, fmean(values) if values else None, _of(criterion), comments)


def _comments(
    parts: Iterable[PartGrade], rubric: Mapping[str, Rubric], language: str
) -> Iterator[str]:
    for part in parts:
        for grade in part.criteria:
            criterion = rubric[part.part].criteria[grade.criterion]
            name = criterion.name.get(language, grade.criterion)
            yield from (f"{name}: {comment}" for comment in grade.comments)
