"""The 27 words by evaluation, potency and activity, beside what the learner made of them."""

from dataclasses import dataclass

from helpkit.activities.outcomes.boards import with_deck
from helpkit.content.activity import KnobsActivity, Others
from helpkit.content.rules.knobs import knob_faults
from helpkit.content.rules.references import Spots, unknown
from helpkit.content.types import Content

__all__ = ["WordspaceActivity"]


@dataclass(frozen=True, kw_only=True)
class WordspaceActivity(KnobsActivity):
    """The 27 words by evaluation, potency and activity, beside what the learner made of them.

    `board` is the sort of lesson 1 whose bins are laid over it; `telling` are the words whose own
    ratings are asked for first.
    """

    board: str
    telling: tuple[str, ...]

    def faults(self, content: Content, others: Others) -> Spots:
        """Find the ids that lead nowhere."""
        yield from unknown("board", (self.board,), with_deck(content, "words"))
        yield from unknown("telling", self.telling, content.words)
        yield from knob_faults(self.knobs)
