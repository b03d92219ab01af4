"""What a student gets in the end: the machine's points, those of people, and the course's rules.

A grade is a pure function of the results, the marks that stand, the rubric and the rules. With two
markers the mean counts, criterion by criterion. As long as somebody still has to read, there are no
points, and never 0 by default. Marks for another text than the one that counts do not count. Points
that the teacher set by hand go before everything.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, groupby
from math import fsum
from pathlib import Path
from statistics import fmean
from typing import Final as Constant

from helpkit.errors import CourseError
from helpkit.teacher.course.course import Course, ExerciseRules, Late
from helpkit.teacher.course.decisions import Decision
from helpkit.teacher.grading.points import Graded
from helpkit.teacher.grading.rubric import Rubric, RubricCriterion
from helpkit.teacher.marking.marks import FILE, Mark, Texts, earlier, standing
from helpkit.teacher.results.result import Result
from helpkit.teacher.results.results import Results

__all__ = [
    "CriterionLine",
    "Final",
    "PartLine",
    "by_hand",
    "final",
    "marks_path",
    "texts_that_count",
]

MARKS: Constant = "marks"

Own = Mapping[tuple[str, str], list[Mark]]
"""The marks of one student, by part and criterion."""


@dataclass(frozen=True)
class CriterionLine:
    """What one criterion earned, None until somebody has marked it; comments without names."""

    criterion: str
    points: float | None
    of: int
    comments: tuple[str, ...] = ()


@dataclass(frozen=True)
class PartLine:
    """What one part earned; `machine` is certain, `points` is None until people have read it."""

    part: str
    machine: float
    points: float | None
    of: float
    criteria: tuple[CriterionLine, ...] = ()


@dataclass(frozen=True)
class Final:
    """A grade: `points` of `of` as the course counts them, `lowered` by so much for being late.

    `raw` and `raw_of` are the sums over the parts. `comment` is all that was said, in one text.
    `decided` is why the teacher set the points by hand. `earlier` are the parts that were marked
    for an earlier text only, `unsure` those whose marks do not say for which text they are, with
    the time of the last one.
    """

    student: str
    points: float | None
    of: float
    lines: tuple[PartLine, ...] = ()
    comment: str = ""
    lowered: float = 0.0
    decided: str = ""
    earlier: tuple[str, ...] = ()
    unsure: tuple[tuple[str, str], ...] = ()

    @property
    def raw(self) -> float | None:
        """The sum over the parts; None as long as one of them is open."""
        points = [line.points for line in self.lines if line.points is not None]
        return fsum(points) if len(points) == len(self.lines) else None

    @property
    def raw_of(self) -> float:
        """The most that could be earned."""
        return fsum(line.of for line in self.lines)

    @property
    def unread(self) -> tuple[str, ...]:
        """The parts that somebody still has to read; none if the points are set by hand."""
        if self.decided:
            return ()
        return tuple(line.part for line in self.lines if line.points is None)


def marks_path(course: Course, exercise: str) -> Path:
    """Where the marks of people are."""
    return course.root / MARKS / exercise / FILE


def final(
    course: Course,
    exercise: str,
    results: Results,
    marks: Iterable[Mark],
    rubric: Mapping[str, Rubric],
) -> dict[str, Final]:
    """The grade of every student of the roster, in its order; the marks come in order.

    Raises:
        CourseError: the course does not have this exercise, or a mark is out of range.
    """
    rules, hand = course.rules(exercise), by_hand(course, exercise)
    rows = {one.id: results.rows[one.id] for one in course.students}
    marks = [mark for mark in marks if mark.exercise == exercise]
    texts = texts_that_count(rows.values())
    own = _own(standing(marks, texts).values(), rubric)
    old = {(mark.student, mark.item) for mark in earlier(marks, texts).values()}
    finals = (_final(rows[one], own[one], rules, rubric) for one in rows)
    return {
        one.student: _decided(_told(one, own[one.student], old), hand.get(one.student))
        for one in finals
    }


def texts_that_count(results: Iterable[Result]) -> Texts:
    """The fingerprint of each text that people read, by student and part."""
    return {(one.student, part): text for one in results for part, text in one.texts}


def by_hand(course: Course, exercise: str) -> dict[str, Decision]:
    """The students whose points the teacher set by hand, in the order of the roster."""
    decided = ((one.id, course.decisions.points(exercise, one.id)) for one in course.students)
    return {student: decision for student, decision in decided if decision}


def _told(grade: Final, own: Own, old: set[tuple[str, str]]) -> Final:
    """With the parts whose marks are for an earlier text, or for nobody knows which."""
    parts = tuple(part for part in grade.unread if (grade.student, part) in old)
    unknown: dict[str, str] = {}
    for mark in chain.from_iterable(own.values()):
        if not mark.text:
            unknown[mark.item] = max(mark.at, unknown.get(mark.item, ""))
    if not (parts or unknown):
        return grade
    return replace(grade, earlier=parts, unsure=tuple(sorted(unknown.items())))


def _decided(grade: Final, decision: Decision | None) -> Final:
    if decision is None:
        return grade
    return replace(grade, points=decision.points, lowered=0.0, decided=decision.reason, earlier=())


def _own(marks: Iterable[Mark], rubric: Mapping[str, Rubric]) -> Mapping[str, Own]:
    found: dict[str, dict[tuple[str, str], list[Mark]]] = defaultdict(lambda: defaultdict(list))
    for mark in sorted(marks, key=lambda one: (one.marker, one.at)):
        most = _most(mark, rubric)
        if most is None:
            continue  # for a criterion that the rubric no longer has
        if not 0 <= (mark.value or 0) <= most:
            raise CourseError(
                f"{FILE}: {mark.marker} gave {mark.student} {mark.value:g} for {mark.criterion}; "
                f"expected 0 to {most}: mark it again"
            )
        found[mark.student][mark.item, mark.criterion].append(mark)
    return found


def _most(mark: Mark, rubric: Mapping[str, Rubric]) -> int | None:
    part = rubric.get(mark.item)
    criterion = part.criteria.get(mark.criterion) if part else None
    return _of(criterion) if criterion else None


def _of(criterion: RubricCriterion) -> int:
    return len(criterion.levels) - 1


def _final(result: Result, own: Own, rules: ExerciseRules, rubric: Mapping[str, Rubric]) -> Final:
    parts = groupby(result.rows, key=lambda row: row.part)
    lines = tuple(_part(name, [*rows], own, rubric.get(name)) for name, rows in parts)
    whole = Final(result.student, None, rules.points, lines)
    raw, of = whole.raw, whole.raw_of
    comment = "\n".join(_comments(lines, rubric, result.language))
    if raw is None or not of:
        return Final(result.student, None, rules.points, lines, comment)
    scaled, kept = rules.points * raw / of, _kept(result.late_days, rules)
    points = round(scaled * kept, 2)
    lowered = round(scaled - points, 2) if kept < 1 else 0.0
    return Final(result.student, points, rules.points, lines, comment, lowered)


def _kept(late_days: int, rules: ExerciseRules) -> float:
    """The share that is left after this many days late."""
    if rules.late is not Late.LOWER:
        return 1.0
    return max(0.0, 1 - late_days * rules.late_percent / 100)


def _part(name: str, rows: list[Graded], own: Own, rubric: Rubric | None) -> PartLine:
    machine = fsum(row.points for row in rows if row.points is not None)
    for_people = fsum(row.of for row in rows if row.points is None)
    of = fsum(row.of for row in rows)
    if not for_people:
        return PartLine(name, machine, machine, of)
    criteria = tuple(_criteria(name, own, rubric)) if rubric else ()
    given = [one.points for one in criteria if one.points is not None]
    if rubric is None or len(given) < len(criteria):
        return PartLine(name, machine, None, of, criteria)
    return PartLine(name, machine, machine + for_people * fsum(given) / rubric.of, of, criteria)


def _criteria(part: str, own: Own, rubric: Rubric) -> Iterator[CriterionLine]:
    for name, criterion in rubric.criteria.items():
        marks = own.get((part, name), [])
        values = [mark.value for mark in marks if mark.value is not None]
        said = tuple(mark.comment.strip() for mark in marks if mark.comment.strip())
        yield CriterionLine(name, fmean(values) if values else None, _of(criterion), said)


def _comments(
    lines: Iterable[PartLine], rubric: Mapping[str, Rubric], language: str
) -> Iterator[str]:
    for line in lines:
        for one in line.criteria:
            name = rubric[line.part].criteria[one.criterion].name.get(language, one.criterion)
            yield from (f"{name}: {said}" for said in one.comments)
