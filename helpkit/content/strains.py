"""The scenes of `events.toml`: how far does helping strain each, and how far does failing?"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from helpkit.content import Content, equations, sentiments
from helpkit.content.types import SceneEvent
from helpkit.models.affect_control import impression

__all__ = ["Strains", "strains"]


@dataclass(frozen=True)
class Strains:
    """The deflection of the act that helps and of the one that fails."""

    helping: float
    failing: float

    @property
    def difference(self) -> float:
        """How much less helping strains; negative where failing does."""
        return self.failing - self.helping


def strains(content: Content, *, reversed: bool = False) -> Mapping[str, Strains]:
    """Each scene by its id; `reversed`, the client acts and the helper gets it."""
    return {key: _strains(event, reversed) for key, event in content.events.items()}


@cache
def _strains(event: SceneEvent, reversed: bool) -> Strains:
    felt, eq = sentiments(), equations()
    who, whom = felt[event.helper].epa, felt[event.client].epa
    pair = (whom, who) if reversed else (who, whom)
    acts = (felt[event.helping].epa, felt[event.failing].epa)
    helping, failing = (impression(pair[0], act, pair[1], eq).deflection for act in acts)
    return Strains(helping, failing)
