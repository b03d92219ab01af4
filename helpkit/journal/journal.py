"""A lesson's way to the answers folder: it writes one segment and reads all of them."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from helpkit.errors import NotSavedError
from helpkit.journal import folder as folders
from helpkit.journal import notice as notices
from helpkit.journal.event import Event, check_id, make, next_at, to_line
from helpkit.journal.fold import State, fold
from helpkit.journal.notice import Notice
from helpkit.journal.segment import SUFFIX, Parsed, Row, append
from helpkit.journal.segments import Segments

__all__ = ["Journal"]


class Journal:
    """What did the learner do in all the lessons of this folder, and where is the next event kept?

    `folder` is the answers folder; without it, it is found (see `helpkit.journal.folder.find`).
    Nothing is created before the first record.
    """

    def __init__(
        self, folder: str | Path | None = None, *, lesson: str = "01", language: str = "en"
    ) -> None:
        """Open the folder for one lesson in one language; nothing is written yet.

        Raises:
            JournalError: `lesson` or `language` is not an id.
        """
        check_id("lesson", lesson)
        check_id("language", language)
        self.folder = folders.find() if folder is None else Path(folder).expanduser().absolute()
        stem = lesson if lesson.startswith("exercise-") else f"lesson-{lesson}"
        self.segment = self.folder / f"{stem}.{os.urandom(6).hex()}{SUFFIX}"
        self.lesson = lesson
        self.language = language
        self.course = folders.course_id(self.folder)
        self._held: list[Event] = []
        self._told: list[Notice] = []
        self._segments = Segments(self.folder)
        self._latest = ""
        self._folded: tuple[tuple[Event, ...], State] = ((), State())

    @property
    def held(self) -> tuple[Event, ...]:
        """The events that are in memory only, because they could not be saved yet."""
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
        if not self._latest:
            self._read()
        event = make(
            at=next_at(datetime.now(UTC), self._latest),
            lesson=self.lesson,
            activity=activity,
            item=item,
            kind=kind,
            value=value,
            language=self.language,
            private=kind == "reflection" if private is None else private,
        )
        self._latest = event.at
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

    def events(self) -> list[Event]:
        """All that is on the disk, of all lessons, in order of time, then segment, then line."""
        return list(self._read())

    def state(self) -> State:
        """What stands now, including the events that are held in memory."""
        events = self._read()
        if self._held:
            held = tuple(Row(event.at, to_line(event), event) for event in self._held)
            rows = self._segments.union((self.segment.name, Parsed(held)))
            return fold(row.event for row in rows)
        if self._folded[0] is not events:
            self._folded = (events, fold(events))
        return self._folded[1]

    def notices(self) -> list[Notice]:
        """What the learner must be told; this journal returns each notice once."""
        self._read()
        found = self._segments.notices()
        if not folders.is_writable(self.folder):
            found.insert(0, Notice("read-only", {"folder": str(self.folder)}))
        new = [notice for notice in found if notice not in self._told]
        self._told += new
        return new

    def _read(self) -> tuple[Event, ...]:
        self._segments.refresh()
        self._latest = max(self._latest, self._segments.latest)
        return self._segments.events

    def _flush(self) -> None:
        folders.prepare(self.folder, self.course)
        while self._held:
            append(self.segment, to_line(self._held[0]))
            del self._held[0]
