"""Which states does a conversation go through? Illustrative, as its scene is.

There may be millions of paths, so none is made. Conversations that are at the same node with the
same meters and minutes have the same future if they have the same marks, of those that count later,
and have been at the same nodes, of those they can come back to: they are one state. Nodes are taken
in an order in which no conversation comes back to one that is done, so every count is exact. A
tangle of loops has too many states; then the work stops at a bound.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial, reduce
from operator import or_
from typing import Any, NamedTuple

from helpkit.models.dialogue import Path, step
from helpkit.models.scene import Choice, Meters, Scene

__all__ = ["SceneState", "Search", "Ways", "moves"]

_Order = tuple[int, int]
_Chain = tuple[Any, str] | None
"""The moves of an example, last one outermost: all examples share their beginnings."""


class SceneState(NamedTuple):
    """Where a conversation is; `visited` and `marks` have a bit for each that still counts."""

    node: str
    meters: Meters
    visited: int
    spent: int
    marks: int


@dataclass(slots=True)
class Ways:
    """How many ways lead to a state, and one of them."""

    count: int
    example: _Chain


def moves(ways: Ways) -> tuple[str, ...]:
    """The ids of the choices of the example, in order."""
    chain, ids = ways.example, list[str]()
    while chain is not None:
        chain, move = chain
        ids.append(move)
    return tuple(reversed(ids))


class _Move:
    """A choice that is made many times: its marks are bits, and what came of it is kept."""

    def __init__(self, choice: Choice, bits: Mapping[str, int], *, timed: bool) -> None:
        marks = choice.leaves, choice.needs, choice.unless
        self.choice = choice
        self.minutes = choice.minutes if timed else 0
        self.leaves, self.needs, self.unless = (bits.get(mark, 0) for mark in marks)
        self.after = cache(partial(step, choice=choice))


class Search:
    """The states from one path on.

    `ended` are those at an ending; `moments` the trust and the choices that were open at each node;
    `count` is how many states were looked at, `left` how many moves may still be tried.
    """

    def __init__(self, scene: Scene, steps: int) -> None:
        self.scene, self.left, self.count = scene, steps, 0
        self._timed = scene.minutes is not None
        self.ended: dict[SceneState, Ways] = {}
        self.moments: dict[str, set[tuple[int, tuple[str, ...]]]] = defaultdict(set)
        self._waiting: dict[_Order, dict[SceneState, Ways]] = defaultdict(dict)
        self._node_bits = _bits(scene.nodes)
        self._mark_bits = _bits(_marks(scene))
        self._moves = {node: self._ready(node) for node in scene.nodes}
        self._reach = self._reached()
        self._counting = {node: self._asked(reach) for node, reach in self._reach.items()}
        self._open = cache(self._opened)

    def run(self, path: Path) -> None:
        """Look at every state after this path, or at as many as the bound allows."""
        visited = _union(self._node_bits.get(node, 0) for node in path.nodes[:-1])
        marks = _union(self._mark_bits[mark] for mark in path.marks)
        spent = path.spent[-1] if self._timed else 0
        table, start = self._place(path.last, path.meters, visited, spent, marks)
        table[start] = Ways(1, None)
        while self._waiting and self.left > 0:
            for state, ways in self._waiting.pop(min(self._waiting)).items():
                self._leave(state, ways)
                if self.left <= 0:
                    break

    def _leave(self, state: SceneState, ways: Ways) -> None:
        node, meters, visited, spent, marks = state
        ids, ready = self._open(node, marks)
        self.count += 1
        self.left -= len(ready)
        self.moments[node].add((meters.trust, ids))
        for move in ready:
            later = spent + move.minutes
            onward = self.scene.arrival(move.choice, later)
            if visited & self._node_bits.get(onward, 0):
                continue
            after = move.after(meters)
            table, reached = self._place(onward, after, visited, later, marks | move.leaves)
            if (known := table.get(reached)) is None:
                table[reached] = Ways(ways.count, (ways.example, move.choice.id))
            else:
                known.count += ways.count

    def _place(
        self, node: str, meters: Meters, visited: int, spent: int, marks: int
    ) -> tuple[dict[SceneState, Ways], SceneState]:
        """A state without what makes no difference any more, and the table that it belongs to."""
        if node not in self._node_bits:
            table = self.ended if node in self.scene.endings else {}
            return table, SceneState(node, meters, 0, spent, 0)
        reach = self._reach[node]
        visited = (visited | self._node_bits[node]) & reach
        table = self._waiting[(-reach.bit_count(), visited.bit_count())]
        return table, SceneState(node, meters, visited, spent, marks & self._counting[node])

    def _ready(self, node: str) -> tuple[_Move, ...]:
        choices = self.scene.nodes[node].choices
        return tuple(_Move(choice, self._mark_bits, timed=self._timed) for choice in choices)

    def _opened(self, node: str, marks: int) -> tuple[tuple[str, ...], tuple[_Move, ...]]:
        """The moves that are open at a node after these marks, with their ids."""
        ready = tuple(
            move
            for move in self._moves[node]
            if marks & move.needs == move.needs and not marks & move.unless
        )
        return tuple(move.choice.id for move in ready), ready

    def _reached(self) -> dict[str, int]:
        """By node all that can follow it, and itself: the closure of what follows at once."""
        reach = {
            node: bit
            | _union(self._node_bits.get(move.choice.next, 0) for move in self._moves[node])
            for node, bit in self._node_bits.items()
        }
        for between, bit in self._node_bits.items():
            for node, nodes in reach.items():
                if nodes & bit:
                    reach[node] = nodes | reach[between]
        return reach

    def _asked(self, reach: int) -> int:
        """The marks on which a move at one of these nodes depends."""
        nodes = (node for node, bit in self._node_bits.items() if bit & reach)
        return _union(move.needs | move.unless for node in nodes for move in self._moves[node])


def _marks(scene: Scene) -> Iterable[str]:
    choices = (choice for node in scene.nodes.values() for choice in node.choices)
    marks = (mark for choice in choices for mark in (choice.leaves, choice.needs, choice.unless))
    return dict.fromkeys(mark for mark in marks if mark)


def _bits(keys: Iterable[str]) -> dict[str, int]:
    return {key: 1 << number for number, key in enumerate(keys)}


def _union(bits: Iterable[int]) -> int:
    return reduce(or_, bits, 0)
