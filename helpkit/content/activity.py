"""What the kinds of activities have in common."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from helpkit.content.knobs import AnyKnob
from helpkit.content.prose import Prose
from helpkit.content.rules.knobs import knob_faults
from helpkit.content.rules.references import Spots
from helpkit.journal import ActivityState

if TYPE_CHECKING:
    from helpkit.content.types import Content

__all__ = ["Activity", "KnobsActivity", "Option", "Origin", "Others", "Provenance"]

Others = Mapping[str, "Activity"]
"""The activities of the same lesson, by id."""


@dataclass(frozen=True, kw_only=True)
class Activity:
    """What all kinds have in common; `intro` may be empty, Markdown is not read in it.

    `minutes` are those of a careful reader. An `extra` activity stands below *More, if you like*.
    """

    asks: ClassVar[bool] = True
    """Whether something is recorded of it; what asks for nothing is read and is never done."""

    id: str
    kind: str
    minutes: int
    extra: bool = False
    title: Prose
    intro: Prose

    def is_done(self, state: ActivityState, content: "Content") -> bool:
        """Whether the learner has done it; unless a kind asks for more, one try is enough."""
        return state != ActivityState()

    def faults(self, content: "Content", others: Others) -> Spots:
        """Find the ids that lead nowhere: the key, and what was expected there."""
        return iter(())


@dataclass(frozen=True, kw_only=True)
class Option:
    """One defensible answer: what it gives and what it costs."""

    label: Prose
    gain: Prose
    cost: Prose


Origin = Literal["book", "published", "made_up"]


@dataclass(frozen=True, kw_only=True)
class Provenance:
    """Where a model comes from, and what it leaves out; `sources` are keys of references.bib."""

    origins: tuple[Origin, ...]
    sources: tuple[str, ...] = ()
    says: Prose
    leaves_out: Prose


@dataclass(frozen=True, kw_only=True)
class KnobsActivity(Activity):
    """A model with its knobs, one at a time in this order, and then all of them.

    `texts` are the words of its picture.
    """

    knobs: Mapping[str, AnyKnob]
    texts: Mapping[str, Prose]
    provenance: Provenance

    def faults(self, content: "Content", others: Others) -> Spots:
        """Find knobs that cannot start where they should."""
        yield from knob_faults(self.knobs)
