"""A cast scene: two roles and what happens between them, as ids of the table of sentiments."""

from dataclasses import dataclass
from typing import Literal

from helpkit.content.prose import Prose

__all__ = ["CastEvent", "CastScene", "Culture", "Experiment", "Side"]

Side = Literal["first", "second"]
Culture = Literal["nc1978", "germany2007"]


@dataclass(frozen=True, kw_only=True)
class CastEvent:
    """Which of the two does what to the other; `act` is a behavior of the table of sentiments."""

    by: Side
    act: str


@dataclass(frozen=True, kw_only=True)
class CastScene:
    """Two roles, by whose equations and ratings they are played, and what happens between them."""

    first: str
    second: str
    culture: Culture = "nc1978"
    events: tuple[CastEvent, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Experiment(CastScene):
    """A scene worth a try."""

    label: Prose
