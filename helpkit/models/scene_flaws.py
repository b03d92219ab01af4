"""What can be wrong with the graph of a scene? Illustrative, as the scene is.

The names of all flaws, and the limits by which some are known; `scene_lint` looks for them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

__all__ = [
    "FEWEST",
    "FLAWS",
    "LARGEST",
    "LONGEST",
    "MOST",
    "MOST_DOMINANT",
    "MOST_TEMPERAMENTS",
    "Flaw",
]

FEWEST: Final = 2
MOST: Final = 4
LARGEST: Final = 3
LONGEST: Final = 60
"""The most minutes a scene or a move may take."""

MOST_TEMPERAMENTS: Final = 4
MOST_DOMINANT: Final = 1
"""So many places may have a move that is best in every way; with more there is little to weigh."""

FLAWS: Final[Mapping[str, frozenset[str]]] = {
    "start-range": frozenset({"got"}),
    "no-first": frozenset({"got"}),
    "minutes-range": frozenset({"got"}),
    "no-late": frozenset(),
    "two-late": frozenset({"got"}),
    "late-without-minutes": frozenset(),
    "same-id": frozenset(),
    "kind": frozenset({"got"}),
    "no-choices": frozenset(),
    "choice-count": frozenset({"got"}),
    "form": frozenset({"got"}),
    "effect-range": frozenset({"got"}),
    "no-target": frozenset({"got"}),
    "no-mark": frozenset({"got"}),
    "temperament-count": frozenset({"got"}),
    "no-family": frozenset({"got"}),
    "no-such-node": frozenset(),
    "no-such-choice": frozenset(),
    "unreachable": frozenset(),
    "no-way-out": frozenset(),
    "never-in-time": frozenset(),
    "never-late": frozenset(),
    "never-open": frozenset(),
    "nothing-open": frozenset(),
    "dominant": frozenset({"path", "trust", "client", "helper"}),
    "dominant-choices": frozenset({"places"}),
}
"""Every flaw, and the values that its sentence may use."""


@dataclass(frozen=True)
class Flaw:
    """One thing that is wrong: `where` leads to it by attributes and ids, `values` say more."""

    id: str
    where: tuple[str, ...]
    values: Mapping[str, str | int]
