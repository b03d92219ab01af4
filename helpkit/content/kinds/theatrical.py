"""Help as a scene: who plays whom, what an act does, and how both stand after it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from helpkit.content.cast import Experiment
from helpkit.content.kinds.base import Activity, KnobsActivity, Provenance
from helpkit.content.knobs import Knob
from helpkit.content.types import Prose, Reading

__all__ = [
    "CAMERAS",
    "CamerasActivity",
    "CastingActivity",
    "ScriptEvent",
    "ScriptLine",
    "ScriptMove",
    "SeesawActivity",
    "Table11Activity",
    "WordspaceActivity",
]

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


@dataclass(frozen=True, kw_only=True)
class Table11Activity(KnobsActivity):
    """The situations of Table 1.1 as events, helping beside failing.

    `board` is the sort of lesson 1 whose pile gives the order in which they lie here too.
    """

    board: str


@dataclass(frozen=True, kw_only=True)
class WordspaceActivity(KnobsActivity):
    """The 27 words by evaluation, potency and activity, beside what the learner made of them.

    `board` is the sort of lesson 1 whose bins are laid over it; `telling` are the words whose own
    ratings are asked for first.
    """

    board: str
    telling: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SeesawActivity(KnobsActivity):
    """Two people on a see-saw: `tilt` is where they begin, `gap` what both like best."""

    knobs: Mapping[str, Knob]
