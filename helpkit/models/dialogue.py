"""Where does a conversation lead, move by move? Illustrative: its author sets the effects.

A scene is a graph. At each node the client says something and the helper chooses a move, which has
a form of inquiry (schein1999revisited) and three effects, on trust, on the client's standing and on
the helper's; each meter m becomes min(10, max(0, m + effect)). An effect that its author leaves
open is that of the form at the trust of the moment (`inquiry`).

A move takes time. A scene may last so many minutes; when they are used up before an ending is
reached, the client has to go: that is the ending called late. A move may leave a mark, and a later
move may be open only with a mark, or only without one.

A path visits no node twice and ends at an ending, which is helpful, polite but empty, broken off or
late. Another person in the client's chair is in `temperaments`; what is wrong with a scene, and all
its paths at once, are in `scene_lint` and `scene_outcomes`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from helpkit.errors import UnknownIdError
from helpkit.models.inquiry import DIAGNOSTIC, FORMS, HIGHEST, helper_lift, whole
from helpkit.models.ranges import within
from helpkit.models.scene import (
    KINDS,
    LATE,
    METERS,
    Choice,
    Effect,
    Meters,
    Node,
    Scene,
    Temperament,
)

__all__ = [
    "ASKING",
    "CONFRONTING",
    "DIAGNOSTIC",
    "FORMS",
    "HIGHEST",
    "KINDS",
    "LATE",
    "METERS",
    "TELLING",
    "Choice",
    "Effect",
    "Meters",
    "Node",
    "Path",
    "Preference",
    "Scene",
    "Temperament",
    "always",
    "begin",
    "change",
    "levelled",
    "open_choices",
    "paths",
    "step",
    "then",
    "walk",
]

Preference = tuple[tuple[str, ...], ...]

ASKING: Final[Preference] = (("pure",), DIAGNOSTIC, ("process",))
TELLING: Final[Preference] = (("telling",),)
CONFRONTING: Final[Preference] = (("confrontational",), ("telling",))

LEVEL: Final = 6


@dataclass(frozen=True)
class Path:
    """The moves made, the nodes visited (the last may be an ending) and the meters at each.

    `spent` are the minutes it took so far, `marks` what was left on the way.
    """

    choices: tuple[str, ...]
    nodes: tuple[str, ...]
    trace: tuple[Meters, ...]
    spent: tuple[int, ...] = (0,)
    marks: frozenset[str] = frozenset()

    @property
    def last(self) -> str:
        """The node or ending that it has come to."""
        return self.nodes[-1]

    @property
    def meters(self) -> Meters:
        """The meters there."""
        return self.trace[-1]


def then(scene: Scene, path: Path, choice: Choice) -> Path:
    """A path one move further."""
    spent = path.spent[-1] + choice.minutes
    return Path(
        (*path.choices, choice.id),
        (*path.nodes, scene.arrival(choice, spent)),
        (*path.trace, step(path.meters, choice)),
        (*path.spent, spent),
        path.marks | {choice.leaves} if choice.leaves else path.marks,
    )


def change(choice: Choice, trust: int) -> tuple[int, int, int]:
    """What a move adds to trust and to both standings at this trust, before they are clamped.

    Args:
        choice: the move; `None` in its effect is what its form does to the client at this trust.
        trust: 0 to 10.
    """
    effect, shift = choice.effect, choice.shift
    by_form = whole(choice.form, trust) if None in (effect.trust, effect.client) else 0
    lift = helper_lift(choice.form) if effect.helper is None else effect.helper
    return (
        (by_form if effect.trust is None else effect.trust) + (shift.trust or 0),
        (by_form if effect.client is None else effect.client) + (shift.client or 0),
        lift + (shift.helper or 0),
    )


def step(meters: Meters, choice: Choice) -> Meters:
    """The meters after a move: min(10, max(0, meter + effect)) for each."""
    trust, client, helper = change(choice, meters.trust)
    return Meters(
        _clamped(meters.trust + trust),
        _clamped(meters.client + client),
        _clamped(meters.helper + helper),
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
        is_open = {choice.id: choice for choice in open_choices(scene, path)}
        if wanted not in is_open:
            known = ", ".join(is_open) or "none, for it has ended"
            raise UnknownIdError(f"choice at {path.last} must be one of {known}, got {wanted!r}")
        path = then(scene, path, is_open[wanted])
    return path


def open_choices(scene: Scene, path: Path) -> tuple[Choice, ...]:
    """The moves that can be made now; none once the conversation has ended."""
    node = scene.nodes.get(path.last)
    if node is None:
        return ()
    return tuple(choice for choice in node.choices if choice.is_open(path.marks))


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
        waiting += [then(scene, path, choice) for choice in reversed(_unvisited(scene, path))]


def _unvisited(scene: Scene, path: Path) -> list[Choice]:
    spent = path.spent[-1]
    return [
        choice
        for choice in open_choices(scene, path)
        if scene.arrival(choice, spent + choice.minutes) not in path.nodes
    ]


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
        chosen = min(further, key=lambda choice: _rank(choice.form, preference))
        path = then(scene, path, chosen)
    return path


def _rank(form: str, preference: Preference) -> int:
    ranks = (number for number, forms in enumerate(preference) if form in forms)
    return next(ranks, len(preference))


def levelled(meters: Meters) -> bool:
    """Are they level at the end? Trust and the client's standing are both at least 6.

    To be asked of a helpful ending; otherwise it is *still uneven*. Illustrative.
    """
    return meters.trust >= LEVEL and meters.client >= LEVEL
