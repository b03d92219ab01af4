"""What is wrong between an exercise and its key: ids, values and languages that are missing."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from helpkit.content import Content, Fault, load
from helpkit.exercises.items import (
    ITEMS,
    ClassifyPart,
    ExerciseContent,
    LedgerPart,
    PathsPart,
    ScenePart,
    exercise_languages,
    load_exercise,
)
from helpkit.exercises.options import options
from helpkit.exercises.parts.scene.inspection import NEEDS
from helpkit.teacher.grading import keys, rubric
from helpkit.teacher.grading.keys import KEY, ClassifyKey, PartKey, Said
from helpkit.teacher.grading.ledger_mistakes import BALANCE_MISTAKES
from helpkit.teacher.grading.maximum import maximum
from helpkit.teacher.grading.rubric import RUBRIC, Rubric

__all__ = ["LISTED", "key_faults"]

LISTED: Mapping[type, frozenset[str]] = {
    LedgerPart: frozenset(
        {*BALANCE_MISTAKES, "more-than-count", "gave-up", "too-few-thanks", "too-many-thanks"}
    ),
    PathsPart: frozenset(
        {
            "not-ended",
            "still-uneven",
            "could-stand-higher",
            "helpful-instead",
            "empty-instead",
            "broken-instead",
        }
    ),
    ScenePart: frozenset(f"no-{need}" for need in NEEDS),
}
"""The mistakes that the machine recognises: a key has a sentence for each."""


def key_faults(folder: Path) -> list[Fault]:
    """Everything that is wrong with key and rubric, for an exercise that has no faults itself."""
    languages = exercise_languages(folder)
    exercise = load_exercise(folder, languages[0])
    faults = [*keys.form_faults(folder, exercise), *rubric.form_faults(folder, exercise)]
    if faults:
        return faults
    key, rubrics = keys.load_key(folder, exercise), rubric.load_rubric(folder, exercise)
    faults += _keys(exercise, key.parts, languages, load("en"))
    for name, part in rubrics.items():
        for spot, sentence in _sentences(part):
            faults += _said(RUBRIC, name, spot, sentence, languages)
    return faults


def _keys(
    exercise: ExerciseContent,
    parts: Mapping[str, Any],
    languages: tuple[str, ...],
    content: Content,
) -> Iterator[Fault]:
    for name, part in exercise.parts.items():
        key = parts[name]
        for spot, expected in _part(part, key, content):
            yield Fault(KEY, name, spot, expected)
        if part.points != (most := maximum(part, key)):
            expected = f"expected {most:g} as in {KEY}, got {part.points:g}"
            yield Fault(ITEMS, name, "points", expected)
        for mistake, entry in key.mistakes.items():
            yield from _said(KEY, name, f"mistakes.{mistake}.says", entry.says, languages)
        if isinstance(key, ClassifyKey):
            for item, answer in key.items.items():
                yield from _said(KEY, name, f"items.{item}.reason", answer.reason, languages)


def _part(part: Any, key: PartKey, content: Content) -> Iterator[tuple[str, str]]:
    if isinstance(part, ClassifyPart) and isinstance(key, ClassifyKey):
        yield from _same("items", key.items.keys(), part.items.keys())
        yield from _same("points", key.points.keys(), set(part.questions))
        yield from _values(part, key, content)
    elif type(part) in LISTED:
        yield from _same("mistakes", key.mistakes.keys(), LISTED[type(part)])
    if isinstance(part, ScenePart):
        yield from _same("points", getattr(key, "points", {}).keys(), {*NEEDS})


def _same(spot: str, present: Any, wanted: Any) -> Iterator[tuple[str, str]]:
    for name in sorted({*wanted} - {*present}):
        yield f"{spot}.{name}", "missing"
    for name in sorted({*present} - {*wanted}):
        yield f"{spot}.{name}", f"expected one of {', '.join(sorted(wanted))}"


def _values(part: ClassifyPart, key: ClassifyKey, content: Content) -> Iterator[tuple[str, str]]:
    known = {question: set(options(question, content)) for question in part.questions}
    for item, answer in key.items.items():
        yield from _same(f"items.{item}.answers", answer.answers.keys(), part.questions)
        for question in known.keys() & answer.answers.keys():
            right = answer.answers[question]
            values = {right.value, *right.accepted}
            yield from _known(f"items.{item}.answers.{question}", values, known[question])
    for name, mistake in key.mistakes.items():
        yield from _known(f"mistakes.{name}.question", {mistake.question}, {*part.questions})
        values = {*mistake.answered, *mistake.right}
        yield from _known(f"mistakes.{name}", values, known.get(mistake.question, values))


def _known(spot: str, values: set[str], known: set[str]) -> Iterator[tuple[str, str]]:
    for value in sorted(values - known):
        yield spot, f"expected one of {', '.join(sorted(known))}, got {value!r}"


def _sentences(part: Rubric) -> Iterator[tuple[str, Said]]:
    for name, criterion in part.criteria.items():
        yield f"criteria.{name}.name", criterion.name
        for points, level in enumerate(criterion.levels):
            yield f"criteria.{name}.levels.{points}", level


def _said(
    file: str, name: str, spot: str, sentence: Said, languages: tuple[str, ...]
) -> Iterator[Fault]:
    for language in languages:
        if not sentence.get(language, "").strip():
            yield Fault(file, name, f"{spot}.{language}", "missing")
