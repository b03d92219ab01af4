"""All paths at once: the published figures, and the same as making every path."""

import random
from collections import Counter

import pytest
from hypothesis import given, settings

from helpkit.content import load
from helpkit.content.scene_graph import graph
from helpkit.models.dialogue import Choice, Effect, Meters, Node, Scene, paths, walk
from helpkit.models.scene_outcomes import MOST_NODES, MOST_STEPS, Outcomes, outcomes, summary
from tests.models.drawn import scenes

FIGURES = {
    "export-button": {
        "e1": (234, 8.4, 5.5, 8.5),
        "e2": (175, 5.4, 1.7, 8.1),
        "e3": (6, 1.3, 0.2, 6.5),
    },
    "team-day": {
        "e1": (344, 9.2, 7.8, 8.5),
        "e2": (294, 7.2, 4.3, 8.8),
        "e3": (26, 2.2, 1.5, 6.8),
    },
}
"""Paths per ending, and the means of trust, the client's standing and the helper's."""


@pytest.mark.parametrize("scene", FIGURES)
def test_figures_of_our_scenes(scene: str) -> None:
    done = outcomes(graph(load("en").scenes[scene]))
    assert done.complete
    tallies = summary(done)
    assert {key: tally.count for key, tally in tallies.items()} == {
        key: row[0] for key, row in FIGURES[scene].items()
    }
    for key, (_, *means) in FIGURES[scene].items():
        tally = tallies[key]
        assert [tally.trust, tally.client, tally.helper] == pytest.approx(means, abs=0.05001)


@given(scenes())
@settings(deadline=None, max_examples=200)
def test_the_same_as_making_every_path(scene: Scene) -> None:
    done = outcomes(scene)
    assert done.complete
    every = Counter((path.last, path.meters) for path in paths(scene))
    assert {(outcome.ending, outcome.meters): outcome.count for outcome in done.all} == every


@given(scenes())
@settings(deadline=None)
def test_every_example_is_such_a_path(scene: Scene) -> None:
    for outcome in outcomes(scene).all:
        path = walk(scene, outcome.example)
        assert (path.last, path.meters) == (outcome.ending, outcome.meters)
        assert len(set(path.nodes)) == len(path.nodes)


@given(scenes(most=4))
@settings(deadline=None)
def test_dominant_is_at_least_as_good_as_every_other(scene: Scene) -> None:
    every = [path.meters for path in paths(scene)]
    best = [
        meters
        for meters in every
        if all(a >= b for other in every for a, b in zip(meters, other, strict=True))
    ]
    dominant = outcomes(scene).dominant()
    assert (dominant is not None) == (len(every) > 1 and bool(best))
    assert dominant is None or dominant.meters == best[0]


def test_millions_of_paths_are_counted_exactly() -> None:
    """Thirty nodes in a row, each with two ways on: 2^30 paths."""
    rise, fall = Effect(1, -1, 0), Effect(-1, 1, 0)
    nodes = {
        f"n{at}": Node((Choice("a", "pure", rise, to), Choice("b", "pure", fall, to)))
        for at in range(30)
        for to in [f"n{at + 1}" if at < 29 else "e1"]
    }
    done = outcomes(Scene(Meters(5, 5, 5), "n0", nodes, {"e1": "helpful"}))
    assert done.complete
    assert summary(done)["e1"].count == 2**30


def tangle(nodes: int) -> Scene:
    """Everything can lead to everything; the first choices go round all nodes to the end."""
    rng = random.Random(1)
    ids = [f"n{number}" for number in range(nodes)]
    return Scene(
        Meters(5, 5, 5),
        "n0",
        {
            node: Node((knot(rng, "a", [then]), *(knot(rng, key, [*ids, "e1"]) for key in "bcd")))
            for node, then in zip(ids, [*ids[1:], "e1"], strict=True)
        },
        {"e1": "helpful"},
    )


def knot(rng: random.Random, key: str, targets: list[str]) -> Choice:
    effect = Effect(rng.randint(-2, 2), rng.randint(-2, 2), rng.randint(-2, 2))
    return Choice(key, "pure", effect, rng.choice(targets))


def test_a_tangle_of_loops_stops_at_the_bound_and_says_so() -> None:
    done = outcomes(tangle(40), steps=1000)
    assert not done.complete
    assert done.dominant() is None


def test_the_bound_is_enough_for_a_large_scene_without_loops() -> None:
    rng = random.Random(1)
    nodes = {f"n{at}": Node(tuple(knot(rng, key, onward(at)) for key in "abc")) for at in range(40)}
    done = outcomes(Scene(Meters(5, 5, 5), "n0", nodes, {"e1": "helpful"}), steps=MOST_STEPS)
    assert done.complete


def onward(at: int) -> list[str]:
    return [f"n{at + further}" if at + further < 40 else "e1" for further in (1, 2, 3, 4)]


def test_of_a_giant_nothing_is_found() -> None:
    assert outcomes(tangle(MOST_NODES + 1)) == Outcomes((), complete=False)
