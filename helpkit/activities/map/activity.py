"""Any two dimensions as a heat map; `x` and `y` are where it starts."""

from dataclasses import dataclass

from helpkit.content.activity import Activity, Others
from helpkit.content.rules.references import Spots, unknown
from helpkit.content.types import Content

__all__ = ["MapActivity"]


@dataclass(frozen=True, kw_only=True)
class MapActivity(Activity):
    """Any two dimensions as a heat map; `x` and `y` are where it starts."""

    x: str
    y: str

    def faults(self, content: Content, others: Others) -> Spots:
        """Find the ids that lead nowhere."""
        yield from unknown("x", (self.x,), content.dimensions)
        yield from unknown("y", (self.y,), (key for key in content.dimensions if key != self.x))
