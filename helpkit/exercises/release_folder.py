"""An exercise as it was handed out: a folder with a notebook, its items, one language, and no key.

`release.toml` says to which course it belongs, with which seed sheets are drawn, and what the
deadline is in which zone. The teacher's side writes it, the notebook of a student reads it.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from helpkit.errors import ContentError
from helpkit.exercises.items import ExerciseContent, load_exercise
from helpkit.journal.files import nearest

__all__ = ["RELEASE", "Release", "find_release", "read_release"]

RELEASE: Final = "release.toml"
_TEXTS: Final = ("exercise", "seed", "course", "language")


@dataclass(frozen=True)
class Release:
    """What was handed out; `number` is the exercise's, such as "01"."""

    folder: Path
    number: str
    seed: str
    course: str
    language: str
    deadline: datetime | None
    exercise: ExerciseContent
    zone: str = ""


def find_release(start: Path) -> Path | None:
    """The nearest folder that was handed out, from here upward; None if there is none."""
    return nearest(start, lambda folder: (folder / RELEASE).is_file())


def read_release(folder: Path) -> Release:
    """The exercise in a folder that was handed out.

    Raises:
        ContentError: a file does not hold what it should; one line per fault.
        UnknownIdError: the texts of its language are missing.
    """
    fields = _fields(folder / RELEASE)
    number, seed, course, language = (str(fields[name]) for name in _TEXTS)
    exercise = load_exercise(folder, language)
    deadline, zone = fields.get("deadline"), fields.get("timezone", "")
    return Release(folder, number, seed, course, language, deadline, exercise, zone)


def _fields(path: Path) -> Mapping[str, Any]:
    try:
        fields = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise ContentError(f"{path.name}: cannot be read: {error}: unpack the zip again") from error
    for name in _TEXTS:
        value = fields.get(name)
        if not isinstance(value, str) or not value.strip():
            raise ContentError(f"{path.name} {name}: expected a text, got {value!r}")
    deadline = fields.get("deadline")
    if deadline is not None and not (isinstance(deadline, datetime) and deadline.tzinfo):
        raise ContentError(f"{path.name} deadline: expected a time with its offset from UTC")
    if not isinstance(fields.get("timezone", ""), str):
        raise ContentError(f"{path.name} timezone: expected a text, got {fields['timezone']!r}")
    return fields
