"""The results of a class: a line for each student in `graded/NN/results.jsonl`.

The file is written whole or not at all: a run that is killed leaves the last one in place. What was
graded under another key, or before something else came to count, is never read as if it were of
today.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from helpkit.errors import CourseError
from helpkit.journal.files import draft_of, private_folder, write_whole
from helpkit.teacher.course.course import Course
from helpkit.teacher.course.lock import alone
from helpkit.teacher.course.source import exercise_folder
from helpkit.teacher.results.basis import results_to_be
from helpkit.teacher.results.result import Result, from_line
from helpkit.teacher.results.scorer import key_of
from helpkit.teacher.results.tally import ClassTally, tally_of

__all__ = [
    "GRADED",
    "RESULTS",
    "ResultLines",
    "Results",
    "clear_drafts",
    "read_results",
    "results_path",
    "under_another_key",
    "write_results",
]

GRADED: Final = "graded"
RESULTS: Final = "results.jsonl"

Basis = tuple[str, str, int, str]


class ResultLines(Mapping[str, Result]):
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
    rows: ResultLines
    known: ClassTally | None = None

    @property
    def tally(self) -> ClassTally:
        """How the class did; known from the grading, or summed now."""
        return self.known or tally_of(self.rows.values())


def results_path(course: Course, exercise: str) -> Path:
    """Where the results of an exercise are."""
    return course.root / GRADED / exercise / RESULTS


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
    file = _read(course, exercise)
    if file is None:
        raise CourseError(f"{path} does not exist: run  helpkit grade {exercise}  first")
    if file.bases != {_basis(result) for result in results_to_be(course, exercise)}:
        raise CourseError(
            f"{path} is older than what was collected or decided since: "
            f"grade again:  helpkit grade {exercise}"
        )
    if message := _another_key(course, exercise, file, source):
        raise CourseError(message)
    return Results(exercise, ResultLines(file.lines, str(path)))


def under_another_key(course: Course, exercise: str, source: Path | None = None) -> str:
    """What to say if an exercise was graded under another key; empty if it was not.

    Raises:
        CourseError: the results cannot be read.
        ContentError: a file of the exercise does not hold what it should.
    """
    file = _read(course, exercise)
    return _another_key(course, exercise, file, source) if file else ""


@dataclass(frozen=True)
class _ResultsFile:
    """A file of results: its lines by student, what they are based on, and under which keys."""

    lines: dict[str, bytes]
    bases: set[Basis]
    keys: set[str]


def _read(course: Course, exercise: str) -> _ResultsFile | None:
    """The file of an exercise; None if there is none."""
    path = results_path(course, exercise)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CourseError(f"{path} cannot be read ({error.strerror})") from error
    file = _ResultsFile({}, set(), set())
    for number, line in enumerate(data.splitlines(), start=1):
        result = from_line(line, f"{path} line {number}")
        file.lines[result.student] = line
        file.bases.add(_basis(result))
        file.keys.update([result.key] if result.state == "graded" else [])
    return file


def _another_key(course: Course, exercise: str, file: _ResultsFile, source: Path | None) -> str:
    source = exercise_folder(course, exercise, source)
    if file.keys <= {key_of(source, course.seed)}:
        return ""
    under = (
        "graded by an older helpkit, which did not note the key"
        if "" in file.keys
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
    reason = "" if result.sha256 else result.reason
    return result.student, result.sha256, result.late_days, reason
