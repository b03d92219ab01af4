"""An evening of favours: every move by hand, both accounts, and who feels short."""

from collections.abc import Mapping
from typing import Any, cast

from helpkit.activities.favours.activity import FavoursActivity
from helpkit.activities.favours.picture import favours
from helpkit.activities.outcomes.receipts import own_inflation
from helpkit.activities.receipt.activity import ReceiptActivity
from helpkit.content.knobs import Settings, numbers
from helpkit.frontend.base import Kinds
from helpkit.frontend.charts.picture import Picture
from helpkit.frontend.knobs import Knobs
from helpkit.models.ledger import (
    CURRENCIES,
    PEOPLE,
    RELATIONS,
    Give,
    Ignore,
    Move,
    Relation,
    Thank,
)

MOVES, RELATION = "moves", "relation"
LONGEST = 40
"""The most moves an evening may have."""


class Favours(Knobs):
    """Who gives, who thanks, who pays back, who lets it pass; then other people."""

    name = "favours"
    activity: FavoursActivity

    def fixed(self) -> dict[str, Any]:
        """People, currencies and relations in words, and the knob."""
        texts = self.activity.texts
        return {
            **super().fixed(),
            "people": {who: texts[f"person-{who.lower()}"] for who in PEOPLE},
            "currencies": {one: texts[f"in-{one}"] for one in CURRENCIES},
            "relations": list(RELATIONS),
            "longest": LONGEST,
        }

    def restored(self) -> dict[str, Any]:
        """The evening so far, what they are to each other, and the learner's own inflation."""
        return {
            **super().restored(),
            "moves": self._moves(),
            "relation": self._relation(),
            "own": self._own(),
        }

    def drawn(self, values: Settings) -> Picture:
        """Both accounts over the evening."""
        moves = [_move(one) for one in self._moves()]
        relation = cast(Relation, self._relation())
        inflation = numbers(values)["inflation"]
        return favours(moves, self.picture_words, inflation=inflation, relation=relation)

    def kinds(self) -> Kinds:
        """The whole evening after each move, what they are to each other, and the knob."""
        return {**super().kinds(), "answer": self._answers}

    def _answers(self, item: Any, value: Any) -> bool:
        if item == MOVES:
            return value is None or _is_evening(value)
        if item == RELATION:
            return value in list(RELATIONS)
        return self._turns(item, value)

    def _moves(self) -> list[dict[str, Any]]:
        moves = self.recorded().answers.get(MOVES)
        return list(moves) if moves is not None and _is_evening(moves) else []

    def _relation(self) -> str:
        relation = self.recorded().answers.get(RELATION)
        return str(relation) if relation in list(RELATIONS) else RELATIONS[0]

    def _own(self) -> float | None:
        """What the receipts came to, once the learner has put them side by side."""
        lesson, key = self.journal.lesson, self.activity.receipts
        one = cast(ReceiptActivity, self.content.activities[lesson][key])
        own = own_inflation(one, lesson, self.content, self.journal.state())
        return own.used if own else None


def _is_evening(value: Any) -> bool:
    return isinstance(value, list) and len(value) <= LONGEST and all(map(_is_move, value))


def _is_move(value: Any) -> bool:
    match value:
        case {"by": by, "do": "give", "value": int(size), "currency": currency}:
            fits = len(value) == 4 and not isinstance(size, bool) and 1 <= size <= 10
            return fits and by in list(PEOPLE) and currency in list(CURRENCIES)
        case {"by": by, "do": "thank" | "ignore"}:
            return len(value) == 2 and by in list(PEOPLE)
    return False


def _move(one: Mapping[str, Any]) -> Move:
    if one["do"] == "give":
        return Give(one["by"], one["value"], one["currency"])
    return Thank(one["by"]) if one["do"] == "thank" else Ignore(one["by"])
