"""An evening of favours between two people, move by move; then the knobs of the ledger."""

from collections.abc import Mapping
from dataclasses import dataclass

from helpkit.content.activity import KnobsActivity, Others
from helpkit.content.knobs import Knob
from helpkit.content.rules.knobs import knob_faults
from helpkit.content.rules.references import Spots, unknown
from helpkit.content.types import Content

__all__ = ["FavoursActivity"]


@dataclass(frozen=True, kw_only=True)
class FavoursActivity(KnobsActivity):
    """An evening of favours between two people, move by move; then the knobs of the ledger.

    `receipts` is the activity from which the learner's own inflation comes.
    """

    receipts: str
    knobs: Mapping[str, Knob]

    def faults(self, content: Content, others: Others) -> Spots:
        """Find the ids that lead nowhere."""
        receipts = [key for key, other in others.items() if other.kind == "receipt"]
        yield from unknown("receipts", (self.receipts,), receipts)
        yield from knob_faults(self.knobs)
