"""How do all paths of a scene end? Illustrative, as the scene is.

There may be millions of paths, so none is made. Conversations that stand at the same node with the
same meters, minutes and marks, and that have been at the same nodes of those they can come back to,
have the same future: they are counted as one state. Nodes are taken in an order in which no
conversation comes back to one that is done, so every count is exact. A tangle of loops has too many
such states; then the work stops at a bound and says so.

A scene with temperaments has other outcomes with each: `temperaments.moods` gives the scenes.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from helpkit.models.dialogue import Choice, Meters, Scene, begin, change, step

__all__ = ["MOST_NODES", "MOST_STEPS", "Outcome", "Outcomes", "Tally", "outcomes", "summary"]

MOST_NODES: Final = 200
MOST_STEPS: Final = 100_000


class _State(NamedTuple):
    """Where a conversation stands; `visited` has a bit for each node it can come back to."""

    node: str
    meters: Meters
    visited: int
    spent: int
    marks: frozenset[str]


_Order = tuple[int, int]


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


@dataclass(frozen=True)
class Outcomes:
    """Every outcome of a scene; if not `complete`, there was too much and some are missing.

    `reached` are the nodes and endings that a path comes to, `made` the moves (node and choice)
    that can be made, `stuck` the nodes where at some time no move is open. `dominant` names by node
    the moves that are at least as good as every other one, whenever a conversation comes there.
    `states` is how many were looked at.
    """

    all: tuple[Outcome, ...]
    complete: bool
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
    """States that wait, in the order in which they may be taken, and what was met on the way."""

    def __init__(self, scene: Scene, steps: int) -> None:
        self.scene = scene
        self.left = steps
        self.bit = {node: 1 << number for number, node in enumerate(scene.nodes)}
        self.reach = {node: self._reach(node) for node in scene.nodes}
        self.waiting: dict[_Order, dict[_State, _Ways]] = defaultdict(dict)
        self.ended: dict[_State, _Ways] = {}
        self.states = 0
        self.made: set[tuple[str, str]] = set()
        self.stuck: set[str] = set()
        self.dominant: dict[str, frozenset[str]] = {}

    def run(self, start: Meters) -> Outcomes:
        self._arrive(_State(self.scene.first, start, 0, 0, frozenset()), _Ways(1, None))
        while self.waiting and self.left > 0:
            for state, ways in self.waiting.pop(min(self.waiting)).items():
                self._leave(state, ways)
                if self.left <= 0:
                    break
        return Outcomes(
            tuple(_outcome(state, ways) for state, ways in self.ended.items()),
            complete=self.left > 0,
            reached=frozenset({*self.dominant, *(state.node for state in self.ended)}),
            made=frozenset(self.made),
            stuck=frozenset(self.stuck),
            dominant={node: best for node, best in self.dominant.items() if best},
            states=self.states,
        )

    def _leave(self, state: _State, ways: _Ways) -> None:
        self.states += 1
        choices = [
            choice for choice in self.scene.nodes[state.node].choices if choice.is_open(state.marks)
        ]
        self._weigh(state, choices)
        for choice in choices:
            self.left -= 1
            self._make(state, ways, choice)

    def _weigh(self, state: _State, choices: list[Choice]) -> None:
        """Note what can be made here, and whether something is best whatever the state."""
        node = state.node
        self.made.update((node, choice.id) for choice in choices)
        if not choices:
            self.stuck.add(node)
        before = self.dominant.get(node)
        if before is None or before:
            best = _best(choices, state.meters.trust, timed=self.scene.minutes is not None)
            self.dominant[node] = best if before is None else best & before

    def _make(self, state: _State, ways: _Ways, choice: Choice) -> None:
        timed = self.scene.minutes is not None
        spent = state.spent + choice.minutes if timed else 0
        node = self.scene.arrival(choice, spent)
        if state.visited & self.bit.get(node, 0):
            return
        marks = state.marks | {choice.leaves} if choice.leaves else state.marks
        after = _State(node, step(state.meters, choice), state.visited, spent, marks)
        self._arrive(after, _Ways(ways.count, (ways.example, choice.id)))

    def _arrive(self, state: _State, ways: _Ways) -> None:
        node = state.node
        if node in self.scene.endings:
            table = self.ended
            state = state._replace(visited=0, marks=frozenset())
        elif node in self.scene.nodes:
            reach = self.reach[node]
            visited = (state.visited | self.bit[node]) & reach
            table = self.waiting[(-reach.bit_count(), visited.bit_count())]
            state = state._replace(visited=visited)
        else:
            return
        if state in table:
            table[state].count += ways.count
        else:
            table[state] = ways

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


def _outcome(state: _State, ways: _Ways) -> Outcome:
    return Outcome(state.node, state.meters, state.spent, ways.count, _moves(ways.example))


def _best(choices: Iterable[Choice], trust: int, *, timed: bool) -> frozenset[str]:
    """The moves that are at least as good as every other, on three meters and in time."""
    worth = {
        choice.id: (*change(choice, trust), -choice.minutes if timed else 0) for choice in choices
    }
    if len(worth) < 2:
        return frozenset()
    highest = tuple(max(column) for column in zip(*worth.values(), strict=True))
    return frozenset(key for key, values in worth.items() if values == highest)


def _moves(chain: _Chain) -> tuple[str, ...]:
    moves: list[str] = []
    while chain is not None:
        chain, move = chain
        moves.append(move)
    return tuple(reversed(moves))
