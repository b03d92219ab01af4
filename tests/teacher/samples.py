"""A course, its class, and what they hand in."""

import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from helpkit.exercises import submission as hand_in
from helpkit.journal import Event
from tests.journal.samples import event

COURSE: Final = """
title = "Helping"
language = "en"
seed = "autumn"
[exercises.01]
deadline = 2026-12-04T17:00:00+01:00
points = 10
[exercises.02]
deadline = 2026-12-04T17:00:00+01:00
points = 10
late = "refuse"
"""
ROSTER: Final = """student,name,moodle,canvas,Section
s1,Jan de Vries,,11,A
s2,Zoë Jansen,,22,A
s3,محمد علي,,33,B
"""
ON_TIME: Final = "2026-12-03T10:00:00.000Z"
LATE: Final = "2026-12-05T10:00:00.000Z"
BEGAN: Final = "2026-12-01T09:00:00.000Z"
NOW: Final = datetime(2026, 12, 6, tzinfo=UTC)
"""When the teacher collects."""


def answers(at: str = ON_TIME, **fields: Any) -> list[Event]:
    """Two events of exercise 01."""
    fields = {"lesson": "exercise-01", "activity": "sort", "at": at, **fields}
    return [event(item="a", **fields), event(item="b", **fields)]


def handed(student: str, at: str = ON_TIME, exercise: str = "01", **fields: Any) -> bytes:
    """An honest hand-in."""
    return handed_with(answers(at, **{"lesson": f"exercise-{exercise}", **fields}), student)


def version(student: str, at: str = ON_TIME, began: str = BEGAN, **fields: Any) -> bytes:
    """An honest hand-in from a journal that began at this time; later ones hold more."""
    return handed_with([*answers(began), *answers(at, **fields)], student)


def handed_with(events: list[Event], student: str) -> bytes:
    """A hand-in that holds these events of one exercise."""
    exercise = events[0].lesson.removeprefix("exercise-")
    return hand_in.make(
        events, exercise=exercise, student=student, language="nl", issued=["a", "b"]
    )


def zipped(contents: Mapping[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    """A zip of these files."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in contents.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The files in a zip."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(folder: Path) -> dict[str, bytes]:
    """All files under a folder, by their path in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
