"""The situations of Table 1.1 as events, helping beside failing."""

from dataclasses import dataclass

from helpkit.activities.outcomes.boards import with_deck
from helpkit.content.activity import KnobsActivity, Others
from helpkit.content.rules.knobs import knob_faults
from helpkit.content.rules.references import Spots, unknown
from helpkit.content.types import Content

__all__ = ["Table11Activity"]


@dataclass(frozen=True, kw_only=True)
class Table11Activity(KnobsActivity):
    """The situations of Table 1.1 as events, helping beside failing.

    `board` is the sort of lesson 1 whose pile gives the order in which they lie here too.
    """

    board: str

    def faults(self, content: Content, others: Others) -> Spots:
        """Find the ids that lead nowhere."""
        yield from unknown("board", (self.board,), with_deck(content, "situations"))
        yield from knob_faults(self.knobs)
