"""Count a class, one hand-in after the other, and keep only the counts.

What a hand-in says is a stranger's: an answer that is none of the options is left out.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import TypeVar

from helpkit.activities.outcomes.guess import committed
from helpkit.activities.outcomes.measures import measure
from helpkit.activities.outcomes.votes import QUESTION, ROUNDS
from helpkit.activities.predict.activity import PredictActivity
from helpkit.activities.vote.activity import VoteActivity
from helpkit.content import Content
from helpkit.journal import State, fold
from helpkit.teacher.mirror.board import MirrorBoard
from helpkit.teacher.results.answers import Answers

__all__ = ["EVERYBODY", "Counts", "Group", "Shift", "Tallies"]

K = TypeVar("K")
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


@dataclass(kw_only=True)
class Tallies:
    """The numbers of a class, without what they are about: they go from process to process.

    `chosen` are counts by board (its place in `boards`), card, group and option; `shifts` by board
    and card; `votes` by activity; `sure` are predictions by degree of confidence, with hits, and
    `predicted` is how many made them; `names` are who chose what.
    """

    students: Counter[Group] = field(default_factory=Counter)
    chosen: dict[tuple[int, str], dict[Group, Counter[str]]] = field(default_factory=dict)
    shifts: dict[tuple[int, str], Shift] = field(default_factory=dict)
    votes: dict[str, Shift] = field(default_factory=dict)
    sure: dict[int, Counter[bool]] = field(default_factory=dict)
    predicted: int = 0
    names: dict[tuple[int, str, str], list[str]] | None = None

    def merge(self, other: "Tallies") -> None:
        """Count in what was counted elsewhere, of other students of the same class."""
        self.students.update(other.students)
        for key, groups in other.chosen.items():
            mine = self.chosen.setdefault(key, defaultdict(Counter))
            for group, counts in groups.items():
                mine[group].update(counts)
        _add_moves(self.shifts, other.shifts)
        _add_moves(self.votes, other.votes)
        for sure, hits in other.sure.items():
            self.sure.setdefault(sure, Counter()).update(hits)
        self.predicted += other.predicted
        if self.names is not None and other.names is not None:
            for who, names in other.names.items():
                self.names.setdefault(who, []).extend(names)

    def of(self, at: int, card: str, group: Group = EVERYBODY) -> Mapping[str, int]:
        """How often each option was chosen for a card."""
        return self.chosen.get((at, card), {}).get(group, Counter())


@dataclass(kw_only=True)
class Counts(Tallies):
    """What a class answered, and the questions."""

    boards: tuple[MirrorBoard, ...]
    content: Content

    def add(self, answers: Answers, groups: Iterable[Group] = (), name: str = "") -> None:
        """Count what one student handed in, under all that is common to some students."""
        state = fold(answers.contents.events)
        predicted = [*self._predicted(state)]  # what may fail comes before anything is counted
        every = (EVERYBODY, *groups)
        self.students.update(every)
        for at, board in enumerate(self.boards):
            self._board(at, board, state, every, name)
        self._votes(state)
        for sure, hit in predicted:
            self.sure.setdefault(sure, Counter())[hit] += 1
        self.predicted += bool(predicted)

    @property
    def tallies(self) -> Tallies:
        """The numbers alone."""
        return Tallies(**{part.name: getattr(self, part.name) for part in fields(Tallies)})

    def _board(
        self, at: int, board: MirrorBoard, state: State, groups: tuple[Group, ...], name: str
    ) -> None:
        activity = state.of(board.lesson, board.activity)
        earlier = board.placed(activity.reveals)
        for card, after in board.placed(activity.answers).items():
            counts = self.chosen.setdefault((at, card), defaultdict(Counter))
            for group in groups:
                counts[group][after] += 1
            if self.names is not None:
                self.names.setdefault((at, card, after), []).append(name)
            if card in earlier:
                self.shifts.setdefault((at, card), Shift()).moves[earlier[card], after] += 1

    def _votes(self, state: State) -> None:
        """Two rounds round a discussion; whoever voted in one of them did not shift."""
        for lesson, vote in self.content.each(VoteActivity):
            votes = state.of(lesson, vote.id).votes
            chosen = [_choice(votes.get((QUESTION, turn))) for turn in ROUNDS]
            if all(choice in vote.options for choice in chosen):
                before, after = chosen
                self.votes.setdefault(vote.id, Shift()).moves[before, after] += 1

    def _predicted(self, state: State) -> Iterator[tuple[int, bool]]:
        """How sure each guess at a published number was, and whether it was right, once seen."""
        for lesson, activity in self.content.each(PredictActivity):
            guesses = state.of(lesson, activity.id)
            mine = committed(activity, guesses)
            if mine and mine.sure and activity.measure in guesses.reveals:
                published = measure(activity.measure, self.content, state)
                if published and published.answer is not None:
                    yield mine.sure, mine.hits(published.answer, activity.margin)


def _add_moves(mine: dict[K, Shift], others: dict[K, Shift]) -> None:
    for key, shift in others.items():
        mine.setdefault(key, Shift()).moves.update(shift.moves)


def _choice(value: object) -> str:
    chosen = value.get("choice") if isinstance(value, dict) else None
    return chosen if isinstance(chosen, str) else ""
