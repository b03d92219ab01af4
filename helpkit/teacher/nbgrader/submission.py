"""What a student handed in, in the folder that nbgrader collected: a zip, or answers without one.

A zip from the *Hand in* button counts; of several, the latest, and of several versions of one work
the one with the last event. If there is none, submitting was enough: the answers beside the
notebook are taken, without what is private. Either way it is read with every check of
`submission.read`. Links are not followed.
"""

import os
import stat
from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Final

from helpkit.errors import HandInError
from helpkit.exercises.release_folder import Release
from helpkit.exercises.sheet import sheet
from helpkit.exercises.submission import Contents, exercise_lesson, make, read
from helpkit.exercises.submission.archive import MAX_FILE
from helpkit.exercises.submission.submission import MAX_LINE
from helpkit.journal import fold
from helpkit.journal.segment import SegmentText, parse, segment_of
from helpkit.journal.segments import union
from helpkit.teacher.collect.downloads import found_in
from helpkit.teacher.collect.submission import Submission

__all__ = ["read_folder"]

ANSWERS: Final = "answers"
_NOTHING: Final = "the submission has neither a zip from the Hand in button nor an answers folder"
_NO_LINK: Final = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_BINARY: Final = getattr(os, "O_BINARY", 0)
_SEGMENTS: Final = 1000
"""The most files of answers that are read; a kernel makes one."""


def read_folder(folder: Path, release: Release, check: Callable[[Contents], object]) -> Contents:
    """What counts in one student's folder; `check` raises if it is not theirs.

    Raises:
        HandInError: nothing can be accepted; the text is the reason.
    """
    zips: dict[bytes, Contents] = {}
    refused: list[str] = []
    for candidate in found_in(folder, release.number):
        try:
            zips[candidate.data] = _read(candidate, release.number, check)
        except HandInError as error:
            refused.append(str(error))
    if zips:
        return _last(zips)
    if refused:
        raise HandInError("; ".join(dict.fromkeys(refused)))
    contents = read(_packed(folder / ANSWERS, release))
    check(contents)
    return contents


def _last(zips: dict[bytes, Contents]) -> Contents:
    """The latest by the student's own clock, unless another one goes on where it stops."""
    latest = zips[max(zips, key=lambda data: (zips[data].at, sha256(data).digest()))]
    versions = [version for version in zips.values() if version.origin == latest.origin]
    return max(versions, key=lambda version: (_length(version), version is latest))


def _length(contents: Contents) -> int:
    """The number of its last event."""
    return contents.events[-1].n if contents.events else 0


def _read(candidate: Submission, exercise: str, check: Callable[[Contents], object]) -> Contents:
    if candidate.refused:
        raise HandInError(candidate.refused)
    contents = read(candidate.data)
    if contents.exercise != exercise:
        raise HandInError(f"this belongs to exercise {contents.exercise}, not to {exercise}")
    check(contents)
    return contents


def _packed(answers: Path, release: Release) -> bytes:
    """What the button would have made of the answers."""
    events = [row.event for row in union(_parsed(answers)) if len(row.line) <= MAX_LINE]
    lesson = exercise_lesson(release.number)
    student = fold(events).of(lesson, "start").answers.get("student")
    if not isinstance(student, str):
        raise HandInError(_NOTHING if not events else "the answers do not say whose they are")
    parts = release.exercise.parts.values()
    issued = dict.fromkeys(chain(*(sheet(part, release.seed, student) for part in parts)))
    return make(
        events,
        exercise=release.number,
        student=student,
        language=release.language,
        issued=issued,
    )


def _parsed(answers: Path) -> Iterator[tuple[str, SegmentText]]:
    """What is in each file; torn or foreign lines are skipped, as in a journal."""
    left = MAX_FILE
    for path in _segments(answers):
        data = _bytes(path, left)
        left -= len(data)
        yield path.name, parse(data)


def _segments(answers: Path) -> list[Path]:
    if answers.is_symlink() or not answers.is_dir():
        return []
    paths = sorted(path for path in answers.iterdir() if segment_of(path.name))
    if len(paths) > _SEGMENTS:
        raise HandInError(f"the answers are in {len(paths)} files; at most {_SEGMENTS} are read")
    return paths


def _bytes(path: Path, most: int) -> bytes:
    try:
        handle = os.open(path, _NO_LINK | _BINARY)
        with os.fdopen(handle, "rb") as file:
            plain = stat.S_ISREG(os.fstat(handle).st_mode)
            data = file.read(most + 1) if plain else b""
    except OSError as error:
        raise HandInError(f"the answers cannot be read ({error.strerror})") from error
    if len(data) > most:
        raise HandInError(f"the answers take more than {MAX_FILE} bytes, and at most that is read")
    return data
