"""The answer to a guess, with the learner's own words quoted back."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from helpkit.activities.outcomes.guess import Guess, PredictActivity, committed
from helpkit.activities.outcomes.measures import measure
from helpkit.frontend.base import ActivityWidget


class Reveal(ActivityWidget):
    """What the learner committed to, beside what a count of the content says."""

    name = "reveal"
    activity: PredictActivity

    def fixed(self) -> dict[str, Any]:
        """The question and the names of what is counted; the introduction has had its time."""
        activity = self.activity
        return {
            "title": self.content.ui["reveal"]["title"],
            "intro": "",
            "item": activity.measure,
            "question": activity.question,
            "labels": dict(activity.labels),
            "low": activity.low,
            "high": activity.high,
            "margin": activity.margin,
        }

    def restored(self) -> dict[str, Any]:
        """The guess, and the answer once it has been asked for."""
        done = self.recorded()
        mine = committed(self.activity, done)
        shown = self.activity.measure in done.reveals
        return {
            "prediction": mine and asdict(mine),
            "shown": self._answer(mine) if shown else None,
        }

    def check(self, event: Mapping[str, Any]) -> None:
        """One kind of event: show it."""
        self.expect(event, {"reveal": lambda item, _value: item == self.activity.measure})

    def _answer(self, mine: Guess | None) -> dict[str, Any]:
        measured = measure(self.activity.measure, self.content, self.journal.state())
        if measured is None:
            texts = [self.content.ui[self.name]["not-yet"]]
            return {"texts": texts, "answer": None, "counts": {}, "parts": True}
        texts = [self.activity.reveal]
        if mine:
            hit = mine.hits(measured.answer, self.activity.margin)
            texts.insert(0, self.activity.near if hit else self.activity.far)
        values = {
            "mine": mine.guess if mine else "",
            "answer": measured.answer,
            **measured.counts,
        }
        return {
            "texts": [text.format(**values) for text in texts],
            "answer": measured.answer,
            "counts": dict(measured.counts),
            "parts": measured.parts,
        }
