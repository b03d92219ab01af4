"""The sorting board: cards into columns, and the learner's reading beside ours.

One widget for every deck. The browser knows cards, columns and, once a card is revealed, our
reading of it; what a card is about is known here. How sure the learner is and what they argue are
answers to two activities beside this one: `<id>.sure` and `<id>.argument`.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from helpkit.activities.outcomes.verdict import (
    DIRECTIVENESS,
    State,
    Verdict,
    beside,
    dispute,
    face,
    readings,
)
from helpkit.activities.sort.activity import SortActivity
from helpkit.content.prose import Reading
from helpkit.frontend.base import ActivityWidget
from helpkit.frontend.deal import deal
from helpkit.journal import ActivityState
from helpkit.journal.event import EVERY_ITEM

LONGEST = 2_000
"""The most characters an argument may have."""

COUNTED: tuple[State, ...] = ("same", "accepted", "differs", "contested")


class Sort(ActivityWidget):
    """Cards into columns, one question at a time."""

    name = "sort"
    parts = ("sure", "argument")
    activity: SortActivity

    @cached_property
    def readings(self) -> Mapping[str, Reading]:
        """Our reading of each card, in the order of the content."""
        return readings(self.activity, self.content)

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """What each column is called, in the order of the columns."""
        sort = self.activity
        if sort.dimension is None:
            return {key: sort.labels[key] for key in sort.columns}
        dimension = self.content.dimensions[sort.dimension]
        return {key: dimension.labels[key] for key in sort.columns or dimension.values}

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The cards in the order of the pile: the same after reopening, never the content's."""
        return deal(self.readings, f"{self.journal.course}.{self.activity.id}")

    def fixed(self) -> dict[str, Any]:
        """Question, columns, and cards in the order of the pile; no reading of ours."""
        sort = self.activity
        hints = sort.hints or (
            self.content.dimensions[sort.dimension].hints if sort.dimension else {}
        )
        return {
            "activity": sort.id,
            "question": sort.question,
            "cards": [{"id": card, **self._face(card)} for card in self.order],
            "columns": [
                {"id": key, "label": label, "hint": hints.get(key, "")}
                for key, label in self.labels.items()
            ],
            "ordered": bool(self._scale),
            "longest": LONGEST,
        }

    def restored(self) -> dict[str, Any]:
        """Where the cards lie, how sure the learner is, what they argue, and what is revealed."""
        done = self.recorded()
        answers = self._fitting(done.answers)
        sure = self.recorded(f"{self.activity.id}.sure").answers
        argued = self.recorded(f"{self.activity.id}.argument")
        shown = self._disputed(done)
        complete = len(shown) == len(self.order)
        return {
            "answers": answers,
            "sure": {card: mark for card, mark in sure.items() if self._marks(card, mark)},
            "arguments": {
                card: {"text": text, "at": argued.answered_at[card]}
                for card, text in argued.answers.items()
                if self._argues(card, text)
            },
            "order": shown,
            "revealed": {card: self._revealed(card, answers, done.reveals) for card in shown},
            "summary": self._summary(answers, done.reveals) if complete else None,
        }

    def check(self, event: Mapping[str, Any]) -> None:
        """A card into a column or back, a mark, an argument, or a reveal of one card or all."""
        mine = self.activity.id
        takes: dict[str, dict[str, Callable[[Any, Any], bool]]] = {
            mine: {"answer": self._places, "reveal": self._reveals},
            f"{mine}.sure": {"answer": self._marks},
            f"{mine}.argument": {"answer": self._argues},
        }
        self.expect(event, takes.get(str(event.get("activity") or mine), {}))

    def _places(self, item: Any, value: Any) -> bool:
        column = value is None or (isinstance(value, str) and value in self.labels)
        return item in self.order and column

    def _reveals(self, item: Any, value: Any) -> bool:
        return item in (*self.order, EVERY_ITEM) and value is None

    def _marks(self, item: Any, value: Any) -> bool:
        return item in self.order and isinstance(value, bool)

    def _argues(self, item: Any, value: Any) -> bool:
        fits = value is None or (isinstance(value, str) and len(value) <= LONGEST)
        return item in self.order and fits

    @property
    def _scale(self) -> tuple[str, ...]:
        return DIRECTIVENESS if self.activity.deck == "words" else ()

    def _face(self, card: str) -> dict[str, str]:
        """What stands on a card; a situation also says who helps whom."""
        text = face(self.activity, self.content, card)
        if self.activity.deck != "situations":
            return {"text": text, "sub": ""}
        situation, who = self.content.situations[card], self.content.ui[self.name]["who"]
        return {"text": text, "sub": who.format(helper=situation.helper, client=situation.client)}

    def _fitting(self, answers: Mapping[str, Any]) -> dict[str, str]:
        """The answers that this version of the content still knows."""
        return {
            card: value
            for card, value in answers.items()
            if value is not None and self._places(card, value)
        }

    def _verdict(self, card: str, answer: str | None) -> Verdict:
        return beside(answer, self.readings[card], self._scale)

    def _disputed(self, done: ActivityState) -> list[str]:
        """The revealed cards, most disputed first; a later move does not change the order."""
        first = self._fitting(done.reveals)
        cards = [card for card in self.order if {card, EVERY_ITEM} & done.reveals.keys()]

        def talk(card: str) -> tuple[int, ...]:
            return dispute(self._verdict(card, first.get(card)), self.readings[card])

        return sorted(cards, key=talk, reverse=True)

    def _revealed(
        self, card: str, answers: Mapping[str, str], reveals: Mapping[str, Any]
    ) -> dict[str, Any]:
        ours = self.readings[card]
        verdict = self._verdict(card, answers.get(card))
        first = self._fitting(reveals).get(card)
        return {
            "verdict": "contested" if ours.contested else verdict.state,
            "steps": verdict.steps,
            "value": ours.value,
            "label": self.labels.get(ours.value, ""),
            "accepted": [self.labels[value] for value in ours.accepted],
            "source": ours.confidence,
            "reason": ours.reason,
            "first": self.labels[first] if first and first != answers.get(card) else "",
        }

    def _summary(self, answers: Mapping[str, str], reveals: Mapping[str, Any]) -> dict[str, Any]:
        states = Counter(self._verdict(card, answer).state for card, answer in answers.items())
        first = self._fitting(reveals)
        return {
            "counts": {state: states[state] for state in COUNTED},
            "unplaced": len(self.order) - len(answers),
            "moved": sum(answers.get(card) != value for card, value in first.items()),
        }
