"""A conversation to bring to the ending that is asked for; the path is what is handed in.

It is the stage of the lessons. The play that is on it counts as soon as it is over: its choices
are recorded under the item as well. So the last one counts, or an earlier one that was reopened.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from helpkit.activities.converse.activity import ConverseActivity
from helpkit.activities.converse.plays import last as last_play
from helpkit.activities.converse.widget import Converse
from helpkit.content.types import Content
from helpkit.exercises.items import PathsPart
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
        """The stage, and the number of the play that counts."""
        path = self._counted()
        numbers = [
            play.number for play in self._plays().values() if list(play.path.choices) == path
        ]
        return {**super().restored(), "counted": numbers[-1] if path and numbers else None}

    def handle(self, event: Mapping[str, Any]) -> None:
        """As on the stage; then let the play on it count, if it is over."""
        super().handle(event)
        play = last_play(self._plays(), self.recorded())
        if play and play.over and (path := list(play.path.choices)) != self._counted():
            self.journal.record(activity=self.part.id, item=self.item, value=path)
            self.state = self.restored()

    def _counted(self) -> Any:
        return self.recorded(self.part.id).answers.get(self.item)


def _played(scene: str, content: Content) -> ConverseActivity:
    """The activity in which a lesson plays this scene."""
    return next(
        activity
        for lesson in content.activities.values()
        for activity in lesson.values()
        if isinstance(activity, ConverseActivity) and activity.scene == scene
    )
