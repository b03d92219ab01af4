"""Grade a class: every submission that counts becomes a result.

The results are a pure function of the copies, the key and the course, in the order of the students'
ids. A large class is shared among processes, a chunk at a time; the lines come back in order, so
the number of processes changes nothing. Only the lines are kept.
"""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from helpkit.exercises.items import exercise_languages
from helpkit.teacher.collect.collection import Collection, Submission, collected
from helpkit.teacher.course.course import Course
from helpkit.teacher.results.basis import decision_reasons, without_submission
from helpkit.teacher.results.chunks import in_chunks
from helpkit.teacher.results.result import Result, to_line
from helpkit.teacher.results.results import RESULTS, ResultLines, Results
from helpkit.teacher.results.scorer import Scorer, grader_of
from helpkit.teacher.results.tally import ClassTally

__all__ = ["grade_class"]

Step = Callable[[str], object]
Task = tuple[Submission, int, str]
LinesAndTally = tuple[dict[str, bytes], ClassTally]


def grade_class(
    course: Course,
    exercise: str,
    source: Path,
    step: Step | None = None,
    workers: int | None = None,
    collection: Collection | None = None,
) -> Results:
    """Grade what was collected; nothing is written.

    Args:
        course: the course.
        exercise: the number of the exercise.
        source: the folder with the key.
        step: told each student whose submission was graded.
        workers: how many processes; one for each core if it is not said.
        collection: what was collected, if that is already known.

    Raises:
        CourseError: the course does not have this exercise, or its index cannot be read.
        ContentError: items or key do not hold what they should.
    """
    collection = collection or collected(course, exercise)
    for language in {course.language, *exercise_languages(source)}:
        grader_of(source, language)  # faults in a key are reported before anything else
    decided = decision_reasons(course, collection)
    counting = collection.counting.items()
    tasks = [(counted, counted.days, decided.get(student, "")) for student, counted in counting]
    lines, tally = _lines(without_submission(course, collection, decided))
    scorer = Scorer.of(course, exercise, source)
    for chunk, sums in in_chunks(partial(_chunk, scorer), tasks, workers):
        lines |= chunk
        tally.merge(sums)
        if step:
            for student in chunk:
                step(student)
    return Results(exercise, ResultLines(dict(sorted(lines.items())), RESULTS), tally)


def _chunk(scorer: Scorer, chunk: list[Task]) -> LinesAndTally:
    return _lines(scorer.score(*task) for task in chunk)


def _lines(results: Iterable[Result]) -> LinesAndTally:
    """What is kept of results: a line for each, and the sums over all of them."""
    lines, tally = {}, ClassTally()
    for result in results:
        lines[result.student] = to_line(result)
        tally.add(result)
    return lines, tally
