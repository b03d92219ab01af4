"""A conversation to bring to the ending that is asked for; the path is what is handed in.

It is the stage of the lessons. The play that is on it counts as soon as it is over: it is recorded
under the item as well. So the last one counts, or an earlier one that was reopened. Whom a student
meets is drawn, and is the same in every play; a play with anybody else does not count.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from helpkit.activities.converse.activity import ConverseActivity
from helpkit.activities.converse.plays import Conversation, as_value, read
from helpkit.activities.converse.plays import last as last_play
from helpkit.activities.converse.widget import Converse
from helpkit.content.types import Content
from helpkit.exercises.items import PathsPart
from helpkit.exercises.parts.paths.counting import obstacle, person_of
from helpkit.exercises.widget import ExerciseWidget, Handout


class ExercisePaths(ExerciseWidget, Converse):
    """One conversation of a part; its plays are kept beside the part, as `PART.ITEM`."""

    part: PathsPart

    def __init__(self, part: PathsPart, item: str, exercise: Handout) -> None:
        """Show one item of the part."""
        self.item = item
        super().__init__(part, exercise)

    def as_activity(self) -> ConverseActivity:
        """The conversation of the lesson, with what is asked for here."""
        goal = self.part.items[self.item]
        return replace(
            _played(goal.scene, self.exercise.content),
            id=f"{self.part.id}.{self.item}",
            title=self.worth(self.part.points / len(self.part.items)),
            intro=goal.text,
        )

    def fixed(self) -> dict[str, Any]:
        """The stage, on which a play can count."""
        return {**super().fixed(), "counts": True}

    def restored(self) -> dict[str, Any]:
        """The stage, the number of the play that counts, and why what was recorded does not."""
        counted = self._counted()
        reason, value = obstacle(counted, self._person), counted and as_value(counted)
        numbers = [key for key, play in self._plays().items() if as_value(play) == value]
        return {
            **super().restored(),
            "counted": numbers[-1] if numbers and not reason else None,
            "obstacle": self.content.ui["exercise"][reason] if self._recorded() and reason else "",
        }

    def met(self, number: int) -> str:
        """The person drawn for this student, in every play that begins."""
        plays = self._plays()
        return plays[number].staging.person if number in plays else self._person

    def handle(self, event: Mapping[str, Any]) -> None:
        """As on the stage; then let the play on it count, if it is over."""
        super().handle(event)
        play = last_play(self._plays(), self.recorded())
        if play and play.over and not obstacle(play, self._person):
            self._count(play)

    def _count(self, play: Conversation) -> None:
        counted, value = self._counted(), as_value(play)
        if not counted or as_value(counted) != value:
            self.journal.record(activity=self.part.id, item=self.item, value=value)
            self.state = self.restored()

    @property
    def _person(self) -> str:
        exercise = self.exercise
        return person_of(self.part, self.item, exercise.content, exercise.seed, exercise.student)

    def _recorded(self) -> Any:
        return self.recorded(self.part.id).answers.get(self.item)

    def _counted(self) -> Conversation | None:
        """The play that was recorded under the item."""
        return read(self.content, self.activity.scene, self._recorded())


def _played(scene: str, content: Content) -> ConverseActivity:
    """The activity in which a lesson plays this scene."""
    return next(
        activity
        for lesson in content.activities.values()
        for activity in lesson.values()
        if isinstance(activity, ConverseActivity) and activity.scene == scene
    )
