"""Stories to diagnose; without `cases`, every story that is not core."""

from dataclasses import dataclass

from helpkit.content.activity import Activity, Others
from helpkit.content.rules.references import Spots, unknown
from helpkit.content.types import Case, Content
from helpkit.journal import ActivityState

__all__ = ["CasesActivity"]


@dataclass(frozen=True, kw_only=True)
class CasesActivity(Activity):
    """Stories to diagnose; without `cases`, every story that is not core."""

    cases: tuple[str, ...] = ()

    def stories(self, content: Content) -> dict[str, Case]:
        """The stories by id, in order."""
        others = (key for key, case in content.cases.items() if not case.core)
        return {key: content.cases[key] for key in self.cases or others}

    def is_done(self, state: ActivityState, content: Content) -> bool:
        """Every story was answered, looked into, read or left aside."""
        return self.stories(content).keys() <= {*state.answers, *state.reveals, *state.choices}

    def faults(self, content: Content, others: Others) -> Spots:
        """Find the ids that lead nowhere."""
        yield from unknown("cases", self.cases, content.cases)
