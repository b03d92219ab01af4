"""A conversation on a stage, as helper and as client; `scene` is its id."""

from dataclasses import dataclass

from helpkit.activities.converse.plays import recorded
from helpkit.activities.converse.staging import Editions
from helpkit.content.activity import Activity, Others, Provenance
from helpkit.content.rules.references import Spots, unknown
from helpkit.content.types import Content
from helpkit.journal import ActivityState

__all__ = ["ConverseActivity"]


@dataclass(frozen=True, kw_only=True)
class ConverseActivity(Activity):
    """A conversation on a stage, as helper and as client; `scene` is its id."""

    scene: str
    provenance: Provenance

    def is_done(self, state: ActivityState, content: Content) -> bool:
        """A conversation came to an ending."""
        plays = recorded(Editions(content, self.scene), state)
        return any(play.over for play in plays.values())

    def faults(self, content: Content, others: Others) -> Spots:
        """Find the ids that lead nowhere."""
        yield from unknown("scene", (self.scene,), content.scenes)
