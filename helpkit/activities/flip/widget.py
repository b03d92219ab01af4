"""Two situations that differ in one thing: which criterion changed the level?"""

from collections.abc import Mapping
from typing import Any

from helpkit.activities.flip.activity import FlipActivity, FlipPair
from helpkit.activities.outcomes.verdict import beside
from helpkit.frontend.base import ActivityWidget
from helpkit.journal import ActivityState


class Flip(ActivityWidget):
    """One pair at a time; our reading of it is sent to the browser only when it is asked for."""

    name = "flip"
    activity: FlipActivity

    def fixed(self) -> dict[str, Any]:
        """The pairs with their levels, and the names of the criteria."""
        return {
            "pairs": [self._pair(key, pair) for key, pair in self.activity.pairs.items()],
            "criteria": {key: criterion.name for key, criterion in self.content.criteria.items()},
        }

    def restored(self) -> dict[str, Any]:
        """For each pair the learner's answer and, once asked for, our reading beside it."""
        done = self.recorded()
        return {
            key: {
                "answer": self._known(done.answers.get(key)),
                "shown": self._shown(key, pair, done),
            }
            for key, pair in self.activity.pairs.items()
        }

    def check(self, event: Mapping[str, Any]) -> None:
        """An answer or a look, both for one pair."""
        pairs, criteria = tuple(self.activity.pairs), tuple(self.content.criteria)
        self.expect(
            event,
            {
                "answer": lambda item, value: item in pairs and value in criteria,
                "reveal": lambda item, _value: item in pairs,
            },
        )

    def _pair(self, key: str, pair: FlipPair) -> dict[str, Any]:
        levels = self.content.dimensions["formality"].labels
        before, after = (levels[name] for name in pair.classes)
        return {"id": key, "before": pair.before, "after": pair.after, "from": before, "to": after}

    def _known(self, answer: Any) -> str | None:
        """An answer that this version of the content still knows."""
        return answer if answer in tuple(self.content.criteria) else None

    def _shown(self, key: str, pair: FlipPair, done: ActivityState) -> dict[str, Any] | None:
        if key not in done.reveals:
            return None
        reading, first = pair.criterion, self._known(done.reveals[key])
        return {
            "first": first,
            "verdict": beside(first, reading).state,
            "ours": reading.value,
            "accepted": list(reading.accepted),
            "confidence": reading.confidence,
            "reason": reading.reason,
        }
