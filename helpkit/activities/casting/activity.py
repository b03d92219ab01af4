"""Who does what to whom, up to six times, and what each act does to the scene."""

from collections.abc import Mapping
from dataclasses import dataclass

from helpkit.content.activity import Activity, Others, Provenance
from helpkit.content.cast import Experiment
from helpkit.content.prose import Prose
from helpkit.content.rules.references import Spots, unknown
from helpkit.content.sentiments import sentiments
from helpkit.content.types import Content

__all__ = ["CastingActivity"]


@dataclass(frozen=True, kw_only=True)
class CastingActivity(Activity):
    """Who does what to whom, up to six times, and what each act does to the scene.

    `helping`, `failing` and `answering` are the acts to choose from; repairs come from `helping`.
    The scene starts as the experiment that `start` names.
    """

    helping: tuple[str, ...]
    failing: tuple[str, ...]
    answering: tuple[str, ...]
    start: str
    experiments: Mapping[str, Experiment]
    texts: Mapping[str, Prose]
    provenance: Provenance

    @property
    def acts(self) -> Mapping[str, tuple[str, ...]]:
        """All the acts, by what they are for."""
        return {"helping": self.helping, "failing": self.failing, "answering": self.answering}

    def faults(self, content: Content, others: Others) -> Spots:
        """Find the ids that lead nowhere."""
        rated = sentiments()
        people = [key for key, term in rated.items() if term.kind == "identity"]
        behaviors = [key for key, term in rated.items() if term.kind == "behavior"]
        for name, acts in self.acts.items():
            yield from unknown(name, acts, behaviors)
        yield from unknown("start", (self.start,), self.experiments)
        every = [act for acts in self.acts.values() for act in acts]
        for key, scene in self.experiments.items():
            yield from unknown(f"experiments.{key}", (scene.first, scene.second), people)
            yield from unknown(
                f"experiments.{key}.events", (did.act for did in scene.events), every
            )
