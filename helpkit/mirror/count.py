"""Count a class, one hand-in after the other, and keep only the counts.

What a hand-in says is a stranger's: an answer that is none of the options is left out.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeGuard

from helpkit.checks.guess import committed
from helpkit.checks.measures import measure
from helpkit.checks.votes import QUESTION, ROUNDS
from helpkit.content import Content
from helpkit.content.kinds import PredictActivity, VoteActivity
from helpkit.journal import State, fold
from helpkit.mirror.boards import Board
from helpkit.teacher.answers import Handed

__all__ = ["EVERYBODY", "Counts", "Group", "Shift"]

Group = tuple[str, str]
"""What is common to some students and what it is there, as ("section", "A")."""

EVERYBODY: Group = ("", "")


@dataclass
class Shift:
    """How answers moved between two moments: who stayed with what, and who went where."""

    moves: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def number(self) -> int:
        """How many gave an answer at both moments."""
        return sum(self.moves.values())

    @property
    def moved(self) -> int:
        """How many of them changed it."""
        return sum(count for (before, after), count in self.moves.items() if before != after)


@dataclass
class Counts:
    """What a class answered.

    `chosen` are counts by board (its place in `boards`), card, group and option; `shifts` by board
    and card; `votes` by activity; `sure` are predictions by degree of confidence, with hits;
    `names` are who chose what.
    """

    boards: tuple[Board, ...]
    content: Content
    students: Counter[Group] = field(default_factory=Counter)
    chosen: dict[tuple[int, str], dict[Group, Counter[str]]] = field(default_factory=dict)
    shifts: dict[tuple[int, str], Shift] = field(default_factory=dict)
    votes: dict[str, Shift] = field(default_factory=dict)
    sure: dict[int, Counter[bool]] = field(default_factory=dict)
    names: dict[tuple[int, str, str], list[str]] | None = None

    def add(self, one: Handed, groups: Iterable[Group] = (), name: str = "") -> None:
        """Count what one student handed in, under all that is common to some students."""
        state = fold(one.events)
        every = (EVERYBODY, *groups)
        self.students.update(every)
        for at, board in enumerate(self.boards):
            self._board(at, board, state, every, name)
        self._votes(state)
        self._predictions(state)

    def of(self, at: int, card: str, group: Group = EVERYBODY) -> Mapping[str, int]:
        """How often each option was chosen for a card."""
        return self.chosen.get((at, card), {}).get(group, Counter())

    def _board(
        self, at: int, board: Board, state: State, groups: tuple[Group, ...], name: str
    ) -> None:
        done = state.of(board.lesson, board.activity)
        for card, item in board.items.items():
            after, before = done.answers.get(item), done.reveals.get(item)
            if not _is_option(after, board):
                continue
            counts = self.chosen.setdefault((at, card), defaultdict(Counter))
            for group in groups:
                counts[group][after] += 1
            if self.names is not None:
                self.names.setdefault((at, card, after), []).append(name)
            if _is_option(before, board):
                self.shifts.setdefault((at, card), Shift()).moves[before, after] += 1

    def _votes(self, state: State) -> None:
        """Two rounds round a discussion; whoever voted in one of them did not shift."""
        for lesson, one in self.content.each(VoteActivity):
            votes = state.of(lesson, one.id).votes
            chosen = [_choice(votes.get((QUESTION, turn))) for turn in ROUNDS]
            if all(choice in one.options for choice in chosen):
                before, after = chosen
                self.votes.setdefault(one.id, Shift()).moves[before, after] += 1

    def _predictions(self, state: State) -> None:
        for lesson, one in self.content.each(PredictActivity):
            done = state.of(lesson, one.id)
            mine = committed(one, done)
            found = (
                measure(one.measure, self.content, state) if one.measure in done.reveals else None
            )
            if mine and found and found.answer is not None:
                hits = self.sure.setdefault(mine.sure, Counter())
                hits[mine.hits(found.answer, one.margin)] += 1


def _is_option(value: object, board: Board) -> TypeGuard[str]:
    return isinstance(value, str) and value in board.options


def _choice(value: object) -> str:
    chosen = value.get("choice") if isinstance(value, dict) else None
    return chosen if isinstance(chosen, str) else ""
