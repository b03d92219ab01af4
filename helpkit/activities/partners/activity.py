"""Partners without a name, some rounds with each, and then who they were."""

from collections.abc import Mapping
from dataclasses import dataclass

from helpkit.content.activity import Activity, Provenance
from helpkit.content.prose import Prose
from helpkit.content.types import Content
from helpkit.journal import ActivityState

__all__ = ["Partner", "PartnersActivity"]


@dataclass(frozen=True, kw_only=True)
class Partner:
    """Somebody to play with; `strategy` is a name in `helpkit.models.reciprocity`."""

    strategy: str
    name: Prose
    description: Prose


@dataclass(frozen=True, kw_only=True)
class PartnersActivity(Activity):
    """Partners without a name, some rounds with each, and then who they were."""

    rounds: int
    benefit: float
    cost: float
    partners: Mapping[str, Partner]
    provenance: Provenance

    def is_done(self, state: ActivityState, content: Content) -> bool:
        """All rounds were played behind every door."""
        plays = (state.answers.get(door) for door in self.partners)
        return all(isinstance(play, list) and len(play) == self.rounds for play in plays)
