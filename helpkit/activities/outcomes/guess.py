"""A guess as a learner commits to it: a whole number, and how sure they are if it is published."""

from dataclasses import dataclass
from typing import Final

from helpkit.activities.predict.activity import PredictActivity
from helpkit.journal import ActivityState

__all__ = ["SURE", "Guess", "PredictActivity", "committed", "is_guess"]

SURE: Final = (25, 50, 75, 95)
"""How sure one can be, in percent."""


@dataclass(frozen=True)
class Guess:
    """What was committed to."""

    guess: int
    sure: int | None = None

    def hits(self, answer: int, margin: int) -> bool:
        """Whether it is no further from the answer than the margin."""
        return abs(self.guess - answer) <= margin


def is_guess(value: object) -> bool:
    """Whether this holds a whole number, perhaps one of the degrees of being sure, and no more."""
    if not isinstance(value, dict) or value.keys() - {"sure"} != {"guess"}:
        return False
    return (
        all(type(number) is int for number in value.values()) and value.get("sure", SURE[0]) in SURE
    )


def committed(activity: PredictActivity, done: ActivityState) -> Guess | None:
    """The learner's guess; None if there is none, or none that can be read.

    How sure they were of a number that nobody has published says nothing, and is left out.
    """
    event = done.predictions.get(activity.measure)
    if event is None or not is_guess(event.value):
        return None
    sure = event.value.get("sure") if activity.published else None
    return Guess(event.value["guess"], sure)
