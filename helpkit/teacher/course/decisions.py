"""What did the teacher decide about a submission or a student, and what of it holds?

`decisions.toml` holds a table for each decision, in the order in which they were made. A later
decision about the same thing replaces an earlier one, and one can be withdrawn by a later one, so
nothing is ever deleted: why somebody has this grade can be read there years later.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Final

__all__ = ["DECISIONS", "SHORTEST", "UNDECIDED", "Decision", "Decisions", "Kind"]

DECISIONS: Final = "decisions.toml"
SHORTEST: Final = 8
"""So many first letters of a submission's sha256 are needed at least."""


class Kind(StrEnum):
    """What a decision says; the names are those of the commands."""

    OWNER = "owner"
    LEAVE_OUT = "leave-out"
    HANDED_IN_AT = "handed-in-at"
    EXTENSION = "extension"
    POINTS = "points"


@dataclass(frozen=True)
class Decision:
    """One decision with its reason; `withdrawn` names the kind that it takes back.

    What `Decisions.submission` gives may say two things at once: whose it is and when it came.
    """

    exercise: str
    reason: str
    submission: str = ""
    student: str = ""
    left_out: bool = False
    at: datetime | None = None
    until: datetime | None = None
    points: float | None = None
    withdrawn: Kind | None = None
    made: datetime | None = None

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """All that it says: one thing, if it is sound."""
        if self.withdrawn:
            return (self.withdrawn,)
        said = {
            Kind.OWNER: bool(self.submission and self.student),
            Kind.LEAVE_OUT: self.left_out,
            Kind.HANDED_IN_AT: self.at is not None,
            Kind.EXTENSION: self.until is not None,
            Kind.POINTS: self.points is not None,
        }
        return tuple(kind for kind in Kind if said[kind])

    def is_about(self, sha256: str) -> bool:
        """Is it about this submission? Either may be the first letters of the other."""
        mine = self.submission.lower()
        return bool(mine) and (sha256.startswith(mine) or mine.startswith(sha256))


@dataclass(frozen=True)
class Decisions:
    """All decisions of a course, in the order in which they were made."""

    all: tuple[Decision, ...] = ()

    def __iter__(self) -> Iterator[Decision]:
        return iter(self.all)

    def __len__(self) -> int:
        return len(self.all)

    def submission(self, exercise: str, sha256: str) -> Decision | None:
        """What holds about a submission: whose it is or that it is left out, and when it came."""
        about = self._by_submission.get((exercise, sha256[:SHORTEST]), ())
        last = _valid(decision for decision in about if decision.is_about(sha256))
        # Whose it is and that it is left out exclude one another: the later one holds.
        return _merged(tuple(last.values()))

    def extension(self, exercise: str, student: str) -> Decision | None:
        """What gives this student another deadline."""
        return self._of(exercise, student).get(Kind.EXTENSION)

    def points(self, exercise: str, student: str) -> Decision | None:
        """What sets the points of this student by hand."""
        return self._of(exercise, student).get(Kind.POINTS)

    def holds(self, decision: Decision) -> bool:
        """Has nothing later replaced or withdrawn this one of the decisions?"""
        if decision.submission:
            start = decision.submission[:SHORTEST].lower()
            near = self._by_submission.get((decision.exercise, start), ())
            about = [each for each in near if each.is_about(decision.submission.lower())]
        else:
            about = self._by_student.get((decision.exercise, decision.student), [])
        return any(each is decision for each in _valid(about).values())

    def fitting(self, exercise: str, known: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """For each submission that a decision names: the sha256 of all that it fits.

        None means that it was not collected; with more than one, nobody knows which is meant.
        """
        hashes = sorted({*known})
        named = dict.fromkeys(
            decision.submission
            for decision in self.all
            if decision.exercise == exercise and decision.submission
        )
        return {
            name: tuple(key for key in hashes if key.startswith(name.lower())) for name in named
        }

    def _of(self, exercise: str, student: str) -> Mapping[Kind, Decision]:
        return _valid(self._by_student.get((exercise, student), ()))

    @cached_property
    def _by_submission(self) -> Mapping[tuple[str, str], list[Decision]]:
        by_start = defaultdict(list)
        for decision in self.all:
            if decision.submission:
                by_start[decision.exercise, decision.submission[:SHORTEST].lower()].append(decision)
        return by_start

    @cached_property
    def _by_student(self) -> Mapping[tuple[str, str], list[Decision]]:
        by_student = defaultdict(list)
        for decision in self.all:
            if decision.student and not decision.submission:
                by_student[decision.exercise, decision.student].append(decision)
        return by_student


UNDECIDED: Final = Decisions()

_REPLACED: Final = {Kind.OWNER: Kind.LEAVE_OUT, Kind.LEAVE_OUT: Kind.OWNER}


def _valid(about: Iterable[Decision]) -> dict[Kind, Decision]:
    """The decisions about one thing that hold, by their kind."""
    last: dict[Kind, Decision] = {}
    for decision in about:
        for kind in decision.kinds:
            last.pop(kind, None)
            if not decision.withdrawn:
                last.pop(_REPLACED.get(kind, kind), None)
                last[kind] = decision
    return last


def _merged(valid: tuple[Decision, ...]) -> Decision | None:
    if not valid:
        return None
    *earlier, last = valid
    merged = last
    for decision in earlier:
        merged = replace(
            merged,
            student=merged.student or decision.student,
            left_out=merged.left_out or decision.left_out,
            at=merged.at or decision.at,
        )
    return replace(merged, reason="; ".join(dict.fromkeys(decision.reason for decision in valid)))
