"""What any lesson may have: a guess, a choice, a model to explore, a text, a look back."""

from collections.abc import Mapping
from dataclasses import dataclass

from helpkit.content.kinds.base import Activity, KnobsActivity, Option
from helpkit.content.types import Prose

__all__ = [
    "ChoiceActivity",
    "ExploreActivity",
    "MessageActivity",
    "Part",
    "PredictActivity",
    "PredictionsActivity",
    "RecapActivity",
    "ReflectActivity",
    "SelfCheck",
    "TimelineActivity",
    "VoteActivity",
]


@dataclass(frozen=True, kw_only=True)
class MessageActivity(Activity):
    """A friend's message, a free reply, a turn, and the learner's own label of the reply."""

    sender: Prose
    message: Prose
    invitation: Prose
    turn: Prose
    question: Prose
    options: Mapping[str, Option]


@dataclass(frozen=True, kw_only=True)
class PredictActivity(Activity):
    """A whole number the learner commits to; the answer is computed from the content.

    `sources` are the keys of references.bib that publish the answer, or the model and the figures
    it follows from. Without a source the number is ours or the learner's own: it is guessed for
    fun and says nothing about how sure somebody may be of what they know.

    `measure` names the computation in `helpkit.checks.measures`. A guess within `margin` of the
    answer is a hit: that is what the learner says how sure they are of. The reveal shows `near`
    or `far`, then `reveal`; they may use {mine}, {answer} and the counts of the measure, whose
    names are labelled by `labels`.
    """

    question: Prose
    low: int
    high: int
    margin: int
    measure: str
    sources: tuple[str, ...] = ()
    near: Prose
    far: Prose
    reveal: Prose
    labels: Mapping[str, Prose]

    @property
    def published(self) -> bool:
        """Whether the answer is a published number, so that the guess counts for calibration."""
        return bool(self.sources)


@dataclass(frozen=True, kw_only=True)
class PredictionsActivity(Activity):
    """Every prediction of the course so far, and how far being sure went with being right."""

    texts: Mapping[str, Prose]


@dataclass(frozen=True, kw_only=True)
class ChoiceActivity(Activity):
    """A situation with several defensible answers; the order is that of the file."""

    situation: Prose
    options: Mapping[str, Option]
    debrief: Prose


@dataclass(frozen=True, kw_only=True)
class VoteActivity(Activity):
    """A question with several defensible answers, voted on before and after a talk."""

    situation: Prose
    options: Mapping[str, Option]
    debrief: Prose


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part of a reflection."""

    label: Prose
    hint: Prose


@dataclass(frozen=True, kw_only=True)
class ReflectActivity(Activity):
    """Free writing in parts; the length in words is a guide, never a bar."""

    low: int
    high: int
    parts: Mapping[str, Part]
    note: Prose


@dataclass(frozen=True, kw_only=True)
class ExploreActivity(KnobsActivity):
    """A model to play with; `model` names its picture in `helpkit.charts.explorations`."""

    model: str


@dataclass(frozen=True, kw_only=True)
class TimelineActivity(Activity):
    """The works and people of the chapter on one line."""


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
