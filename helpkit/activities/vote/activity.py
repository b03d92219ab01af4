"""A question with several defensible answers, voted on before and after a talk."""

from collections.abc import Mapping
from dataclasses import dataclass

from helpkit.content.activity import Activity, Option
from helpkit.content.prose import Prose
from helpkit.content.types import Content
from helpkit.journal import ActivityState

__all__ = ["VoteActivity"]


@dataclass(frozen=True, kw_only=True)
class VoteActivity(Activity):
    """A question with several defensible answers, voted on before and after a talk."""

    situation: Prose
    options: Mapping[str, Option]
    debrief: Prose

    def is_done(self, state: ActivityState, content: Content) -> bool:
        """The first vote was cast."""
        return bool(state.votes)
