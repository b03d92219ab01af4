"""What is wrong with the graph of a scene? Illustrative, as the scene is.

First each node on its own, and whether every move leads somewhere; if so, whether every node can be
reached and can come to an end; if so, whether a path is at least as good as every other on all
three meters, for then there is nothing to weigh.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from helpkit.models.dialogue import FORMS, HIGHEST, KINDS, METERS, Choice, Scene, walk
from helpkit.models.scene_outcomes import Outcomes, outcomes

__all__ = [
    "FEWEST",
    "FLAWS",
    "LARGEST",
    "MOST",
    "Flaw",
    "graph_flaws",
    "lint",
    "weight_flaws",
]

FEWEST: Final = 2
MOST: Final = 4
LARGEST: Final = 3

FLAWS: Final[Mapping[str, frozenset[str]]] = {
    "start-range": frozenset({"got"}),
    "no-first": frozenset({"got"}),
    "same-id": frozenset(),
    "kind": frozenset({"got"}),
    "no-choices": frozenset(),
    "choice-count": frozenset({"got"}),
    "form": frozenset({"got"}),
    "effect-range": frozenset({"got"}),
    "no-target": frozenset({"got"}),
    "unreachable": frozenset(),
    "no-way-out": frozenset(),
    "dominant": frozenset({"path", "trust", "client", "helper"}),
}
"""Every flaw, and the values that its sentence may use."""


@dataclass(frozen=True)
class Flaw:
    """One thing that is wrong: `where` leads to it by attributes and ids, `values` say more."""

    id: str
    where: tuple[str, ...]
    values: Mapping[str, str | int]


def lint(scene: Scene) -> tuple[Flaw, ...]:
    """Everything that is wrong with a scene, in the order of its nodes.

    Whether a path dominates stays open for a scene with too many outcomes to find them all.
    """
    return graph_flaws(scene) or weight_flaws(scene, outcomes(scene))


def graph_flaws(scene: Scene) -> tuple[Flaw, ...]:
    """What is wrong with nodes, choices and endings, and then with the ways between them."""
    return (*_parts(scene),) or (*_ways(scene),)


def weight_flaws(scene: Scene, done: Outcomes) -> tuple[Flaw, ...]:
    """Whether there is nothing to weigh, for a scene whose graph has no flaws."""
    best = done.dominant()
    if best is None:
        return ()
    path = ", ".join(walk(scene, best.example).nodes)
    at = best.meters
    values: dict[str, str | int] = {
        "path": path,
        "trust": at.trust,
        "client": at.client,
        "helper": at.helper,
    }
    return (Flaw("dominant", (), values),)


def _parts(scene: Scene) -> Iterator[Flaw]:
    for name in METERS:
        if not 0 <= (value := getattr(scene.start, name)) <= HIGHEST:
            yield Flaw("start-range", ("start", name), {"got": value})
    if scene.first not in scene.nodes:
        yield Flaw("no-first", ("first",), {"got": scene.first})
    for key, node in scene.nodes.items():
        yield from _node(scene, key, node.choices)
    for ending, kind in scene.endings.items():
        if kind not in KINDS:
            yield Flaw("kind", ("endings", ending, "kind"), {"got": kind})


def _node(scene: Scene, node: str, choices: tuple[Choice, ...]) -> Iterator[Flaw]:
    where = ("nodes", node)
    if node in scene.endings:
        yield Flaw("same-id", where, {})
    if not choices:
        yield Flaw("no-choices", where, {})
    elif not FEWEST <= len(choices) <= MOST:
        yield Flaw("choice-count", where, {"got": len(choices)})
    for choice in choices:
        yield from _choice(scene, choice, (*where, "choices", choice.id))


def _choice(scene: Scene, choice: Choice, where: tuple[str, ...]) -> Iterator[Flaw]:
    if choice.form not in FORMS:
        yield Flaw("form", (*where, "form"), {"got": choice.form})
    for name in METERS:
        if abs(value := getattr(choice.effect, name)) > LARGEST:
            yield Flaw("effect-range", (*where, "effect", name), {"got": value})
    if choice.next not in scene.nodes and choice.next not in scene.endings:
        yield Flaw("no-target", (*where, "next"), {"got": choice.next})


def _ways(scene: Scene) -> Iterator[Flaw]:
    """What cannot be reached from the first node, and what never comes to an end."""
    links = {key: {choice.next for choice in node.choices} for key, node in scene.nodes.items()}
    reached = _spread(links, {scene.first})
    can_end = _spread(_turned(links), {*scene.endings})
    for node in scene.nodes:
        if node not in reached:
            yield Flaw("unreachable", ("nodes", node), {})
        elif node not in can_end:
            yield Flaw("no-way-out", ("nodes", node), {})
    for ending in scene.endings:
        if ending not in reached:
            yield Flaw("unreachable", ("endings", ending), {})


def _turned(links: Mapping[str, set[str]]) -> dict[str, set[str]]:
    turned: dict[str, set[str]] = {}
    for node, others in links.items():
        for other in others:
            turned.setdefault(other, set()).add(node)
    return turned


def _spread(links: Mapping[str, set[str]], start: set[str]) -> set[str]:
    reached, waiting = {*start}, [*start]
    while waiting:
        new = links.get(waiting.pop(), set()) - reached
        reached |= new
        waiting += new
    return reached
