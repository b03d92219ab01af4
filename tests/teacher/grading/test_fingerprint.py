"""What decides points changes the fingerprint; words, languages and the order of a file do not."""

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from helpkit.content import languages, load
from helpkit.content.prose import Prose
from helpkit.content.scenes import LevelChange, SceneText
from helpkit.exercises.items import load_exercise
from helpkit.exercises.sheet import sheet
from helpkit.teacher.grading.fingerprint import GRADING, fingerprint
from helpkit.teacher.grading.grader import AnsweredSheet, Grader
from helpkit.teacher.grading.keys import load_key
from helpkit.teacher.grading.rubric import load_rubric
from tests.exercises.samples import FOLDERS, SEED, reference


def of(folder: Path, language: str = "en", seed: str = SEED, **parts: Any) -> str:
    """The fingerprint of an exercise, with other keys for some parts."""
    exercise = load_exercise(folder, language)
    key = load_key(folder, exercise)
    key = replace(key, parts={**key.parts, **parts})
    return fingerprint(exercise, key, load_rubric(folder, exercise), load(language), seed)


def test_each_exercise_and_seed_has_its_own() -> None:
    prints = {of(folder, seed=seed) for folder in FOLDERS for seed in ("autumn", "spring")}
    assert len(prints) == 2 * len(FOLDERS)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_it_is_the_same_in_all_languages(folder: Path) -> None:
    assert len({of(folder, language) for language in languages()}) == 1


def test_another_answer_or_other_points_change_it_and_words_do_not() -> None:
    folder = FOLDERS[0]
    part = load_key(folder, load_exercise(folder)).parts["classify"]
    name, item = next(iter(part.items.items()))
    right = item.answers["formality"]
    wrong = replace(item, answers={**item.answers, "formality": replace(right, value="other")})
    words = replace(item, reason={"en": "Put better.", "nl": "Beter gezegd."})
    backwards = dict(reversed(part.items.items()))
    assert of(folder, classify=replace(part, items={**part.items, name: words})) == of(folder)
    assert of(folder, classify=replace(part, items=backwards)) == of(folder)
    assert of(folder, classify=replace(part, items={**part.items, name: wrong})) != of(folder)
    assert of(folder, classify=replace(part, family=0.5)) != of(folder)


def test_another_most_that_people_can_give_changes_it() -> None:
    folder = FOLDERS[0]
    exercise = load_exercise(folder)
    rubric = dict(load_rubric(folder, exercise))
    criteria = dict(rubric["reflection"].criteria)
    name, criterion = next(iter(criteria.items()))
    criteria[name] = replace(criterion, levels=criterion.levels[:-1])
    rubric["reflection"] = replace(rubric["reflection"], criteria=criteria)
    key = load_key(folder, exercise)
    assert fingerprint(exercise, key, rubric, load("en"), SEED) != of(folder)


TEAM_DAY = load("en").scenes["team-day"]
PERSON = TEAM_DAY.temperaments["proud"]
FIRST = TEAM_DAY.nodes[TEAM_DAY.first]
LINE, CHOICE = next(iter(FIRST.choices.items()))


def with_choice(**changes: Any) -> SceneText:
    choices = {**FIRST.choices, LINE: replace(CHOICE, **changes)}
    return with_node(choices=choices)


def with_node(**changes: Any) -> SceneText:
    return replace(TEAM_DAY, nodes={**TEAM_DAY.nodes, TEAM_DAY.first: replace(FIRST, **changes)})


def with_person(**changes: Any) -> SceneText:
    people = {**TEAM_DAY.temperaments, "proud": replace(PERSON, **changes)}
    return replace(TEAM_DAY, temperaments=people)


POINTS_CHANGE = {
    "the minutes there are": replace(TEAM_DAY, minutes=99),
    "the edition": replace(TEAM_DAY, edition=99),
    "who may be met": replace(TEAM_DAY, temperaments={"proud": PERSON}),
    "what a person starts with": with_person(start=LevelChange(trust=3)),
    "what a person adds to a family": with_person(families={"telling": LevelChange(client=3)}),
    "what a person adds to a choice": with_person(nodes={}),
    "how long a choice takes": with_choice(minutes=30),
    "the mark that a choice leaves": with_choice(leaves="another"),
    "the mark that a choice needs": with_choice(needs="another"),
    "an effect that follows trust": with_choice(effect=LevelChange()),
}
WORDS_ONLY = {
    "thoughts": with_node(thinks=Prose("What else?")),
    "what is remembered": with_node(recalls={"promised": Prose("As you said.")}),
    "for whom it is right": with_choice(right_for=Prose("Somebody in a hurry.")),
    "what is told at the end": with_person(reveal=Prose("It was a bad day.")),
}


def of_scene(scene: SceneText) -> str:
    """The fingerprint of exercise 6 with another second conversation."""
    folder, content = FOLDERS[2], load("en")
    exercise = load_exercise(folder)
    other = replace(content, scenes={**content.scenes, "team-day": scene})
    return fingerprint(
        exercise, load_key(folder, exercise), load_rubric(folder, exercise), other, SEED
    )


@pytest.mark.parametrize("change", POINTS_CHANGE)
def test_whatever_decides_what_a_play_earns_changes_it(change: str) -> None:
    assert of_scene(POINTS_CHANGE[change]) != of_scene(TEAM_DAY)


@pytest.mark.parametrize("change", WORDS_ONLY)
def test_the_words_of_a_scene_do_not_change_it(change: str) -> None:
    assert WORDS_ONLY[change] != TEAM_DAY
    assert of_scene(WORDS_ONLY[change]) == of_scene(TEAM_DAY)


POINTS = {
    "01-what-is-help": "50a96b4c26ae3d0d",
    "02-economics-and-theatre": "5d5fa9c5bb5691c3",
    "06-applying-the-inquiry-process": "b74ff46a7590cb26",
}
"""A digest of what right, twisted and no answers earn in grading version 2."""


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_whoever_grades_in_another_way_raises_the_version(folder: Path) -> None:
    """If this fails: did the exercise change, or how it is graded? Then raise GRADING as well."""
    exercise = load_exercise(folder)
    grader = Grader(exercise, load_key(folder, exercise), load("en"))
    issued = {name: sheet(part, SEED, "s1") for name, part in exercise.parts.items()}
    right = reference(folder, "s1")
    rows = []
    for answers in (right, twisted(right), {}):
        graded = grader.grade(AnsweredSheet("s1", SEED, issued, answers))
        rows += [(row.part, row.item, row.points, row.of, row.state) for row in graded]
    digest = sha256(json.dumps(rows).encode()).hexdigest()[:16]
    assert (GRADING, digest) == (2, POINTS[folder.name])


def twisted(answers: dict[str, Any]) -> dict[str, Any]:
    """Every answer is that of the next item."""
    return {
        part: dict(zip(own, [*list(own.values())[1:], *list(own.values())[:1]], strict=True))
        for part, own in answers.items()
    }
