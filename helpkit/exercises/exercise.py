"""The one object an exercise's notebook talks to: `Exercise("01", language="nl")`.

It reads the folder that was handed out and knows nothing of the key. Each verb returns one widget;
a cell that ends with it shows it.
"""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpkit.activities.lesson import send_pictures_ahead
from helpkit.content import load
from helpkit.content.types import Content
from helpkit.errors import HelpkitError, UnknownIdError
from helpkit.exercises.items import Part
from helpkit.exercises.release_folder import Release, find_release, read_release
from helpkit.exercises.submission import exercise_lesson
from helpkit.exercises.widget import Handout
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
        send_pictures_ahead()

    def start(self) -> "ActivityWidget":
        """Say who you are; see what there is to do and what it is worth."""
        from helpkit.exercises.student.widget import Student

        return Student(self)

    def sort(self, part: str) -> "ActivityWidget":
        """Say of each item what it is."""
        from helpkit.exercises.parts.classify.widget import ExerciseClassify

        return ExerciseClassify(self._part(part, "choose"), self)

    def ledger(self, part: str) -> "ActivityWidget":
        """Compute what both feel after some favours."""
        from helpkit.exercises.parts.ledger.widget import ExerciseLedger

        return ExerciseLedger(self._part(part, "ledger"), self)

    def scene(self, part: str) -> "ActivityWidget":
        """Write a conversation, checked while it is written."""
        from helpkit.exercises.parts.scene.widget import ExerciseScene

        return ExerciseScene(self._part(part, "scene"), self)

    def converse(self, part: str, item: str) -> "ActivityWidget":
        """Play a conversation to the ending that is asked for."""
        from helpkit.exercises.parts.paths.widget import ExercisePaths

        one = self._part(part, "paths")
        self._known("item", item, one.items)
        return ExercisePaths(one, item, self)

    def reflect(self, part: str) -> "ActivityWidget":
        """Write what people will read."""
        from helpkit.exercises.parts.write.widget import ExerciseWrite

        return ExerciseWrite(self._part(part, "write"), self)

    def hand_in(self) -> "ActivityWidget":
        """Make the submission for the teacher, at the press of a button."""
        from helpkit.exercises.hand_in.widget import HandIn

        return HandIn(self)

    def _part(self, key: str, kind: str) -> Any:
        parts: dict[str, Part] = {name: one for name, one in self.parts.items() if one.kind == kind}
        self._known("part", key, parts)
        return parts[key]

    def _known(self, what: str, key: str, known: Iterable[str]) -> None:
        """Raise an error for an unknown id, naming the nearest one that exists."""
        known = tuple(known)
        if key in known:
            return
        near = get_close_matches(str(key), known, n=1)
        hint = self.content.ui["lesson"]["did-you-mean"].format(near=repr(near[0])) if near else ""
        texts = self.content.ui["exercise"]
        sentence = texts[f"unknown-{what}"].format(key=repr(key), known=", ".join(known))
        raise UnknownIdError(f"{sentence}{hint}")


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
