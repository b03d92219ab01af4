"""What a path earns depends on whom the student met: the best empty ending is that with them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from helpkit.content.scene_file import parse, template
from helpkit.exercises.parts.paths.counting import person_of
from helpkit.teacher.grading.item_result import ItemResult
from helpkit.teacher.grading.paths import Theatre, grade_paths
from tests.exercises.samples import CONTENT, FOLDERS, REACH, SEED, key

PEOPLE = """
[temperaments.modest]
name = "modest"
reveal = "He had been praised too often for what others had done."
families.telling = { helper = -1 }
[temperaments.plain]
name = "plain"
reveal = "He was as he always is."
"""
SCENE = replace(parse(template("en") + PEOPLE).chosen("en"), id="team-day", edition=2)
THEATRE = Theatre(REACH, replace(CONTENT, scenes={**CONTENT.scenes, "team-day": SCENE}))
ITEM = "team-day-empty"


def student_of(mood: str) -> str:
    """Somebody who meets this person."""
    names = (f"s{number}" for number in range(99))
    met = (name for name in names if person_of(REACH, ITEM, THEATRE.content, SEED, name) == mood)
    return next(met)


def row(said: list[str], mood: str, **other: object) -> ItemResult:
    answer = {"edition": 2, "with": mood, "said": said, **other}
    answers: Mapping[str, Any] = {ITEM: answer}
    own = key(FOLDERS[2]).parts["reach"]
    (result,) = grade_paths(THEATRE, own, answers, [ITEM], SEED, student_of(mood))
    return result


@pytest.mark.parametrize(("mood", "highest"), [("plain", 7), ("modest", 5)])
def test_the_highest_is_what_can_be_reached_with_that_person(mood: str, highest: int) -> None:
    assert THEATRE.stages["team-day"][mood].highest == highest
    result = row(["a", "b"], mood)
    assert (result.points, result.message) == (2, "right")


def test_whoever_could_stand_higher_gets_half() -> None:
    """A second way to the empty ending, on which the helper gains less."""
    lower = replace(SCENE.nodes["n3"].choices["b"], next="e2", form="process")
    nodes = {**SCENE.nodes, "n3": replace(SCENE.nodes["n3"], choices={"b": lower})}
    content = replace(THEATRE.content, scenes={"team-day": replace(SCENE, nodes=nodes)})
    part = replace(REACH, items={ITEM: REACH.items[ITEM]})
    answers = {ITEM: {"edition": 2, "with": "plain", "said": ["b", "b"]}}
    own = key(FOLDERS[2]).parts["reach"]
    (result,) = grade_paths(Theatre(part, content), own, answers, [ITEM], SEED, student_of("plain"))
    assert (result.points, result.message) == (1, "could-stand-higher")


def test_each_thing_in_an_answer_must_be_there_and_nothing_else() -> None:
    assert row(["a", "b"], "plain", edition=3).message == "no-path"
    assert row(["a", "b"], "plain", points=2).message == "no-path"
    assert row(["a", "b"], "modest", **{"with": "plain"}).message == "other-person"
    assert row(["a"], "plain").message == "not-ended"
    assert row(["b", "a"], "plain").message == "helpful-instead"
