"""What tests of exercises share: the folders, somebody who hands in, and the reference solution."""

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from helpkit.content import load
from helpkit.content.scene_graph import graph
from helpkit.content.scenes import SceneText
from helpkit.exercises.items import (
    ClassifyPart,
    ExerciseContent,
    LedgerPart,
    Part,
    PathItem,
    PathsPart,
    ScenePart,
    WritePart,
    load_exercise,
)
from helpkit.exercises.parts.ledger.evenings import BOTH, balance_id, evening, fewest
from helpkit.exercises.progress import answer_id
from helpkit.exercises.sheet import TEXT, sheet
from helpkit.models.dialogue import levelled
from helpkit.models.scene_outcomes import Outcome, outcomes
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
            return {name: [*best(item).example] for name, item in part.items.items()}
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


def ends(item: PathItem) -> tuple[Outcome, ...]:
    return outcomes(graph(CONTENT.scenes[item.scene])).all


def kind(item: PathItem, outcome: Outcome) -> str:
    return CONTENT.scenes[item.scene].endings[outcome.ending].kind


def best(item: PathItem) -> Outcome:
    if item.goal == "levelled":
        return next(
            end for end in ends(item) if kind(item, end) == "helpful" and levelled(end.meters)
        )
    empty = [end for end in ends(item) if kind(item, end) == "empty"]
    return max(empty, key=lambda end: end.meters.helper)


def own_scene() -> str:
    """A scene of a student: the shape of one of ours, and nothing that is said in it."""
    shape = one_file(CONTENT.scenes["export-button"])
    mine = re.sub(r'^(says|hidden) = "', r'\1 = "In my own words: ', shape, flags=re.MULTILINE)
    assert mine != shape
    return mine


def one_file(scene: SceneText) -> str:
    """A scene as a student writes it."""

    def text(value: object) -> str:
        return json.dumps(value, ensure_ascii=False)

    head = ("title", "client", "helper", "setting", "hidden", "first")
    lines = [f"{name} = {text(getattr(scene, name))}" for name in head]
    lines.append(f"start = {_levels(scene.start)}")
    for name, node in scene.nodes.items():
        lines += [f"[nodes.{name}]", f"says = {text(node.says)}"]
        for choice, option in node.choices.items():
            lines.append(f"[nodes.{name}.choices.{choice}]")
            lines += [f"{word} = {text(getattr(option, word))}" for word in ("says", "why", "form")]
            lines += [f"effect = {_levels(option.effect)}", f"next = {text(option.next)}"]
    for name, ending in scene.endings.items():
        lines += [f"[endings.{name}]", f"kind = {text(ending.kind)}", f"says = {text(ending.says)}"]
    return "\n".join(lines) + "\n"


def _levels(levels: Any) -> str:
    return f"{{ trust = {levels.trust}, client = {levels.client}, helper = {levels.helper} }}"
