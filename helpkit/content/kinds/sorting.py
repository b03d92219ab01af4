"""Cards and cases whose readings are laid beside the learner's own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from helpkit.content.kinds.base import Activity
from helpkit.content.types import Prose, Reading

__all__ = [
    "CasesActivity",
    "FlipActivity",
    "FlipPair",
    "GatesActivity",
    "MapActivity",
    "SortActivity",
]


@dataclass(frozen=True, kw_only=True)
class SortActivity(Activity):
    """Cards into columns; without `cards`, all of the deck; readings from the dimension or own.

    `deck` "situations" sorts by `dimension`, or by `readings` of its own into `columns` named by
    the labels of that other table ("criteria"); "words" sorts by directiveness, "metaphors" by the
    picture they belong to.
    """

    deck: Literal["situations", "words", "metaphors"]
    dimension: str | None = None
    columns: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    readings: Mapping[str, Reading] = field(default_factory=dict)
    labels: Mapping[str, Prose] = field(default_factory=dict)
    hints: Mapping[str, Prose] = field(default_factory=dict)
    question: Prose


@dataclass(frozen=True, kw_only=True)
class FlipPair:
    """Two situations that differ in one criterion, and the classes before and after."""

    classes: tuple[str, str]
    criterion: Reading
    before: Prose
    after: Prose


@dataclass(frozen=True, kw_only=True)
class FlipActivity(Activity):
    """Pairs of situations: which criterion moved the class?"""

    pairs: Mapping[str, FlipPair]


@dataclass(frozen=True, kw_only=True)
class CasesActivity(Activity):
    """Cases to diagnose; without `cases`, every case that is not core."""

    cases: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class GatesActivity(Activity):
    """Where did the help leak: say it, accept it, carry it out?"""

    cases: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class MapActivity(Activity):
    """Any two dimensions as a heat map; `x` and `y` are where it starts."""

    x: str
    y: str
