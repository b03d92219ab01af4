"""The marks a teacher gives, kept as a learner's answers are: a journal that only grows.

A record is newline + JSON + newline, synced before it counts as kept, as in
`helpkit.journal.segment`. A torn line costs only itself, and it is counted. The order is that of
the lines: a clock may be wrong, and two markers have two. The last mark of a student, item,
criterion and marker counts; the value None takes a mark back. So nothing that was typed is lost,
and two markers never overwrite one another.

A mark says by its fingerprint which text was read, and counts for that text alone. One of version 1
does not say so: it counts until the same marker reads a text anew.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from helpkit.errors import JournalError, NotSavedError
from helpkit.journal.event import stamp
from helpkit.journal.files import private_folder
from helpkit.journal.notice import failure
from helpkit.journal.segment import append
from helpkit.journal.strict_json import json_line, json_object
from helpkit.teacher.course.course import Course

__all__ = [
    "FILE",
    "MARKS",
    "VERSION",
    "Mark",
    "MarkSpot",
    "Marks",
    "Texts",
    "earlier_marks",
    "latest_marks",
    "marks_path",
    "valid_marks",
]

MARKS: Final = "marks"
FILE: Final = "marks.jsonl"
VERSION: Final = 2
MarkSpot = tuple[str, str, str, str, str]
Texts = Mapping[tuple[str, str], str]
"""The fingerprint of the text that counts, by student and part."""

_MAY_BE_EMPTY: Final = ("comment", "text")

_NEWER: Final[Mapping[int, Mapping[str, str]]] = {1: {"text": ""}, 2: {}}
"""What marks of a version do not have yet, with what is read instead."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What one marker gave for one criterion; `value` is points, or None for no mark.

    `text` is the fingerprint of the text that was read; empty if that is not known. `at` is empty
    until the mark is on the disk.
    """

    at: str
    exercise: str
    student: str
    item: str
    criterion: str
    marker: str
    value: float | None
    comment: str = ""
    text: str = ""

    @property
    def held(self) -> bool:
        """Is it not on the disk yet?"""
        return not self.at

    @property
    def spot(self) -> MarkSpot:
        """What the mark is about; the last one there counts."""
        return self.exercise, self.student, self.item, self.criterion, self.marker


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks in one file, and how many of its lines could not be read."""

    path: Path

    def record(self, **fields: Any) -> Mark:
        """Keep one mark; when this returns, it is on the disk. The fields are those of `Mark`.

        Raises:
            JournalError: a field does not fit a mark; nothing is recorded.
            NotSavedError: it is not on the disk or anywhere else, so give it again.
        """
        try:
            at = stamp(datetime.now(UTC))
            mark = _mark({"v": VERSION, "at": at, "comment": "", "text": "", **fields})
            private_folder(self.path.parent)
            append(self.path, _line(mark))
        except OSError as error:
            raise NotSavedError(
                f"the mark for {fields['student']} could not be saved in {self.path} "
                f"({error.strerror}): put it right and give it again",
                notice=failure(error, self.path),
            ) from error
        return mark

    def read(self) -> tuple[tuple[Mark, ...], int]:
        """All marks in order, each once, and the number of torn or foreign lines.

        Of two equal lines the later counts: a marker may give points, change
        them and change them back within one tick of the clock.

        Raises:
            OSError: the file is there and cannot be read.
        """
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return (), 0
        marks, torn = [], 0
        lines = [*filter(None, map(bytes.strip, data.split(b"\n")))]
        for line in reversed(dict.fromkeys(reversed(lines))):
            try:
                marks.append(_mark(json_object(line)))
            except JournalError:
                torn += 1
        return tuple(marks), torn


def marks_path(course: Course, exercise: str) -> Path:
    """Where the marks of people are."""
    return course.root / MARKS / exercise / FILE


def latest_marks(marks: Iterable[Mark], texts: Texts | None = None) -> dict[MarkSpot, Mark]:
    """The last mark at each spot about the text that counts, also one that was taken back.

    The marks come in order. Without `texts`, every mark is about the text that counts.
    """
    last: dict[MarkSpot, Mark] = {}
    for mark in marks:
        if _counts(mark, texts or {}):
            last[mark.spot] = mark
        elif mark.spot in last and not last[mark.spot].text:
            del last[mark.spot]  # it was given before another text was read, so not for this one
    return last


def valid_marks(marks: Iterable[Mark], texts: Texts | None = None) -> dict[MarkSpot, Mark]:
    """The mark that counts at each spot; the marks come in order."""
    last = latest_marks(marks, texts)
    return {spot: mark for spot, mark in last.items() if mark.value is not None}


def earlier_marks(marks: Iterable[Mark], texts: Texts) -> dict[MarkSpot, Mark]:
    """The last mark at each spot that was for an earlier text than the one that counts."""
    last = {mark.spot: mark for mark in marks if not _counts(mark, texts)}
    return {spot: mark for spot, mark in last.items() if mark.value is not None}


def _counts(mark: Mark, texts: Texts) -> bool:
    return mark.text in ("", texts.get((mark.student, mark.item), mark.text))


def _line(mark: Mark) -> bytes:
    return json_line({"v": VERSION, **{name: getattr(mark, name) for name in Mark.__slots__}})


def _mark(fields: dict[str, Any]) -> Mark:
    if type(fields.get("v")) is not int or fields["v"] not in _NEWER:
        raise JournalError(
            f"a mark has v {VERSION}, got {str(fields.get('v'))[:20]}: update helpkit"
        )
    newer = _NEWER[fields["v"]]
    if fields.keys() != {"v", *Mark.__slots__} - newer.keys():
        raise JournalError(f"a mark has the fields {', '.join(Mark.__slots__)}")
    fields = {**newer, **fields}
    value = fields["value"]
    if (
        isinstance(value, bool)
        or not isinstance(value, int | float | None)
        or abs(value or 0) > 1e6
    ):
        raise JournalError("the value of a mark is a number up to a million, or None")
    texts = {name: fields[name] for name in Mark.__slots__ if name != "value"}
    empty = [name for name, text in texts.items() if not isinstance(text, str)]
    empty += [name for name, text in texts.items() if not (text or name in _MAY_BE_EMPTY)]
    if empty:
        raise JournalError(f"{empty[0]} of a mark must be a text")
    mark = Mark(**texts, value=value)
    _line(mark)  # half a surrogate pair can be in Python and not in a file
    return mark
