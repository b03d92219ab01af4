"""Exercises for a grade, as a student sees them: pools of items and tasks, and never an answer.

A folder `NN-slug` holds `items.toml` and `text/LANGUAGE.toml`, a table for each part in both. The
teacher's folder has `key.toml` and `rubric.toml` beside them, which nothing here opens, so that
a folder handed out without them is read in the same way.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from helpkit.activities.reflect.activity import ReflectPart as Field
from helpkit.content.entries import Entry, Fault, toml
from helpkit.content.prose import Prose
from helpkit.errors import ContentError, UnknownIdError

__all__ = [
    "ITEMS",
    "PARTS",
    "ClassifyItem",
    "ClassifyPart",
    "ExerciseContent",
    "LedgerItem",
    "LedgerPart",
    "Part",
    "PathItem",
    "PathsPart",
    "ScenePart",
    "WritePart",
    "exercise_languages",
    "form_faults",
    "load_exercise",
]

ITEMS = "items.toml"


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part of an exercise, such as 1.1: what it is called, what to do, how much it can earn."""

    id: str
    kind: str
    title: Prose
    task: Prose
    points: float = 0.0


@dataclass(frozen=True, kw_only=True)
class ClassifyItem:
    """One item of a pool. Items of one `set` are drawn together; `take` sets of each `stratum`."""

    set: str = ""
    stratum: str = ""
    text: Prose


@dataclass(frozen=True, kw_only=True)
class ClassifyPart(Part):
    """Name what each item is; `questions` are names of `helpkit.exercises.options`."""

    questions: tuple[str, ...]
    take: int
    items: Mapping[str, ClassifyItem]


@dataclass(frozen=True, kw_only=True)
class LedgerItem:
    """An evening of favours: asked for both balances, or for the fewest thanks that settle it.

    A pattern such as "A1 b B2" is: A gives, B says thanks, B gives. A number stands for a value
    that is drawn for each student; the same number is the same value.
    """

    asks: Literal["balances", "thanks"]
    relation: Literal["exchange", "communal"]
    patterns: tuple[str, ...]
    text: Prose


@dataclass(frozen=True, kw_only=True)
class LedgerPart(Part):
    """Arithmetic with a student's own numbers; the moves are those of `parts.ledger`."""

    items: Mapping[str, LedgerItem]


@dataclass(frozen=True, kw_only=True)
class PathItem:
    """A conversation to bring to an end: helpful and level, or polite but empty."""

    scene: str
    goal: Literal["levelled", "empty"]
    text: Prose


@dataclass(frozen=True, kw_only=True)
class PathsPart(Part):
    """Reach an ending; the path is what is handed in."""

    items: Mapping[str, PathItem]


@dataclass(frozen=True, kw_only=True)
class ScenePart(Part):
    """Build a scene with at least so many nodes and endings, and words for the hidden need.

    `needs` says each demand of `parts.scene`.
    """

    nodes: int
    endings: int
    words: int
    needs: Mapping[str, Prose]


@dataclass(frozen=True, kw_only=True)
class WritePart(Part):
    """Free writing, read by people; the length in words is a guide, never a limit."""

    low: int
    high: int
    fields: Mapping[str, Field]


# `choose` is in folders that students have and in the fingerprints of what was graded; as the
# name of a folder here it would be that of a verb of the lessons.
PARTS: Mapping[str, type[Part]] = {
    "choose": ClassifyPart,
    "ledger": LedgerPart,
    "paths": PathsPart,
    "scene": ScenePart,
    "write": WritePart,
}


@dataclass(frozen=True, kw_only=True)
class ExerciseContent:
    """An exercise in one language; `lesson` is the number of its chapter, such as "01"."""

    id: str
    lesson: str
    language: str
    parts: Mapping[str, Any]


def exercise_languages(folder: Path) -> tuple[str, ...]:
    """The languages of an exercise, English first as everywhere."""
    names = {path.stem for path in (folder / "text").glob("*.toml")}
    return tuple(sorted(names, key=lambda name: (name != "en", name)))


def load_exercise(folder: Path, language: str = "en") -> ExerciseContent:
    """An exercise in one language, from the teacher's folder or from one that was handed out.

    Raises:
        UnknownIdError: for a language it does not have.
        ContentError: when a file does not hold what it should; one line per fault.
    """
    known = exercise_languages(folder)
    if language not in known:
        have = ", ".join(known) or "none: is this an exercise folder?"
        raise UnknownIdError(f"language of {folder.name} must be one of {have}, got {language!r}")
    exercise, faults = _read(folder, language)
    if faults:
        raise ContentError("\n".join(map(str, faults)))
    return exercise


def form_faults(folder: Path) -> list[Fault]:
    """What does not fit a type, in all languages; `exercise_rules` adds what leads nowhere."""
    faults = [
        fault for language in exercise_languages(folder) for fault in _read(folder, language)[1]
    ]
    if not exercise_languages(folder):
        faults.append(Fault("text", "", "", "expected a file for each language, such as en.toml"))
    return list(dict.fromkeys(faults))


def _read(folder: Path, language: str) -> tuple[ExerciseContent, list[Fault]]:
    faults: list[Fault] = []
    prose_file = f"text/{language}.toml"
    structure, prose = (toml(folder / name, folder, faults) for name in (ITEMS, prose_file))
    parts = {}
    for key in () if faults else structure | prose:
        entry = Entry(ITEMS, prose_file, key, structure.get(key), prose.get(key))
        parts[key] = entry.structured(Part, faults, PARTS)
    whole = {key: part for key, part in parts.items() if part is not None}
    lesson = folder.name.partition("-")[0]
    return ExerciseContent(id=folder.name, lesson=lesson, language=language, parts=whole), faults
