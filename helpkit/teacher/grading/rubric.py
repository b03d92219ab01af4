"""The rubric by which people read what was written: criteria with four levels, in all languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from helpkit.content.entries import Entry, Fault, toml
from helpkit.errors import ContentError
from helpkit.exercises.items import ExerciseContent
from helpkit.teacher.grading.keys import Said

__all__ = ["RUBRIC", "Rubric", "RubricCriterion", "form_faults", "load_rubric"]

RUBRIC = "rubric.toml"


@dataclass(frozen=True, kw_only=True)
class RubricCriterion:
    """One criterion; `levels` says what earns 0, 1, 2 and 3 points."""

    name: Said
    levels: tuple[Said, ...]


@dataclass(frozen=True, kw_only=True)
class Rubric:
    """The criteria for one part, and how many points together are enough."""

    id: str
    passes: int
    criteria: Mapping[str, RubricCriterion]

    @property
    def of(self) -> int:
        """The most that can be earned."""
        return sum(len(criterion.levels) - 1 for criterion in self.criteria.values())


def load_rubric(folder: Path, exercise: ExerciseContent) -> Mapping[str, Rubric]:
    """The rubric of each part that people read.

    Raises:
        ContentError: when it is not there or does not hold what it should; one line per fault.
    """
    rubrics, faults = _read(folder, exercise)
    if faults:
        raise ContentError("\n".join(map(str, faults)))
    return rubrics


def form_faults(folder: Path, exercise: ExerciseContent) -> list[Fault]:
    """What does not fit a type or belongs to no part."""
    return _read(folder, exercise)[1]


def _read(folder: Path, exercise: ExerciseContent) -> tuple[dict[str, Rubric], list[Fault]]:
    faults: list[Fault] = []
    tree = toml(folder / RUBRIC, folder, faults)
    read = [name for name, part in exercise.parts.items() if part.kind in ("write", "scene")]
    rubrics = {}
    for name in () if faults else tree | dict.fromkeys(read):
        if name in read:
            rubrics[name] = Entry(RUBRIC, RUBRIC, name, tree.get(name), {}).structured(
                Rubric, faults
            )
        else:
            faults.append(Fault(RUBRIC, name, "", "no part of this name is read by people"))
    return rubrics, faults
