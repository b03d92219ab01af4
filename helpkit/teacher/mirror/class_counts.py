"""Count a class's submissions; each is read, counted and let go, a large class in processes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

from helpkit.content import Content, languages, load
from helpkit.errors import HandInError
from helpkit.exercises.items import load_exercise
from helpkit.exercises.submission.display import shown
from helpkit.teacher.collect.collection import Submission, collected
from helpkit.teacher.course.course import Course
from helpkit.teacher.course.roster import Student
from helpkit.teacher.course.source import exercise_folder
from helpkit.teacher.mirror.board import MirrorBoard
from helpkit.teacher.mirror.boards import boards
from helpkit.teacher.mirror.counts import Counts, Group, Tallies
from helpkit.teacher.results.answers import Answers, read_copy
from helpkit.teacher.results.chunks import in_chunks

__all__ = ["class_counts"]

_SECTIONS = ("section", "groep", "group", "klas", "class")
"""The name of the roster's column that says which group a student is in."""

Task = tuple[Student, Submission]
Bad = list[tuple[str, str]]


@dataclass(frozen=True)
class Job:
    """What to count, for whichever process does it; the class itself is not copied."""

    course: Course
    exercise: str
    folder: Path
    names: bool

    def empty(self) -> Counts:
        """The counts of a class that has handed in nothing."""
        asked, content = _asked(self.folder, self.course.language)
        return Counts(boards=asked, content=content, names={} if self.names else None)


@cache
def _asked(folder: Path, language: str) -> tuple[tuple[MirrorBoard, ...], Content]:
    """Read once per process, not for each chunk."""
    content = load(language)
    return boards(load_exercise(folder, language), content), content


def class_counts(
    course: Course,
    exercise: str,
    names: bool = False,
    source: Path | None = None,
    step: Callable[[str], object] = str,
    unread: Callable[[str, str], object] = lambda student, reason: None,
) -> Counts:
    """The counts of a class; the number of processes changes nothing.

    `step` is told each student whose copy was looked at, `unread` each whose copy cannot be read.

    Raises:
        CourseError: the course does not have this exercise, or its folder cannot be found.
    """
    counting = collected(course, exercise).counting
    tasks = [
        (student, counting[student.id]) for student in course.students if student.id in counting
    ]
    small = replace(course, students=(), exercises={})
    job = Job(small, exercise, exercise_folder(course, exercise, source), names)
    counts = job.empty()
    for some, students, bad in in_chunks(partial(_chunk, job), tasks):
        counts.merge(some)
        for student in students:
            step(student)
        for student, reason in bad:
            unread(student, reason)
    return counts


def _chunk(job: Job, tasks: list[Task]) -> tuple[Tallies, list[str], Bad]:
    counts = job.empty()
    bad: Bad = []
    for student, copy in tasks:
        try:
            answers = read_copy(job.course, job.exercise, copy)
            counts.add(answers, _groups(answers, student), student.name)
        except HandInError as error:
            bad.append((student.id, str(error)))
        except Exception as error:  # a fault of ours with one submission must not affect the others
            fault = f"a fault in helpkit, please report it: {type(error).__name__}: {error}"
            bad.append((student.id, shown(fault, 200)))
    return counts.tallies, [student.id for student, _ in tasks], bad


def _groups(answers: Answers, student: Student) -> Iterable[Group]:
    language = answers.contents.language
    if language in languages():
        yield "language", language
    for column, value in student.extra.items():
        if column.strip().lower() in _SECTIONS and value.strip():
            yield "section", value.strip()
            return
