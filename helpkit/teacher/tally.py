"""How a class did, part by part: the mean, how much is blank, and what went worst."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from helpkit.grading.graded import Graded
from helpkit.teacher.result import Result

__all__ = ["PartTally", "tallied"]

_FEW: Final = 3
"""An item that fewer students had says nothing about the class."""


@dataclass
class PartTally:
    """The sums over all rows of one part that the machine graded, and how many people must read."""

    students: set[str] = field(default_factory=set)
    rows: int = 0
    points: float = 0.0
    of: float = 0.0
    blank: int = 0
    unread: int = 0
    had: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def add(self, student: str, row: Graded) -> None:
        """Take in one row."""
        self.students.add(student)
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


def tallied(results: Iterable[Result]) -> Mapping[str, PartTally]:
    """The tally of each part, in the order in which the parts come."""
    parts: dict[str, PartTally] = {}
    for result in results:
        for row in result.rows:
            parts.setdefault(row.part, PartTally()).add(result.student, row)
    return parts
