"""Scenes drawn at random: any graph, with loops, dead ends, time, marks and people."""

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import strategies as st

from helpkit.models.dialogue import (
    FORMS,
    Choice,
    Effect,
    Meters,
    Node,
    Path,
    Scene,
    Temperament,
    begin,
    open_choices,
    then,
)
from helpkit.models.inquiry import FAMILIES
from helpkit.models.scene_lint import graph_flaws

ENDINGS = {"e1": "helpful", "e2": "empty", "e3": "broken"}
MARKS = ("", "p", "q")
meters = st.builds(Meters, *[st.integers(0, 10)] * 3)
effects = st.builds(Effect, *[st.none() | st.integers(-3, 3)] * 3)
additions = st.builds(Effect, *[st.integers(-2, 2)] * 3)


@st.composite
def scenes(draw: st.DrawFn, most: int = 5, sound: bool = False, people: int = 0) -> Scene:
    """Up to `most` nodes of one to four choices and up to so many people.

    If `sound`, every part has no flaw by itself; what can be reached is another matter.
    """
    nodes = [f"n{number}" for number in range(1, draw(st.integers(1, most)) + 1)]
    minutes = draw(st.none() | st.integers(1, 9))
    targets = st.sampled_from([*nodes, *ENDINGS, *([] if sound else ["gone"])])
    scene = Scene(
        start=draw(meters),
        first="n1",
        nodes={node: draw(_nodes(targets, 2 if sound else 1)) for node in nodes},
        endings=ENDINGS if minutes is None else {**ENDINGS, "e4": "late"},
        minutes=minutes,
        temperaments=draw(st.dictionaries(st.sampled_from("xyz"), temperaments, max_size=people)),
    )
    return _without_lost_marks(scene) if sound else scene


@st.composite
def _nodes(draw: st.DrawFn, targets: st.SearchStrategy[str], fewest: int) -> Node:
    ids = "abcd"[: draw(st.integers(fewest, 4))]
    return Node(tuple(draw(_choices(key, targets)) for key in ids))


@st.composite
def _choices(draw: st.DrawFn, key: str, targets: st.SearchStrategy[str]) -> Choice:
    """Half of them have nothing to do with marks."""
    form, next_id, minutes = draw(st.tuples(st.sampled_from(FORMS), targets, st.integers(0, 3)))
    marks = draw(st.just(("", "", "")) | st.tuples(*[st.sampled_from(MARKS)] * 3))
    return Choice(key, form, draw(effects), next_id, minutes, *marks)


temperaments = st.builds(
    Temperament,
    start=additions,
    minutes=st.integers(-2, 2),
    families=st.dictionaries(st.sampled_from(FAMILIES), additions, max_size=2),
    choices=st.dictionaries(st.just(("n1", "a")), additions, max_size=1),
)


def _without_lost_marks(scene: Scene) -> Scene:
    """Nothing depends on a mark that nobody leaves."""
    left = {choice.leaves for node in scene.nodes.values() for choice in node.choices}
    nodes = {
        key: Node(tuple(_kept(choice, left) for choice in node.choices))
        for key, node in scene.nodes.items()
    }
    return replace(scene, nodes=nodes)


def _kept(choice: Choice, left: set[str]) -> Choice:
    needs, unless = (mark if mark in left else "" for mark in (choice.needs, choice.unless))
    return replace(choice, needs=needs, unless=unless)


def playable(scene: Scene) -> bool:
    """Whether nothing is wrong with its graph, so that it is played in all states."""
    return not graph_flaws(scene)


def prefixes(scene: Scene) -> Iterator[Path]:
    """Every conversation that visits no node twice, also before it ends."""
    waiting = [begin(scene)]
    while waiting:
        path = waiting.pop()
        yield path
        further = (then(scene, path, choice) for choice in open_choices(scene, path))
        waiting += [longer for longer in further if longer.last not in path.nodes]
