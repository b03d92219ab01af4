"""A scene that a student writes as text for an exercise, checked while it is typed.

The text is read as data and never run. What is typed is sent twice: at once as a `try`, of which
only the newest is checked and nothing is kept, and as a reflection when the hand rests. It is
a reflection because only the last version of a text leaves with a submission.

The form is another way to type: what is changed there comes as an `edit` with the text it is about,
and goes back as a new text for the field.
"""

from collections.abc import Mapping
from typing import Any

import traitlets as t

from helpkit.content.activity import Activity
from helpkit.content.scene_file import template
from helpkit.content.types import Content
from helpkit.exercises.items import ScenePart
from helpkit.exercises.parts.scene.form_view import form_view
from helpkit.exercises.parts.scene.inspection import LONGEST, ROOM, fits
from helpkit.exercises.parts.scene.operations import Operation, edited, is_operation
from helpkit.exercises.parts.scene.preview import built_view
from helpkit.exercises.sheet import TEXT
from helpkit.exercises.widget import ExerciseWidget, Handout
from helpkit.frontend.base import ActivityWidget
from helpkit.frontend.knobs import TRY
from helpkit.journal import Journal
from helpkit.models.dialogue import FORMS, KINDS

__all__ = ["ExerciseScene", "SceneEditor"]

EDIT = "edit"
"""Asks for an operation of the form."""

MEET = "meet"
"""Asks for the client in another temperament, to be tried out."""


class SceneEditor(ActivityWidget):
    """A text field, and beside it what is wrong, what is there, and the scene to try out."""

    name = "scene"
    preview = t.Dict().tag(sync=True)
    edit = t.Dict().tag(sync=True)
    """The text that the last operation of the form has made, or why it could not."""

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
        self.temperament = ""
        super().__init__(activity, content, journal)

    @t.default("preview")
    def _preview(self) -> dict[str, Any]:
        """It is sent with the first message: a page may draw before a second one arrives."""
        return self._look(self.restored()["text"])

    def _look(self, text: str) -> dict[str, Any]:
        """A text as the page shows it: checked, to be played, and as a form."""
        form = form_view(text, self.content.language)
        shown = built_view(text, self.part, self.content, self.temperament)
        return shown | {"form": form}

    def for_student(self, seed: str, student: str) -> None:
        """Show what the journal holds; the task is the same for every student."""
        self.state = self.restored()
        self.preview = self._preview()

    def fixed(self) -> dict[str, Any]:
        """The scene to begin with, how long a text may be, and what the form can choose from."""
        return {
            "item": TEXT,
            "example": template(self.content.language),
            "longest": LONGEST,
            "room": ROOM,
            "forms": [{"id": form, "name": self.content.forms[form].name} for form in FORMS],
            "kinds": [*KINDS],
        }

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
            self.preview = self._look(event["value"])
            return
        if event.get("kind") == MEET:
            self.expect(event, {MEET: lambda item, value: item == TEXT and _is_meeting(value)})
            self.temperament = event["value"]["with"]
            self.preview = self._look(event["value"]["text"])
            return
        if event.get("kind") == EDIT:
            self.expect(event, {EDIT: lambda item, value: item == TEXT and _is_edit(value)})
            self._edit(**event["value"])
            return
        self.state = self.restored()
        super().handle(event)

    def _edit(self, *, id: str, text: str, op: str, where: list[str], value: Any) -> None:
        """Make an operation of the form; the page puts the new text into its field."""
        new, place, refusal = edited(text, Operation(op, (*where,), value))
        with self.hold_sync():
            self.edit = {"id": id, "text": new, "where": [*place], "refusal": refusal}
            if not refusal:
                self.preview = self._look(new)


class ExerciseScene(ExerciseWidget, SceneEditor):
    """The scene that the student writes; the task is the same for everybody."""

    part: ScenePart

    def __init__(self, part: ScenePart, exercise: Handout) -> None:
        """Show the text that the journal holds."""
        super().__init__(part, exercise, part=part)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and fits(value)


def _is_meeting(value: Any) -> bool:
    """A text, and with which temperament of the client it shall be shown."""
    is_whole = isinstance(value, dict) and value.keys() == {"text", "with"}
    return is_whole and _is_text(value["text"]) and isinstance(value["with"], str)


def _is_edit(value: Any) -> bool:
    """An operation, with the text it is about and a name for the answer."""
    keys = {"id", "text", "op", "where", "value"}
    if not isinstance(value, dict) or value.keys() != keys or not isinstance(value["id"], str):
        return False
    return _is_text(value["text"]) and is_operation(value["op"], value["where"], value["value"])
