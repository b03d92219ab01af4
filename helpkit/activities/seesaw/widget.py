"""A see-saw for two: every move lifts or lowers somebody, and the plank can be moved by hand."""

from collections.abc import Mapping
from typing import Any, cast

from helpkit.activities.seesaw.activity import SeesawActivity
from helpkit.activities.seesaw.picture import Turn, balanced, see_saw
from helpkit.content.knobs import Settings, numbers
from helpkit.frontend.base import Kinds
from helpkit.frontend.charts.picture import Picture
from helpkit.frontend.knobs import TRY, Knobs
from helpkit.models.see_saw import MOVES, SeeSaw, Side, play

TURNS = "moves"
SIDES: tuple[Side, ...] = ("first", "second")
LONGEST = 40
"""The most moves a talk may have."""
FULL = 10.0
"""The discomfort at which its bar is full."""

SCENES: Mapping[str, tuple[Turn, ...]] = {
    "help": (("first", "help"),),
    "help-and-ask": (("first", "help"), ("first", "ask-to-be-shown")),
    "asked-and-thanked": (("second", "ask-for-help"), ("first", "help"), ("second", "thank")),
}
"""Talks worth a try, by name."""


class Seesaw(Knobs):
    """Who helps, boasts, asks, thanks; where the plank begins, and what both like best."""

    name = "seesaw"
    activity: SeesawActivity

    def fixed(self) -> dict[str, Any]:
        """People, moves and talks worth a try, and the knobs."""
        texts = self.activity.texts
        scenes = {name: [_told(turn) for turn in turns] for name, turns in SCENES.items()}
        return {
            **super().fixed(),
            "people": {side: texts[side] for side in SIDES},
            "moves": {move: texts[move] for move in MOVES},
            "scenes": [
                {"name": texts[f"scene-{name}"], "moves": moves} for name, moves in scenes.items()
            ],
            "longest": LONGEST,
        }

    def restored(self) -> dict[str, Any]:
        """The talk so far, and where it has brought them."""
        restored = super().restored()
        return {**restored, "moves": self._moves(), **self._stand(restored["values"])}

    def handle(self, event: Mapping[str, Any]) -> None:
        """While a hand moves the plank or a knob, the heights and the words follow."""
        super().handle(event)
        if event.get("kind") == TRY:
            self.state = {**self.state, **self._stand(event["value"])}

    def picture(self, values: Settings) -> Picture:
        """Where both stand in words, and the moves that brought them there."""
        return see_saw(self._turns_so_far(), _start(values), self.picture_words)

    def kinds(self) -> Kinds:
        """The whole talk after each move, and the knobs."""
        return {**super().kinds(), "answer": self._answers}

    def _answers(self, item: Any, value: Any) -> bool:
        if item == TURNS:
            return value is None or _is_talk(value)
        return self._turns(item, value)

    def _moves(self) -> list[dict[str, str]]:
        moves = self.recorded().answers.get(TURNS)
        return list(moves) if moves is not None and _is_talk(moves) else []

    def _turns_so_far(self) -> list[Turn]:
        return [(cast(Side, move["by"]), move["do"]) for move in self._moves()]

    def _stand(self, values: Settings) -> dict[str, Any]:
        """What is drawn: both heights, the gap that both like, and how full the bar is."""
        now = play(self._turns_so_far(), _start(values))[-1]
        uneasy = min(1.0, now.discomfort / FULL)
        return {"heights": [now.first, now.second], "gap": now.gap, "uneasy": uneasy}


def _start(values: Settings) -> SeeSaw:
    at = numbers(values)
    return balanced(tilt=at["tilt"], gap=at["gap"])


def _told(turn: Turn) -> dict[str, str]:
    side, move = turn
    return {"by": side, "do": move}


def _is_talk(value: Any) -> bool:
    return isinstance(value, list) and len(value) <= LONGEST and all(map(_is_turn, value))


def _is_turn(value: Any) -> bool:
    match value:
        case {"by": by, "do": move}:
            return len(value) == 2 and by in list(SIDES) and move in list(MOVES)
    return False
