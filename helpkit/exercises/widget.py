"""What the widgets of an exercise share: they wait for a student and show what this one gets.

Until the journal knows a student, a widget shows only a sentence that asks for one. It shows
its part as soon as there is one, and again if it is another: nobody has to run a cell twice.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from weakref import WeakSet

from helpkit.content.activity import Activity
from helpkit.content.prose import Prose
from helpkit.content.types import Content
from helpkit.errors import HelpkitError
from helpkit.exercises.items import Part, PathsPart
from helpkit.exercises.parts.paths.counting import counts
from helpkit.exercises.progress import answered, asked
from helpkit.exercises.release_folder import Release
from helpkit.exercises.sheet import sheet
from helpkit.frontend.base import REFRESH, ActivityWidget
from helpkit.journal import Journal, State

__all__ = ["START", "STUDENT", "ExerciseWidget", "Handout", "Waiting"]

START: Final = "start"
STUDENT: Final = "student"


class Handout:
    """An exercise in a student's hands: what was handed out, and what the journal holds of it."""

    def __init__(self, release: Release, content: Content, journal: Journal) -> None:
        """Nobody is asked and nothing is written yet."""
        self.release, self.content, self.journal = release, content, journal
        self._shown: WeakSet[Waiting] = WeakSet()

    @property
    def seed(self) -> str:
        """The seed with which the sheets of this course are drawn."""
        return self.release.seed

    @property
    def parts(self) -> Mapping[str, Any]:
        """The parts of the exercise, by their ids."""
        return self.release.exercise.parts

    @property
    def student(self) -> str:
        """The id that the student has given; empty until somebody has."""
        known = self.journal.state().of(self.journal.lesson, START).answers.get(STUDENT)
        return known if isinstance(known, str) else ""

    def issued(self, part: Part, student: str = "") -> tuple[str, ...]:
        """The items of a part that the student gets, or another one; none without a student."""
        who = student or self.student
        return sheet(part, self.seed, who) if who else ()

    def progress(self, state: State | None = None, student: str = "") -> list[dict[str, Any]]:
        """How many answers each part asks for, how many there are, and its points."""
        known = state or self.journal.state()
        return [self._progress(part, known, student) for part in self.parts.values()]

    def _progress(self, part: Part, state: State, student: str) -> dict[str, Any]:
        issued = self.issued(part, student)
        done = state.of(self.journal.lesson, part.id)
        written = {key: event.value for key, event in done.reflections.items()}
        answers = self._counting(part, {**done.answers, **written}, student or self.student)
        return {
            "id": part.id,
            "title": part.title,
            "points": part.points,
            "done": len(answered(part, issued, answers)) if issued else 0,
            "of": len(asked(part, issued)) if issued else 0,
        }

    def _counting(self, part: Part, answers: Mapping[str, Any], student: str) -> Mapping[str, Any]:
        """The answers without conversations that have to be played again."""
        if not isinstance(part, PathsPart):
            return answers
        own = {item: answers[item] for item in part.items if item in answers}
        to = self.content, self.seed, student
        return {item: value for item, value in own.items() if counts(part, item, value, *to)}

    def is_done(self, key: str, state: State) -> bool:
        """Whether all that a part asks of this student is there."""
        progress = self._progress(self.parts[key], state, "")
        return bool(0 < progress["of"] == progress["done"])

    def show(self, widget: "Waiting") -> None:
        """Remember a widget, to renew it when there is another student."""
        self._shown.add(widget)

    def renew(self) -> None:
        """Let every widget look again at who the student is and what is there."""
        for widget in list(self._shown):
            widget.renew()


class Waiting(ActivityWidget):
    """A widget of an exercise: it takes no events before there is a student."""

    def __init__(self, activity: Activity, exercise: Handout, **more: Any) -> None:
        """Show it, or the sentence that asks for a student; `more` is passed on."""
        self.exercise = exercise
        super().__init__(activity, exercise.content, exercise.journal, **more)
        self.waits = self._waits()
        exercise.show(self)

    def renew(self) -> None:
        """Look again at who the student is and what is there."""
        self.view = self.seen()
        self.state = self.restored()
        self.waits = self._waits()

    def handle(self, event: Mapping[str, Any]) -> None:
        """As in a lesson, once there is a student; another tab may have said who it is."""
        if event.get("kind") == REFRESH:
            return self.renew()
        if self._waits():
            raise HelpkitError(self._waits())
        return super().handle(event)

    def _waits(self) -> str:
        return "" if self.exercise.student else self.content.ui["exercise"]["student-first"]


class ExerciseWidget(Waiting):
    """One part of an exercise; a base, or a mixin before a widget of the lessons."""

    def __init__(self, part: Part, exercise: Handout, /, **more: Any) -> None:
        """Show a part."""
        self.part, self.exercise = part, exercise
        super().__init__(self.as_activity(), exercise, **more)

    def as_activity(self) -> Activity:
        """The part as an activity of its own kind."""
        part = self.part
        title = self.worth(part.points)
        return Activity(id=part.id, kind=part.kind, title=title, intro=part.task, minutes=0)

    def worth(self, points: float) -> Prose:
        """The title of the part, with the points that can be earned here."""
        text = self.exercise.content.ui["exercise"]["worth"]
        return Prose(text.format(title=self.part.title, points=f"{points:g}"))

    @property
    def issued(self) -> Sequence[str]:
        """The items of this part that the student gets."""
        return self.exercise.issued(self.part)
