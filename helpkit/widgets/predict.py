"""A number the learner commits to before seeing it, with how sure they are."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from helpkit.checks.guess import SURE, committed, is_guess
from helpkit.content.kinds import PredictActivity
from helpkit.widgets.base import ActivityWidget

"""How sure a learner can say they are, in percent; 25 is a guess, nobody is ever at 100."""


class Predict(ActivityWidget):
    """One question, one number, one degree of confidence; locked once committed."""

    name = "predict"
    activity: PredictActivity

    def fixed(self) -> dict[str, Any]:
        """Question, range and degrees of confidence."""
        one = self.activity
        return {
            "item": one.measure,
            "question": one.question,
            "low": one.low,
            "high": one.high,
            "margin": one.margin,
            "sure": list(SURE),
        }

    def restored(self) -> dict[str, Any]:
        """The committed prediction, or None."""
        guess = committed(self.activity, self.recorded())
        return {"prediction": guess and asdict(guess)}

    def check(self, event: Mapping[str, Any]) -> None:
        """One kind of event: a whole number in range with a degree of confidence."""
        self.expect(
            event,
            {"prediction": lambda item, value: item == self.activity.measure and self._fits(value)},
        )

    def _fits(self, value: Any) -> bool:
        return is_guess(value) and self.activity.low <= value["guess"] <= self.activity.high
