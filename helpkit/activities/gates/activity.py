"""Where did the help leak: saying it, accepting it or carrying it out?"""

from dataclasses import dataclass

from helpkit.content.activity import Activity, Others
from helpkit.content.rules.references import Spots, unknown
from helpkit.content.types import Content
from helpkit.journal import ActivityState

__all__ = ["GatesActivity"]


@dataclass(frozen=True, kw_only=True)
class GatesActivity(Activity):
    """Where did the help leak: saying it, accepting it or carrying it out?"""

    cases: tuple[str, ...]

    def is_done(self, state: ActivityState, content: Content) -> bool:
        """Every story has an answer."""
        return {*self.cases} <= state.answers.keys()

    def faults(self, content: Content, others: Others) -> Spots:
        """Find the ids that lead nowhere."""
        yield from unknown(
            "cases", self.cases, (key for key, case in content.cases.items() if case.trust)
        )
