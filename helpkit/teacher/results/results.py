"""Grade a class: every submission that counts becomes a line of `graded/NN/results.jsonl`.

The file is a pure function of the copies, the key and the course, in the order of the students'
ids, and is written whole or not at all: a run that is killed leaves the last one in place, and
running it again gives the same bytes. A large class is shared among processes, a chunk at a time;
the lines come back in order, so the number of processes changes nothing. Only the lines are kept.
What was graded under another key, or before something else came to count, is never read as if it
were of today.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from helpkit.errors import CourseError
from helpkit.exercises.items import exercise_languages
from helpkit.journal.files import draft_of, private_folder, write_whole
from helpkit.teacher.collect.collection import Collection, Counted, collected
from helpkit.teacher.course.course import Course
from helpkit.teacher.course.lock import alone
from helpkit.teacher.course.source import exercise_folder
from helpkit.teacher.results.chunks import in_chunks
from helpkit.teacher.results.result import Result, Standing, from_line, to_line
from helpkit.teacher.results.scorer import Scorer, grader_of, key_of
from helpkit.teacher.results.tally import Tally, tallied

__all__ = [
    "GRADED",
    "RESULTS",
    "Results",
    "clear_drafts",
    "grade_class",
    "read_results",
    "results_path",
    "under_another_key",
    "write_results",
]

GRADED: Final = "graded"
RESULTS: Final = "results.jsonl"

_TOO_LATE: Final = "handed in after the deadline, and this course refuses late work"
_CONTESTED: Final = "different work came in this name: decide whose it is"

Step = Callable[[str], object]
Task = tuple[Counted, int, str]
Graded = tuple[dict[str, bytes], Tally]
Basis = tuple[str, str, int, str]


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

    @property
    def lines(self) -> Mapping[str, bytes]:
        """The lines, which nobody has read yet."""
        return self._lines

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
    for language in {course.language, *exercise_languages(source)}:
        grader_of(source, language)  # faults in a key are reported before anything else
    decided = _decided(course, found)
    tasks = [(one, one.days, decided.get(student, "")) for student, one in found.counting.items()]
    lines, tally = _lines(_without(course, found, decided))
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
                private_folder(path.parent)
                write_whole(path, results.rows.pieces())
            clear_drafts(path.parent, RESULTS)
    except OSError as error:
        raise CourseError(
            f"{path}: {error.strerror}; nothing is lost: put it right and grade again"
        ) from error
    return path


def read_results(course: Course, exercise: str, source: Path | None = None) -> Results:
    """The results of an exercise as they were graded last.

    `source` is the folder with the key, or of exercises; by default where they usually are.

    Raises:
        CourseError: there are none, they cannot be read, or they are out of date.
    """
    path = results_path(course, exercise)
    read = _read(course, exercise)
    if read is None:
        raise CourseError(f"{path} does not exist: run  helpkit grade {exercise}  first")
    if read.bases != {_basis(one) for one in _now(course, exercise)}:
        raise CourseError(
            f"{path} is older than what was collected or decided since: "
            f"grade again:  helpkit grade {exercise}"
        )
    if said := _another_key(course, exercise, read, source):
        raise CourseError(said)
    return Results(exercise, Lines(read.lines, str(path)))


def under_another_key(course: Course, exercise: str, source: Path | None = None) -> str:
    """What to say if an exercise was graded under another key; empty if it was not.

    Raises:
        CourseError: the results cannot be read.
        ContentError: a file of the exercise does not hold what it should.
    """
    read = _read(course, exercise)
    return _another_key(course, exercise, read, source) if read else ""


@dataclass(frozen=True)
class _Read:
    """A file of results: its lines by student, what they are based on, and under which keys."""

    lines: dict[str, bytes]
    bases: set[Basis]
    keys: set[str]


def _read(course: Course, exercise: str) -> _Read | None:
    """What stands in the file; None if there is none."""
    path = results_path(course, exercise)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CourseError(f"{path} cannot be read ({error.strerror})") from error
    read = _Read({}, set(), set())
    for at, line in enumerate(data.splitlines(), start=1):
        one = from_line(line, f"{path} line {at}")
        read.lines[one.student] = line
        read.bases.add(_basis(one))
        read.keys.update([one.key] if one.state == "graded" else [])
    return read


def _another_key(course: Course, exercise: str, read: _Read, source: Path | None) -> str:
    source = exercise_folder(course, exercise, source)
    if read.keys <= {key_of(source, course.seed)}:
        return ""
    under = (
        "graded by an older helpkit, which did not note the key"
        if "" in read.keys
        else f"graded under another key, or other items, than those in {source} now"
    )
    return f"{results_path(course, exercise)}: {under}: run  helpkit grade {exercise}  again"


def clear_drafts(folder: Path, *names: str) -> None:
    """Remove the unfinished drafts of these files that killed runs left behind."""
    for path in folder.glob(".*"):
        if draft_of(path.name) in names:
            path.unlink()


def _basis(result: Result) -> Basis:
    """What a result is based on, without what a key makes of it."""
    why = "" if result.sha256 else result.reason
    return result.student, result.sha256, result.late_days, why


def _now(course: Course, exercise: str) -> Iterator[Result]:
    """The results as they would be now, without rows."""
    found = collected(course, exercise)
    yield from _without(course, found, {})
    for student, one in found.counting.items():
        yield Result(student, one.sha256, "", one.days)


def _decided(course: Course, found: Collection) -> dict[str, str]:
    """Why the teacher decided about what counts for a student, or until when."""
    reasons: dict[str, list[str]] = defaultdict(list)
    for one in found.hand_ins:
        reasons[one.student].append(one.decided)
    for left, reason in found.left_out:
        reasons[found.owners.get(left, "")].append(reason)
    for decision in course.decisions:
        if decision.until and decision.exercise == found.exercise:
            extension = course.decisions.extension(found.exercise, decision.student)
            reasons[decision.student].append(extension.reason if extension else "")
    return {
        student: "; ".join(dict.fromkeys(filter(None, all_))) for student, all_ in reasons.items()
    }


def _without(course: Course, found: Collection, decided: Mapping[str, str]) -> Iterator[Result]:
    """The results of the students without a submission that counts."""
    counting, came = found.counting, {one.student for one in found.hand_ins}
    reasons: dict[str, list[str]] = defaultdict(list)
    for one, student in found.refused_of.items():
        reasons[student].append(one.refused)
    for student in found.withheld:
        reasons[student].append(_CONTESTED)
    for student in (one.id for one in course.students if one.id not in counting):
        if student in came:
            reasons[student].append(_TOO_LATE)
        why = "; ".join(dict.fromkeys(reasons[student]))
        state: Standing = "refused" if why else "missing"
        yield Result(student, state=state, reason=why, decided=decided.get(student, ""))


def _chunk(scorer: Scorer, chunk: list[Task]) -> Graded:
    return _lines(scorer.score(*task) for task in chunk)


def _lines(results: Iterable[Result]) -> Graded:
    """What is kept of results: a line for each, and the sums over all of them."""
    lines, tally = {}, Tally()
    for one in results:
        lines[one.student] = to_line(one)
        tally.add(one)
    return lines, tally
