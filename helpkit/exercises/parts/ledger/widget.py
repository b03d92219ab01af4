"""Arithmetic with favours for an exercise: for each item an evening with the student's numbers.

What is typed is kept as it was typed. Students learn if it cannot be read as a number, but never
whether it is right.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from helpkit.content.activity import Activity
from helpkit.content.types import Content
from helpkit.exercises.items import LedgerItem, LedgerPart
from helpkit.exercises.parts.ledger.evenings import BOTH, IMPOSSIBLE, balance_id, evening
from helpkit.exercises.parts.ledger.numbers import LONGEST_NUMBER, number, thanks
from helpkit.exercises.sheet import same_student, sheet
from helpkit.exercises.widget import ExerciseWidget, Handout
from helpkit.frontend.base import ActivityWidget
from helpkit.frontend.charts.words import Words
from helpkit.journal import Journal
from helpkit.models.ledger import Give, Move

__all__ = ["ExerciseLedger", "LedgerSheet"]

WHO = ("start", "student")
"""The activity and item under which an exercise keeps who the student is."""

OTHER = "other-numbers"


class LedgerSheet(ActivityWidget):
    """Evenings of favours, and fields for both balances or for the fewest thanks.

    It can be made before the student is known and is empty until then.
    """

    name = "ledger"

    def __init__(
        self,
        activity: Activity,
        content: Content,
        journal: Journal,
        *,
        part: LedgerPart,
        seed: str = "",
        student: str = "",
    ) -> None:
        self.part, self.seed, self.student = part, seed, student
        super().__init__(activity, content, journal)

    def for_student(self, seed: str, student: str) -> None:
        """Show the evenings of this student, with what was answered so far."""
        self.seed, self.student = seed, student
        with self.hold_sync():  # fields and answers go together
            self.view = {**self.view, **self.fixed()}
            self.state = self.restored()

    def fixed(self) -> dict[str, Any]:
        """The evening of each item with the spots where answers go."""
        items = [self._item(name) for name in self._sheet()]
        return {"items": items, "longest": LONGEST_NUMBER, "impossible": IMPOSSIBLE}

    def restored(self) -> dict[str, Any]:
        """What was typed at each spot, and why it is no answer if it cannot be read."""
        done, known = self.recorded(), self._spots()
        typed = {spot: self._typed(done.answers.get(spot)) for spot in known}
        others = self._others(done.answer_order)
        answers = {
            spot: {
                "typed": text,
                "problem": OTHER if spot in others else _problem(text, known[spot]),
            }
            for spot, text in typed.items()
            if text
        }
        whole = sum(not answer["problem"] for answer in answers.values())
        return {"answers": answers, "done": whole, "of": len(known)}

    def check(self, event: Mapping[str, Any]) -> None:
        """One kind of event: what was typed at a spot, or None for a field that was emptied."""
        known = self._spots()
        self.expect(
            event,
            {
                "answer": lambda item, value: (
                    item in tuple(known) and (value is None or _fits(value))
                )
            },
        )

    def _others(self, answer_order: Mapping[str, int]) -> set[str]:
        """The spots that were filled in while the widget had another student."""
        answers = [event for event in self.journal.known() if event.kind == "answer"]
        said = [
            (place, event.value)
            for place, event in enumerate(answers)
            if (event.lesson, event.activity, event.item) == (self.journal.lesson, *WHO)
        ]
        stale = set()
        for spot, order in answer_order.items():
            then = [value for place, value in said if place <= order]
            if then and same_student(str(then[-1])) != same_student(self.student):
                stale.add(spot)
        return stale

    def _sheet(self) -> tuple[str, ...]:
        return sheet(self.part, self.seed, self.student) if self.student else ()

    def _spots(self) -> dict[str, str]:
        """What each spot of the sheet asks for: balances or thanks."""
        items = {name: self.part.items[name] for name in self._sheet()}
        return {spot: item.asks for name, item in items.items() for spot, _ in _asked(name, item)}

    def _item(self, name: str) -> dict[str, Any]:
        item = self.part.items[name]
        drawn = evening(item, name, self.seed, self.student)
        return {
            "id": name,
            "text": item.text,
            "asks": item.asks,
            "spots": [{"id": spot, "who": who} for spot, who in _asked(name, item)],
            "factor": self._written(drawn.inflation),
            "moves": [*map(self._move, drawn.moves)],
        }

    def _move(self, move: Move) -> dict[str, str]:
        a, b = BOTH
        move_state = {"by": move.by, "to": b if move.by == a else a}
        if isinstance(move, Give):
            return {**move_state, "does": "gives", "value": self._written(move.value)}
        return {**move_state, "does": "thanks", "value": ""}

    def _written(self, value: float) -> str:
        return Words({}, self.content.ui["chart"]["decimal"]).number(value)

    def _typed(self, value: Any) -> str:
        """A recorded answer as its field shows it."""
        if isinstance(value, str):
            return value if _fits(value) else ""
        known = number(value)
        return "" if known is None else self._written(known)


class ExerciseLedger(ExerciseWidget, LedgerSheet):
    """The evenings that the student gets, with the student's own numbers."""

    part: LedgerPart

    def __init__(self, part: LedgerPart, exercise: Handout) -> None:
        """Show the evenings of the student."""
        super().__init__(part, exercise, part=part, seed=exercise.seed, student=exercise.student)

    def renew(self) -> None:
        """Another student has different numbers."""
        self.seed, self.student = self.exercise.seed, self.exercise.student
        super().renew()


def _asked(name: str, item: LedgerItem) -> Iterator[tuple[str, str]]:
    """Each spot of an item, with the person whose balance goes there."""
    if item.asks == "thanks":
        yield name, ""
    else:
        yield from ((balance_id(name, who), who) for who in BOTH)


def _problem(typed: str, asks: str) -> str:
    if asks == "thanks":
        return "no-thanks-number" if thanks(typed) is None else ""
    return "no-number" if number(typed) is None else ""


def _fits(value: Any) -> bool:
    return isinstance(value, str) and len(value.strip()) > 0 and len(value) <= LONGEST_NUMBER
