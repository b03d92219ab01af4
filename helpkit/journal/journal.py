"""A lesson's way to the answers folder: it writes one segment and reads all of them.

What this kernel recorded is in memory as well. If it is no longer on the disk, because somebody
removed the folder or a sync program damaged the file, it is held again and goes back to the disk
with the next record.
"""

import os
from collections.abc import Callable, Container, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Final

from helpkit.errors import NotSavedError
from helpkit.journal import answers_folder
from helpkit.journal import notice as notices
from helpkit.journal.event import LAST, Event, check_id, make, next_at, stamp, to_line
from helpkit.journal.files import PRIVATE
from helpkit.journal.fold import Fold, State, fold
from helpkit.journal.lesson_view import work
from helpkit.journal.notice import VALUES, Notice
from helpkit.journal.segment import SUFFIX, SegmentRow, SegmentText, append
from helpkit.journal.segments import Segments

__all__ = ["Journal"]

_CLOCK: Final = partial(datetime.now, UTC)
_LOSSES: Final = ("gone", "damaged")


class Journal:
    """What did the learner do in all the lessons of this folder, and where is the next event kept?

    `folder` is the answers folder; without it, it is found (see `answers_folder.find`).
    Nothing is created before the first record.
    """

    def __init__(
        self,
        folder: str | Path | None = None,
        *,
        lesson: str = "01",
        language: str = "en",
        clock: Callable[[], datetime] = _CLOCK,
    ) -> None:
        """Open the folder for one lesson in one language; nothing is written yet.

        Raises:
            JournalError: `lesson` or `language` is not an id.
        """
        check_id("lesson", lesson)
        check_id("language", language)
        self.folder = (
            answers_folder.find() if folder is None else Path(folder).expanduser().absolute()
        )
        stem = lesson if lesson.startswith("exercise-") else f"lesson-{lesson}"
        self.segment = self.folder / f"{stem}.{os.urandom(6).hex()}{SUFFIX}"
        self.lesson = lesson
        self.language = language
        self.clock = clock
        self.course = answers_folder.course_id(self.folder)
        self._held: list[Event] = []
        self._saved: list[Event] = []
        self._lost = 0
        self._reported: list[Notice] = []
        self._segments = Segments(self.folder)
        self._last = (0, "")
        self._fold, self._folded = Fold(), (0, 0)
        self._steady = 0

    @property
    def held(self) -> tuple[Event, ...]:
        """The events that are in memory only: not saved yet, or not on the disk any more."""
        return tuple(self._held)

    def record(
        self,
        *,
        activity: str,
        item: str,
        value: Any,
        kind: str = "answer",
        private: bool | None = None,
    ) -> Event:
        """Keep one event; when this returns, it and all held before it are on the disk.

        `private` is by kind when it is not given: true for a reflection, else false.

        Raises:
            JournalError: an argument is not what a journal keeps; nothing is recorded.
            NotSavedError: the event is held in memory and written, once, with the next record.
        """
        n, at = self._next()
        event = make(
            n=n,
            at=at,
            lesson=self.lesson,
            activity=activity,
            item=item,
            kind=kind,
            value=value,
            language=self.language,
            private=kind == "reflection" if private is None else private,
        )
        self._last = (n, at)
        self._held.append(event)
        try:
            self._flush()
        except OSError as error:
            raise NotSavedError(
                f"{activity}/{item} could not be saved in {self.segment} ({error.strerror}): "
                "it is kept in memory and will be saved with your next answer",
                event=event,
                notice=notices.failure(error, self.segment),
            ) from error
        return event

    @contextmanager
    def steady(self) -> Iterator[None]:
        """Look into the folder once, now, and not each time that something is asked.

        A record still looks what is newest; what others write meanwhile is seen after that or
        after this block.
        """
        self._read()
        self._steady += 1
        try:
            yield
        finally:
            self._steady -= 1

    def events(self) -> list[Event]:
        """All that is on the disk, of all lessons, in the order of `State`."""
        self._read()
        return self._segments.events

    def known(self) -> list[Event]:
        """All that is on the disk or held in memory, in order."""
        self._read()
        if not self._held:
            return self._segments.events
        held = (SegmentRow(event.n, event.at, to_line(event), event) for event in self._held)
        rows = self._segments.union((self.segment.name, SegmentText(tuple(held))))
        return [row.event for row in rows]

    def state(self) -> State:
        """The state now, including the events that are held in memory."""
        self._read()
        return fold(self.known()) if self._held else self._on_disk()

    def _on_disk(self) -> State:
        """The state by what is on the disk; only the events since the last time are folded."""
        before, count = self._folded
        version, new = self._segments.since(before, count)
        if version != before:
            self._fold, count = Fold(), 0
        self._fold.add(new)
        self._folded = version, count + len(new)
        return self._fold.state()

    def notices(self) -> list[Notice]:
        """What the learner must know; this journal returns each notice once."""
        return self._fresh(VALUES)

    def news(self) -> list[Notice]:
        """The notices that cannot wait until a page is opened again: answers were lost."""
        return self._fresh(_LOSSES)

    def _fresh(self, wanted: Container[str]) -> list[Notice]:
        self._read()
        notices = self._segments.notices(self.segment.name)
        if not answers_folder.is_writable(self.folder):
            notices.insert(0, Notice("read-only", {"folder": str(self.folder)}))
        new = [notice for notice in notices if notice.id in wanted and notice not in self._reported]
        self._reported += new
        return [*new, *self._put_back()]

    def _put_back(self) -> Iterator[Notice]:
        """What was lost and is on the disk again; it can happen twice and is reported twice."""
        if self._lost and not self._held:
            yield Notice("put-back", {"folder": str(self.folder), "count": self._lost})
            self._lost = 0

    def _read(self) -> None:
        if not self._steady:
            self._look()

    def _look(self) -> None:
        self._segments.refresh()
        self._hold_lost()

    def _next(self) -> tuple[int, str]:
        """The number after all that can be seen at this moment, and what the clock says now."""
        self._look()
        n, at = max(self._last, self._segments.last)
        now = self.clock()
        return (n + 1, stamp(now)) if n < LAST else (n, next_at(now, at))

    def _hold_lost(self) -> None:
        rows = self._segments.rows(self.segment.name)
        if rows is None or len(rows) >= len(self._saved):
            return
        there = {row.line for row in rows}
        lost = [event for event in self._saved if to_line(event) not in there]
        self._saved = [event for event in self._saved if to_line(event) in there]
        self._held[:0] = lost
        self._lost += len(work(lost))

    def _flush(self) -> None:
        answers_folder.prepare(self.folder, self.course)
        while self._held:
            line = to_line(self._held[0])
            append(self.segment, line, PRIVATE)
            self._saved.append(self._held.pop(0))
            self._segments.wrote(self.segment.name, line, self._saved[-1])
