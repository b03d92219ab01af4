"""Planted flaws are found, each by its name and place, and sound scenes have none."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from helpkit.content import load
from helpkit.content.scene_graph import graph
from helpkit.models.dialogue import Choice, Effect, Meters, Node, Scene, paths
from helpkit.models.scene_lint import FLAWS, Flaw, lint
from tests.models.drawn import scenes
from tests.models.test_scene_outcomes import tangle

A, B = Choice("a", "pure", Effect(1, 0, 0), "e1"), Choice("b", "telling", Effect(0, 0, 1), "e2")
SOUND = Scene(
    Meters(4, 4, 4),
    "n1",
    {"n1": Node((replace(A, next="n2"), B)), "n2": Node((A, B))},
    {"e1": "helpful", "e2": "empty"},
)


def planted(node: str, *choices: Choice) -> Scene:
    return replace(SOUND, nodes={**SOUND.nodes, node: Node(choices)})


FOUR = tuple(Choice(key, "pure", Effect(), "e1") for key in "abcd")
PLANTED: dict[str, tuple[Scene, tuple[str, ...], dict[str, str | int]]] = {
    "start-range": (replace(SOUND, start=Meters(4, 11, 4)), ("start", "client"), {"got": 11}),
    "no-first": (replace(SOUND, first="n9"), ("first",), {"got": "n9"}),
    "same-id": (replace(SOUND, endings={**SOUND.endings, "n2": "empty"}), ("nodes", "n2"), {}),
    "kind": (
        replace(SOUND, endings={"e1": "happy", "e2": "empty"}),
        ("endings", "e1", "kind"),
        {"got": "happy"},
    ),
    "no-choices": (planted("n2"), ("nodes", "n2"), {}),
    "choice-count": (planted("n2", *FOUR, B), ("nodes", "n2"), {"got": 5}),
    "form": (
        planted("n2", A, replace(B, form="tell")),
        ("nodes", "n2", "choices", "b", "form"),
        {"got": "tell"},
    ),
    "effect-range": (
        planted("n2", A, replace(B, effect=Effect(0, -4, 0))),
        ("nodes", "n2", "choices", "b", "effect", "client"),
        {"got": -4},
    ),
    "no-target": (
        planted("n2", A, replace(B, next="n9")),
        ("nodes", "n2", "choices", "b", "next"),
        {"got": "n9"},
    ),
    "unreachable": (planted("n3", A, B), ("nodes", "n3"), {}),
    "no-way-out": (
        replace(
            SOUND,
            nodes={
                "n1": Node((A, replace(A, id="c", next="n2"), B)),
                "n2": Node((replace(A, next="n2"), replace(B, next="n2"))),
            },
        ),
        ("nodes", "n2"),
        {},
    ),
    "dominant": (
        planted("n2", A, replace(A, id="b", effect=Effect(1, 1, 3), next="e2")),
        (),
        {"path": "n1, n2, e2", "trust": 6, "client": 5, "helper": 7},
    ),
}


def test_a_sound_scene_has_no_flaws() -> None:
    assert lint(SOUND) == ()


@pytest.mark.parametrize("flaw", FLAWS)
def test_a_planted_flaw_is_the_only_one_found(flaw: str) -> None:
    scene, where, values = PLANTED[flaw]
    assert lint(scene) == (Flaw(flaw, where, values),)
    assert values.keys() == FLAWS[flaw]


@pytest.mark.parametrize("count", [2, 3, 4])
def test_two_to_four_choices_are_fine(count: int) -> None:
    more = [replace(A, id=key, effect=Effect()) for key in "cd"]
    assert lint(planted("n2", A, B, *more[: count - 2])) == ()


def test_one_choice_is_too_few() -> None:
    assert [flaw.id for flaw in lint(planted("n1", replace(A, next="n2")))] == ["choice-count"]


def test_an_ending_that_nobody_reaches() -> None:
    scene = replace(SOUND, endings={**SOUND.endings, "e3": "broken"})
    assert lint(scene) == (Flaw("unreachable", ("endings", "e3"), {}),)


@pytest.mark.parametrize("scene", load("en").scenes)
def test_ours_have_none(scene: str) -> None:
    assert lint(graph(load("en").scenes[scene])) == ()


def test_a_tangle_of_loops_is_no_flaw() -> None:
    """Whether a path dominates stays open; the rest is found."""
    assert lint(tangle(40)) == ()


@given(scenes())
@settings(deadline=None)
def test_of_any_graph_every_flaw_is_named_and_filled(scene: Scene) -> None:
    for flaw in lint(scene):
        assert flaw.values.keys() == FLAWS[flaw.id]


@given(scenes(sound=True))
@settings(deadline=None)
def test_what_cannot_be_reached_or_cannot_end_is_on_no_path(scene: Scene) -> None:
    """And an ending about which nothing is said is the end of one."""
    flagged = {flaw.where[1] for flaw in lint(scene) if flaw.id in ("unreachable", "no-way-out")}
    every = [path.nodes for path in paths(scene)]
    assert not flagged & {node for nodes in every for node in nodes}
    assert {*scene.endings} - flagged == {nodes[-1] for nodes in every}


@given(scenes(sound=True))
@settings(deadline=None)
def test_one_move_to_nowhere_is_always_found(scene: Scene) -> None:
    first = scene.nodes["n1"].choices[0]
    spoiled = Node((replace(first, next="gone"), *scene.nodes["n1"].choices[1:]))
    flaws = lint(replace(scene, nodes={**scene.nodes, "n1": spoiled}))
    where = ("nodes", "n1", "choices", first.id, "next")
    assert Flaw("no-target", where, {"got": "gone"}) in flaws
