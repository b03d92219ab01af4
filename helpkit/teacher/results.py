"""Grade a class: every submission that counts becomes a line of `graded/NN/results.jsonl`.

The file is a pure function of the copies, the key and the course, in the order of the students'
ids, and is written whole or not at all: a run that is killed leaves the last one in place, and
running it again gives the same bytes. A large class is shared among processes, a chunk at a time;
the lines come back in order, so the number of processes changes nothing. Only the lines are kept.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from helpkit.content.exercises import exercise_languages
from helpkit.errors import CourseError
from helpkit.files import draft_of, write_whole
from helpkit.teacher.chunks import in_chunks
from helpkit.teacher.collection import Collection, Counted, collected
from helpkit.teacher.course import Course
from helpkit.teacher.lock import alone
from helpkit.teacher.result import Result, from_line, to_line
from helpkit.teacher.scorer import Scorer, grader_of
from helpkit.teacher.tally import Tally, tallied

__all__ = ["GRADED", "RESULTS", "Results", "grade_class", "read_results", "write_results"]

GRADED: Final = "graded"
RESULTS: Final = "results.jsonl"

_TOO_LATE: Final = "handed in after the deadline, and this course refuses late work"

Step = Callable[[str], object]
Task = tuple[Counted, int]
Graded = tuple[dict[str, bytes], Tally]


class Lines(Mapping[str, Result]):
    """The results by student; each is kept as a line, which is read when it is asked for."""

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
        """Does the file hold exactly these lines?"""
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return all(file.readline() == line for line in self.pieces()) and not file.read(1)


@dataclass(frozen=True)
class Results:
    """The results of a class, by student, in the order of their ids."""

    exercise: str
    rows: Lines
    known: Tally | None = None

    @property
    def tally(self) -> Tally:
        """How the class did; known from the grading, or summed now."""
        return self.known or tallied(self.rows.values())


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
        step: told each student whose submission was graded.
        workers: how many processes; one for each core if it is not said.
        found: what was collected, if that is already known.

    Raises:
        CourseError: the course does not have this exercise, or its index cannot be read.
        ContentError: items or key do not hold what they should.
    """
    found = found or collected(course, exercise)
    rules = course.rules(exercise)
    for language in {course.language, *exercise_languages(source)}:
        grader_of(source, language)  # faults in a key are reported before anything else
    tasks = [(one, one.days_late(rules)) for one in found.counting.values()]
    lines, tally = _lines(_without(course, found))
    scorer = Scorer.of(course, exercise, source)
    for some, sums in in_chunks(partial(_chunk, scorer), tasks, workers):
        lines |= some
        tally.merge(sums)
        if step:
            for student in some:
                step(student)
    return Results(exercise, Lines(dict(sorted(lines.items())), RESULTS), tally)


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
        CourseError: there are none, they cannot be read, or they are out of date.
    """
    path = results_path(course, exercise)
    again = f"grade again:  helpkit grade {exercise}"
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise CourseError(f"{path} does not exist: run  helpkit grade {exercise}  first") from error
    except OSError as error:
        raise CourseError(f"{path} cannot be read ({error.strerror})") from error
    numbered = enumerate(data.splitlines(), start=1)
    lines = {from_line(line, f"{path} line {at}").student: line for at, line in numbered}
    results = Results(exercise, Lines(lines, str(path)))
    if {*map(_basis, results.rows.values())} != {*map(_basis, _now(course, exercise))}:
        raise CourseError(f"{path} is older than what was collected or decided since: {again}")
    return results


def clear_drafts(folder: Path, *names: str) -> None:
    """Remove the unfinished drafts of these files that killed runs left behind."""
    for path in folder.glob(".*"):
        if draft_of(path.name) in names:
            path.unlink()


def _basis(result: Result) -> tuple[str, str, int, str]:
    """What a result is based on, without what a key makes of it."""
    why = "" if result.sha256 else result.reason
    return result.student, result.sha256, result.late_days, why


def _now(course: Course, exercise: str) -> Iterator[Result]:
    """The results as they would be now, without rows."""
    found, rules = collected(course, exercise), course.rules(exercise)
    yield from _without(course, found)
    for student, one in found.counting.items():
        yield Result(student, one.sha256, "", one.days_late(rules))


def _without(course: Course, found: Collection) -> Iterator[Result]:
    """The results of the students without a submission that counts."""
    counting, came = found.counting, {one.student for one in found.hand_ins}
    reasons: dict[str, list[str]] = defaultdict(list)
    for one, student in found.refused_of.items():
        reasons[student].append(one.refused)
    for student in (one.id for one in course.students if one.id not in counting):
        if student in came:
            reasons[student].append(_TOO_LATE)
        why = "; ".join(dict.fromkeys(reasons[student]))
        yield Result(student, state="refused" if why else "missing", reason=why)


def _chunk(scorer: Scorer, chunk: list[Task]) -> Graded:
    return _lines(scorer.score(one, days) for one, days in chunk)


def _lines(results: Iterable[Result]) -> Graded:
    """What is kept of results: a line for each, and the sums over all of them."""
    lines, tally = {}, Tally()
    for one in results:
        lines[one.student] = to_line(one)
        tally.add(one)
    return lines, tally
