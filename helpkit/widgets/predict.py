"""A number the learner commits to before seeing it, with how sure they are."""

from collections.abc import Mapping
from typing import Any

from helpkit.content.kinds import PredictActivity
from helpkit.widgets.base import ActivityWidget

SURE = (25, 50, 75, 95)
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
        event = self.recorded().predictions.get(self.activity.measure)
        return {"prediction": event.value if event else None}

    def check(self, event: Mapping[str, Any]) -> None:
        """One kind of event: a whole number in range with a degree of confidence."""
        self.expect(
            event,
            {"prediction": lambda item, value: item == self.activity.measure and self._fits(value)},
        )

    def _fits(self, value: Any) -> bool:
        if not isinstance(value, dict) or set(value) != {"guess", "sure"}:
            return False
        guess = value["guess"]
        whole = isinstance(guess, int) and not isinstance(guess, bool)
        return whole and self.activity.low <= guess <= self.activity.high and value["sure"] in SURE
