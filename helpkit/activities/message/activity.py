"""A friend's message, a free reply, a turn, and the learner's own label of the reply."""

from collections.abc import Mapping
from dataclasses import dataclass

from helpkit.content.activity import Activity, Option
from helpkit.content.prose import Prose
from helpkit.content.types import Content
from helpkit.journal import ActivityState

__all__ = ["MessageActivity"]


@dataclass(frozen=True, kw_only=True)
class MessageActivity(Activity):
    """A friend's message, a free reply, a turn, and the learner's own label of the reply."""

    sender: Prose
    message: Prose
    invitation: Prose
    turn: Prose
    question: Prose
    options: Mapping[str, Option]

    def is_done(self, state: ActivityState, content: Content) -> bool:
        """The reply has a label, or there is to be none."""
        return bool(state.choices)
