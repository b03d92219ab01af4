"""Collect what a class handed in: nothing is run, nothing is unpacked, nothing is lost.

Each submission is read in memory, copied whole under its own sha256, and entered in the index. The
copies come first and the index last, in one step, so a run that is killed leaves copies that the
next run finds in place. A copy that exists is not written again; the index is the union of all
runs, in a fixed order, each line with the moment when it was first seen. So the same downloads give
the same folder, however often they are collected and however far a run got. Nobody else writes in
the course meanwhile: two indexes of which the later one wins would lose what the other found.

Whose a submission is can depend on all the others, so the downloads are read twice: once to see
what there is, and once for the copies that are still missing. Only one submission at a time is in
memory.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from helpkit.errors import CourseError, HandInError
from helpkit.exercises.submission import Contents, read
from helpkit.journal.files import draft_of, private_folder, write_whole
from helpkit.teacher.collect.collection import (
    COLLECTED,
    UNMATCHED,
    WORKSHEET,
    Collection,
    copy_path,
    folder,
    platform_zone,
    read_index,
    read_sheet,
    sheet_of,
    sort_with_origins,
    trace,
)
from helpkit.teacher.collect.downloads import found_in
from helpkit.teacher.collect.index import INDEX, journal_time, platform_time, to_lines
from helpkit.teacher.collect.sender import Sender
from helpkit.teacher.collect.sheet_check import check_sheet
from helpkit.teacher.collect.submission import EVENTS, Submission, Time, received
from helpkit.teacher.course.course import Course
from helpkit.teacher.course.lock import alone

if TYPE_CHECKING:
    from helpkit.teacher.collect.worksheet import Worksheet

__all__ = ["collect"]

Step = Callable[[str], object]
Missing = dict[str, list[Path]]
_ZIP: Final = ".zip"


def collect(
    course: Course,
    exercise: str,
    downloads: Path | None,
    *,
    worksheet: Path | None = None,
    dry_run: bool = False,
    step: Step = str,
    now: datetime | None = None,
) -> Collection:
    """Collect all submissions for one exercise; what the course holds then.

    Args:
        course: the course.
        exercise: the number of the exercise.
        downloads: where the submissions are; None if only the worksheet is new.
        worksheet: the file that the platform exports for grading; it is kept, for the next times.
        dry_run: write nothing.
        step: told the source of each submission.
        now: the moment of collecting, if that is not now.

    Raises:
        CourseError: the course does not have this exercise, the downloads do not exist, the
            worksheet is none, the course folder cannot be used, or another helpkit is writing in
            it.
    """
    course.rules(exercise)
    moment = journal_time(now or datetime.now(UTC))
    run = _CollectRun(course, exercise, downloads, moment, step)
    try:
        with nullcontext() if dry_run else alone(course.root):
            return _collect(run, worksheet, dry_run)
    except OSError as error:
        where = error.filename or folder(course, exercise)
        raise CourseError(
            f"{where}: {error.strerror}; nothing is lost: put it right and collect again"
        ) from error


@dataclass(frozen=True)
class _CollectRun:
    """What is collected, and when."""

    course: Course
    exercise: str
    downloads: Path | None
    now: str
    step: Step

    def files(self) -> Iterator[Submission]:
        """Everything in the downloads that could be a submission, with its bytes."""
        if self.downloads is None:
            return iter(())
        return found_in(self.downloads, self.exercise, self.course.root / COLLECTED)

    def submissions(self) -> list[Submission]:
        """The same, read and without its bytes."""
        return [self._read(file) for file in self.files()]

    def _read(self, file: Submission) -> Submission:
        self.step(file.source)
        empty = replace(file, data=b"", collected=self.now)
        if file.refused:
            return empty
        try:
            contents = read(file.data)
            if contents.exercise != self.exercise:
                raise HandInError(
                    f"this belongs to exercise {contents.exercise}, not to {self.exercise}"
                )
        except HandInError as error:
            return replace(empty, refused=str(error))
        origin, number = trace(contents)
        time = self._time(file, contents)
        return replace(empty, typed=contents.student, time=time, origin=origin, number=number)

    def _time(self, file: Submission, contents: Contents) -> Time:
        at = platform_time(file.stamp, platform_zone(self.course, self.exercise))
        says = file.sender.platform if at else EVENTS
        return Time(at or contents.at, says, made=contents.at, doubt=contents.doubt)


def _collect(run: _CollectRun, worksheet: Path | None, dry_run: bool) -> Collection:
    course, exercise = run.course, run.exercise
    sheet, data = _sheet(course, exercise, worksheet)
    read = run.submissions()
    index = _union(read_index(course, exercise), read)
    faults = _faults(sheet, worksheet, index, course)
    index, collection = sort_with_origins(index, course, exercise, sheet)
    paths = _copies(course, collection)
    missing = _missing(paths)
    new = sum(map(len, missing.values()))
    if not dry_run:
        _write(run, index, data, missing)
        _clear(folder(course, exercise), paths)
    return replace(collection, new=new, candidates=len(read), faults=faults)


def _write(run: _CollectRun, index: list[Submission], worksheet: bytes, missing: Missing) -> None:
    """The copies first, and the index last."""
    root = folder(run.course, run.exercise)
    if missing or index or worksheet:
        private_folder(root)
    _copy(missing, chain(_copies_of(root, missing), run.files()))
    if worksheet:
        _write_changed(root / WORKSHEET, worksheet)
    if index:
        _write_changed(root / INDEX, to_lines(index))


def _sheet(course: Course, exercise: str, path: Path | None) -> tuple["Worksheet | None", bytes]:
    """What the worksheet says, and its bytes if it is a new one."""
    if path is None:
        return read_sheet(course, exercise), b""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CourseError(
            f"{path} cannot be read ({error.strerror}); expected Moodle's grading worksheet or "
            "Canvas's gradebook"
        ) from error
    return sheet_of(data, course, exercise, path.name), data


def _faults(
    sheet: "Worksheet | None", new: Path | None, index: list[Submission], course: Course
) -> tuple[str, ...]:
    """What is wrong with the worksheet; one that is of other people is refused while it is new."""
    if sheet is None or new is None:
        return sheet.faults if sheet else ()
    return *sheet.faults, *check_sheet(sheet, new.name, index, course.students)


def _union(before: Iterable[Submission], read: Iterable[Submission]) -> list[Submission]:
    """Everything ever collected, each with the moment when that was first.

    What was found in one place and is another file now was replaced.
    """
    now = {_key(each): each for each in read}
    sources = {each.source for each in now.values()}
    known = {_key(each): each for each in before}
    for key, each in known.items():
        if key in now:
            now[key] = replace(now[key], collected=each.collected or now[key].collected)
        elif each.source in sources:
            known[key] = replace(each, replaced=True)
    return sorted({**known, **now}.values())


def _key(submission: Submission) -> tuple[str, str]:
    """A file at its place; what had no bytes to read had no sha256 either in older indexes."""
    return submission.source, submission.sha256 or sha256(submission.source.encode()).hexdigest()


def _copies(course: Course, collection: Collection) -> dict[Path, str]:
    """Where the copies belong, and the sha256 of each."""
    owners = sorted({(each.student, each.sha256) for each in collection.readable})
    return {copy_path(course, collection.exercise, *owner): owner[1] for owner in owners}


def _missing(paths: dict[Path, str]) -> Missing:
    missing: Missing = defaultdict(list)
    for path, seal in paths.items():
        if not path.is_file() or sha256(path.read_bytes()).hexdigest() != seal:
            missing[seal].append(path)
    return missing


def _copies_of(root: Path, missing: Missing) -> Iterator[Submission]:
    """Copies of earlier runs that belong to somebody else by now."""
    for path in sorted(root.glob(f"*/*{_ZIP}")):
        if path.stem in missing:
            yield received(path.name, Sender(), path.read_bytes())


def _copy(missing: Missing, files: Iterable[Submission]) -> None:
    for file in files if missing else ():
        for path in missing.pop(file.sha256, ()):
            write_whole(path, file.data)
    for paths in missing.values():
        raise CourseError(
            f"{paths[0]} is gone, and it is not in the downloads: put it back, or take its lines "
            f"out of {INDEX}"
        )


def _write_changed(path: Path, data: bytes) -> None:
    if not path.is_file() or path.read_bytes() != data:
        write_whole(path, data)


def _clear(root: Path, paths: dict[Path, str]) -> None:
    """Remove what killed runs left behind, and second copies of what now has an owner."""
    for path in [*root.glob(".*"), *root.glob("*/.*")]:
        name = draft_of(path.name)
        if name in (INDEX, WORKSHEET) or (name or "").endswith(_ZIP):
            path.unlink()
    for path in root.glob(f"{UNMATCHED}/*{_ZIP}"):
        if path not in paths:
            path.unlink()
