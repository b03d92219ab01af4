"""A friend's message, the learner's reply, and how they see that reply once they know more."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from helpkit.activities.message.activity import MessageActivity
from helpkit.activities.outcomes.replies import LABEL, REPLY, SKIPPED
from helpkit.frontend.base import ActivityWidget


class Message(ActivityWidget):
    """A chat: the reply is private and stays as it was sent; its label may change."""

    name = "message"
    activity: MessageActivity

    def fixed(self) -> dict[str, Any]:
        """The message, the turn, and the labels with what each gives and costs."""
        activity = self.activity
        return {
            "sender": activity.sender,
            "message": activity.message,
            "invitation": activity.invitation,
            "turn": activity.turn,
            "question": activity.question,
            "options": {key: asdict(option) for key, option in activity.options.items()},
        }

    def restored(self) -> dict[str, Any]:
        """The reply or None, whether there is to be none, and its labels, the last one last."""
        done, options = self.recorded(), tuple(self.activity.options)
        reply = done.answers.get(REPLY)
        return {
            "reply": reply if _is_text(reply) else None,
            "skipped": SKIPPED in done.choices,
            "labels": done.chosen(LABEL, options),
        }

    def check(self, event: Mapping[str, Any]) -> None:
        """A private reply of at least one word, a label, or carrying on without a reply."""
        private = event.get("private") is True
        self.expect(
            event,
            {
                "answer": lambda item, value: item == REPLY and private and _is_text(value),
                "choice": lambda item, value: (
                    (item == LABEL and value in tuple(self.activity.options))
                    or (item == SKIPPED and value is True)
                ),
            },
        )


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
