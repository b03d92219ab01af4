"""All paths at once: the published figures, and the same as making every path."""

import random
from collections import Counter, defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpkit.content import load
from helpkit.content.scene_graph import graph
from helpkit.models.dialogue import (
    Choice,
    Effect,
    Meters,
    Node,
    Path,
    Scene,
    change,
    open_choices,
    paths,
    walk,
)
from helpkit.models.scene_outcomes import (
    MOST_NODES,
    MOST_STEPS,
    Moment,
    Outcomes,
    outcomes,
    summary,
)
from tests.models.drawn import prefixes, scenes

FIGURES = {
    "export-button-1": {
        "e1": (234, 8.4, 5.5, 8.5),
        "e2": (175, 5.4, 1.7, 8.1),
        "e3": (6, 1.3, 0.2, 6.5),
    },
    "team-day-1": {
        "e1": (344, 9.2, 7.8, 8.5),
        "e2": (294, 7.2, 4.3, 8.8),
        "e3": (26, 2.2, 1.5, 6.8),
    },
}
"""Paths per ending, and the means of trust, the client's standing and the helper's."""


@pytest.mark.parametrize("scene", FIGURES)
def test_figures_of_the_first_editions(scene: str) -> None:
    done = outcomes(graph(load("en").earlier_scenes[scene]))
    assert done.complete
    tallies = summary(done)
    assert {key: tally.count for key, tally in tallies.items()} == {
        key: row[0] for key, row in FIGURES[scene].items()
    }
    for key, (_, *means) in FIGURES[scene].items():
        tally = tallies[key]
        assert [tally.trust, tally.client, tally.helper] == pytest.approx(means, abs=0.05001)


def minutes(scene: Scene, path: Path) -> int:
    """The minutes it took, where time runs."""
    return 0 if scene.minutes is None else path.spent[-1]


@given(scenes())
@settings(deadline=None, max_examples=200)
def test_the_same_as_making_every_path(scene: Scene) -> None:
    done = outcomes(scene)
    assert done.complete
    every = Counter((path.last, path.meters, minutes(scene, path)) for path in paths(scene))
    assert {(end.ending, end.meters, end.spent): end.count for end in done.all} == every


@given(scenes(most=4), st.data())
@settings(deadline=None)
def test_the_same_from_any_moment_on(scene: Scene, data: st.DataObject) -> None:
    begun = data.draw(st.sampled_from([*prefixes(scene)]))
    length = len(begun.choices)
    every = Counter(
        (path.last, path.meters, minutes(scene, path))
        for path in paths(scene)
        if path.choices[:length] == begun.choices
    )
    done = outcomes(scene, path=begun)
    assert {(end.ending, end.meters, end.spent): end.count for end in done.all} == every


def test_what_was_said_and_where_one_has_been_still_count_from_a_moment_on() -> None:
    """From n2 there is no way back to n1, and e2 is open to whoever kept silent there."""
    speak = Choice("speak", "pure", Effect(), "n2", leaves="spoken")
    silent = Choice("silent", "pure", Effect(), "n2")
    back = Choice("back", "pure", Effect(), "n1")
    end = Choice("end", "pure", Effect(), "e1")
    leave = Choice("leave", "withdraw", Effect(), "e2", unless="spoken")
    off = Choice("off", "withdraw", Effect(), "e2")
    nodes = {"n1": Node((speak, silent, off)), "n2": Node((back, end, leave))}
    scene = Scene(Meters(5, 5, 5), "n1", nodes, {"e1": "helpful", "e2": "empty"})
    counts = {
        first: {end.ending: end.count for end in outcomes(scene, path=walk(scene, [first])).all}
        for first in ("speak", "silent")
    }
    assert counts == {"speak": {"e1": 1}, "silent": {"e1": 1, "e2": 1}}


@given(scenes())
@settings(deadline=None)
def test_every_example_is_such_a_path(scene: Scene) -> None:
    for outcome in outcomes(scene).all:
        path = walk(scene, outcome.example)
        ending = path.last, path.meters, minutes(scene, path)
        assert ending == (outcome.ending, outcome.meters, outcome.spent)
        assert len(set(path.nodes)) == len(path.nodes)


@given(scenes(most=4))
@settings(deadline=None)
def test_what_each_node_is_met_with(scene: Scene) -> None:
    moments: dict[str, set[Moment]] = defaultdict(set)
    reached: set[str] = set()
    for path in prefixes(scene):
        reached |= {path.last} - {"gone"}
        if path.last in scene.nodes:
            ids = tuple(choice.id for choice in open_choices(scene, path))
            moments[path.last].add(Moment(path.meters.trust, ids))
    done = outcomes(scene)
    assert {node: {*every} for node, every in done.moments.items()} == moments
    assert {*done.reached} == reached
    assert done.made == {
        (node, key) for node, every in moments.items() for at in every for key in at.choices
    }
    assert done.stuck == {
        node for node, every in moments.items() if any(not at.choices for at in every)
    }


@given(scenes(most=3))
@settings(deadline=None)
def test_a_dominant_move_is_at_least_as_good_whenever_somebody_comes_there(scene: Scene) -> None:
    best: dict[str, set[str]] = {}
    for path in prefixes(scene):
        choices = open_choices(scene, path)
        if path.last in scene.nodes:
            here = {choice.id for choice in choices if beats(scene, choice, choices, path)}
            best[path.last] = best.get(path.last, here) & here
    assert outcomes(scene).dominant == {node: here for node, here in best.items() if here}


def test_what_is_best_with_much_trust_only_is_not_dominant() -> None:
    """Naming it is best for whoever is trusted, and keeping silent for whoever is not."""
    up = Choice("up", "pure", Effect(3, 0, 0), "n2")
    down = Choice("down", "telling", Effect(-3, 0, 1), "n2")
    name = Choice("name", "process", Effect(None, None, 0), "e1")
    silent = Choice("silent", "pure", Effect(0, 0, 0), "e1")
    nodes = {"n1": Node((up, down)), "n2": Node((name, silent))}
    scene = Scene(Meters(3, 5, 5), "n1", nodes, {"e1": "helpful"})
    assert outcomes(scene).dominant == {}
    for first, best in (("up", "name"), ("down", "silent")):
        assert outcomes(scene, path=walk(scene, [first])).dominant == {"n2": {best}}


def beats(scene: Scene, choice: Choice, others: tuple[Choice, ...], path: Path) -> bool:
    """Whether it is at least as good as each of these in every way."""
    trust = path.meters.trust
    return len(others) > 1 and all(
        all(a >= b for a, b in zip(change(choice, trust), change(other, trust), strict=True))
        and (scene.minutes is None or choice.minutes <= other.minutes)
        for other in others
    )


@given(scenes(most=4))
@settings(deadline=None)
def test_the_best_is_at_least_as_good_as_every_other(scene: Scene) -> None:
    every = [(*path.meters, -minutes(scene, path)) for path in paths(scene)]
    best = [
        values
        for values in every
        if all(a >= b for other in every for a, b in zip(values, other, strict=True))
    ]
    found = outcomes(scene).best()
    assert (found is not None) == (len(every) > 1 and bool(best))
    assert found is None or (*found.meters, -found.spent) == best[0]


def test_marks_that_nothing_depends_on_any_more_make_no_new_states() -> None:
    """Ten lines with a mark each would be 2^10 states at the end."""
    nodes = {
        f"n{at}": Node(
            tuple(Choice(key, "pure", Effect(), to, leaves=f"{at}{key}") for key in "ab")
        )
        for at in range(10)
        for to in [f"n{at + 1}" if at < 9 else "e1"]
    }
    done = outcomes(Scene(Meters(5, 5, 5), "n0", nodes, {"e1": "helpful"}))
    assert (done.states, summary(done)["e1"].count) == (10, 2**10)


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
    assert done.best() is None
    assert 250 <= done.states <= 1000


def test_the_bound_leaves_room_for_25_000_states() -> None:
    """How long they take is in bench/scenes.py."""
    assert outcomes(tangle(MOST_NODES)).states >= 25_000


def test_the_bound_is_enough_for_a_large_scene_without_loops() -> None:
    rng = random.Random(1)
    nodes = {f"n{at}": Node(tuple(knot(rng, key, onward(at)) for key in "abc")) for at in range(40)}
    done = outcomes(Scene(Meters(5, 5, 5), "n0", nodes, {"e1": "helpful"}), steps=MOST_STEPS)
    assert done.complete


def onward(at: int) -> list[str]:
    return [f"n{at + further}" if at + further < 40 else "e1" for further in (1, 2, 3, 4)]


def test_of_a_giant_nothing_is_found() -> None:
    assert outcomes(tangle(MOST_NODES + 1)) == Outcomes((), complete=False)
