"""From one submission to a result, whatever is in it: nothing is run, and no error is raised.

The items that count are those that `sheet` draws for the id that the student typed, since that is
the sheet they had in front of them. What a submission says about its own sheet earns nothing; if it
differs from the draw, the result says so.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import chain
from pathlib import Path

from helpkit.checks.sheet import pool, same_student, sheet
from helpkit.content import load
from helpkit.content.exercises import Exercise, exercise_languages, load_exercise
from helpkit.errors import HandInError
from helpkit.grading.grade import Grader, HandIn
from helpkit.grading.keys import load_key
from helpkit.hand_in.shown import shown
from helpkit.teacher.answers import Handed, read_copy
from helpkit.teacher.collection import Counted
from helpkit.teacher.course import Course
from helpkit.teacher.result import Result

__all__ = ["Scorer", "grader_of"]


@dataclass(frozen=True)
class Scorer:
    """What is needed to grade any submission from a class; `source` has the key.

    It is small, so that it can be sent to another process.
    """

    course: Course
    exercise: str
    source: Path

    @classmethod
    def of(cls, course: Course, exercise: str, source: Path) -> "Scorer":
        """The scorer for a course; the class itself is left out."""
        return cls(replace(course, students=(), exercises={}), exercise, source)

    def score(self, counted: Counted, late_days: int) -> Result:
        """The result of a submission that counts; `refused`, with the reason, if unreadable."""
        read = partial(read_copy, self.course, self.exercise, counted)
        return self.scored(counted.student, counted.sha256, late_days, read)

    def scored(self, student: str, seal: str, late_days: int, read: Callable[[], Handed]) -> Result:
        """The result of what `read` returns, as for a collected submission."""
        try:
            handed = read()
            language = self._language(handed.language)
            grader = grader_of(self.source, language)
            issued = {
                name: sheet(part, self.course.seed, handed.typed)
                for name, part in grader.exercise.parts.items()
            }
            rows = grader.grade(HandIn(handed.typed, self.course.seed, issued, handed.answers))
        except HandInError as error:
            return Result(student, seal, "", late_days, "refused", str(error))
        except Exception as error:  # a fault of ours with one must not affect the others
            reason = f"a fault in helpkit, please report it: {type(error).__name__}: {error}"
            return Result(student, seal, "", late_days, "refused", shown(reason, 200))
        notes = "; ".join(_notes(handed, issued, grader.exercise))
        return Result(student, seal, language, late_days, "graded", notes, rows)

    def _language(self, told: str) -> str:
        return told if told in _languages(self.source) else self.course.language


@cache
def _languages(source: Path) -> tuple[str, ...]:
    return exercise_languages(source)


@cache
def grader_of(source: Path, language: str) -> Grader:
    """The exercise with its key in one language; read once in each process.

    Raises:
        ContentError: a file of the exercise does not hold what it should.
    """
    exercise = load_exercise(source, language)
    return Grader(exercise, load_key(source, exercise), load(language))


def _notes(
    handed: Handed, issued: Mapping[str, tuple[str, ...]], exercise: Exercise
) -> Iterator[str]:
    """What a teacher should look at before these points count."""
    drawn = [*chain(*issued.values())]
    if same_student(handed.typed) != same_student(handed.student):
        yield f"typed {shown(handed.typed)}, and was graded on the sheet for that id"
    foreign = [item for item in handed.issued if item not in {*drawn}]
    lacking = [item for item in drawn if item not in {*handed.issued}]
    if foreign or lacking:
        yield (
            f"its sheet is not the one that seed and items give: {len(foreign)} of its items were "
            f"not issued and do not count, {len(lacking)} that were issued are not on it"
        )
    others = {
        item
        for name, part in exercise.parts.items()
        for item in {*pool(part)} - {*issued[name]}
        if item in handed.answers.get(name, ())
    }
    if others:
        yield f"answers to {len(others)} items that were not issued do not count"
