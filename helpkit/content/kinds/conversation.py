"""A conversation that is played."""

from dataclasses import dataclass

from helpkit.content.kinds.base import Activity, Provenance

__all__ = ["ConverseActivity"]


@dataclass(frozen=True, kw_only=True)
class ConverseActivity(Activity):
    """A conversation on a stage, as helper and as client; `scene` is its id."""

    scene: str
    provenance: Provenance
