"""Ledger and scene editor in an exercise: they are made for one student, and again for another."""

from helpkit.content.exercises import LedgerPart, ScenePart
from helpkit.widgets.exercised import ExerciseWidget, Handout
from helpkit.widgets.ledger import Ledger
from helpkit.widgets.scene_editor import SceneEditor

__all__ = ["ExerciseLedger", "ExerciseScene"]


class ExerciseLedger(ExerciseWidget, Ledger):
    """The evenings that the student gets, with the student's own numbers."""

    part: LedgerPart

    def __init__(self, part: LedgerPart, exercise: Handout) -> None:
        """Show the evenings of the student."""
        super().__init__(part, exercise, part=part, seed=exercise.seed, student=exercise.student)

    def renew(self) -> None:
        """Another student has different numbers."""
        self.seed, self.student = self.exercise.seed, self.exercise.student
        super().renew()


class ExerciseScene(ExerciseWidget, SceneEditor):
    """The scene that the student writes; the task is the same for everybody."""

    part: ScenePart

    def __init__(self, part: ScenePart, exercise: Handout) -> None:
        """Show the text that the journal holds."""
        super().__init__(part, exercise, part=part)
