"""So many villages at once: in how many does helping win?"""

from collections.abc import Mapping
from dataclasses import dataclass

from helpkit.content.activity import KnobsActivity
from helpkit.content.knobs import Knob

__all__ = ["VillagesActivity"]


@dataclass(frozen=True, kw_only=True)
class VillagesActivity(KnobsActivity):
    """So many villages at once: in how many does helping win?"""

    runs: int
    knobs: Mapping[str, Knob]
