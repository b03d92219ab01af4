"""A submission: what a student gives to the teacher, as a zip, and how a stranger's zip is read.

`01-handin-STUDENT.zip` holds two files. `hand_in.json` says what it is: the version of the form,
exercise, student as typed, language, helpkit version, the items that were issued, from which
journal it is, and a sha256 over all of that and the events. `events.jsonl` holds the events of the
exercise, and those of its lesson if the learner shared them, one per line and in order, as in a
journal; nothing private is among them. The hash reveals damage; it does not prove who made the zip.

The same events give the same bytes on every computer: the zip has no times, and nothing is
compressed, because no two versions of zlib compress alike.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

from helpkit import __version__
from helpkit.errors import HandInError
from helpkit.exercises.submission.about_file import (
    ABOUT,
    FORMAT,
    MAX_ABOUT,
    about,
    checked,
    table_in,
)
from helpkit.exercises.submission.archive import packed, unpacked
from helpkit.exercises.submission.contents import Contents, exercise_lesson, file_name, origin_of
from helpkit.exercises.submission.events_file import EVENTS, MAX_LINE, events_in
from helpkit.journal.event import Event, to_line
from helpkit.journal.shareable import not_private, spot
from helpkit.journal.strict_json import json_line

__all__ = [
    "ABOUT", "EVENTS", "FORMAT", "MAX_ABOUT", "MAX_LINE",
    "Contents", "exercise_lesson", "file_name", "make", "read",
]  # fmt: skip


def make(
    events: Iterable[Event], *, exercise: str, student: str, language: str, issued: Iterable[str]
) -> bytes:
    """Make a submission from the events of a journal; the bytes of a zip.

    Raises:
        HandInError: a part of it does not fit a submission.
    """
    events = [*events]
    contents = Contents(
        exercise, student.strip(), language, __version__, (*issued,),
        tuple(_leaving(events, exercise)), origin_of(events, exercise),
    )  # fmt: skip
    table = about(contents)
    checked(table)
    lines = b"".join(to_line(event) + b"\n" for event in contents.events)
    files = {ABOUT: json_line(table | {"sha256": _seal(table, lines)}) + b"\n", EVENTS: lines}
    _read(files)  # whatever is made here can be read there
    return packed(files)


def read(data: bytes) -> Contents:
    """Read the submission in the bytes of a zip that anybody may have made.

    Raises:
        HandInError: it is refused; the text is the reason.
    """
    return _read(unpacked(data, (ABOUT, EVENTS)))


def _leaving(events: list[Event], exercise: str) -> Iterable[Event]:
    """What is not private in the exercise, and in its lesson if that was shared."""
    mine = [event for event in events if event.lesson == exercise_lesson(exercise)]
    lesson = [event for event in events if event.lesson == exercise]
    offer = next((event for event in reversed(lesson) if event.kind == "share"), None)
    left = {id(event) for event in not_private(mine)}
    left |= {id(event) for event in not_private(lesson) if offer and offer.value}
    # Of a text only the last version leaves: the drafts before it are the writer's own.
    last = {(event.lesson, *spot(event)): event for event in events if event.kind == "reflection"}
    for event in events:
        key = (event.lesson, *spot(event))
        if id(event) in left and (event.kind != "reflection" or last[key] is event):
            yield event


def _seal(table: Mapping[str, Any], lines: bytes) -> str:
    return sha256(json_line(dict(sorted(table.items()))) + b"\n" + lines).hexdigest()


def _read(files: Mapping[str, bytes]) -> Contents:
    table = table_in(files[ABOUT])
    seal = table.pop("sha256", None)
    contents = checked(table)
    if seal != _seal(table, files[EVENTS]):
        raise HandInError("the contents do not match their sha256: they were damaged or changed")
    events = tuple(events_in(files[EVENTS], contents.exercise))
    origin = contents.origin or origin_of(events, contents.exercise)
    return replace(contents, events=events, origin=origin)
