"""Which files of a list could be submissions for an exercise, and what are their bytes?

The list is a folder with all that is below it, or a zip. What could be a submission and cannot be
read comes with the reason, so that nobody is lost; what is obviously none (a photo, a page that a
platform adds) is passed over. A submission that a computer unpacked counts like one that is packed.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import PurePosixPath
from typing import Final

from helpkit.errors import HandInError
from helpkit.exercises.submission import ABOUT
from helpkit.exercises.submission.archive import MAX_FILE, Allowance, packed
from helpkit.exercises.submission.events_file import EVENTS
from helpkit.teacher.collect.archives import allowance_for, inside, submitted
from helpkit.teacher.collect.download_file import DownloadFile, is_zip, typed_in
from helpkit.teacher.collect.platforms import NO_UPLOAD, Upload, uploads
from helpkit.teacher.collect.sender import NBGRADER, Sender
from helpkit.teacher.collect.submission import Submission, received

__all__ = ["Listing", "candidates"]

_DEEPEST: Final = 2
"""Of zips in zips."""

_UNFINISHED: Final = re.compile(
    r"(?P<name>.+)\.(?:crdownload|part|partial|download|opdownload)", re.IGNORECASE | re.DOTALL
)
_BY_CHROME: Final = re.compile(r"Unconfirmed [0-9]+")
_BY_A_PLATFORM: Final = re.compile(
    r"(?:^|/)index\.html$|_assignsubmission_(?!file)[a-z]+_?(?:/|_|$)|_(?:text|link)\.html$",
    re.IGNORECASE,
)
"""Pages that a platform adds, or makes of what was typed into it."""

_HALF: Final = "the browser has not finished this download: download it again"
_DEEP: Final = "this is a zip in a zip in a zip: unpack the outer ones and collect again"


@dataclass(frozen=True)
class Listing:
    """The files of a folder or of a zip, and who sent them; `depth` counts the zips around."""

    entries: Sequence[DownloadFile]
    exercise: str
    uploads: Mapping[str, Upload]
    depth: int = 0

    @cached_property
    def named(self) -> dict[str, str]:
        """The exercise in the name of each file that has one."""
        names = ((entry.path, typed_in(entry.path)) for entry in self.entries)
        return {path: name[0] for path, name in names if name}

    @cached_property
    def batches(self) -> dict[str, set[str]]:
        """The exercises in the names of all that came together."""
        exercises: dict[str, set[str]] = defaultdict(set)
        for path, exercise in self.named.items():
            exercises[self.of(path).batch].add(exercise)
        return exercises

    @cached_property
    def present(self) -> set[Sender]:
        """The senders of what may be for this exercise."""
        return {
            upload.sender
            for path, upload in self.uploads.items()
            if self.named.get(path, self.exercise) == self.exercise
        }

    @cached_property
    def has_some(self) -> bool:
        """Does the name of any file say that it is for this exercise?"""
        return self.exercise in self.named.values()

    @cached_property
    def loose(self) -> int:
        """How many are called submissions for this exercise, and no platform sent them?"""
        ours = (path for path, exercise in self.named.items() if exercise == self.exercise)
        return sum(not self.of(path).sender.platform for path in ours)

    def of(self, path: str) -> Upload:
        """What a platform says of a file."""
        return self.uploads.get(path, NO_UPLOAD)

    def is_wanted(self, path: str) -> bool:
        """Is this called a submission for this exercise, or did it come with one that is?

        So a student who sent the wrong file is not lost, and holiday photos are not submissions.
        """
        exercise = self.named.get(path)
        if exercise == self.exercise:
            return not self._is_of_nbgrader(path)
        if not self.came_with_some(path) or self._is_of_a_platform(path):
            return False
        return exercise is None or (self.depth > 0 and self.of(path).sender not in self.present)

    def came_with_some(self, path: str) -> bool:
        """Is this from the same batch as a submission for this exercise?"""
        batch = self.of(path).batch
        return bool(batch) and self.exercise in self.batches.get(batch, ())

    def is_of_another(self, path: str) -> bool:
        """Did this come with submissions, and all of them for other exercises?"""
        batch = self.of(path).batch
        return bool(batch and self.batches.get(batch)) and not self.came_with_some(path)

    def _is_of_a_platform(self, path: str) -> bool:
        own = self.of(path).own
        return own == ".txt" or bool(_BY_A_PLATFORM.search(path)) or self._is_of_nbgrader(path)

    def _is_of_nbgrader(self, path: str) -> bool:
        """Is this one of the other files that nbgrader collects?"""
        return self.of(path).sender.platform == NBGRADER and not is_zip(path)


@dataclass(frozen=True)
class _Pair:
    """A submission that was unpacked: its two files, of which one may be gone."""

    about: DownloadFile | None = None
    events: DownloadFile | None = None


def candidates(files: Listing, allowance: Allowance | None = None) -> Iterator[Submission]:
    """Everything in the list that could be a submission; zips in it are opened."""
    pairs = _pairs(files)
    for entry in files.entries:
        path, upload = entry.path, files.of(entry.path)
        if path in pairs:
            yield from _unpacked(entry, pairs[path], files)
        elif files.is_wanted(path):
            yield from submitted(entry, upload, files.exercise)
        elif is_zip(path) and path not in files.named and not files.is_of_another(path):
            yield from _unnamed(entry, files, allowance or allowance_for(entry.size))
        elif files.depth == 0 and _is_unfinished(path, files.exercise):
            yield received(entry.source, upload.sender, refused=_HALF)


def _is_unfinished(path: str, exercise: str) -> bool:
    match = _UNFINISHED.fullmatch(PurePosixPath(path).name)
    if not match:
        return False
    named = typed_in(match["name"])
    is_ours = named[0] == exercise if named else is_zip(match["name"])
    return is_ours or bool(_BY_CHROME.fullmatch(match["name"]))


def _unnamed(entry: DownloadFile, files: Listing, allowance: Allowance) -> Iterator[Submission]:
    """What a zip under any other name holds."""
    upload = files.of(entry.path)
    if upload.sender.platform:
        yield from submitted(entry, upload, files.exercise, is_certain=False)
    elif files.depth >= _DEEPEST:
        yield from _deepest(entry, files)
    else:
        is_bulk = files.depth == 0 or len(files.entries) == 1
        look = partial(_look, files, allowance)
        held = inside(entry, upload, look, allowance, is_bulk=is_bulk)
        yield from held if files.depth == 0 else _of_a_stranger(entry, held, files)


def _look(
    around: Listing, allowance: Allowance, entries: Sequence[DownloadFile], is_bulk: bool
) -> Iterator[Submission]:
    """What is in a zip; whoever packs a zip for the teacher's zip is no platform."""
    paths = (entry.path for entry in entries)
    by_path = uploads(paths, whole=True, beside=around.loose) if is_bulk else {}
    return candidates(Listing(entries, around.exercise, by_path, around.depth + 1), allowance)


def _of_a_stranger(
    entry: DownloadFile, held: Iterator[Submission], files: Listing
) -> Iterator[Submission]:
    """What is in a zip in a zip, and a line if there should be something and is not."""
    count = 0
    for submission in held:
        count += 1
        if files.has_some or not submission.refused.startswith("this is not a readable zip"):
            yield submission
    if files.has_some and not count:
        reason = f"the zip holds no submission for exercise {files.exercise}"
        yield received(entry.source, Sender(), refused=reason)


def _deepest(entry: DownloadFile, files: Listing) -> Iterator[Submission]:
    held = [*submitted(entry, NO_UPLOAD, files.exercise, is_certain=False, again=False)]
    yield from held
    if not held and (files.has_some or len(files.entries) == 1):
        yield received(entry.source, Sender(), refused=_DEEP)


def _pairs(files: Listing) -> dict[str, _Pair]:
    """The unpacked submissions, by the path of each of their files."""
    halves: dict[tuple[Sender, str], dict[str, DownloadFile]] = defaultdict(dict)
    for entry in files.entries:
        name = _own_name(entry.path, files)
        if name in (ABOUT, EVENTS):
            place = str(PurePosixPath(entry.path).parent)
            halves[files.of(entry.path).sender, place][name] = entry
    return {
        entry.path: _Pair(both.get(ABOUT), both.get(EVENTS))
        for (sender, place), both in halves.items()
        for entry in both.values()
        if ABOUT in both or sender.platform or typed_in(f"{place}.zip")
    }


def _own_name(path: str, files: Listing) -> str:
    """What the student called it: a platform may have put something before that."""
    return PurePosixPath(files.of(path).own or path).name


def _unpacked(entry: DownloadFile, pair: _Pair, files: Listing) -> Iterator[Submission]:
    """The pair, where the first of its files is; it goes on as what it was before."""
    upload = files.of(entry.path)
    gone = EVENTS if pair.events is None else ABOUT if pair.about is None else ""
    if gone:
        reason = f"this was unpacked, and {gone} is not beside it"
        yield received(entry.source, upload.sender, refused=reason)
    elif entry is pair.about and pair.events:
        try:
            about, events = entry.read(MAX_FILE), pair.events.read(MAX_FILE)
        except HandInError as error:
            yield received(entry.source, upload.sender, refused=str(error))
            return
        if _exercise_in(about) in ("", files.exercise) or files.came_with_some(entry.path):
            data = packed({ABOUT: about, EVENTS: events})
            yield received(entry.source, upload.sender, data, stamp=upload.stamp)


def _exercise_in(about: bytes) -> str:
    """The exercise that an honest file gives; empty for any other."""
    try:
        exercise = json.loads(about)["exercise"]
    except (LookupError, RecursionError, TypeError, ValueError):
        return ""
    return exercise if isinstance(exercise, str) else ""
