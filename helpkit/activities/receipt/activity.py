"""What is each favour worth, to whoever does it or to whoever gets it?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from helpkit.content.activity import Activity, Others, Provenance
from helpkit.content.prose import Prose
from helpkit.content.rules.references import Spots, unknown
from helpkit.content.types import Content
from helpkit.journal import ActivityState

__all__ = ["ReceiptActivity"]


@dataclass(frozen=True, kw_only=True)
class ReceiptActivity(Activity):
    """What is each favour worth, to whoever does it or to whoever gets it?

    `beside` is the same list from the other side, priced before.
    """

    side: Literal["given", "received"]
    beside: str | None = None
    question: Prose
    texts: Mapping[str, Prose] = field(default_factory=dict)
    provenance: Provenance

    def is_done(self, state: ActivityState, content: Content) -> bool:
        """Every favour has a price."""
        return content.favours.keys() <= state.answers.keys()

    def faults(self, content: Content, others: Others) -> Spots:
        """Find the ids that lead nowhere."""
        receipts = [
            key for key, other in others.items() if other.kind == "receipt" and key != self.id
        ]
        yield from unknown("beside", () if self.beside is None else (self.beside,), receipts)
