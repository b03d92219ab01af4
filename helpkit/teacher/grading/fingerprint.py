"""Under which key was something graded? One short text for all that decides the points.

Items, key, seed, the most that people can give, and the scenes and options that the items are
about are in it; words are not: a sentence that was put better changes no points.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import sha256
from typing import Any, Final, get_type_hints

from helpkit.content import Content
from helpkit.content.prose import Prose
from helpkit.exercises.items import ClassifyPart, ExerciseContent, PathsPart
from helpkit.exercises.options import options
from helpkit.journal.strict_json import json_line
from helpkit.teacher.grading.keys import Key, Said
from helpkit.teacher.grading.rubric import Rubric

__all__ = ["GRADING", "LENGTH", "fingerprint"]

GRADING: Final = 2
"""To be raised whenever the same answers earn other points under the same items and key."""

LENGTH: Final = 16

_WORDS: Final = (Prose, Prose | None, Said, Mapping[str, Prose])


def fingerprint(
    exercise: ExerciseContent, key: Key, rubric: Mapping[str, Rubric], content: Content, seed: str
) -> str:
    """The same for everything that gives the same points to the same answers."""
    most = {
        name: {key: len(criterion.levels) for key, criterion in part.criteria.items()}
        for name, part in rubric.items()
    }
    about = [*_about(exercise, content)]
    whole = [GRADING, seed, *map(_plain, (exercise.parts, key.parts)), most, about]
    return sha256(json_line({"all": whole})).hexdigest()[:LENGTH]


def _about(exercise: ExerciseContent, content: Content) -> Iterator[Any]:
    """The options and scenes of the items, which are not in their files."""
    for part in exercise.parts.values():
        if isinstance(part, ClassifyPart):
            yield [[*options(question, content)] for question in part.questions]
        if isinstance(part, PathsPart):
            names = sorted({item.scene for item in part.items.values()})
            yield [_plain(content.scenes[name]) for name in names]


def _plain(value: Any) -> Any:
    """A value as JSON has it, without its words."""
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _plain(getattr(value, name)) for name in _names(type(value))}
    if isinstance(value, Mapping):
        return {name: _plain(value[name]) for name in sorted(value)}
    if isinstance(value, (list, tuple)):
        return [*map(_plain, value)]
    return value if isinstance(value, (bool, int, float, str)) else str(value)


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The fields that hold more than words."""
    hints = get_type_hints(kind)
    return tuple(field.name for field in fields(kind) if hints[field.name] not in _WORDS)
