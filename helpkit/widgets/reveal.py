"""The answer to a prediction, with the learner's own words quoted back."""

from collections.abc import Mapping
from typing import Any

from helpkit.checks.measures import Measured, measure
from helpkit.content.kinds import PredictActivity
from helpkit.widgets.base import ActivityWidget


class Reveal(ActivityWidget):
    """What the learner committed to, beside what the content says when it is counted."""

    name = "reveal"
    activity: PredictActivity

    def fixed(self) -> dict[str, Any]:
        """The question and the names of what is counted; the introduction has had its time."""
        one = self.activity
        return {
            "title": self.content.ui["reveal"]["title"],
            "intro": "",
            "item": one.measure,
            "question": one.question,
            "labels": dict(one.labels),
        }

    def restored(self) -> dict[str, Any]:
        """The prediction, and the answer once it has been asked for."""
        done = self.recorded()
        event = done.predictions.get(self.activity.measure)
        shown = self.activity.measure in done.reveals
        prediction = event.value if event else None
        return {"prediction": prediction, "shown": self._answer(prediction) if shown else None}

    def check(self, event: Mapping[str, Any]) -> None:
        """One kind of event: show it."""
        self.expect(event, {"reveal": lambda item, _value: item == self.activity.measure})

    def _answer(self, prediction: Mapping[str, int] | None) -> dict[str, Any]:
        found = measure(self.activity.measure, self.content, self.journal.state())
        if found is None:
            return {"texts": [self.content.ui[self.name]["not-yet"]], "answer": None, "counts": {}}
        texts: list[str] = [self.activity.reveal]
        if prediction:
            texts.insert(0, self._distance(prediction["guess"], found))
        values = {
            "mine": prediction["guess"] if prediction else "",
            "answer": found.answer,
            **found.counts,
        }
        return {
            "texts": [text.format(**values) for text in texts],
            "answer": found.answer,
            "counts": dict(found.counts),
        }

    def _distance(self, guess: int, found: Measured) -> str:
        hit = abs(guess - found.answer) <= self.activity.margin
        return self.activity.near if hit else self.activity.far
