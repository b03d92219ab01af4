"""The marks that stand while people are marking, including those that could not be saved yet."""

from dataclasses import dataclass, field
from typing import Any

from helpkit.errors import JournalError, NotSavedError
from helpkit.teacher.marks import Mark, Marks, Spot

__all__ = ["Given", "Level"]


@dataclass(frozen=True, slots=True)
class Level:
    """What one marker gave for one criterion; without points a comment waits for them.

    `at` is when, and empty for a mark that is held and not on the disk yet.
    """

    value: float | None = None
    comment: str = ""
    at: str = ""

    @property
    def held(self) -> bool:
        """Is it not on the disk yet?"""
        return not self.at


@dataclass
class Given:
    """What stands at every spot, with the journal of marks behind it."""

    marks: Marks
    exercise: str
    _held: dict[Spot, dict[str, Any]] = field(default_factory=dict)

    def levels(self) -> dict[Spot, Level]:
        """The last mark of each spot, also one that was taken back.

        Raises:
            JournalError: the marks are there and cannot be read.
        """
        read = (mark for mark in self._read() if mark.exercise == self.exercise)
        on_disk = {mark.spot: Level(mark.value, mark.comment, mark.at) for mark in read}
        return on_disk | {spot: _level(fields) for spot, fields in self._held.items()}

    def _read(self) -> tuple[Mark, ...]:
        try:
            return self.marks.read()[0]
        except OSError as error:
            raise JournalError(
                f"{self.marks.path} cannot be read ({error.strerror}): put it right, and run the "
                "desk again"
            ) from error

    def give(self, student: str, part: str, criterion: str, marker: str, **fields: Any) -> None:
        """Give points (`value`), a comment (`comment`), or both; what is not given stays.

        Raises:
            JournalError: it is not what a mark has; nothing is kept.
            NotSavedError: it is held here and goes to the disk with the next mark.
        """
        spot = (self.exercise, student, part, criterion, marker)
        stands = self.levels().get(spot, Level())
        whole = {"value": stands.value, "comment": stands.comment, **fields}
        before = dict(self._held)
        self._held[spot] = whole
        try:
            self._save()
        except NotSavedError:
            raise
        except JournalError:
            self._held = before  # what was held for this spot is still to be written
            raise

    def _save(self) -> None:
        for spot, fields in list(self._held.items()):
            self.marks.record(**_named(spot), **fields)
            del self._held[spot]


def _named(spot: Spot) -> dict[str, str]:
    names = ("exercise", "student", "item", "criterion", "marker")
    return dict(zip(names, spot, strict=True))


def _level(fields: dict[str, Any]) -> Level:
    return Level(fields["value"], fields["comment"])
