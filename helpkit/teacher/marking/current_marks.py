"""The marks that stand while people are marking, including those that could not be saved yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from helpkit.errors import JournalError, NotSavedError
from helpkit.teacher.marking.marks import Mark, Marks, Spot, Texts, earlier, latest

__all__ = ["Given", "Level"]


@dataclass(frozen=True, slots=True)
class Level:
    """What one marker gave for one criterion; without points a comment waits for them.

    `at` is when, and empty for a mark that is held and not on the disk yet. `known` says that it is
    for the text that is shown; a mark of an older helpkit may be for another one.
    """

    value: float | None = None
    comment: str = ""
    at: str = ""
    known: bool = True

    @property
    def held(self) -> bool:
        """Is it not on the disk yet?"""
        return not self.at


@dataclass
class Given:
    """What stands at every spot, with the journal of marks behind it.

    `texts` are the texts that are read here: a mark is for that text, and for no other.
    """

    marks: Marks
    exercise: str
    texts: Texts = field(default_factory=dict)
    _held: dict[Spot, dict[str, Any]] = field(default_factory=dict)

    def levels(self) -> dict[Spot, Level]:
        """The last mark of each spot, also one that was taken back.

        Raises:
            JournalError: the marks are there and cannot be read.
        """
        on_disk = _levels(latest(self._read(), self.texts))
        return on_disk | {spot: _level(fields) for spot, fields in self._held.items()}

    def earlier(self) -> dict[Spot, Level]:
        """The last mark of each spot for an earlier text; it no longer counts.

        Raises:
            JournalError: the marks are there and cannot be read.
        """
        return _levels(earlier(self._read(), self.texts))

    def _read(self) -> list[Mark]:
        try:
            return [mark for mark in self.marks.read()[0] if mark.exercise == self.exercise]
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
            named = _named(spot)
            text = self.texts.get((named["student"], named["item"]), "")
            self.marks.record(**named, **fields, text=text)
            del self._held[spot]


def _named(spot: Spot) -> dict[str, str]:
    names = ("exercise", "student", "item", "criterion", "marker")
    return dict(zip(names, spot, strict=True))


def _levels(marks: Mapping[Spot, Mark]) -> dict[Spot, Level]:
    return {
        spot: Level(one.value, one.comment, one.at, known=bool(one.text))
        for spot, one in marks.items()
    }


def _level(fields: dict[str, Any]) -> Level:
    return Level(fields["value"], fields["comment"])
