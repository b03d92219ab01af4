"""A whole number the learner commits to; the answer is computed from the content."""

from collections.abc import Mapping
from dataclasses import dataclass

from helpkit.content.activity import Activity
from helpkit.content.prose import Prose
from helpkit.content.types import Content
from helpkit.journal import ActivityState

__all__ = ["PredictActivity"]


@dataclass(frozen=True, kw_only=True)
class PredictActivity(Activity):
    """A whole number the learner commits to; the answer is computed from the content.

    `sources` are the keys of references.bib that publish the answer, or the model and the figures
    it follows from. Without a source the number is ours or the learner's own: it is guessed for
    fun and says nothing about how sure somebody may be of what they know.

    `measure` names the computation in `outcomes.measures`. A guess within `margin` of the
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

    def is_done(self, state: ActivityState, content: Content) -> bool:
        """A guess was committed to."""
        return self.measure in state.predictions

    @property
    def published(self) -> bool:
        """Whether the answer is a published number, so that the guess counts for calibration."""
        return bool(self.sources)
