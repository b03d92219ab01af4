"""A prediction as a learner commits to it: a whole number, and how sure they are of it."""

from dataclasses import dataclass
from typing import Final

from helpkit.content.kinds import PredictActivity
from helpkit.journal import ActivityState

__all__ = ["SURE", "Guess", "committed", "is_guess"]

SURE: Final = (25, 50, 75, 95)
"""How sure one can be, in percent."""


@dataclass(frozen=True)
class Guess:
    """What was committed to."""

    guess: int
    sure: int

    def hits(self, answer: int, margin: int) -> bool:
        """Whether it is no further from the answer than the margin."""
        return abs(self.guess - answer) <= margin


def is_guess(value: object) -> bool:
    """Whether this holds a whole number and one of the degrees of being sure, and no more."""
    if not isinstance(value, dict) or value.keys() != {"guess", "sure"}:
        return False
    return all(type(one) is int for one in value.values()) and value["sure"] in SURE


def committed(one: PredictActivity, done: ActivityState) -> Guess | None:
    """The learner's prediction; None if there is none, or none that can be read."""
    event = done.predictions.get(one.measure)
    return Guess(**event.value) if event and is_guess(event.value) else None
