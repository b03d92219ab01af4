"""The button that makes the zip for the teacher, and what is in it.

A press is an event: it says when the student handed in, and names the zip. A press whose reply got
lost is sent again, but nothing is made twice. A zip is never replaced by the next one.
"""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any, Final

from helpkit.content.activity import Activity
from helpkit.content.prose import Prose
from helpkit.errors import HandInError, HelpkitError
from helpkit.exercises import submission as hand_in
from helpkit.exercises.widget import Handout, Waiting
from helpkit.frontend.base import REFRESH
from helpkit.journal import Event, fold
from helpkit.journal.files import PRIVATE, private_folder, write_whole
from helpkit.journal.lesson_view import work
from helpkit.journal.shareable import not_private, spot

FOLDER: Final = "hand-in"
ITEM: Final = "zip"
KIND: Final = "hand_in"
LONGEST: Final = 64
"""The most characters that the name of a press may have."""


class HandIn(Waiting):
    """What is missing, the button, and every zip that was made."""

    name = "hand_in"

    def __init__(self, exercise: Handout) -> None:
        """One button for the whole exercise."""
        self._unwritten: dict[str, bytes] = {}
        title = Prose(exercise.content.ui[self.name]["title"])
        super().__init__(
            Activity(id=FOLDER, kind=KIND, title=title, intro=Prose(""), minutes=0), exercise
        )

    @property
    def folder(self) -> Path:
        """Where the zips are put: beside the notebook."""
        return self.exercise.release.folder / FOLDER

    def fixed(self) -> dict[str, Any]:
        """The name under which a press is recorded, and where the zips are."""
        return {"item": ITEM, "folder": str(self.folder)}

    def restored(self) -> dict[str, Any]:
        """How complete each part is, what stays here, and what was handed in."""
        mine = [event for event in self._events() if event.lesson == self.journal.lesson]
        made = [*self._made(mine)]
        return {
            "parts": self.exercise.progress(),
            "private": len({*map(spot, mine)} - {*map(spot, not_private(mine))}),
            "made": made,
            "latest": self._inside(made[-1]["file"]) if made else None,
            "changed": bool(made) and _is_changed(mine, made[-1]["file"]),
        }

    def check(self, event: Mapping[str, Any]) -> None:
        """One kind of event: the button was pressed."""
        self.expect(event, {KIND: lambda item, value: item == ITEM and _is_press(value)})

    def handle(self, event: Mapping[str, Any]) -> None:
        """Make the zip, unless this press has made it already."""
        if event.get("kind") == REFRESH or not self.exercise.student:
            return super().handle(event)
        self.check(event)
        presses = [event.value["press"] for event in self._presses(self._events())]
        try:
            if event["value"] not in presses:
                self._hand_in(event["value"])
        finally:
            self.state = self.restored()
        return None

    def _hand_in(self, press: str) -> None:
        file = self._free()
        value = {"press": press, "file": file}
        try:
            self.journal.record(activity=self.activity.id, item=ITEM, kind=KIND, value=value)
        finally:  # what is not on the disk is in memory and can still be handed in
            self._write(file)

    def _write(self, file: str) -> None:
        texts = self.content.ui[self.name]
        try:
            data = self._zip()
        except HandInError as error:
            raise HelpkitError(texts["cannot-make"].format(reason=error)) from error
        try:
            private_folder(self.folder)
            write_whole(self.folder / file, data, PRIVATE)
        except OSError as error:
            self._unwritten[file] = data
            reason = error.strerror or error
            sentence = texts["not-written"].format(folder=self.folder, reason=reason)
            raise HelpkitError(sentence) from error

    def _zip(self) -> bytes:
        issued = [
            item for part in self.exercise.parts.values() for item in self.exercise.issued(part)
        ]
        return hand_in.make(
            self._events(),
            exercise=self.exercise.release.number,
            student=self.exercise.student,
            language=self.exercise.release.language,
            issued=dict.fromkeys(issued),
        )

    def _free(self) -> str:
        """A name that no zip has yet: the first is plain, the next ones have a number."""
        first = hand_in.file_name(self.exercise.release.number, self.exercise.student)
        stem = first.removesuffix(".zip")
        taken = {event.value["file"] for event in self._presses(self._events())}
        names = (first if number == 1 else f"{stem}-{number}.zip" for number in count(1))
        return next(
            name for name in names if name not in taken and not (self.folder / name).exists()
        )

    def _events(self) -> list[Event]:
        return work(self.journal.known())

    def _presses(self, events: list[Event]) -> Iterator[Event]:
        for event in events:
            known = isinstance(event.value, dict) and {"press", "file"} <= event.value.keys()
            if event.lesson == self.journal.lesson and event.kind == KIND and known:
                yield event

    def _made(self, events: list[Event]) -> Iterator[dict[str, Any]]:
        """The zips that are there, in the folder or in memory only."""
        for event in self._presses(events):
            file = str(event.value["file"])
            there = (self.folder / Path(file).name).is_file()
            if there or file in self._unwritten:
                yield {"file": file, "at": event.at, "kept": there}

    def _inside(self, file: str) -> dict[str, Any] | None:
        """How much is in a zip, and the zip itself for the browser to save."""
        try:
            data = self._unwritten.get(file) or (self.folder / Path(file).name).read_bytes()
            read = hand_in.read(data)
        except (OSError, HandInError):
            return None
        number = self.exercise.release.number
        lesson = {
            spot(event) for event in read.events if event.lesson == number and event.kind != "share"
        }
        done = self.exercise.progress(fold(read.events), read.student)
        return {
            "file": file,
            "answers": sum(part["done"] for part in done),
            "lesson": len(lesson),
            "data": b64encode(data).decode("ascii"),
        }


def _is_changed(events: list[Event], file: str) -> bool:
    """Was anything done after this zip was made?"""
    made = [
        number
        for number, event in enumerate(events)
        if event.kind == KIND and isinstance(event.value, dict) and event.value.get("file") == file
    ]
    return any(event.kind != KIND for event in events[made[-1] :])


def _is_press(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value) <= LONGEST
