"""The latest marks while people are marking, including those that could not be saved yet."""

from dataclasses import dataclass, field, replace
from typing import Any

from helpkit.errors import JournalError, NotSavedError
from helpkit.teacher.marking.marks import Mark, Marks, MarkSpot, Texts, earlier_marks, latest_marks

__all__ = ["CurrentMarks"]


@dataclass
class CurrentMarks:
    """The latest mark of every spot, with the journal of marks behind it.

    `texts` are the texts that are read here: a mark is for that text, and for no other.
    """

    journal: Marks
    exercise: str
    texts: Texts = field(default_factory=dict)
    _held: dict[MarkSpot, Mark] = field(default_factory=dict)

    def latest(self) -> dict[MarkSpot, Mark]:
        """The last mark of each spot, also one that was taken back or is held.

        Raises:
            JournalError: the marks are there and cannot be read.
        """
        return latest_marks(self._read(), self.texts) | self._held

    def earlier(self) -> dict[MarkSpot, Mark]:
        """The last mark of each spot for an earlier text; it no longer counts.

        Raises:
            JournalError: the marks are there and cannot be read.
        """
        return earlier_marks(self._read(), self.texts)

    def _read(self) -> list[Mark]:
        try:
            return [mark for mark in self.journal.read()[0] if mark.exercise == self.exercise]
        except OSError as error:
            raise JournalError(
                f"{self.journal.path} cannot be read ({error.strerror}): put it right, and run the "
                "desk again"
            ) from error

    def give(self, student: str, part: str, criterion: str, marker: str, **fields: Any) -> None:
        """Give points (`value`), a comment (`comment`), or both; what is left out stays.

        Raises:
            JournalError: it is not what a mark has; nothing is kept.
            NotSavedError: it is held here and goes to the disk with the next mark.
        """
        spot = (self.exercise, student, part, criterion, marker)
        mark = self.latest().get(spot) or Mark("", *spot, None)
        text = self.texts.get((student, part), "")
        before = dict(self._held)
        self._held[spot] = replace(mark, at="", text=text, **fields)
        try:
            self._save()
        except NotSavedError:
            raise
        except JournalError:
            self._held = before  # what was held for this spot is still to be written
            raise

    def _save(self) -> None:
        for spot, mark in list(self._held.items()):
            fields = {name: getattr(mark, name) for name in Mark.__slots__ if name != "at"}
            self.journal.record(**fields)
            del self._held[spot]
