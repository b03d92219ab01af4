"""What I predicted, did and changed; a self-check; three lines and what they leave out."""

from collections.abc import Mapping
from dataclasses import dataclass

from helpkit.content.activity import Activity, Others
from helpkit.content.prose import Prose
from helpkit.content.rules.references import Spots, unknown
from helpkit.content.types import Content
from helpkit.journal import ActivityState

__all__ = ["RecapActivity", "SelfCheck"]


LOOKED_BACK = frozenset({"flip", "cases", "gates", "choose"})
"""The kinds of `others`."""


@dataclass(frozen=True, kw_only=True)
class SelfCheck:
    """A short episode and the status risk it shows."""

    risk: str
    episode: Prose
    reason: Prose


@dataclass(frozen=True, kw_only=True)
class RecapActivity(Activity):
    """What I predicted, did and changed; a self-check; three lines and what they leave out.

    `others` are pairs, stories, gates and choices that it looks back on as well.
    """

    predictions: tuple[str, ...]
    sorts: tuple[str, ...]
    message: str
    reflection: str
    others: tuple[str, ...] = ()
    checks: Mapping[str, SelfCheck]
    passes: int
    lines: Mapping[str, Prose]
    limits: Mapping[str, Prose]

    def is_done(self, state: ActivityState, content: Content) -> bool:
        """Every episode of the self-check has an answer."""
        return self.checks.keys() <= state.answers.keys()

    def faults(self, content: Content, others: Others) -> Spots:
        """Find the ids that lead nowhere."""
        wanted = {
            "predictions": ("predict", self.predictions),
            "sorts": ("sort", self.sorts),
            "message": ("message", (self.message,)),
            "reflection": ("reflect", (self.reflection,)),
        }
        for spot, (kind, values) in wanted.items():
            known = (key for key, other in others.items() if other.kind == kind)
            yield from unknown(spot, values, known)
        looked = (key for key, other in others.items() if other.kind in LOOKED_BACK)
        yield from unknown("others", self.others, looked)
        yield from unknown("checks", (check.risk for check in self.checks.values()), content.risks)
