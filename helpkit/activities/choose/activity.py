"""A situation with several defensible answers; the order is that of the file."""

from collections.abc import Mapping
from dataclasses import dataclass

from helpkit.content.activity import Activity, Option
from helpkit.content.prose import Prose
from helpkit.content.types import Content
from helpkit.journal import ActivityState

__all__ = ["ChooseActivity"]


@dataclass(frozen=True, kw_only=True)
class ChooseActivity(Activity):
    """A situation with several defensible answers; the order is that of the file."""

    situation: Prose
    options: Mapping[str, Option]
    debrief: Prose

    def is_done(self, state: ActivityState, content: Content) -> bool:
        """One of the answers was picked."""
        return bool(state.choices)
