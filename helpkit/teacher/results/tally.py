"""How a class did, part by part: the mean, how much is blank, and which item went worst."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from helpkit.teacher.grading.item_result import ItemResult
from helpkit.teacher.results.result import Result

__all__ = ["ClassTally", "PartTally", "tally_of"]

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

    def add(self, row: ItemResult) -> None:
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

    def merge(self, other: "PartTally") -> None:
        """Take in the sums of other students."""
        self.students += other.students
        self.rows += other.rows
        self.points += other.points
        self.of += other.of
        self.blank += other.blank
        self.unread += other.unread
        self.had += other.had
        self.right += other.right

    @property
    def worst(self) -> tuple[str, float] | None:
        """The item that the smallest share got right, and that share; None if too few had any."""
        shares = {item: self.right[item] / n for item, n in self.had.items() if n >= _FEW}
        return min(sorted(shares.items()), key=lambda pair: pair[1]) if shares else None


@dataclass
class ClassTally:
    """A class in one pass: how many in each state, what needs a look, and each part."""

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

    def merge(self, other: "ClassTally") -> None:
        """Take in other students, whose sums were computed elsewhere."""
        self.states += other.states
        self.reasons = sorted([*self.reasons, *other.reasons])
        self.missing = sorted([*self.missing, *other.missing])
        for name, part in other.parts.items():
            self.parts.setdefault(name, PartTally()).merge(part)


def tally_of(results: Iterable[Result]) -> ClassTally:
    """The tally of a class; the parts are in the order in which they come."""
    tally = ClassTally()
    for result in results:
        tally.add(result)
    return tally
