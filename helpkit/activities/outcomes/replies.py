"""What did a learner answer to a message, and how do they see that answer?"""

from dataclasses import dataclass
from typing import Final

from helpkit.activities.message.activity import MessageActivity
from helpkit.content.activity import Activity
from helpkit.journal import ActivityState

__all__ = ["LABEL", "REPLY", "SKIPPED", "Reply", "labels", "reply"]

REPLY: Final = "reply"
SKIPPED: Final = "skipped"
LABEL: Final = "label"
"""The names under which a journal keeps the text, going on without one, and its label."""


@dataclass(frozen=True)
class Reply:
    """The text, empty if the learner went on without one, and the label they chose last."""

    title: str
    sender: str
    text: str
    label: str


def reply(activity: Activity, done: ActivityState) -> Reply | None:
    """The reply to a message; None if it was not even skipped."""
    text = done.answers.get(REPLY)
    if not isinstance(activity, MessageActivity):
        return None
    if not isinstance(text, str) and SKIPPED not in done.choices:
        return None
    label = (labels(activity, done) or [""])[-1]
    return Reply(activity.title, activity.sender, text if isinstance(text, str) else "", label)


def labels(activity: MessageActivity, done: ActivityState) -> list[str]:
    """The label that was chosen first, and the one that was chosen last."""
    options = activity.options
    chosen = [key for key in done.choices.get(LABEL, ()) if key in tuple(options)]
    return [options[key].label for key in (*chosen[:1], *chosen[-1:])]
