"""Free writing that is handed in: like a reflection in a lesson, but none of it is private."""

from collections.abc import Mapping
from typing import Any

from helpkit.activities.reflect.activity import ReflectActivity
from helpkit.activities.reflect.widget import Reflect
from helpkit.content.prose import Prose
from helpkit.exercises.items import WritePart
from helpkit.exercises.widget import ExerciseWidget


class ExerciseWrite(ExerciseWidget, Reflect):
    """The fields of a part; the note says that people will read them."""

    part: WritePart

    def as_activity(self) -> ReflectActivity:
        """A reflection whose note says where it goes."""
        activity = super().as_activity()
        return ReflectActivity(
            minutes=0,
            id=activity.id,
            kind="reflect",
            title=activity.title,
            intro=activity.intro,
            low=self.part.low,
            high=self.part.high,
            parts=self.part.fields,
            note=Prose(self.exercise.content.ui["exercise"]["read-by-people"]),
        )

    def fixed(self) -> dict[str, Any]:
        """As in a lesson, but whether it is private is not asked."""
        return {**super().fixed(), "handed": True}

    def restored(self) -> dict[str, Any]:
        """As in a lesson, and never called private."""
        return {**super().restored(), "shared": True}

    def check(self, event: Mapping[str, Any]) -> None:
        """A private text could not be handed in."""
        self.expect(
            event,
            {
                "reflection": lambda item, value: (
                    item in self.part.fields
                    and isinstance(value, str)
                    and event.get("private") is False
                )
            },
        )
