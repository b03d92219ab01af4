"""Our own scenes weigh: measured at every moment of every conversation, with every temperament."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from helpkit.content import Content, languages, load
from helpkit.content.rules.weighing import FREE, weighing_faults
from helpkit.content.scene_graph import graph
from helpkit.content.scenes import ChoiceText, LevelChange, SceneText
from helpkit.models.dialogue import Scene, levelled
from helpkit.models.scene_balance import HABITS, Balance, balance, habit
from helpkit.models.scene_lint import all_outcomes
from helpkit.models.scene_outcomes import Outcomes
from helpkit.models.temperaments import moods
from tests.models.drawn import prefixes

SCENES = load("en").scenes
MOODS = [(key, mood) for key, scene in SCENES.items() for mood in scene.temperaments]
PEOPLE = 3
ENDINGS = 3


@pytest.fixture(params=SCENES)
def scene(request: pytest.FixtureRequest) -> SceneText:
    return SCENES[request.param]


@cache
def played(key: str) -> dict[str, tuple[Scene, Outcomes]]:
    """A scene in each mood, and how it ends."""
    plain = graph(SCENES[key])
    done = all_outcomes(plain)
    return {mood: (each, done[mood]) for mood, each in moods(plain).items()}


def weights(key: str, mood: str) -> Balance:
    return balance(*played(key)[mood])


def test_there_is_somebody_to_meet_on_a_second_evening(scene: SceneText) -> None:
    assert PEOPLE <= len(scene.temperaments) <= 4


@pytest.mark.parametrize(("key", "mood"), MOODS)
def test_every_state_is_looked_at(key: str, mood: str) -> None:
    assert played(key)[mood][1].complete


@pytest.mark.parametrize(("key", "mood"), MOODS)
def test_at_most_one_choice_in_ten_gains_and_costs_nothing(key: str, mood: str) -> None:
    count = sum(len(node.choices) for node in SCENES[key].nodes.values())
    free = weights(key, mood).free
    assert len(free) * FREE <= count, sorted(free)


@pytest.mark.parametrize(("key", "mood"), MOODS)
def test_a_choice_that_only_loses_says_for_whom_it_would_be_right(key: str, mood: str) -> None:
    nodes = SCENES[key].nodes
    losing = weights(key, mood).losing
    assert [spot for spot in losing if nodes[spot[0]].choices[spot[1]].right_for is None] == []


@pytest.mark.parametrize(("key", "mood"), MOODS)
def test_no_choice_is_best_in_every_way_at_its_place(key: str, mood: str) -> None:
    assert played(key)[mood][1].dominant == {}


@pytest.mark.parametrize(("key", "mood"), MOODS)
def test_three_endings_are_in_reach_and_one_is_helpful_and_level(key: str, mood: str) -> None:
    scene, done = played(key)[mood]
    assert len({outcome.ending for outcome in done.all}) >= ENDINGS
    helpful = [each for each in done.all if scene.endings[each.ending] == "helpful"]
    assert any(levelled(outcome.meters) for outcome in helpful)


@pytest.mark.parametrize("name", HABITS)
def test_no_way_of_helping_helps_everybody(scene: SceneText, name: str) -> None:
    results = {mood: habit(each, HABITS[name]) for mood, (each, _) in played(scene.id).items()}
    failed = {mood: result for mood, result in results.items() if not result.succeeds}
    assert failed
    assert all(result.turn is not None for result in failed.values())


@pytest.mark.parametrize(("key", "mood"), MOODS)
def test_a_line_is_met_with_less_trust_and_with_more_and_does_something_else(
    key: str, mood: str
) -> None:
    assert weights(key, mood).timely


def test_every_line_has_a_thought_and_some_are_one_persons_own(scene: SceneText) -> None:
    assert [key for key, node in scene.nodes.items() if node.thinks is None] == []
    own = [node.thinks for person in scene.temperaments.values() for node in person.nodes.values()]
    assert any(own)


def test_what_was_said_before_comes_back(scene: SceneText) -> None:
    """Every line that recalls something is said in some conversation with somebody."""
    recalls = {(key, mark) for key, node in scene.nodes.items() for mark in node.recalls}
    assert recalls
    assert recalls <= {
        (path.last, mark)
        for each, _ in played(scene.id).values()
        for path in prefixes(each)
        for mark in path.marks
    }


@pytest.mark.parametrize("language", languages())
def test_ours_have_no_fault_in_any_language(language: str) -> None:
    content: Content = load(language)
    assert [fault for scene in content.scenes.values() for fault in faults(scene)] == []


def faults(scene: SceneText) -> Iterator[str]:
    plain = graph(scene)
    yield from map(str, weighing_faults(scene, moods(plain), all_outcomes(plain)))


def changed(scene: SceneText, node: str, **choices: ChoiceText) -> SceneText:
    """A scene with other choices at one node."""
    return replace(scene, nodes={**scene.nodes, node: replace(scene.nodes[node], choices=choices)})


def test_what_does_not_weigh_is_a_fault_with_its_place_and_person() -> None:
    scene = SCENES["team-day"]
    mood = next(iter(scene.temperaments))
    first = scene.nodes[scene.first].choices
    gift, loss = (
        LevelChange(trust=3, client=3, helper=3),
        LevelChange(trust=-3, client=-3, helper=-3),
    )
    quickest, slowest = (pick(each.minutes for each in first.values()) for pick in (min, max))
    key = next(iter(first))
    for effect, minutes, expected in (
        (gift, quickest, f"[nodes.{scene.first}] choices: expected no choice that is always best"),
        (loss, slowest + 1, f"[nodes.{scene.first}.choices.{key}] right_for: missing: this choice"),
    ):
        choice = replace(first[key], effect=effect, minutes=minutes, right_for=None)
        lines = [*faults(changed(scene, scene.first, **{**first, key: choice}))]
        assert any(line.startswith(f"data/scenes/team-day.toml {expected}") for line in lines)
        assert any(f" with {mood}" in line for line in lines)


def test_too_many_gifts_are_a_fault() -> None:
    scene = SCENES["team-day"]
    count = sum(len(node.choices) for node in scene.nodes.values())
    gift = LevelChange(trust=1, client=1, helper=0)
    for key, node in scene.nodes.items():
        same = {name: replace(each, effect=gift, minutes=1) for name, each in node.choices.items()}
        scene = changed(scene, key, **same)
    lines = [*faults(scene)]
    expected = f"nodes: expected at most {count // FREE} of {count} that only gain with "
    assert any(line.startswith(f"data/scenes/team-day.toml {expected}") for line in lines)
