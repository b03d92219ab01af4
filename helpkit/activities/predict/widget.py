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
        activity = self.activity
        return {
            "item": activity.measure,
            "question": activity.question,
            "low": activity.low,
            "high": activity.high,
            "margin": activity.margin,
            "sure": list(SURE) if activity.published else [],
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
        activity = self.activity
        if not is_guess(value) or (activity.published and "sure" not in value):
            return False
        return bool(activity.low <= value["guess"] <= activity.high)
