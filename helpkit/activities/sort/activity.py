"""Cards into columns; without `cards`, all of the deck; readings from the dimension or own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from helpkit.content.activity import Activity, Others
from helpkit.content.prose import Prose, Reading
from helpkit.content.rules.references import Spots, misread, unknown
from helpkit.content.types import Content
from helpkit.journal import ActivityState

__all__ = ["SortActivity"]


@dataclass(frozen=True, kw_only=True)
class SortActivity(Activity):
    """Cards into columns; without `cards`, all of the deck; readings from the dimension or own.

    `deck` "situations" sorts by `dimension`, or by `readings` of its own into `columns` named by
    the labels of that other table ("criteria"); "words" sorts by directiveness, "metaphors" by the
    picture they belong to.
    """

    deck: Literal["situations", "words", "metaphors"]
    dimension: str | None = None
    columns: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    readings: Mapping[str, Reading] = field(default_factory=dict)
    labels: Mapping[str, Prose] = field(default_factory=dict)
    hints: Mapping[str, Prose] = field(default_factory=dict)
    question: Prose

    def columns_in(self, content: Content) -> tuple[str, ...]:
        """The ids of its columns, in order."""
        return self.columns or content.dimensions[str(self.dimension)].values

    def deck_in(self, content: Content) -> tuple[str, ...]:
        """The ids of its cards, in the order of the content."""
        decks: Mapping[str, Iterable[str]] = {
            "situations": content.table,
            "words": content.words,
            "metaphors": content.metaphors,
        }
        return self.cards or tuple(decks[self.deck])

    def is_done(self, state: ActivityState, content: Content) -> bool:
        """Every card lies in a column."""
        columns = self.columns_in(content)
        return all(state.answers.get(card) in columns for card in self.deck_in(content))

    def faults(self, content: Content, others: Others) -> Spots:
        """Find the ids that lead nowhere."""
        decks: Mapping[str, Iterable[str]] = {
            "situations": content.situations,
            "words": content.words,
            "metaphors": content.metaphors,
        }
        yield from unknown("cards", (*self.cards, *self.readings), decks[self.deck])
        if self.dimension is not None:
            yield from unknown("dimension", (self.dimension,), content.dimensions)
        elif set(self.labels) != set(self.columns) or set(self.hints) != set(self.columns):
            yield "columns", "expected a label and a hint for each column"
        for key, reading in self.readings.items():
            yield from ((f"readings.{key}", text) for text in misread(reading, self.columns))
