"""The sorting boards of the course, and where the learner put their cards."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from helpkit.activities.outcomes.verdict import readings
from helpkit.activities.sort.activity import SortActivity
from helpkit.content.prose import Reading
from helpkit.content.types import Content
from helpkit.journal import ActivityState, State

__all__ = ["Board", "board", "boards", "with_deck"]


@dataclass(frozen=True)
class Board:
    """A sort and its lesson."""

    lesson: str
    sort: SortActivity

    def recorded(self, state: State) -> ActivityState:
        """What the journal holds of it."""
        return state.of(self.lesson, self.sort.id)

    def columns(self, state: State) -> dict[str, str]:
        """The column of each card, for columns that this version still knows."""
        answers = self.recorded(state).answers
        return {card: column for card, column in answers.items() if column in self.sort.columns}

    def readings(self, content: Content) -> Mapping[str, Reading]:
        """Our reading of each of its cards."""
        return readings(self.sort, content)


def boards(content: Content) -> Iterator[Board]:
    """Every sort, in the order of the course."""
    yield from (Board(lesson, sort) for lesson, sort in content.each(SortActivity))


def board(content: Content, key: str) -> Board:
    """The sort with this id, in whatever lesson."""
    return next(board for board in boards(content) if board.sort.id == key)


def with_deck(content: Content, deck: str) -> list[str]:
    """The ids of the sorts of all lessons that have this deck."""
    return [board.sort.id for board in boards(content) if board.sort.deck == deck]
