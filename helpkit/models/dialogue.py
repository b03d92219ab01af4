"""Where does a conversation lead, move by move? Illustrative: its author sets the effects.

A scene is a graph. At each node the client says something and the helper chooses a move, which has
a form of inquiry (schein1999revisited) and three effects, on trust, on the client's standing and on
the helper's; each meter m becomes min(10, max(0, m + effect)). A path visits no node twice and ends
at an ending, which is helpful, polite but empty, or broken off. What is wrong with a scene, and all
its paths at once, are in `scene_lint` and `scene_outcomes`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from helpkit.errors import UnknownIdError
from helpkit.models.ranges import within

__all__ = [
    "ASKING",
    "CONFRONTING",
    "DIAGNOSTIC",
    "FORMS",
    "KINDS",
    "METERS",
    "TELLING",
    "Choice",
    "Effect",
    "Meters",
    "Node",
    "Path",
    "Preference",
    "Scene",
    "always",
    "begin",
    "levelled",
    "paths",
    "step",
    "walk",
]

Preference = tuple[tuple[str, ...], ...]

METERS: Final = ("trust", "client", "helper")
KINDS: Final = ("helpful", "empty", "broken")
DIAGNOSTIC: Final = (
    "diagnostic_feelings",
    "diagnostic_causes",
    "diagnostic_actions",
    "diagnostic_systemic",
)
FORMS: Final = ("pure", *DIAGNOSTIC, "confrontational", "process", "telling", "withdraw")

ASKING: Final[Preference] = (("pure",), DIAGNOSTIC, ("process",))
TELLING: Final[Preference] = (("telling",),)
CONFRONTING: Final[Preference] = (("confrontational",), ("telling",))

HIGHEST: Final = 10
LEVEL: Final = 6


class Meters(NamedTuple):
    """Trust, the client's standing and the helper's, 0 to 10 each."""

    trust: int
    client: int
    helper: int


@dataclass(frozen=True, slots=True)
class Effect:
    """What a move adds to each meter, -3 to 3."""

    trust: int = 0
    client: int = 0
    helper: int = 0


@dataclass(frozen=True)
class Choice:
    """A move of the helper: its form of inquiry, its effect, and the node or ending it leads to."""

    id: str
    form: str
    effect: Effect
    next: str


@dataclass(frozen=True)
class Node:
    """A line of the client, and the moves that are open to the helper."""

    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Scene:
    """The graph of a conversation; `endings` gives the kind of each.

    It may be drawn with faults in it: `scene_lint.lint` finds them.
    """

    start: Meters
    first: str
    nodes: Mapping[str, Node]
    endings: Mapping[str, str]


@dataclass(frozen=True)
class Path:
    """The moves made, the nodes visited (the last may be an ending) and the meters at each."""

    choices: tuple[str, ...]
    nodes: tuple[str, ...]
    trace: tuple[Meters, ...]

    @property
    def last(self) -> str:
        """The node or ending that it has come to."""
        return self.nodes[-1]

    @property
    def meters(self) -> Meters:
        """The meters there."""
        return self.trace[-1]

    def then(self, choice: Choice) -> "Path":
        """One move further."""
        return Path(
            (*self.choices, choice.id),
            (*self.nodes, choice.next),
            (*self.trace, step(self.meters, choice)),
        )


def step(meters: Meters, choice: Choice) -> Meters:
    """The meters after a move: min(10, max(0, meter + effect)) for each."""
    by = choice.effect
    return Meters(
        _clamped(meters.trust + by.trust),
        _clamped(meters.client + by.client),
        _clamped(meters.helper + by.helper),
    )


def _clamped(value: int) -> int:
    return min(HIGHEST, max(0, value))


def begin(scene: Scene) -> Path:
    """Before the first move.

    Raises:
        OutOfRangeError: for a start outside 0 to 10.
    """
    for name in METERS:
        within(name, getattr(scene.start, name), 0, HIGHEST)
    return Path((), (scene.first,), (scene.start,))


def walk(scene: Scene, choices: Iterable[str]) -> Path:
    """Make these moves one after the other, as a learner did; nodes may be visited again.

    Args:
        scene: the graph.
        choices: the id of each choice, from the first node on.

    Raises:
        OutOfRangeError: for a start outside 0 to 10.
        UnknownIdError: for a choice that is not open at that moment.
    """
    path = begin(scene)
    for wanted in choices:
        is_open = {choice.id: choice for choice in _open(scene, path.last)}
        if wanted not in is_open:
            known = ", ".join(is_open) or "none, for it has ended"
            raise UnknownIdError(f"choice at {path.last} must be one of {known}, got {wanted!r}")
        path = path.then(is_open[wanted])
    return path


def _open(scene: Scene, node: str) -> tuple[Choice, ...]:
    return scene.nodes[node].choices if node in scene.nodes else ()


def paths(scene: Scene) -> Iterator[Path]:
    """Every path to an ending that visits no node twice, in the order of the choices.

    There can be very many: `scene_outcomes.summary` counts them without making each.

    Raises:
        OutOfRangeError: for a start outside 0 to 10.
    """
    waiting = [begin(scene)]
    while waiting:
        path = waiting.pop()
        if path.last in scene.endings:
            yield path
            continue
        further = _unvisited(scene, path)
        waiting += [path.then(choice) for choice in reversed(further)]


def _unvisited(scene: Scene, path: Path) -> list[Choice]:
    return [choice for choice in _open(scene, path.last) if choice.next not in path.nodes]


def always(scene: Scene, preference: Preference) -> Path:
    """Keep to one way of helping: at each node the first move of the form that comes first.

    Where none of these forms is offered it is the first move. No node is visited twice, so that
    the path may stop short of an ending.

    Args:
        scene: the graph.
        preference: groups of forms, best first; forms of one group are as good as each other.

    Raises:
        OutOfRangeError: for a start outside 0 to 10.
    """
    path = begin(scene)
    while path.last not in scene.endings and (further := _unvisited(scene, path)):
        path = path.then(min(further, key=lambda choice: _rank(choice.form, preference)))
    return path


def _rank(form: str, preference: Preference) -> int:
    ranks = (number for number, forms in enumerate(preference) if form in forms)
    return next(ranks, len(preference))


def levelled(meters: Meters) -> bool:
    """Are they level at the end? Trust and the client's standing are both at least 6.

    To be asked of a helpful ending; otherwise it is *still uneven*. Illustrative.
    """
    return meters.trust >= LEVEL and meters.client >= LEVEL
