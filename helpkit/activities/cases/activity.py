"""Stories to diagnose; without `cases`, every story that is not core."""

from dataclasses import dataclass

from helpkit.content.activity import Activity, Others
from helpkit.content.rules.references import Spots, unknown
from helpkit.content.types import Content

__all__ = ["CasesActivity"]


@dataclass(frozen=True, kw_only=True)
class CasesActivity(Activity):
    """Stories to diagnose; without `cases`, every story that is not core."""

    cases: tuple[str, ...] = ()

    def faults(self, content: Content, others: Others) -> Spots:
        """Find the ids that lead nowhere."""
        yield from unknown("cases", self.cases, content.cases)
