"""The 27 words in space: as others rated them, as the learner sorted them and rates them."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from helpkit.activities.outcomes.boards import Board, board
from helpkit.activities.wordspace.activity import WordspaceActivity
from helpkit.activities.wordspace.picture import Space, wordspace
from helpkit.activities.wordspace.ratings import (
    DIMENSIONS,
    LEAST,
    MOST,
    complete,
    is_rating,
    item,
    parts,
)
from helpkit.content import sentiments
from helpkit.content.knobs import Settings, names
from helpkit.frontend.base import Kinds
from helpkit.frontend.charts.picture import Picture
from helpkit.frontend.knobs import Knobs
from helpkit.journal.event import EVERY_ITEM

CURRENT, SPACE = "word", "space"


class Wordspace(Knobs):
    """First the learner's own view, then the picture; a word that is picked can be rated."""

    name = "wordspace"
    activity: WordspaceActivity

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The words by id, in the order of the alphabet of this language."""
        every = ((key, word.word) for key, word in self.content.words.items())
        return dict(sorted(every, key=lambda pair: pair[1]))

    @cached_property
    def board(self) -> Board:
        """The board on which the words were sorted."""
        return board(self.content, self.activity.board)

    def fixed(self) -> dict[str, Any]:
        """The words, those to begin with, and the scale."""
        return {
            **super().fixed(),
            "names": dict(self.names),
            "telling": list(self.activity.telling),
            "dimensions": list(DIMENSIONS),
            "scale": list(range(LEAST, MOST + 1)),
        }

    def restored(self) -> dict[str, Any]:
        """The picture and its knobs, the current word, ratings, and whether it is time."""
        rated = parts(tuple(self.names), self.recorded().answers)
        rated_first = sum(word in complete(rated) for word in self.activity.telling)
        return {
            **super().restored(),
            "current": self._current(),
            "rated": rated,
            "told": rated_first,
            "sorted": len(self._bins()),
            "ready": self._ready(rated_first),
        }

    def picture(self, values: Settings) -> Picture:
        """The words on the axes that were chosen."""
        chosen = names(values)
        answers = self.recorded().answers
        space = Space(
            names=self.names,
            felt=sentiments(),
            bin_names=self.board.sort.labels,
            bins=self._bins(),
            own=complete(parts(tuple(self.names), answers)),
            current=self._current(),
        )
        return wordspace(space, self.picture_words, view=chosen["view"], shown=chosen["marks"])

    def kinds(self) -> Kinds:
        """The knobs, the word being looked at, ratings, and the wish to see it at once."""
        return {**super().kinds(), "answer": self._answers, "reveal": self._shows}

    def _answers(self, item_: Any, value: Any) -> bool:
        if item_ == CURRENT:
            return value in [*self.names]
        if item_ in [item(word, scale) for word in self.names for scale in DIMENSIONS]:
            return value is None or is_rating(value)
        return self._turns(item_, value)

    def _shows(self, item_: Any, value: Any) -> bool:
        return item_ == SPACE or self._opens(item_, value)

    def _current(self) -> str:
        word = self.recorded().answers.get(CURRENT)
        return str(word) if word in [*self.names] else self.activity.telling[0]

    def _bins(self) -> dict[str, str]:
        """Where the learner put the words in lesson 1."""
        columns = self.board.columns(self.journal.state())
        return {word: columns[word] for word in self.names if word in columns}

    def _ready(self, rated_first: int) -> bool:
        """The learner's own view comes first: the bins of lesson 1, first ratings, or a wish."""
        wished = {SPACE, EVERY_ITEM} & self.recorded().reveals.keys()
        return bool(self._bins() or wished or rated_first == len(self.activity.telling))
