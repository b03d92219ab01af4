"""A submission to points: a pure function of what was handed in, the key and the content.

Answers come from strangers. Whatever they are, each item that was issued gets its row, and no
error is raised.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from helpkit.content import Content
from helpkit.exercises.items import (
    ClassifyPart,
    ExerciseContent,
    LedgerPart,
    Part,
    PathsPart,
    ScenePart,
    WritePart,
)
from helpkit.teacher.grading.classify import grade_choose
from helpkit.teacher.grading.item_result import ItemResult
from helpkit.teacher.grading.keys import Key
from helpkit.teacher.grading.ledger import grade_ledger
from helpkit.teacher.grading.paths import Theatre, grade_paths
from helpkit.teacher.grading.scene import grade_scene
from helpkit.teacher.grading.write import grade_write

__all__ = ["AnsweredSheet", "Grader", "grade"]


@dataclass(frozen=True)
class AnsweredSheet:
    """Who handed in what: answers by part and item, and by part the items that were issued.

    The seed is the teacher's. The caller must check that `issued` is what `sheet` draws.
    """

    student: str
    seed: str
    issued: Mapping[str, Sequence[str]]
    answers: Mapping[str, Mapping[str, object]] = field(default_factory=dict)


@dataclass(frozen=True)
class Grader:
    """An exercise with its key; what is the same for every student is computed once."""

    exercise: ExerciseContent
    key: Key
    content: Content

    def grade(self, sheet: AnsweredSheet) -> tuple[ItemResult, ...]:
        """A row for every answer that was asked for, in the order of parts and sheets."""
        rows: list[ItemResult] = []
        for name, part in self.exercise.parts.items():
            answers: Any = sheet.answers.get(name, {})
            known = answers if isinstance(answers, Mapping) else {}
            issued = tuple(dict.fromkeys(sheet.issued.get(name, ())))
            rows += self._part(part, known, issued, sheet)
        return tuple(rows)

    def _part(
        self, part: Part, answers: Mapping[str, object], issued: Sequence[str], sheet: AnsweredSheet
    ) -> Iterator[ItemResult]:
        key: Any = self.key.parts[part.id]
        match part:
            case ClassifyPart():
                return grade_choose(part, key, answers, issued, self.content)
            case LedgerPart():
                return grade_ledger(part, key, answers, issued, sheet.seed, sheet.student)
            case PathsPart():
                theatre = self._theatres[part.id]
                return grade_paths(theatre, key, answers, issued, sheet.seed, sheet.student)
            case ScenePart():
                return grade_scene(part, key, answers, self.content.language)
            case WritePart():
                return grade_write(part, key, answers)
        return iter(())

    @cached_property
    def _theatres(self) -> Mapping[str, Theatre]:
        parts = self.exercise.parts.items()
        return {
            name: Theatre(part, self.content) for name, part in parts if isinstance(part, PathsPart)
        }


def grade(
    sheet: AnsweredSheet, exercise: ExerciseContent, key: Key, content: Content
) -> tuple[ItemResult, ...]:
    """Grade one submission; for a class, keep a `Grader`."""
    return Grader(exercise, key, content).grade(sheet)
