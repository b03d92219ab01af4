"""Grade a class: every hand-in that counts becomes a line of `graded/NN/results.jsonl`.

The file is a pure function of the copies, the key and the course, in the order of the students'
ids, and is written whole or not at all: whoever is killed leaves the last one, and whoever runs
again gets the same bytes. A large class is shared among processes, a chunk at a time; the lines
come back in order, so their number changes nothing. Only the lines are kept, not the hand-ins.
"""

import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from helpkit.content.exercises import exercise_languages
from helpkit.errors import CourseError
from helpkit.files import draft_of, write_whole
from helpkit.teacher.collection import Collection, Counted, collected
from helpkit.teacher.course import Course
from helpkit.teacher.lock import alone
from helpkit.teacher.result import Result, from_line, to_line
from helpkit.teacher.scorer import Scorer, grader_of

__all__ = ["GRADED", "RESULTS", "Results", "grade_class", "read_results", "write_results"]

GRADED: Final = "graded"
RESULTS: Final = "results.jsonl"

_TOO_LATE: Final = "handed in after the deadline, and this course refuses late work"
_CHUNK: Final = 50
_SMALL: Final = 300
"""A class that is graded sooner than other processes have started."""

Step = Callable[[str], object]
Task = tuple[Counted, int]


class Lines(Mapping[str, Result]):
    """The results by student; what is kept of each is a line, read when somebody asks."""

    def __init__(self, lines: Mapping[str, bytes], where: str) -> None:
        """`where` is the file, for messages."""
        self._lines, self._where = lines, where

    def __getitem__(self, student: str) -> Result:
        return from_line(self._lines[student], f"{self._where}, {student}")

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def pieces(self) -> Iterator[bytes]:
        """The file, a line at a time."""
        return (line + b"\n" for line in self._lines.values())

    def as_bytes(self) -> bytes:
        """The file."""
        return b"".join(self.pieces())

    def is_in(self, path: Path) -> bool:
        """Does the file hold just these lines?"""
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return all(file.readline() == line for line in self.pieces()) and not file.read(1)


@dataclass(frozen=True)
class Results:
    """What came of a class, by student, in the order of their ids."""

    exercise: str
    rows: Lines


def results_path(course: Course, exercise: str) -> Path:
    """Where the results of an exercise are."""
    return course.root / GRADED / exercise / RESULTS


def grade_class(
    course: Course,
    exercise: str,
    source: Path,
    step: Step | None = None,
    workers: int | None = None,
    found: Collection | None = None,
) -> Results:
    """Grade what was collected; nothing is written.

    Args:
        course: the course.
        exercise: the number of the exercise.
        source: the folder with the key.
        step: told each student whose hand-in was graded.
        workers: how many processes; one for each core if it is not said.
        found: what was collected, where it is known already.

    Raises:
        CourseError: the course does not have this exercise, or its index cannot be read.
        ContentError: items or key do not hold what they should.
    """
    found = found or collected(course, exercise)
    rules = course.rules(exercise)
    for language in {course.language, *exercise_languages(source)}:
        grader_of(source, language)  # what is wrong with a key is told before anything else
    tasks = [(one, one.days_late(rules)) for one in found.counting.values()]
    lines = {one.student: to_line(one) for one in _without(course, found)}
    scorer = Scorer.of(course, exercise, source)
    for student, line in _scored(scorer, tasks, workers or os.cpu_count() or 1):
        lines[student] = line
        if step:
            step(student)
    return Results(exercise, Lines(dict(sorted(lines.items())), RESULTS))


def write_results(course: Course, results: Results) -> Path:
    """Write the file, unless it is there with the same bytes.

    Raises:
        CourseError: it cannot be written, or another helpkit is at work in this course.
    """
    path = results_path(course, results.exercise)
    try:
        with alone(course.root):
            if not results.rows.is_in(path):
                write_whole(path, results.rows.pieces())
            clear_drafts(path.parent, RESULTS)
    except OSError as error:
        raise CourseError(
            f"{path}: {error.strerror}; nothing is lost: put it right and grade again"
        ) from error
    return path


def read_results(course: Course, exercise: str) -> Results:
    """The results of an exercise as they were graded last.

    Raises:
        CourseError: there are none, they cannot be read, or something else counts by now.
    """
    path = results_path(course, exercise)
    again = f"grade again:  helpkit grade {exercise}"
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise CourseError(f"{path} is not there: run  helpkit grade {exercise}  first") from error
    except OSError as error:
        raise CourseError(f"{path} cannot be read ({error.strerror})") from error
    numbered = enumerate(data.splitlines(), start=1)
    lines = {from_line(line, f"{path} line {at}").student: line for at, line in numbered}
    results = Results(exercise, Lines(lines, str(path)))
    if {*map(_basis, results.rows.values())} != {*map(_basis, _now(course, exercise))}:
        raise CourseError(f"{path} is older than what was collected or decided since: {again}")
    return results


def clear_drafts(folder: Path, *names: str) -> None:
    """Away with what killed runs left behind of these files."""
    for path in folder.glob(".*"):
        if draft_of(path.name) in names:
            path.unlink()


def _basis(result: Result) -> tuple[str, str, int, str]:
    """What a result rests on, without what a key makes of it."""
    why = "" if result.sha256 else result.reason
    return result.student, result.sha256, result.late_days, why


def _now(course: Course, exercise: str) -> Iterator[Result]:
    """Results as they would be by now, without rows."""
    found, rules = collected(course, exercise), course.rules(exercise)
    yield from _without(course, found)
    for student, one in found.counting.items():
        yield Result(student, one.sha256, "", one.days_late(rules))


def _without(course: Course, found: Collection) -> Iterator[Result]:
    """The results of the students of whom nothing counts."""
    counting, came = found.counting, {one.student for one in found.hand_ins}
    reasons: dict[str, list[str]] = defaultdict(list)
    for one, student in found.refused_of.items():
        reasons[student].append(one.refused)
    for student in (one.id for one in course.students if one.id not in counting):
        if student in came:
            reasons[student].append(_TOO_LATE)
        why = "; ".join(dict.fromkeys(reasons[student]))
        yield Result(student, state="refused" if why else "missing", reason=why)


def _scored(scorer: Scorer, tasks: list[Task], workers: int) -> Iterator[tuple[str, bytes]]:
    """The lines in order, from one process or from several."""
    chunks = [tasks[at : at + _CHUNK] for at in range(0, len(tasks), _CHUNK)]
    done = 0
    if workers > 1 and len(tasks) > _SMALL:
        try:
            # A spawned process has none of our threads, on every system alike.
            with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
                for lines in pool.map(partial(_chunk, scorer), chunks):
                    done += 1
                    yield from lines
        except BrokenProcessPool:
            pass  # what is left is graded here
    for chunk in islice(chunks, done, None):
        yield from _chunk(scorer, chunk)


def _chunk(scorer: Scorer, chunk: list[Task]) -> list[tuple[str, bytes]]:
    return [(one.student, to_line(scorer.score(one, days))) for one, days in chunk]
