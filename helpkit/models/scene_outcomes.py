"""How do all paths of a scene end? Illustrative, as the scene is.

All states are looked at (`scene_search`), as far as a bound allows; from them follow the endings
with their meters, and at each node what was open, and with how much trust.

A scene with temperaments has other outcomes with each: `temperaments.moods` gives the scenes.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from helpkit.models.dialogue import Path, begin, change
from helpkit.models.scene import Choice, Meters, Scene
from helpkit.models.scene_search import Search, moves

__all__ = [
    "MOST_NODES",
    "MOST_STEPS",
    "Moment",
    "Outcome",
    "Outcomes",
    "Tally",
    "outcomes",
    "summary",
]

MOST_NODES: Final = 200
MOST_STEPS: Final = 100_000
"""So many moves are tried at most: those of 25,000 states, if each has four."""


@dataclass(frozen=True)
class Outcome:
    """`count` paths come to this ending with these meters; `example` are the moves of one.

    `spent` are the minutes it took; always 0 where time does not run.
    """

    ending: str
    meters: Meters
    spent: int
    count: int
    example: tuple[str, ...]


class Moment(NamedTuple):
    """What a node can be met with: so much trust, and these choices open, in their order."""

    trust: int
    choices: tuple[str, ...]


@dataclass(frozen=True)
class Outcomes:
    """Every outcome of a scene; if not `complete`, there was too much and some are missing.

    `moments` are all that a node was met with, and `reached` the nodes and endings that a path
    comes to. `made` are the moves (node and choice) that can be made, `stuck` the nodes where at
    some time no move is open. `dominant` names by node the moves that are at least as good as every
    other one, whenever a conversation comes there. `states` is how many were looked at.
    """

    all: tuple[Outcome, ...]
    complete: bool
    moments: Mapping[str, frozenset[Moment]] = field(default_factory=dict)
    reached: frozenset[str] = frozenset()
    made: frozenset[tuple[str, str]] = frozenset()
    stuck: frozenset[str] = frozenset()
    dominant: Mapping[str, frozenset[str]] = field(default_factory=dict)
    states: int = 0

    def best(self) -> Outcome | None:
        """An outcome at least as good as every other on all three meters and in time, if any.

        Then nothing in the scene has a price: a learner who finds that path has nothing to weigh.
        With a single path, or with missing outcomes, nothing can be said.
        """
        if not self.complete or sum(outcome.count for outcome in self.all) < 2:
            return None
        best = Meters(
            max(outcome.meters.trust for outcome in self.all),
            max(outcome.meters.client for outcome in self.all),
            max(outcome.meters.helper for outcome in self.all),
        )
        quickest = min(outcome.spent for outcome in self.all)
        wanted = (best, quickest)
        return next((end for end in self.all if (end.meters, end.spent) == wanted), None)


@dataclass(frozen=True)
class Tally:
    """How many paths come to an ending, and the mean of each meter there."""

    count: int
    trust: float
    client: float
    helper: float


def summary(outcomes: Outcomes) -> Mapping[str, Tally]:
    """Count and means per ending that was reached."""
    endings: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes.all:
        endings[outcome.ending].append(outcome)
    return {ending: _tally(outcomes) for ending, outcomes in endings.items()}


def _tally(outcomes: list[Outcome]) -> Tally:
    count = sum(outcome.count for outcome in outcomes)
    return Tally(
        count,
        sum(outcome.count * outcome.meters.trust for outcome in outcomes) / count,
        sum(outcome.count * outcome.meters.client for outcome in outcomes) / count,
        sum(outcome.count * outcome.meters.helper for outcome in outcomes) / count,
    )


def outcomes(scene: Scene, *, path: Path | None = None, steps: int = MOST_STEPS) -> Outcomes:
    """How all paths that visit no node twice end, without making each of them.

    Args:
        scene: the graph; of more than 200 nodes nothing is found.
        path: where they begin; before the first move, if it is left out.
        steps: the bound on the work, in moves tried.

    Raises:
        OutOfRangeError: for a start outside 0 to 10.
    """
    start = path or begin(scene)
    if len(scene.nodes) > MOST_NODES:
        return Outcomes((), complete=False)
    search = Search(scene, steps)
    search.run(start)
    return _results(scene, search)


def _results(scene: Scene, search: Search) -> Outcomes:
    moments = {
        node: frozenset(Moment(*each) for each in every) for node, every in search.moments.items()
    }
    opened = {
        node: {key for each in every for key in each.choices} for node, every in moments.items()
    }
    return Outcomes(
        tuple(
            Outcome(state.node, state.meters, state.spent, ways.count, moves(ways))
            for state, ways in search.ended.items()
        ),
        complete=search.left > 0,
        moments=moments,
        reached=frozenset({*moments, *(state.node for state in search.ended)}),
        made=frozenset((node, key) for node, keys in opened.items() for key in keys),
        stuck=frozenset(
            node for node, every in moments.items() if any(not at.choices for at in every)
        ),
        dominant=_dominant(scene, moments),
        states=search.count,
    )


def _dominant(
    scene: Scene, moments: Mapping[str, frozenset[Moment]]
) -> Mapping[str, frozenset[str]]:
    timed = scene.minutes is not None
    places = {}
    for node, every in moments.items():
        choices = {choice.id: choice for choice in scene.nodes[node].choices}
        best = (_best([choices[key] for key in at.choices], at.trust, timed=timed) for at in every)
        places[node] = frozenset.intersection(*best)
    return {node: best for node, best in places.items() if best}


def _best(choices: Iterable[Choice], trust: int, *, timed: bool) -> frozenset[str]:
    """The moves that are at least as good as every other, on three meters and in time."""
    worth = {
        choice.id: (*change(choice, trust), -choice.minutes if timed else 0) for choice in choices
    }
    if len(worth) < 2:
        return frozenset()
    highest = tuple(max(column) for column in zip(*worth.values(), strict=True))
    return frozenset(key for key, values in worth.items() if values == highest)
