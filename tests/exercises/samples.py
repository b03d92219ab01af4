"""What tests of exercises share: the folders, somebody who hands in, and the reference solution."""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from helpkit.content import load
from helpkit.content.scene_graph import graph
from helpkit.content.scenes import NodeText, SceneText
from helpkit.exercises.items import (
    ClassifyPart,
    ExerciseContent,
    LedgerPart,
    Part,
    PathsPart,
    ScenePart,
    WritePart,
    load_exercise,
)
from helpkit.exercises.parts.ledger.evenings import BOTH, balance_id, evening, fewest
from helpkit.exercises.progress import answer_id
from helpkit.exercises.sheet import TEXT, sheet
from helpkit.exercises.temperament import drawn
from helpkit.models.dialogue import Scene, levelled
from helpkit.models.scene_outcomes import Outcome, outcomes
from helpkit.models.temperaments import in_mood
from helpkit.teacher.grading.grader import AnsweredSheet, Grader
from helpkit.teacher.grading.item_result import ItemResult
from helpkit.teacher.grading.keys import ClassifyKey, Key, load_key
from tests.paths import EXERCISES

FOLDERS = sorted(path for path in EXERCISES.iterdir() if path.is_dir())
SEED = "autumn"
CONTENT = load("en")

Answers = dict[str, object]


@lru_cache
def exercise(folder: Path, language: str = "en") -> ExerciseContent:
    return load_exercise(folder, language)


REACH: Any = exercise(FOLDERS[2]).parts["reach"]
"""The conversations of exercise 6."""


@lru_cache
def key(folder: Path) -> Key:
    return load_key(folder, exercise(folder))


@lru_cache
def grader(folder: Path) -> Grader:
    return Grader(exercise(folder), key(folder), CONTENT)


def parts() -> list[tuple[Path, str]]:
    return [(folder, name) for folder in FOLDERS for name in exercise(folder).parts]


def issued(folder: Path, student: str) -> dict[str, tuple[str, ...]]:
    return {name: sheet(part, SEED, student) for name, part in exercise(folder).parts.items()}


def graded(
    folder: Path,
    answers: Mapping[str, Any],
    student: str = "s1",
    given: Mapping[str, tuple[str, ...]] | None = None,
) -> tuple[ItemResult, ...]:
    answered = AnsweredSheet(student, SEED, given or issued(folder, student), answers)
    return grader(folder).grade(answered)


def reference(folder: Path, student: str = "s1") -> dict[str, Answers]:
    """What somebody hands in who knows it all."""
    answers = {}
    for name, part in exercise(folder).parts.items():
        answers[name] = _reference(part, key(folder).parts[name], student)
    return answers


def _reference(part: Part, own: Any, student: str) -> Answers:
    match part:
        case ClassifyPart():
            return _chosen(part, own)
        case LedgerPart():
            return _computed(part, student)
        case PathsPart():
            return {name: best_play(name, student) for name in part.items}
        case ScenePart():
            return {TEXT: own_scene()}
        case WritePart():
            return dict.fromkeys(part.fields, "What I said, and what she said.")
    raise AssertionError(part)


def _chosen(part: ClassifyPart, own: ClassifyKey) -> Answers:
    return {
        answer_id(part, item, question): right.value
        for item, entry in own.items.items()
        for question, right in entry.answers.items()
    }


def _computed(part: LedgerPart, student: str) -> Answers:
    answers: Answers = {}
    for name, item in part.items.items():
        drawn = evening(item, name, SEED, student)
        if item.asks == "thanks":
            answers[name] = fewest(drawn)
        else:
            answers |= {balance_id(name, who): drawn.ledger.balances[who] for who in BOTH}
    return answers


def person(name: str, student: str = "s1") -> str:
    """Whom a student meets in a conversation of exercise 6."""
    return drawn(CONTENT.scenes[REACH.items[name].scene], SEED, student, name)


@lru_cache
def stage(scene: str, mood: str) -> Scene:
    """A scene with one person in the client's chair."""
    return in_mood(graph(CONTENT.scenes[scene]), mood)


@lru_cache
def ends(scene: str, mood: str) -> tuple[Outcome, ...]:
    return outcomes(stage(scene, mood)).all


def kind(name: str, mood: str, outcome: Outcome) -> str:
    return stage(REACH.items[name].scene, mood).endings[outcome.ending]


@lru_cache
def best(name: str, mood: str) -> Outcome:
    """The ending that is asked for, reached with one person."""
    every = ends(REACH.items[name].scene, mood)
    if REACH.items[name].goal == "levelled":
        helpful = (end for end in every if kind(name, mood, end) == "helpful")
        return next(end for end in helpful if levelled(end.meters))
    empty = [end for end in every if kind(name, mood, end) == "empty"]
    return max(empty, key=lambda end: end.meters.helper)


@lru_cache
def bad(name: str, mood: str) -> Outcome:
    """An ending that nobody asks for."""
    every = ends(REACH.items[name].scene, mood)
    return next(end for end in every if kind(name, mood, end) not in ("helpful", "empty"))


def played(name: str, mood: str, said: Iterable[str]) -> dict[str, Any]:
    """A play as it is handed in."""
    edition = CONTENT.scenes[REACH.items[name].scene].edition
    return {"edition": edition, "with": mood, "said": [*said]}


def best_play(name: str, student: str = "s1") -> dict[str, Any]:
    """A play that gets full marks."""
    mood = person(name, student)
    return played(name, mood, best(name, mood).example)


@lru_cache
def own_scene() -> str:
    """A scene of a student: the shape of an old one of ours, and nothing that is said in it."""
    shape = one_file(weighed(CONTENT.earlier_scenes["export-button-1"]))
    mine = re.sub(r'^(says|hidden) = "', r'\1 = "In my own words: ', shape, flags=re.MULTILINE)
    assert mine != shape
    return mine


def weighed(scene: SceneText) -> SceneText:
    """A scene in which whatever was best at its place costs the helper something."""
    best = outcomes(graph(scene)).dominant
    nodes = {key: _weighed(node, best.get(key, ())) for key, node in scene.nodes.items()}
    return replace(scene, nodes=nodes)


def _weighed(node: NodeText, best: Collection[str]) -> NodeText:
    choices = {
        key: replace(choice, effect=replace(choice.effect, helper=-2)) if key in best else choice
        for key, choice in node.choices.items()
    }
    return replace(node, choices=choices)


def one_file(scene: SceneText) -> str:
    """A scene as a student writes it."""
    return "\n".join(_tables(_tree(scene))) + "\n"


def _tree(value: Any) -> Any:
    """A part of a scene as TOML has it, without what only our own files have."""
    if isinstance(value, Mapping):
        return {key: _tree(part) for key, part in value.items()}
    if not is_dataclass(value):
        return value
    own = (field.name for field in fields(value) if not field.metadata.get("ours"))
    values = {name: _tree(getattr(value, name)) for name in own if name != "id"}
    return {name: part for name, part in values.items() if part not in (None, "", {})}


def _tables(tree: dict[str, Any], *where: str) -> Iterator[str]:
    """The lines of a table; numbers that belong together are on one line."""
    for key, value in tree.items():
        if not isinstance(value, dict):
            yield f"{key} = {json.dumps(value, ensure_ascii=False)}"
        elif _is_numbers(value):
            yield f"{key} = {{ {', '.join(f'{name} = {n}' for name, n in value.items())} }}"
    for key, value in tree.items():
        if isinstance(value, dict) and not _is_numbers(value):
            yield from _table(value, *where, key)


def _table(tree: dict[str, Any], *where: str) -> Iterator[str]:
    """A table under its heading, if it holds more than tables."""
    if any(not isinstance(value, dict) or _is_numbers(value) for value in tree.values()):
        yield f"[{'.'.join(where)}]"
    yield from _tables(tree, *where)


def _is_numbers(value: dict[str, Any]) -> bool:
    return all(isinstance(part, int) for part in value.values())
