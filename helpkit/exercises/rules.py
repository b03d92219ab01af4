"""What the types of an exercise cannot say: that ids resolve and that a pool is large enough."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from helpkit.content.load import Fault, load
from helpkit.content.types import Content
from helpkit.exercises.items import (
    ITEMS,
    ClassifyPart,
    ExerciseContent,
    LedgerItem,
    LedgerPart,
    PathsPart,
    exercise_languages,
    form_faults,
    load_exercise,
)
from helpkit.exercises.options import QUESTIONS

__all__ = ["exercise_faults"]

_MOVES = re.compile(r"([AB][1-9]|[ab])( ([AB][1-9]|[ab]))*")


def exercise_faults(folder: Path) -> list[Fault]:
    """Everything that is wrong with an exercise as students get it, in all its languages."""
    misfits = form_faults(folder)
    if misfits:
        return misfits
    every = [load_exercise(folder, language) for language in exercise_languages(folder)]
    return [*_parity(every), *_faults(every[0], load("en"))]


def _parity(every: list[ExerciseContent]) -> Iterator[Fault]:
    """An item may have no structure of its own, so a text of a language may stand alone."""
    for key, part in every[0].parts.items():
        for exercise in every[1:]:
            here, there = (
                set(getattr(version, "items", ())) for version in (part, exercise.parts[key])
            )
            for item in sorted(here ^ there):
                language = (exercise if item in here else every[0]).language
                yield Fault(f"text/{language}.toml", key, f"items.{item}.text", "missing")


def _faults(exercise: ExerciseContent, content: Content) -> Iterator[Fault]:
    if exercise.lesson not in {chapter.id for chapter in content.chapters.values()}:
        expected = f"expected the name of the folder to begin with one of {_list(content.chapters)}"
        yield Fault(ITEMS, "", "", f"{expected}, got {exercise.id!r}")
    for key, part in exercise.parts.items():
        for spot, expected in _part(part, content):
            yield Fault(ITEMS, key, spot, expected)


def _part(part: Any, content: Content) -> Iterator[tuple[str, str]]:
    match part:
        case ClassifyPart():
            yield from _questions(part)
            yield from _enough(part)
        case LedgerPart():
            for key, item in part.items.items():
                for expected in _patterns(item):
                    yield f"items.{key}.patterns", expected
        case PathsPart():
            for key, path in part.items.items():
                if path.scene not in content.scenes:
                    expected = f"expected one of {_list(content.scenes)}, got {path.scene!r}"
                    yield f"items.{key}.scene", expected


def _questions(part: ClassifyPart) -> Iterator[tuple[str, str]]:
    for question in part.questions:
        if question not in QUESTIONS:
            yield "questions", f"expected one of {_list(QUESTIONS)}, got {question!r}"


def _patterns(item: LedgerItem) -> Iterator[str]:
    if not item.patterns:
        yield "expected at least one row of moves"
    for pattern in item.patterns:
        if not _MOVES.fullmatch(pattern):
            yield f"expected moves such as 'A1 b B2', got {pattern!r}"
    if item.asks == "thanks" and (
        item.relation != "exchange" or re.search("[ab]", "".join(item.patterns))
    ):
        yield "expected an exchange with no thanks yet where thanks are asked for"


def _enough(part: ClassifyPart) -> Iterator[tuple[str, str]]:
    """A pool is twice as large as what one student sees, so that neighbours differ."""
    strata: dict[str, set[str]] = defaultdict(set)
    for key, item in part.items.items():
        strata[item.stratum].add(item.set or key)
    for stratum, sets in strata.items():
        if len(sets) < 2 * part.take:
            where = f" in stratum {stratum}" if stratum else ""
            yield "items", f"expected at least {2 * part.take} to draw from{where}, got {len(sets)}"


def _list(known: Any) -> str:
    return ", ".join(map(str, known))
