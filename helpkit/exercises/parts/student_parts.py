"""Ledger and scene editor in an exercise: they are made for one student, and again for another."""

from helpkit.exercises.items import LedgerPart, ScenePart
from helpkit.exercises.widget import ExerciseWidget, Handout
from helpkit.exercises.parts.ledger.widget import Ledger
from helpkit.exercises.parts.scene.widget import SceneEditor

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
