"""The key of an exercise: answers, points, words about common mistakes. For teachers only.

It is in `key.toml` beside the items, a table for each part, in all languages at once. A folder
that was handed out has none, and nothing that a student gets loads this module.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from helpkit.content.entries import Entry, Fault, toml
from helpkit.errors import ContentError
from helpkit.exercises.items import ExerciseContent

__all__ = [
    "KEY",
    "ClassifyKey",
    "ItemKey",
    "Key",
    "LedgerKey",
    "Mistake",
    "PathsKey",
    "Right",
    "Said",
    "SceneKey",
    "WriteKey",
    "form_faults",
    "load_key",
]

KEY = "key.toml"

Said = Mapping[str, str]
"""A sentence in each language."""


@dataclass(frozen=True, kw_only=True)
class Mistake:
    """A mistake that many make. For a choice: what was `answered` where `right` is right."""

    says: Said
    question: str = ""
    answered: tuple[str, ...] = ()
    right: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Right:
    """The answer, and others that can be defended and earn just as much."""

    value: str
    accepted: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ItemKey:
    """The answer to each question about an item, what it rests on, and why."""

    answers: Mapping[str, Right]
    confidence: Literal["in_text", "implied", "by_criterion"]
    reason: Said


@dataclass(frozen=True, kw_only=True)
class PartKey:
    """What all keys have in common; `passes` is how many points are enough."""

    id: str
    passes: float
    mistakes: Mapping[str, Mistake] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ClassifyKey(PartKey):
    """Points for each question; one after the first counts only where the first is right.

    `family` is what an answer of the right main family earns, where answers have families.
    """

    points: Mapping[str, float]
    family: float = 0.0
    items: Mapping[str, ItemKey]


@dataclass(frozen=True, kw_only=True)
class LedgerKey(PartKey):
    """Points for a balance and for the thanks; the answers are computed by the model."""

    balance: float
    thanks: float
    tolerance: float


@dataclass(frozen=True, kw_only=True)
class PathsKey(PartKey):
    """Points for reaching what was asked, and for reaching only the right kind of ending."""

    full: float
    part: float


@dataclass(frozen=True, kw_only=True)
class SceneKey(PartKey):
    """Points for each demand on the structure; `content` is what a person gives."""

    points: Mapping[str, float]
    content: float


@dataclass(frozen=True, kw_only=True)
class WriteKey(PartKey):
    """Points that a person gives, by the rubric."""

    content: float


KEYS: Mapping[str, type[PartKey]] = {
    "choose": ClassifyKey,
    "ledger": LedgerKey,
    "paths": PathsKey,
    "scene": SceneKey,
    "write": WriteKey,
}


@dataclass(frozen=True)
class Key:
    """The keys of the parts, by the same ids."""

    parts: Mapping[str, Any]


def load_key(folder: Path, exercise: ExerciseContent) -> Key:
    """The key beside these items.

    Raises:
        ContentError: when it is not there or does not hold what it should; one line per fault.
    """
    key, faults = _read(folder, exercise)
    if faults:
        raise ContentError("\n".join(map(str, faults)))
    return key


def form_faults(folder: Path, exercise: ExerciseContent) -> list[Fault]:
    """What does not fit a type."""
    return _read(folder, exercise)[1]


def _read(folder: Path, exercise: ExerciseContent) -> tuple[Key, list[Fault]]:
    faults: list[Fault] = []
    tree = toml(folder / KEY, folder, faults)
    parts = {}
    for name in () if faults else tree | dict.fromkeys(exercise.parts):
        if name not in exercise.parts:
            faults.append(Fault(KEY, name, "", "there is no such part in the items"))
            continue
        entry = Entry(KEY, KEY, name, tree.get(name), {})
        parts[name] = entry.structured(KEYS[exercise.parts[name].kind], faults)
    return Key(parts), faults
