"""What the kinds of activities have in common."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from helpkit.content.knobs import AnyKnob
from helpkit.content.types import Prose

__all__ = ["Activity", "KnobsActivity", "Option", "Origin", "Provenance"]


@dataclass(frozen=True, kw_only=True)
class Activity:
    """What all kinds have in common; `intro` may be empty, Markdown is not read in it."""

    id: str
    kind: str
    title: Prose
    intro: Prose


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
