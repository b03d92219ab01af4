"""An evening of favours: every move by hand, both accounts, and who feels short."""

from collections.abc import Mapping
from typing import Any, cast

from helpkit.activities.favours.activity import FavoursActivity
from helpkit.activities.favours.picture import favours
from helpkit.activities.outcomes.receipts import own_inflation
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
            "currencies": {currency: texts[f"in-{currency}"] for currency in CURRENCIES},
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

    def picture(self, values: Settings) -> Picture:
        """Both accounts over the evening."""
        moves = [_move(move) for move in self._moves()]
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
        lesson, receipts = self.journal.lesson, self.activity.receipts
        own = own_inflation(receipts, lesson, self.content, self.journal.state())
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


def _move(move: Mapping[str, Any]) -> Move:
    if move["do"] == "give":
        return Give(move["by"], move["value"], move["currency"])
    return Thank(move["by"]) if move["do"] == "thank" else Ignore(move["by"])
