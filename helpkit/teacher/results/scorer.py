"""From one submission to a result, whatever is in it: nothing is run, and no error is raised.

The items that count are those that `sheet` draws for the id that the student typed, since that is
the sheet they had in front of them. What a submission says about its own sheet earns nothing; if it
differs from the draw, the result says so, and whether it was made with an earlier release.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import chain
from pathlib import Path

from helpkit.content import load
from helpkit.errors import ContentError, HandInError
from helpkit.exercises.items import ExerciseContent, exercise_languages, load_exercise
from helpkit.exercises.sheet import pool, same_student, sheet
from helpkit.exercises.submission.display import shown
from helpkit.teacher.collect.collection import Submission
from helpkit.teacher.course.course import Course
from helpkit.teacher.grading.fingerprint import fingerprint
from helpkit.teacher.grading.grader import AnsweredSheet, Grader
from helpkit.teacher.grading.item_result import ItemResult
from helpkit.teacher.grading.keys import load_key
from helpkit.teacher.grading.rubric import load_rubric
from helpkit.teacher.results.answers import Answers, read_copy
from helpkit.teacher.results.result import Result
from helpkit.teacher.results.texts import fingerprints

__all__ = ["Scorer", "grader_of", "key_of"]


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

    def score(self, submission: Submission, late_days: int, decided: str = "") -> Result:
        """The result of a submission that counts; `refused`, with the reason, if unreadable."""
        read = partial(read_copy, self.course, self.exercise, submission)
        result = self.result_of(submission.student, submission.sha256, late_days, read)
        return replace(result, decided=decided) if decided else result

    def result_of(
        self, student: str, seal: str, late_days: int, read: Callable[[], Answers]
    ) -> Result:
        """The result of what `read` returns, as for a collected submission."""
        try:
            answers = read()
            language = self._language(answers.contents.language)
            grader = grader_of(self.source, language)
            issued = {
                name: sheet(part, self.course.seed, answers.contents.student)
                for name, part in grader.exercise.parts.items()
            }
            rows = grader.grade(
                AnsweredSheet(answers.contents.student, self.course.seed, issued, answers.by_part)
            )
        except HandInError as error:
            return Result(student, seal, "", late_days, "refused", str(error))
        except Exception as error:  # a fault of ours with one must not affect the others
            reason = f"a fault in helpkit, please report it: {type(error).__name__}: {error}"
            return Result(student, seal, "", late_days, "refused", shown(reason, 200))
        notes = "; ".join((*_notes(answers, issued, grader.exercise), *_conversations(rows)))
        key = key_of(self.source, self.course.seed)
        texts = fingerprints(grader.exercise.parts, answers.by_part)
        return Result(student, seal, language, late_days, "graded", notes, rows, key, texts)

    def _language(self, language: str) -> str:
        return language if language in _languages(self.source) else self.course.language


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


@cache
def key_of(source: Path, seed: str) -> str:
    """The fingerprint of what submissions are graded under; it is the same in all languages.

    Raises:
        ContentError: a file of the exercise does not hold what it should.
    """
    grader = grader_of(source, _languages(source)[0])
    try:
        rubric = load_rubric(source, grader.exercise)
    except ContentError:  # whoever needs it says so
        rubric = {}
    return fingerprint(grader.exercise, grader.key, rubric, grader.content, seed)


def _notes(
    answers: Answers, issued: Mapping[str, tuple[str, ...]], exercise: ExerciseContent
) -> Iterator[str]:
    """What a teacher should look at before these points count."""
    issued_items = [*chain(*issued.values())]
    on_sheet, claimed = {*issued_items}, {*answers.contents.issued}
    if same_student(answers.contents.student) != same_student(answers.student):
        yield f"typed {shown(answers.contents.student)}, and was graded on the sheet for that id"
    known = {item for part in exercise.parts.values() for item in pool(part)}
    foreign = [item for item in answers.contents.issued if item not in on_sheet]
    lacking = [item for item in issued_items if item not in claimed]
    gone = [item for item in foreign if item not in known]
    if gone:
        yield (
            f"made with another release of the exercise: it has no {_few(gone)} any more, which do "
            f"not count, and {len(lacking)} items of the sheet of today are not on it"
        )
    elif foreign or lacking:
        yield (
            f"its sheet is not the one that seed and items give: {len(foreign)} of its items were "
            f"not issued and do not count, {len(lacking)} that were issued are not on it"
        )
    others = {
        item
        for name, part in exercise.parts.items()
        for item in {*pool(part)} - {*issued[name]}
        if item in answers.by_part.get(name, ())
    }
    if others:
        yield f"answers to {len(others)} items that were not issued do not count"


def _conversations(rows: Iterable[ItemResult]) -> Iterator[str]:
    """Conversations that have to be played again."""
    messages = Counter(row.message for row in rows)
    if earlier := messages["earlier-edition"]:
        yield (
            "conversations played in an earlier version, which earn nothing until they are played "
            f"again: {earlier}"
        )
    if others := messages["other-person"]:
        yield f"conversations with a person whom this student does not meet, not counted: {others}"


def _few(items: list[str]) -> str:
    """The first of them; what a submission holds may be anything, and as much as it likes."""
    more = f" and {len(items) - 3} more" if len(items) > 3 else ""
    return ", ".join(shown(item, 40) for item in items[:3]) + more
