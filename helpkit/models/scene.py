"""What is a conversation made of? Nodes, moves, endings, and who the client may be.

Illustrative: the numbers are its author's. What they mean, and how it is played, is in `dialogue`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, NamedTuple

__all__ = [
    "KINDS",
    "LATE",
    "METERS",
    "Choice",
    "Effect",
    "Meters",
    "Node",
    "Scene",
    "Temperament",
]

METERS: Final = ("trust", "client", "helper")
LATE: Final = "late"
KINDS: Final = ("helpful", "empty", "broken", LATE)


class Meters(NamedTuple):
    """Trust, the client's standing and the helper's, 0 to 10 each."""

    trust: int
    client: int
    helper: int


@dataclass(frozen=True, slots=True)
class Effect:
    """What a move adds to each meter, -3 to 3; None is what its form does at that moment."""

    trust: int | None = 0
    client: int | None = 0
    helper: int | None = 0


@dataclass(frozen=True)
class Choice:
    """A move of the helper: its form of inquiry, its effect, and the node or ending it leads to.

    It takes `minutes` and leaves the mark `leaves`; it is open if the mark `needs` was left and
    `unless` was not. `shift` is what this client adds to its effect.
    """

    id: str
    form: str
    effect: Effect
    next: str
    minutes: int = 1
    leaves: str = ""
    needs: str = ""
    unless: str = ""
    shift: Effect = Effect()

    def is_open(self, marks: Iterable[str]) -> bool:
        """Whether it can be made after these marks."""
        return (not self.needs or self.needs in marks) and self.unless not in marks


@dataclass(frozen=True)
class Node:
    """A line of the client, and the moves of the helper; some are open at times only."""

    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Temperament:
    """How one person differs from the scene as it is written; each number is added.

    `families` changes every move of a family of forms, `choices` one move at one node.
    """

    start: Effect = Effect()
    minutes: int = 0
    families: Mapping[str, Effect] = field(default_factory=dict)
    choices: Mapping[tuple[str, str], Effect] = field(default_factory=dict)


@dataclass(frozen=True)
class Scene:
    """The graph of a conversation; `endings` gives the kind of each.

    It may be drawn with faults in it: `scene_lint.lint` finds them. Without `minutes` time does
    not run.
    """

    start: Meters
    first: str
    nodes: Mapping[str, Node]
    endings: Mapping[str, str]
    minutes: int | None = None
    temperaments: Mapping[str, Temperament] = field(default_factory=dict)

    @cached_property
    def late(self) -> str | None:
        """The ending to which it comes when time is up; None if there is none, or time is free."""
        if self.minutes is None:
            return None
        return next((key for key, kind in self.endings.items() if kind == LATE), None)

    def arrival(self, choice: Choice, spent: int) -> str:
        """The node or ending to which a choice leads, once so many minutes are spent."""
        if self.minutes is None or self.late is None or spent < self.minutes:
            return choice.next
        in_time = spent == self.minutes and choice.next in self.endings
        return choice.next if in_time else self.late
