"""A scene that a student writes as text for an exercise, checked while it is typed.

The text is read as data and never run. What is typed is sent twice: at once as a `try`, of which
only the newest is checked and nothing is kept, and as a reflection when the hand rests. It is
a reflection because only the last version of a text leaves with a submission.
"""

from collections.abc import Mapping
from typing import Any

import traitlets as t

from helpkit.content.activity import Activity
from helpkit.content.scene_file import template
from helpkit.content.types import Content
from helpkit.exercises.items import ScenePart
from helpkit.exercises.parts.scene.inspection import LONGEST, ROOM, fits
from helpkit.exercises.parts.scene.preview import built_view
from helpkit.exercises.sheet import TEXT
from helpkit.exercises.widget import ExerciseWidget, Handout
from helpkit.frontend.base import ActivityWidget
from helpkit.frontend.knobs import TRY
from helpkit.journal import Journal

__all__ = ["ExerciseScene", "SceneEditor"]


class SceneEditor(ActivityWidget):
    """A text field, and beside it what is wrong, what is there, and the scene to try out."""

    name = "scene"
    preview = t.Dict().tag(sync=True)

    def __init__(
        self,
        activity: Activity,
        content: Content,
        journal: Journal,
        *,
        part: ScenePart,
        seed: str = "",
        student: str = "",
    ) -> None:
        self.part = part
        super().__init__(activity, content, journal)

    @t.default("preview")
    def _preview(self) -> dict[str, Any]:
        """It is sent with the first message: a page may draw before a second one arrives."""
        return built_view(self.restored()["text"], self.part, self.content)

    def for_student(self, seed: str, student: str) -> None:
        """Show what the journal holds; the task is the same for every student."""
        self.state = self.restored()
        self.preview = self._preview()

    def fixed(self) -> dict[str, Any]:
        """The scene to begin with, and how long a text may be."""
        example = template(self.content.language)
        return {"item": TEXT, "example": example, "longest": LONGEST, "room": ROOM}

    def restored(self) -> dict[str, Any]:
        """The text with when it was saved; `held` is true for what is not on the disk yet."""
        event = self.recorded().reflections.get(TEXT)
        if event is None or not _is_text(event.value):
            return {"text": "", "at": "", "held": False}
        return {"text": event.value, "at": event.at, "held": event in self.journal.held}

    def check(self, event: Mapping[str, Any]) -> None:
        """One kind of event: the whole text, which is meant to be handed in."""
        open_text = event.get("private") is False
        self.expect(
            event,
            {"reflection": lambda item, value: item == TEXT and open_text and _is_text(value)},
        )

    def handle(self, event: Mapping[str, Any]) -> None:
        """Check a try and keep nothing; before recording a text, show what came from elsewhere."""
        if event.get("kind") == TRY:
            self.expect(event, {TRY: lambda item, value: item == TEXT and _is_text(value)})
            self.preview = built_view(event["value"], self.part, self.content)
            return
        self.state = self.restored()
        super().handle(event)


class ExerciseScene(ExerciseWidget, SceneEditor):
    """The scene that the student writes; the task is the same for everybody."""

    part: ScenePart

    def __init__(self, part: ScenePart, exercise: Handout) -> None:
        """Show the text that the journal holds."""
        super().__init__(part, exercise, part=part)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and fits(value)
