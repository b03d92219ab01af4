"""The marks a teacher gives, kept as a learner's answers are: a journal that only grows.

A record is newline + JSON + newline, synced before it counts as kept, as in
`helpkit.journal.segment`. A torn line costs only itself, and it is counted. The last mark of a
student, item, criterion and marker stands; the value None takes a mark back. So nothing that was
typed is lost, and two markers never overwrite one another.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from helpkit.errors import JournalError, NotSavedError
from helpkit.journal.event import json_line, json_object, next_at
from helpkit.journal.notice import failure
from helpkit.journal.segment import append

__all__ = ["FILE", "VERSION", "Mark", "Marks", "Spot", "standing"]

FILE: Final = "marks.jsonl"
VERSION: Final = 1
Spot = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Mark:
    """What one marker gave for one criterion; `value` is points, or None for no mark."""

    at: str
    exercise: str
    student: str
    item: str
    criterion: str
    marker: str
    value: float | None
    comment: str = ""

    @property
    def spot(self) -> Spot:
        """What the mark is about; the last one there stands."""
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
            mark = self._next(fields)
            self.path.parent.mkdir(parents=True, exist_ok=True)
            append(self.path, _line(mark))
        except OSError as error:
            raise NotSavedError(
                f"the mark for {fields['student']} could not be saved in {self.path} "
                f"({error.strerror}): put it right and give it again",
                notice=failure(error, self.path),
            ) from error
        return mark

    def _next(self, fields: dict[str, Any]) -> Mark:
        """A mark that is later than all the others, even if the clock has stepped back."""
        latest = max((mark.at for mark in self.read()[0]), default="")
        at = next_at(datetime.now(UTC), latest)
        return _mark({"v": VERSION, "at": at, "comment": "", **fields})

    def read(self) -> tuple[tuple[Mark, ...], int]:
        """All marks in order of time, each once, and the number of torn or foreign lines.

        Raises:
            OSError: the file is there and cannot be read.
        """
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return (), 0
        marks, torn = [], 0
        for line in dict.fromkeys(filter(None, map(bytes.strip, data.split(b"\n")))):
            try:
                marks.append(_mark(json_object(line)))
            except JournalError:
                torn += 1
        return tuple(sorted(marks, key=lambda mark: mark.at)), torn


def standing(marks: Iterable[Mark]) -> dict[Spot, Mark]:
    """The mark that stands at each spot; the marks come in order of time."""
    last = {mark.spot: mark for mark in marks}
    return {spot: mark for spot, mark in last.items() if mark.value is not None}


def _line(mark: Mark) -> bytes:
    return json_line({"v": VERSION, **{name: getattr(mark, name) for name in Mark.__slots__}})


def _mark(fields: dict[str, Any]) -> Mark:
    if type(fields.get("v")) is not int or fields["v"] != VERSION:
        raise JournalError(
            f"a mark has v {VERSION}, got {str(fields.get('v'))[:20]}: update helpkit"
        )
    if fields.keys() != {"v", *Mark.__slots__}:
        raise JournalError(f"a mark has the fields {', '.join(Mark.__slots__)}")
    value = fields["value"]
    if (
        isinstance(value, bool)
        or not isinstance(value, int | float | None)
        or abs(value or 0) > 1e6
    ):
        raise JournalError("the value of a mark is a number up to a million, or None")
    texts = {name: fields[name] for name in Mark.__slots__ if name != "value"}
    empty = [name for name, text in texts.items() if not isinstance(text, str)]
    empty += [name for name, text in texts.items() if not text and name != "comment"]
    if empty:
        raise JournalError(f"{empty[0]} of a mark must be a text")
    mark = Mark(**texts, value=value)
    _line(mark)  # half a surrogate pair can be in Python and not in a file
    return mark
