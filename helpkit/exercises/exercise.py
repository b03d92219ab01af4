"""The one object an exercise's notebook talks to: `Exercise("01", language="nl")`.

It reads the folder that was handed out and knows nothing of the key. Each verb returns one widget;
a cell that ends with it shows it.
"""

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpkit.content import load
from helpkit.content.ids import known_id
from helpkit.content.types import Content
from helpkit.errors import HelpkitError
from helpkit.exercises.release_folder import Release, find_release, read_release
from helpkit.exercises.submission import exercise_lesson
from helpkit.exercises.widget import Handout
from helpkit.frontend.lesson_view import VIEW, Unit
from helpkit.journal import Journal

if TYPE_CHECKING:
    from helpkit.frontend.base import ActivityWidget

__all__ = ["Exercise"]


class Exercise(Handout):
    """One exercise in one language, with this kernel's part of the journal.

    Args:
        exercise: two digits, such as "01".
        language: "en" or "nl", as it was handed out.
        answers: the answers folder; by default the nearest one upward from the working directory.

    Raises:
        HelpkitError: this is not a folder that was handed out, or not the one for this exercise.
        UnknownIdError: for a language we do not have.
    """

    def __init__(self, exercise: str, language: str = "en", answers: Path | str | None = None):
        content = load(language)
        release = _released(exercise, language, content)
        journal = Journal(answers, lesson=exercise_lesson(exercise), language=language)
        super().__init__(release, content, journal)
        VIEW.serve(Unit(content, journal, self.parts.keys(), self.is_done))

    def start(self) -> "ActivityWidget":
        """Say who you are; see what there is to do and what it is worth."""
        return self._show("student.widget.StudentHead")

    def sort(self, part: str) -> "ActivityWidget":
        """Say of each item what it is."""
        return self._show_part("choose", part, "parts.classify.widget.ExerciseClassify")

    def ledger(self, part: str) -> "ActivityWidget":
        """Compute what both feel after some favours."""
        return self._show_part("ledger", part, "parts.ledger.widget.ExerciseLedger")

    def scene(self, part: str) -> "ActivityWidget":
        """Write a conversation, checked while it is written."""
        return self._show_part("scene", part, "parts.scene.widget.ExerciseScene")

    def converse(self, part: str, item: str) -> "ActivityWidget":
        """Play a conversation to the ending that is asked for."""
        return self._show_part("paths", part, "parts.paths.widget.ExercisePaths", item)

    def reflect(self, part: str) -> "ActivityWidget":
        """Write what people will read."""
        return self._show_part("write", part, "parts.write.widget.ExerciseWrite")

    def hand_in(self) -> "ActivityWidget":
        """Make the submission for the teacher, at the press of a button."""
        return self._show("hand_in.widget.HandIn")

    def _show_part(self, kind: str, key: str, place: str, *item: str) -> "ActivityWidget":
        parts = {name: part for name, part in self.parts.items() if part.kind == kind}
        part = parts[self._known("part", key, parts)]
        items = (self._known("item", name, part.items) for name in item)
        return self._show(place, part, *items)

    def _show(self, place: str, *about: Any) -> "ActivityWidget":
        """The widget of a class below this folder, which is loaded when it is asked for."""
        module, _, name = place.rpartition(".")
        widget = getattr(import_module(f"helpkit.exercises.{module}"), name)
        shown: ActivityWidget = widget(*about, self)
        return shown

    def _known(self, what: str, key: str, known: Iterable[str]) -> str:
        sentence = self.content.ui["exercise"][f"unknown-{what}"]
        return known_id(key, known, sentence, self.content)


def _released(exercise: str, language: str, content: Content) -> Release:
    texts = content.ui["exercise"]
    folder = find_release(Path.cwd())
    if folder is None:
        raise HelpkitError(texts["not-released"].format(folder=Path.cwd()))
    release = read_release(folder)
    if release.number != exercise:
        raise HelpkitError(
            texts["other-exercise"].format(exercise=repr(exercise), got=release.number)
        )
    if release.language != language:
        raise HelpkitError(
            texts["other-release"].format(language=repr(language), got=release.language)
        )
    return release
