"""A hand-in to points: a pure function of what was handed in, the key and the content.

Answers come from strangers. Whatever they are, each item that was issued has its row, and nothing
is raised.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from helpkit.content import Content
from helpkit.content.exercises import (
    ChoosePart,
    Exercise,
    LedgerPart,
    Part,
    PathsPart,
    ScenePart,
    WritePart,
)
from helpkit.grading.choose import grade_choose
from helpkit.grading.graded import Graded
from helpkit.grading.keys import Key
from helpkit.grading.ledger import grade_ledger
from helpkit.grading.paths import grade_paths
from helpkit.grading.scene import grade_scene
from helpkit.grading.write import grade_write

__all__ = ["HandIn", "grade"]


@dataclass(frozen=True)
class HandIn:
    """Who handed in what: answers by part and item, and the items that were issued by part.

    The seed is the teacher's. Whether `issued` is what `sheet` draws, the caller has to compare.
    """

    student: str
    seed: str
    issued: Mapping[str, Sequence[str]]
    answers: Mapping[str, Mapping[str, object]] = field(default_factory=dict)


def grade(hand_in: HandIn, exercise: Exercise, key: Key, content: Content) -> tuple[Graded, ...]:
    """A row for every answer that was asked for, in the order of the parts and of the sheet."""
    rows: list[Graded] = []
    for name, part in exercise.parts.items():
        answers: Any = hand_in.answers.get(name, {})
        known = answers if isinstance(answers, Mapping) else {}
        issued = tuple(dict.fromkeys(hand_in.issued.get(name, ())))
        rows += _part(part, key.parts[name], known, issued, hand_in, content)
    return tuple(rows)


def _part(
    part: Part,
    key: Any,
    answers: Mapping[str, object],
    issued: Sequence[str],
    hand_in: HandIn,
    content: Content,
) -> Iterator[Graded]:
    match part:
        case ChoosePart():
            return grade_choose(part, key, answers, issued, content)
        case LedgerPart():
            return grade_ledger(part, key, answers, issued, hand_in.seed, hand_in.student)
        case PathsPart():
            return grade_paths(part, key, answers, issued, content)
        case ScenePart():
            return grade_scene(part, key, answers, content.language)
        case WritePart():
            return grade_write(part, key, answers)
    return iter(())
