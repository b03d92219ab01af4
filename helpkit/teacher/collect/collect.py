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
from helpkit.exercises import submission as hand_in
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
    sort_out,
    trace,
    with_origins,
)
from helpkit.teacher.collect.downloads import Found, found_in
from helpkit.teacher.collect.sender import Sender
from helpkit.teacher.collect.sheet_check import check_sheet
from helpkit.teacher.collect.sighting import (
    INDEX,
    Sighting,
    Time,
    journal_time,
    platform_time,
    to_lines,
)
from helpkit.teacher.course.course import Course
from helpkit.teacher.course.lock import alone

if TYPE_CHECKING:
    from helpkit.teacher.collect.worksheet import Worksheet

__all__ = ["Collected", "collect"]

Step = Callable[[str], object]
Missing = dict[str, list[Path]]
_ZIP: Final = ".zip"


@dataclass(frozen=True)
class Collected:
    """What the course holds now, and how many of its copies are new.

    `came` is how many files there were that could be submissions; `faults` are sentences about the
    worksheet.
    """

    collection: Collection
    new: int
    came: int = 0
    faults: tuple[str, ...] = ()


def collect(
    course: Course,
    exercise: str,
    downloads: Path | None,
    *,
    worksheet: Path | None = None,
    dry_run: bool = False,
    step: Step = str,
    now: datetime | None = None,
) -> Collected:
    """Collect all submissions for one exercise.

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
    run = _Run(course, exercise, downloads, moment, step)
    try:
        with nullcontext() if dry_run else alone(course.root):
            return _collect(run, worksheet, dry_run)
    except OSError as error:
        where = error.filename or folder(course, exercise)
        raise CourseError(
            f"{where}: {error.strerror}; nothing is lost: put it right and collect again"
        ) from error


@dataclass(frozen=True)
class _Run:
    """What is collected, and when."""

    course: Course
    exercise: str
    downloads: Path | None
    now: str
    step: Step

    def found(self) -> Iterator[Found]:
        """Everything in the downloads that could be a submission."""
        if self.downloads is None:
            return iter(())
        return found_in(self.downloads, self.exercise, self.course.root / COLLECTED)

    def sightings(self) -> list[Sighting]:
        """The same, read and without its bytes."""
        return [self._sighting(one) for one in self.found()]

    def _sighting(self, one: Found) -> Sighting:
        source = _text(one.source)
        self.step(source)
        seal = sha256(one.data or source.encode()).hexdigest()
        seen = Sighting(source, seal, _plain(one.sender), seen=self.now)
        if one.refused:
            return replace(seen, refused=one.refused)
        try:
            handed = hand_in.read(one.data)
            if handed.exercise != self.exercise:
                raise HandInError(
                    f"this belongs to exercise {handed.exercise}, not to {self.exercise}"
                )
        except HandInError as error:
            return replace(seen, refused=str(error))
        origin, number = trace(handed)
        time = self._time(one, handed)
        return replace(seen, student=handed.student, time=time, origin=origin, number=number)

    def _time(self, one: Found, handed: hand_in.HandIn) -> Time:
        told = platform_time(one.stamp, platform_zone(self.course, self.exercise))
        says = {"says": one.sender.platform} if told else {}
        return Time(told or handed.at, **says, made=handed.at, doubt=handed.doubt)


def _collect(run: _Run, worksheet: Path | None, dry_run: bool) -> Collected:
    course, exercise = run.course, run.exercise
    sheet, data = _sheet(course, exercise, worksheet)
    seen = run.sightings()
    sightings = _union(read_index(course, exercise), seen)
    faults = _faults(sheet, worksheet, sightings, course)
    collection = sort_out(sightings, course, exercise, sheet)
    traced = with_origins(sightings, collection, course)
    if traced is not sightings:
        sightings, collection = traced, sort_out(traced, course, exercise, sheet)
    paths = _copies(course, collection)
    missing = _missing(paths)
    new = sum(map(len, missing.values()))
    if not dry_run:
        if missing or sightings or data:
            private_folder(folder(course, exercise))
        _copy(missing, chain(_kept(course, exercise, missing), run.found()))
        if data:
            _write_changed(folder(course, exercise) / WORKSHEET, data)
        if sightings:
            _write_changed(folder(course, exercise) / INDEX, to_lines(sightings))
        _clear(folder(course, exercise), paths)
    return Collected(collection, new, len(seen), faults)


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
    sheet: "Worksheet | None", new: Path | None, sightings: list[Sighting], course: Course
) -> tuple[str, ...]:
    """What is wrong with the worksheet; one that is of other people is refused while it is new."""
    if sheet is None or new is None:
        return sheet.faults if sheet else ()
    return *sheet.faults, *check_sheet(sheet, new.name, sightings, course.students)


def _plain(sender: Sender) -> Sender:
    """A file name can hold bytes that are not letters in any language."""
    return replace(
        sender, name=_text(sender.name), login=_text(sender.login), group=_text(sender.group)
    )


def _text(name: str) -> str:
    return name.encode("utf-8", "backslashreplace").decode()


def _union(before: Iterable[Sighting], seen: Iterable[Sighting]) -> list[Sighting]:
    """Everything ever seen, each with the moment when it was seen first.

    What was found in one place and is another file now was replaced.
    """
    now = {_key(one): one for one in seen}
    sources = {one.source for one in now.values()}
    known = {_key(one): one for one in before}
    for key, one in known.items():
        if key in now:
            now[key] = replace(now[key], seen=one.seen or now[key].seen)
        elif one.source in sources:
            known[key] = replace(one, replaced=True)
    return sorted({**known, **now}.values())


def _key(one: Sighting) -> tuple[str, str]:
    """A file at its place; what had no bytes to read had no sha256 either in older indexes."""
    return one.source, one.sha256 or sha256(one.source.encode()).hexdigest()


def _copies(course: Course, collection: Collection) -> dict[Path, str]:
    """Where the copies belong, and the sha256 of each."""
    owners = {(student, one.sha256) for one, student in collection.owners.items()}
    return {copy_path(course, collection.exercise, *one): one[1] for one in sorted(owners)}


def _missing(paths: dict[Path, str]) -> Missing:
    missing: Missing = defaultdict(list)
    for path, seal in paths.items():
        if not path.is_file() or sha256(path.read_bytes()).hexdigest() != seal:
            missing[seal].append(path)
    return missing


def _kept(course: Course, exercise: str, missing: Missing) -> Iterator[Found]:
    """Copies of earlier runs that belong to somebody else by now."""
    for path in sorted(folder(course, exercise).glob(f"*/*{_ZIP}")):
        if path.stem in missing:
            yield Found(path.name, Sender(), path.read_bytes())


def _copy(missing: Missing, found: Iterable[Found]) -> None:
    for one in found if missing else ():
        for path in missing.pop(sha256(one.data).hexdigest(), ()):
            write_whole(path, one.data)
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
