"""How do all paths of a scene end? Illustrative, as the scene is.

There may be millions of paths, so none is made. Conversations that stand at the same node with the
same meters, and that have been at the same nodes of those they can come back to, have the same
future: they are counted as one. Nodes are taken in an order in which no conversation comes back to
one that is done, so every count is exact. A tangle of loops has too many such states; then the work
stops at a bound and says so.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from helpkit.models.dialogue import Meters, Scene, begin, step

__all__ = ["MOST_NODES", "MOST_STEPS", "Outcome", "Outcomes", "Tally", "outcomes", "summary"]

MOST_NODES: Final = 200
MOST_STEPS: Final = 100_000

_State = tuple[str, Meters, int]
"""A node, the meters there, and a bit for each node it can come back to and has been at."""

_Order = tuple[int, int]


@dataclass(frozen=True)
class Outcome:
    """`count` paths come to this ending with these meters; `example` are the moves of one."""

    ending: str
    meters: Meters
    count: int
    example: tuple[str, ...]


@dataclass(frozen=True)
class Outcomes:
    """Every outcome of a scene; if not `complete`, there was too much and some are missing."""

    all: tuple[Outcome, ...]
    complete: bool

    def dominant(self) -> Outcome | None:
        """An outcome at least as good as every other on all three meters, if there is one.

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
        return next((outcome for outcome in self.all if outcome.meters == best), None)


@dataclass(frozen=True)
class Tally:
    """How many paths come to an ending, and the mean of each meter there."""

    count: int
    trust: float
    client: float
    helper: float


_Chain = tuple[Any, str] | None
"""The moves of an example, last one outermost: all examples share their beginnings."""


@dataclass(slots=True)
class _Ways:
    """How many ways lead to a state, and one of them."""

    count: int
    example: _Chain


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


def outcomes(scene: Scene, *, steps: int = MOST_STEPS) -> Outcomes:
    """How all paths that visit no node twice end, without making each of them.

    Args:
        scene: the graph; of more than 200 nodes nothing is found.
        steps: the bound on the work, in moves tried.

    Raises:
        OutOfRangeError: for a start outside 0 to 10.
    """
    start = begin(scene).meters
    if len(scene.nodes) > MOST_NODES:
        return Outcomes((), complete=False)
    return _Search(scene, steps).run(start)


class _Search:
    """States that wait, in the order in which they may be taken."""

    def __init__(self, scene: Scene, steps: int) -> None:
        self.scene = scene
        self.left = steps
        self.bit = {node: 1 << number for number, node in enumerate(scene.nodes)}
        self.reach = {node: self._reach(node) for node in scene.nodes}
        self.waiting: dict[_Order, dict[_State, _Ways]] = defaultdict(dict)
        self.ended: dict[tuple[str, Meters], _Ways] = {}

    def run(self, start: Meters) -> Outcomes:
        self._arrive(self.scene.first, start, 0, 1, None)
        while self.waiting and self.left > 0:
            for state, ways in self.waiting.pop(min(self.waiting)).items():
                self._leave(state, ways)
                if self.left <= 0:
                    break
        results = (
            Outcome(*end, ways.count, _moves(ways.example)) for end, ways in self.ended.items()
        )
        return Outcomes(tuple(results), complete=self.left > 0)

    def _leave(self, state: _State, ways: _Ways) -> None:
        node, meters, visited = state
        for choice in self.scene.nodes[node].choices:
            self.left -= 1
            if not visited & self.bit.get(choice.next, 0):
                chain = (ways.example, choice.id)
                self._arrive(choice.next, step(meters, choice), visited, ways.count, chain)

    def _arrive(self, node: str, meters: Meters, visited: int, count: int, chain: _Chain) -> None:
        table: dict[Any, _Ways]
        key: Any
        if node in self.scene.endings:
            table, key = self.ended, (node, meters)
        elif node in self.scene.nodes:
            reach = self.reach[node]
            visited = (visited | self.bit[node]) & reach
            table = self.waiting[(-reach.bit_count(), visited.bit_count())]
            key = (node, meters, visited)
        else:
            return
        if key in table:
            table[key].count += count
        else:
            table[key] = _Ways(count, chain)

    def _reach(self, start: str) -> int:
        """Every node that can follow this one, and itself."""
        reached, waiting = self.bit[start], [start]
        while waiting:
            for choice in self.scene.nodes[waiting.pop()].choices:
                bit = self.bit.get(choice.next, 0)
                if bit & ~reached:
                    reached |= bit
                    waiting.append(choice.next)
        return reached


def _moves(chain: _Chain) -> tuple[str, ...]:
    moves: list[str] = []
    while chain is not None:
        chain, move = chain
        moves.append(move)
    return tuple(reversed(moves))
