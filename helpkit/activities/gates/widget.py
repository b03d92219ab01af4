"""Three gates of trust: where did the help leak, or did it hold?

What the browser gets before a story is revealed does not give away our reading of it.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from helpkit.activities.gates.activity import GatesActivity
from helpkit.activities.outcomes.stories import met
from helpkit.activities.outcomes.verdict import beside
from helpkit.content.prose import Reading
from helpkit.content.types import HELD, Case
from helpkit.errors import ContentError
from helpkit.frontend.base import ActivityWidget


class Gates(ActivityWidget):
    """One story at a time: say it, accept it, carry it out, or it held."""

    name = "gates"
    activity: GatesActivity

    @cached_property
    def cases(self) -> Mapping[str, Case]:
        """The stories of this activity."""
        return {key: self.content.cases[key] for key in self.activity.cases}

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """The name of each gate, in order, and last the name for when all of them held."""
        gates = {key: str(gate.name) for key, gate in self.content.gates.items()}
        return gates | {HELD: self.content.ui[self.name]["held"]}

    def fixed(self) -> dict[str, Any]:
        """The stories, and the gates with what each is for."""
        read = met(self.content, self.journal.lesson, self.journal.state())
        hints = {key: str(gate.description) for key, gate in self.content.gates.items()}
        hints[HELD] = self.content.ui[self.name]["held-hint"]
        return {
            "cases": [
                {"id": key, "title": case.title, "story": case.story, "read": key in read}
                for key, case in self.cases.items()
            ],
            "gates": [
                {"id": key, "name": label, "description": hints[key]}
                for key, label in self.labels.items()
            ],
        }

    def restored(self) -> dict[str, Any]:
        """The gates chosen, ours of every story revealed, and all side by side at the end."""
        done = self.recorded()
        answers = {key: value for key, value in done.answers.items() if self._places(key, value)}
        shown = {
            key: self._shown(self._trust(key), answers.get(key), done.reveals[key])
            for key in self.cases
            if key in done.reveals
        }
        return {
            "answers": answers,
            "shown": shown,
            "overview": list(shown) if len(shown) == len(self.cases) else None,
        }

    def check(self, event: Mapping[str, Any]) -> None:
        """A gate for a story, or a look at ours."""
        self.expect(event, {"answer": self._places, "reveal": self._reveals})

    def _places(self, item: Any, value: Any) -> bool:
        gate = isinstance(value, str) and value in self.labels
        return isinstance(item, str) and item in self.cases and gate

    def _reveals(self, item: Any, value: Any) -> bool:
        return isinstance(item, str) and item in self.cases and value is None

    def _trust(self, key: str) -> Reading:
        reading = self.cases[key].trust
        if reading is None:  # `helpkit check` says so earlier, and in full
            raise ContentError(f"case {key!r} has no reading of trust; give it one in cases.toml")
        return reading

    def _shown(self, ours: Reading, answer: str | None, first: Any) -> dict[str, Any]:
        moved = first in tuple(self.labels) and first != answer
        return {
            "verdict": beside(answer, ours).state,
            "mine": self.labels[answer] if answer else "",
            "first": self.labels[first] if moved else "",
            "gate": ours.value,
            "ours": self.labels[ours.value],
            "accepted": [self.labels[key] for key in ours.accepted],
            "source": ours.confidence,
            "reason": ours.reason,
        }
