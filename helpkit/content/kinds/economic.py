"""Help as exchange: receipts, favours, partners, villages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from helpkit.content.kinds.base import Activity, KnobsActivity, Provenance
from helpkit.content.knobs import Knob
from helpkit.content.types import Prose

__all__ = ["FavoursActivity", "Partner", "PartnersActivity", "ReceiptActivity", "VillagesActivity"]


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


@dataclass(frozen=True, kw_only=True)
class FavoursActivity(KnobsActivity):
    """An evening of favours between two people, move by move; then the knobs of the ledger.

    `receipts` is the activity from which the learner's own inflation comes.
    """

    receipts: str
    knobs: Mapping[str, Knob]


@dataclass(frozen=True, kw_only=True)
class Partner:
    """Somebody to play with; `strategy` is a name in `helpkit.models.reciprocity`."""

    strategy: str
    name: Prose
    description: Prose


@dataclass(frozen=True, kw_only=True)
class PartnersActivity(Activity):
    """Partners without a name, some rounds with each, and then who they were."""

    rounds: int
    benefit: float
    cost: float
    partners: Mapping[str, Partner]
    provenance: Provenance


@dataclass(frozen=True, kw_only=True)
class VillagesActivity(KnobsActivity):
    """So many villages at once: in how many does helping win?"""

    runs: int
    knobs: Mapping[str, Knob]
