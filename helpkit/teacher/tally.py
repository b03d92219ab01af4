"""How a class did, part by part: the mean, how much is blank, and what went worst."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from helpkit.grading.graded import Graded
from helpkit.teacher.result import Result

__all__ = ["PartTally", "Tally", "tallied"]

_FEW: Final = 3
"""An item that fewer students had says nothing about the class."""


@dataclass
class PartTally:
    """The sums over all rows of one part that the machine graded, and how many people must read."""

    students: int = 0
    rows: int = 0
    points: float = 0.0
    of: float = 0.0
    blank: int = 0
    unread: int = 0
    had: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def add(self, row: Graded) -> None:
        """Take in one row."""
        if row.points is None:
            self.unread += 1
            return
        self.rows += 1
        self.points += row.points
        self.of += row.of
        self.blank += row.state == "blank"
        self.had[row.item] += 1
        self.right[row.item] += row.state in ("right", "accepted")

    @property
    def worst(self) -> tuple[str, float] | None:
        """The item that the smallest share had right, and that share; None if few had any."""
        shares = {item: self.right[item] / n for item, n in self.had.items() if n >= _FEW}
        return min(sorted(shares.items()), key=lambda one: one[1]) if shares else None


@dataclass
class Tally:
    """A class in one pass: how many came how far, what needs a look, and each part."""

    states: Counter[str] = field(default_factory=Counter)
    reasons: list[tuple[str, str, str]] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    parts: dict[str, PartTally] = field(default_factory=dict)

    def add(self, result: Result) -> None:
        """Take in one student."""
        self.states[result.state] += 1
        if result.reason:
            self.reasons.append((result.student, result.state, result.reason))
        if result.state == "missing":
            self.missing.append(result.student)
        for row in result.rows:
            self.parts.setdefault(row.part, PartTally()).add(row)
        for part in {row.part for row in result.rows}:
            self.parts[part].students += 1


def tallied(results: Iterable[Result]) -> Tally:
    """The tally of a class; the parts are in the order in which they come."""
    tally = Tally()
    for result in results:
        tally.add(result)
    return tally
