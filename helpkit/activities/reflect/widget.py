"""Free writing in parts, private unless the learner says otherwise, and never lost."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from helpkit.activities.reflect.activity import ReflectActivity
from helpkit.frontend.base import ActivityWidget


class Reflect(ActivityWidget):
    """A text for each part; the last one written wins and the journal keeps the earlier ones."""

    name = "reflect"
    activity: ReflectActivity

    def fixed(self) -> dict[str, Any]:
        """The parts with their hints, the length that is a guide, and the note on privacy."""
        activity = self.activity
        return {
            "low": activity.low,
            "high": activity.high,
            "note": activity.note,
            "parts": {key: asdict(part) for key, part in activity.parts.items()},
        }

    def restored(self) -> dict[str, Any]:
        """The texts with when they were saved; `held` is true for what is not on the disk yet.

        `shared` is true as soon as one part may be read by the teacher, so that a learner is
        never told *private* too early.
        """
        texts = {
            key: event
            for key, event in self.recorded().reflections.items()
            if key in self.activity.parts and isinstance(event.value, str)
        }
        parts = {
            key: {"text": text.value, "at": text.at, "held": text in self.journal.held}
            for key, text in texts.items()
        }
        return {"parts": parts, "shared": not all(text.private for text in texts.values())}

    def check(self, event: Mapping[str, Any]) -> None:
        """One kind of event: the text of one part, marked as private or not."""
        parts, marked = tuple(self.activity.parts), isinstance(event.get("private"), bool)
        self.expect(
            event,
            {"reflection": lambda item, value: item in parts and isinstance(value, str) and marked},
        )

    def handle(self, event: Mapping[str, Any]) -> None:
        """Before a text is recorded over another one, show what was written elsewhere."""
        self.state = self.restored()
        super().handle(event)
