"""Pairs of situations: which criterion moved the class?"""

from collections.abc import Mapping
from dataclasses import dataclass

from helpkit.content.activity import Activity, Others
from helpkit.content.prose import Prose, Reading
from helpkit.content.rules.references import Spots, misread, unknown
from helpkit.content.types import Content
from helpkit.journal import ActivityState

__all__ = ["FlipActivity", "FlipPair"]


@dataclass(frozen=True, kw_only=True)
class FlipPair:
    """Two situations that differ in one criterion, and the classes before and after."""

    classes: tuple[str, str]
    criterion: Reading
    before: Prose
    after: Prose


@dataclass(frozen=True, kw_only=True)
class FlipActivity(Activity):
    """Pairs of situations: which criterion moved the class?"""

    pairs: Mapping[str, FlipPair]

    def is_done(self, state: ActivityState, content: Content) -> bool:
        """Every pair has an answer."""
        return self.pairs.keys() <= state.answers.keys()

    def faults(self, content: Content, others: Others) -> Spots:
        """Find the ids that lead nowhere."""
        levels = content.dimensions["formality"].values
        for key, pair in self.pairs.items():
            yield from unknown(f"pairs.{key}.classes", pair.classes, levels)
            for expected in misread(pair.criterion, content.criteria):
                yield f"pairs.{key}.criterion", expected
