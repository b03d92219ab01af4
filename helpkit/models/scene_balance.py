"""Does every move of a scene weigh, and does no habit carry a helper through? Illustrative.

A move costs something where it takes from a meter, or takes longer than the quickest that is open
there; it gains something where it adds to a meter, or is quicker than the slowest. A meter that is
at its end counts as if it could move. What a move does may depend on trust and on what else is
open, so it is weighed at every moment at which it can be made (`scene_outcomes`).

A habit is to help in one way always. It succeeds at a helpful ending where the two are level.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from helpkit.models.dialogue import (
    ASKING,
    TELLING,
    Path,
    Preference,
    always,
    change,
    levelled,
    walk,
)
from helpkit.models.scene import Choice, Meters, Scene
from helpkit.models.scene_outcomes import Moment, Outcomes, outcomes

__all__ = ["HABITS", "Balance", "Habit", "balance", "habit", "succeeds"]

HABITS: Final[Mapping[str, Preference]] = {"asking": ASKING, "telling": TELLING}

_Spot = tuple[str, str]
"""A node and a choice."""


@dataclass(frozen=True)
class Balance:
    """The moves that do not weigh, by node and choice, and those that depend on the moment.

    The `free` gain something and never cost anything; the `losing` cost something and never gain
    anything. The `timely` have another effect with less trust than with more.
    """

    free: frozenset[_Spot]
    losing: frozenset[_Spot]
    timely: frozenset[_Spot]


@dataclass(frozen=True)
class Habit:
    """What it comes to; `turn` is the move, counted from 0, after which it could not succeed.

    It is None for a habit that succeeds, and where no path from the first node on does.
    """

    path: Path
    succeeds: bool
    turn: int | None


def balance(scene: Scene, done: Outcomes) -> Balance:
    """Weigh every move that can be made.

    Args:
        scene: in one mood.
        done: its outcomes.
    """
    weights = {spot: [*_weights(scene, spot, done.moments[spot[0]])] for spot in done.made}
    gains = {spot for spot, every in weights.items() if any(gain for gain, _ in every)}
    costs = {spot for spot, every in weights.items() if any(cost for _, cost in every)}
    timely = (spot for spot in done.made if len({*_changes(scene, spot, done.moments)}) > 1)
    return Balance(frozenset(gains - costs), frozenset(costs - gains), frozenset(timely))


def habit(scene: Scene, preference: Preference) -> Habit:
    """Help in one way always, and see what it comes to.

    Args:
        scene: in one mood, and not so large that its outcomes are incomplete.
        preference: as for `dialogue.always`.

    Raises:
        OutOfRangeError: for a start outside 0 to 10.
    """
    path = always(scene, preference)
    if succeeds(scene, path.last, path.meters):
        return Habit(path, succeeds=True, turn=None)
    begun = [walk(scene, path.choices[:length]) for length in range(len(path.choices) + 1)]
    length = bisect_left(begun, True, key=lambda start: not _can_succeed(scene, start))
    return Habit(path, succeeds=False, turn=length - 1 if length else None)


def succeeds(scene: Scene, ending: str, meters: Meters) -> bool:
    """Whether a conversation that ends so was helpful, and left the two level."""
    return scene.endings.get(ending) == "helpful" and levelled(meters)


def _can_succeed(scene: Scene, path: Path) -> bool:
    ends = outcomes(scene, path=path).all
    return any(succeeds(scene, end.ending, end.meters) for end in ends)


def _weights(scene: Scene, spot: _Spot, moments: frozenset[Moment]) -> Iterator[tuple[bool, bool]]:
    """Whether a move gains something, and whether it costs something, at each moment."""
    choices = _choices(scene, spot[0])
    choice = choices[spot[1]]
    for moment in moments:
        if choice.id in moment.choices:
            times = [choices[key].minutes for key in moment.choices]
            values = (*change(choice, moment.trust), 0)
            slower = choice.minutes - min(times) if scene.minutes is not None else 0
            quicker = max(times) - choice.minutes if scene.minutes is not None else 0
            yield max(*values, quicker) > 0, min(*values, -slower) < 0


def _changes(
    scene: Scene, spot: _Spot, moments: Mapping[str, frozenset[Moment]]
) -> Iterator[tuple[int, int, int]]:
    choice = _choices(scene, spot[0])[spot[1]]
    for moment in moments[spot[0]]:
        if choice.id in moment.choices:
            yield change(choice, moment.trust)


def _choices(scene: Scene, node: str) -> Mapping[str, Choice]:
    return {choice.id: choice for choice in scene.nodes[node].choices}
