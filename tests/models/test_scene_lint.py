"""Planted flaws are found, each by its name and place, and sound scenes have none."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from helpkit.content import load
from helpkit.content.scene_graph import graph
from helpkit.models.dialogue import (
    Choice,
    Effect,
    Meters,
    Node,
    Scene,
    Temperament,
    open_choices,
    paths,
)
from helpkit.models.scene_flaws import FLAWS, Flaw
from helpkit.models.scene_lint import all_outcomes, dominant_places, lint
from helpkit.models.scene_outcomes import MOST_STEPS
from helpkit.models.temperaments import moods
from tests.models.drawn import ENDINGS, playable, prefixes, scenes
from tests.models.test_scene_outcomes import tangle

A, B = Choice("a", "pure", Effect(1, 0, 0), "e1"), Choice("b", "telling", Effect(0, 0, 1), "e2")
SOUND = Scene(
    Meters(4, 4, 4),
    "n1",
    {"n1": Node((replace(A, next="n2"), B)), "n2": Node((A, B))},
    {"e1": "helpful", "e2": "empty"},
)
TIMED = replace(
    SOUND,
    nodes={
        "n1": Node((replace(A, next="n2", minutes=2), B)),
        "n2": Node((A, replace(B, minutes=2))),
    },
    endings={**SOUND.endings, "e3": "late"},
    minutes=3,
)
TO_N2 = replace(A, next="n2")
NO_GAIN = Choice("b", "telling", Effect(), "e2")


def person(**differs: Any) -> dict[str, Temperament]:
    return {"x": Temperament(**differs)}


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
    "minutes-range": (replace(TIMED, minutes=61), ("minutes",), {"got": 61}),
    "no-late": (replace(TIMED, endings=SOUND.endings), ("minutes",), {}),
    "two-late": (
        replace(TIMED, endings={**TIMED.endings, "e4": "late"}),
        ("endings", "e4", "kind"),
        {"got": 2},
    ),
    "late-without-minutes": (replace(TIMED, minutes=None), ("endings", "e3", "kind"), {}),
    "never-late": (replace(TIMED, minutes=9), ("endings", "e3"), {}),
    "never-in-time": (
        replace(TIMED, nodes={"n1": Node((TO_N2, B)), "n2": Node((replace(A, minutes=9), B))}),
        ("endings", "e1"),
        {},
    ),
    "no-mark": (
        planted("n2", A, B, replace(B, id="c", needs="p")),
        ("nodes", "n2", "choices", "c", "needs"),
        {"got": "p"},
    ),
    "never-open": (
        planted("n2", replace(A, leaves="p"), B, replace(B, id="c", needs="p")),
        ("nodes", "n2", "choices", "c"),
        {},
    ),
    "nothing-open": (
        replace(
            SOUND,
            nodes={
                "n1": Node((replace(TO_N2, leaves="p"), B, replace(B, id="c", next="n2"))),
                "n2": Node((replace(A, unless="p"), replace(B, unless="p"))),
            },
        ),
        ("nodes", "n2"),
        {},
    ),
    "temperament-count": (
        replace(SOUND, temperaments=dict.fromkeys("vwxyz", Temperament())),
        ("temperaments",),
        {"got": 5},
    ),
    "no-family": (
        replace(SOUND, temperaments=person(families={"asking": Effect()})),
        ("temperaments", "x", "families", "asking"),
        {"got": "asking"},
    ),
    "no-such-choice": (
        replace(SOUND, temperaments=person(choices={("n1", "z"): Effect()})),
        ("temperaments", "x", "nodes", "n1", "choices", "z"),
        {},
    ),
    "dominant-choices": (
        replace(
            SOUND,
            nodes={
                "n1": Node((TO_N2, replace(NO_GAIN, next="n3"))),
                "n2": Node((A, NO_GAIN)),
                "n3": Node(
                    (replace(A, effect=Effect(3, 0, 0)), replace(B, effect=Effect(0, 0, 3)))
                ),
            },
        ),
        (),
        {"places": "n1.a, n2.a"},
    ),
}


@pytest.mark.parametrize("scene", [SOUND, TIMED])
def test_a_sound_scene_has_no_flaws(scene: Scene) -> None:
    assert lint(scene) == ()


def test_every_flaw_is_planted() -> None:
    """Words for a line that is not there are no part of the graph: `tests/content` plants that."""
    assert PLANTED.keys() | {"no-such-node"} == FLAWS.keys()


@pytest.mark.parametrize("flaw", PLANTED)
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


WRONG_PEOPLE = {
    ("start", "trust"): person(start=Effect(4, 0, 0)),
    ("minutes",): person(minutes=-3),
    ("families", "pure", "client"): person(families={"pure": Effect(0, -4, 0)}),
    ("nodes", "n1", "choices", "a", "helper"): person(choices={("n1", "a"): Effect(0, 0, 4)}),
}


@pytest.mark.parametrize("where", WRONG_PEOPLE)
def test_numbers_of_a_person_that_are_out_of_range(where: tuple[str, ...]) -> None:
    flaws = lint(replace(TIMED, temperaments=WRONG_PEOPLE[where]))
    assert [flaw.where for flaw in flaws] == [("temperaments", "x", *where)]


@pytest.mark.parametrize("minutes", [-1, 61])
def test_a_move_takes_no_time_or_an_hour_at_most(minutes: int) -> None:
    flaw = Flaw("minutes-range", ("nodes", "n2", "choices", "b", "minutes"), {"got": minutes})
    assert lint(planted("n2", A, replace(B, minutes=minutes))) == (flaw,)


def test_what_one_person_leaves_room_for_is_enough() -> None:
    """Nobody else would be on time for the line n2, and she has nobody else’s two best moves."""
    hasty = replace(TIMED, minutes=2)
    assert [flaw.id for flaw in lint(hasty)] == ["never-in-time", "never-in-time"]
    patient = {"hasty": Temperament(), "patient": Temperament(minutes=1)}
    assert lint(replace(hasty, temperaments=patient)) == ()
    two_best = PLANTED["dominant-choices"][0]
    choosy = {"x": Temperament(), "y": Temperament(choices={("n2", "b"): Effect(0, 1, 0)})}
    weighed = replace(two_best, temperaments=choosy)
    assert lint(weighed) == ()
    assert dominant_places(all_outcomes(weighed)) == {"n1": {"a"}}


def test_time_is_not_to_blame_for_what_no_time_would_reach() -> None:
    """The way to n3 is open after a mark that is left there only."""
    door = Choice("c", "pure", Effect(), "n3", needs="p")
    behind = Node((replace(A, leaves="p"), B))
    nodes = {"n1": TIMED.nodes["n1"], "n2": Node((*TIMED.nodes["n2"].choices, door)), "n3": behind}
    assert lint(replace(TIMED, nodes=nodes)) == (
        Flaw("unreachable", ("nodes", "n3"), {}),
        Flaw("never-open", ("nodes", "n2", "choices", "c"), {}),
    )


def test_a_path_that_is_best_with_one_person_is_named_with_the_person() -> None:
    easy = person(choices={("n1", "a"): Effect(1, 1, 2)})
    scene = planted("n2", A, replace(B, effect=Effect(0, 0, 0)))
    flaws = lint(replace(scene, temperaments={**easy, "y": Temperament()}))
    values: dict[str, str | int] = {"path": "n1, n2, e1", "trust": 7, "client": 5, "helper": 6}
    assert flaws == (Flaw("dominant", ("temperaments", "x"), values),)


def test_the_best_path_has_its_price_if_another_is_quicker() -> None:
    """As soon as it is as quick as any other there is nothing to weigh."""
    last = Node((A, replace(NO_GAIN, minutes=9)))
    slow = replace(TIMED, nodes={"n1": Node((replace(TO_N2, minutes=2), NO_GAIN)), "n2": last})
    assert lint(slow) == ()
    quick = Node((replace(TO_N2, minutes=0), NO_GAIN))
    assert [flaw.id for flaw in lint(replace(slow, nodes={"n1": quick, "n2": last}))] == [
        "dominant",
        "dominant-choices",
    ]


def test_a_tangle_of_loops_is_no_flaw() -> None:
    """Whether a path dominates stays open; the rest is found."""
    assert lint(tangle(40)) == ()


def test_people_share_the_bound_on_the_work() -> None:
    crowd = replace(tangle(40), temperaments=dict.fromkeys("wxyz", Temperament()))
    done = all_outcomes(crowd)
    assert not any(each.complete for each in done.values())
    assert sum(each.states for each in done.values()) <= MOST_STEPS // 2


@given(scenes(people=3))
@settings(deadline=None)
def test_of_any_graph_every_flaw_is_named_and_filled(scene: Scene) -> None:
    for flaw in lint(scene):
        assert flaw.values.keys() == FLAWS[flaw.id]


def plain(scene: Scene) -> Scene:
    """Without time and marks: only the ways are left."""
    nodes = {
        key: Node(tuple(replace(choice, leaves="", needs="", unless="") for choice in node.choices))
        for key, node in scene.nodes.items()
    }
    return replace(scene, nodes=nodes, endings=ENDINGS, minutes=None)


@given(scenes(sound=True))
@settings(deadline=None)
def test_what_cannot_be_reached_or_cannot_end_is_on_no_path(drawn: Scene) -> None:
    """And an ending about which nothing is said is the end of one."""
    scene = plain(drawn)
    flagged = {flaw.where[1] for flaw in lint(scene) if flaw.id in ("unreachable", "no-way-out")}
    every = [path.nodes for path in paths(scene)]
    assert not flagged & {node for nodes in every for node in nodes}
    assert {*scene.endings} - flagged == {nodes[-1] for nodes in every}


@given(scenes(most=3, sound=True, people=2).filter(playable))
@settings(deadline=None, max_examples=50)
def test_what_nobody_leaves_room_for_is_named_with_its_reason(scene: Scene) -> None:
    played = [*moods(scene).values()]
    reached = visits(*played)
    timeless = visits(*(replace(each, minutes=None) for each in played))
    reasons = {
        key: "never-in-time" if key in timeless else "unreachable"
        for key in {*scene.nodes, *scene.endings} - reached
    }
    if scene.late in reasons:
        reasons[scene.late] = "never-late"
    flaws = (flaw for flaw in lint(scene) if flaw.id in {*reasons.values(), "unreachable"})
    assert {flaw.where[1]: flaw.id for flaw in flaws} == reasons


def visits(*scenes: Scene) -> set[str]:
    """The nodes and endings to which a conversation comes in one of these."""
    return {path.last for scene in scenes for path in prefixes(scene)}


@given(scenes(most=3, sound=True, people=2).filter(playable))
@settings(deadline=None, max_examples=50)
def test_what_is_never_open_and_where_nothing_is(scene: Scene) -> None:
    met = [
        (path.last, [choice.id for choice in open_choices(each, path)])
        for each in moods(scene).values()
        for path in prefixes(each)
        if path.last in scene.nodes
    ]
    opened = {(node, key) for node, keys in met for key in keys}
    every = {(node, choice.id) for node, _ in met for choice in scene.nodes[node].choices}
    where = {name: [flaw.where for flaw in lint(scene) if flaw.id == name] for name in FLAWS}
    assert {(node, key) for _, node, _, key in where["never-open"]} == every - opened
    assert {node for _, node in where["nothing-open"]} == {node for node, keys in met if not keys}


@given(scenes(sound=True))
@settings(deadline=None)
def test_one_move_to_nowhere_is_always_found(scene: Scene) -> None:
    first = scene.nodes["n1"].choices[0]
    spoiled = Node((replace(first, next="gone"), *scene.nodes["n1"].choices[1:]))
    flaws = lint(replace(scene, nodes={**scene.nodes, "n1": spoiled}))
    where = ("nodes", "n1", "choices", first.id, "next")
    assert Flaw("no-target", where, {"got": "gone"}) in flaws
