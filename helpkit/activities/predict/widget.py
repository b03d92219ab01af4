"""A number the learner commits to before seeing it; of a published one also how sure they are."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from helpkit.activities.outcomes.guess import SURE, committed, is_guess
from helpkit.activities.predict.activity import PredictActivity
from helpkit.frontend.base import ActivityWidget


class Predict(ActivityWidget):
    """One question, one number, perhaps one degree of confidence; locked once committed."""

    name = "predict"
    activity: PredictActivity

    def fixed(self) -> dict[str, Any]:
        """Question and range, and the degrees of confidence if the number is a published one."""
        one = self.activity
        return {
            "item": one.measure,
            "question": one.question,
            "low": one.low,
            "high": one.high,
            "margin": one.margin,
            "sure": list(SURE) if one.published else [],
        }

    def restored(self) -> dict[str, Any]:
        """The committed guess, or None."""
        guess = committed(self.activity, self.recorded())
        return {"prediction": guess and asdict(guess)}

    def check(self, event: Mapping[str, Any]) -> None:
        """One kind of event: a number in range, if it is published with a degree of confidence."""
        self.expect(
            event,
            {"prediction": lambda item, value: item == self.activity.measure and self._fits(value)},
        )

    def _fits(self, value: Any) -> bool:
        one = self.activity
        if not is_guess(value) or (one.published and "sure" not in value):
            return False
        return bool(one.low <= value["guess"] <= one.high)
