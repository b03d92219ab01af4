"""One evening seen as an account and as a scene: at which line does it break in each?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from helpkit.content.activity import Activity, Others, Provenance
from helpkit.content.prose import Prose, Reading
from helpkit.content.rules.references import Spots, listed, misread, unknown
from helpkit.content.sentiments import sentiments
from helpkit.content.types import Content
from helpkit.journal import ActivityState

__all__ = ["CAMERAS", "CamerasActivity", "ScriptEvent", "ScriptLine", "ScriptMove"]


CAMERAS = ("account", "stage")


@dataclass(frozen=True, kw_only=True)
class ScriptMove:
    """What a line of a script does to the account between A and B."""

    by: Literal["A", "B"]
    do: Literal["give", "thank", "ignore"]
    value: int = 0


@dataclass(frozen=True, kw_only=True)
class ScriptEvent:
    """What a line of a script is on the stage: ids of sentiments."""

    actor: str
    behavior: str
    object: str


@dataclass(frozen=True, kw_only=True)
class ScriptLine:
    """One line of an evening, for both cameras."""

    moves: tuple[ScriptMove, ...] = ()
    event: ScriptEvent
    says: Prose


@dataclass(frozen=True, kw_only=True)
class CamerasActivity(Activity):
    """One evening seen as an account and as a scene: at which line does it break in each?

    `readings` has ours for each of `CAMERAS`; its values are ids of lines.
    """

    inflation: float
    lines: Mapping[str, ScriptLine]
    readings: Mapping[str, Reading]
    texts: Mapping[str, Prose]
    provenance: Provenance

    def is_done(self, state: ActivityState, content: Content) -> bool:
        """Both cameras have their mark."""
        return {*CAMERAS} <= state.answers.keys()

    def faults(self, content: Content, others: Others) -> Spots:
        """Find the ids that lead nowhere."""
        if set(self.readings) != set(CAMERAS):
            yield "readings", f"expected exactly {listed(CAMERAS)}"
        for name, reading in self.readings.items():
            yield from ((f"readings.{name}", text) for text in misread(reading, self.lines))
        for key, line in self.lines.items():
            cast = (line.event.actor, line.event.behavior, line.event.object)
            yield from unknown(f"lines.{key}.event", cast, sentiments())
