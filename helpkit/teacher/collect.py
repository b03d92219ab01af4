"""Collect what a class handed in: nothing is run, nothing is unpacked, nothing is lost.

Each submission is read in memory, copied whole under its own sha256, and entered in the index. The
copies come first and the index last, in one step, so a run that is killed leaves copies that the
next run finds in place. A copy that exists is not written again; the index is the union of all
runs, in a fixed order. So the same downloads give the same folder, however often they are collected
and however far a run got.

Whose a submission is can depend on all the others, so the downloads are read twice: once to see
what there is, and once for the copies that are still missing. Only one submission at a time is in
memory.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Final

from helpkit import hand_in
from helpkit.errors import CourseError, HandInError
from helpkit.files import draft_of, write_whole
from helpkit.teacher.collection import (
    COLLECTED,
    UNMATCHED,
    Collection,
    copy_path,
    folder,
    read_index,
    sort_out,
)
from helpkit.teacher.course import Course
from helpkit.teacher.downloads import Found, found_in
from helpkit.teacher.sender import Sender
from helpkit.teacher.sighting import INDEX, Sighting, Time, platform_time, to_lines

__all__ = ["Collected", "collect"]

Step = Callable[[str], object]
Missing = dict[str, list[Path]]
_ZIP: Final = ".zip"


@dataclass(frozen=True)
class Collected:
    """What the course holds now, and how many of its copies are new."""

    collection: Collection
    new: int


def collect(
    course: Course, exercise: str, downloads: Path, *, dry_run: bool = False, step: Step = str
) -> Collected:
    """Collect all submissions for one exercise; `step` is told the source of each.

    With `dry_run` nothing is written.

    Raises:
        CourseError: the course does not have this exercise, the downloads do not exist, or the
            course folder cannot be used.
    """
    course.rules(exercise)
    try:
        return _collect(course, exercise, downloads, dry_run, step)
    except OSError as error:
        where = error.filename or folder(course, exercise)
        raise CourseError(
            f"{where}: {error.strerror}; nothing is lost: put it right and collect again"
        ) from error


def _collect(
    course: Course, exercise: str, downloads: Path, dry_run: bool, step: Step
) -> Collected:
    def found() -> Iterator[Found]:
        return found_in(downloads, exercise, course.root / COLLECTED)

    before = read_index(course, exercise)
    sightings = _union(before, [_sighting(one, exercise, step) for one in found()])
    collection = sort_out(sightings, course, exercise)
    paths = _copies(course, collection)
    missing = _missing(paths)
    new = sum(map(len, missing.values()))
    if not dry_run:
        _copy(missing, chain(_kept(course, exercise, missing), found()))
        if sightings:
            _write_changed(folder(course, exercise) / INDEX, to_lines(sightings))
        _clear(folder(course, exercise), paths)
    return Collected(collection, new)


def _sighting(one: Found, exercise: str, step: Step) -> Sighting:
    # A file name can hold bytes that are not letters in any language.
    source, name = _text(one.source), _text(one.sender.name)
    step(source)
    seen = Sighting(
        source, sha256(one.data).hexdigest() if one.data else "", replace(one.sender, name=name)
    )
    if one.refused:
        return replace(seen, refused=one.refused)
    try:
        handed = hand_in.read(one.data)
        if handed.exercise != exercise:
            raise HandInError(f"this belongs to exercise {handed.exercise}, not to {exercise}")
    except HandInError as error:
        return replace(seen, refused=str(error))
    told = platform_time(one.stamp)
    time = Time(told, one.sender.platform, handed.at) if told else Time(handed.at, made=handed.at)
    return replace(seen, student=handed.student, time=time)


def _text(name: str) -> str:
    return name.encode("utf-8", "backslashreplace").decode()


def _union(before: Iterable[Sighting], seen: Iterable[Sighting]) -> list[Sighting]:
    """Everything ever seen, except earlier refusals of what has now been read again."""
    seen = [*seen]
    sources = {one.source for one in seen}
    kept = [one for one in before if not (one.refused and one.source in sources)]
    return sorted({(one.source, one.sha256): one for one in (*kept, *seen)}.values())


def _copies(course: Course, collection: Collection) -> dict[Path, str]:
    """Where the copies belong, and the sha256 of each."""
    owners = [(one.student, one.sha256) for one in collection.hand_ins]
    owners += [("", one.sha256) for one, _ in collection.unmatched]
    return {copy_path(course, collection.exercise, student, seal): seal for student, seal in owners}


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
        if name == INDEX or (name or "").endswith(_ZIP):
            path.unlink()
    for path in root.glob(f"{UNMATCHED}/*{_ZIP}"):
        if path not in paths:
            path.unlink()
