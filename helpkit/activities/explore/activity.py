"""A model to play with; `model` is a name of `explore.pictures.explorations`."""

from dataclasses import dataclass

from helpkit.content.activity import KnobsActivity

__all__ = ["ExploreActivity"]


@dataclass(frozen=True, kw_only=True)
class ExploreActivity(KnobsActivity):
    """A model to play with; `model` is a name of `explore.pictures.explorations`."""

    model: str
