"""One evening, two cameras: where does it break in the account, and where on the stage?

What the browser gets before the reveal gives away neither our reading nor the models' answer.
"""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from helpkit.activities.cameras.activity import CAMERAS, CamerasActivity, ScriptEvent, ScriptMove
from helpkit.activities.cameras.picture import account, stage
from helpkit.activities.outcomes.verdict import beside
from helpkit.content import equations, sentiments
from helpkit.frontend.base import ActivityWidget
from helpkit.frontend.charts.picture import Picture
from helpkit.frontend.charts.plotly_runtime import DrawsPlotly
from helpkit.frontend.charts.words import Words
from helpkit.journal.event import EVERY_ITEM
from helpkit.models.affect_control import impression
from helpkit.models.ledger import Give, Ignore, Move, Thank


class Cameras(DrawsPlotly, ActivityWidget):
    """The same lines twice: a mark for each camera, then both pictures with our reading."""

    name = "cameras"
    activity: CamerasActivity

    def fixed(self) -> dict[str, Any]:
        """The lines of the evening, the cameras, and where the models come from."""
        activity = self.activity
        return {
            "lines": [{"id": key, "says": line.says} for key, line in activity.lines.items()],
            "cameras": list(CAMERAS),
            "provenance": asdict(activity.provenance),
        }

    def restored(self) -> dict[str, Any]:
        """The marks and, once it is asked for, what each camera saw."""
        marks = self._marks()
        looked = EVERY_ITEM in self.recorded().reveals
        shown = {name: self._shown(name, marks.get(name)) for name in CAMERAS} if looked else None
        return {"marks": marks, "shown": shown}

    def check(self, event: Mapping[str, Any]) -> None:
        """A mark for a camera, or a look at both pictures."""
        self.expect(
            event,
            {
                "answer": self._is_mark,
                "reveal": lambda item, _value: (
                    item == EVERY_ITEM and len(self._marks()) == len(CAMERAS)
                ),
            },
        )

    def _is_mark(self, item: Any, value: Any) -> bool:
        return item in CAMERAS and isinstance(value, str) and value in self.activity.lines

    def _marks(self) -> dict[str, str]:
        answers = self.recorded().answers
        return {name: answers[name] for name in CAMERAS if self._is_mark(name, answers.get(name))}

    def _shown(self, camera: str, mine: str | None) -> dict[str, Any]:
        reading = self.activity.readings[camera]
        return {
            "verdict": beside(mine, reading).state,
            "mine": self._number(mine) if mine else None,
            "ours": self._number(reading.value),
            "accepted": [self._number(line) for line in reading.accepted],
            "confidence": reading.confidence,
            "reason": reading.reason,
            "picture": self._picture(camera, mine, reading.value).as_json(),
        }

    def _number(self, line: str) -> int:
        return 1 + list(self.activity.lines).index(line)

    def _picture(self, camera: str, mine: str | None, ours: str) -> Picture:
        activity, ui = self.activity, self.content.ui[self.name]
        words = Words(activity.texts, self.content.ui["chart"]["decimal"])
        marks = {ui["mark-ours"]: self._number(ours)}
        if mine:
            marks[ui["mark-mine"]] = self._number(mine)
        if camera == "account":
            moves = [[_move(move) for move in line.moves] for line in activity.lines.values()]
            return account(moves, words, inflation=activity.inflation, marks=marks)
        return stage([_strain(line.event) for line in activity.lines.values()], words, marks=marks)


def _move(move: ScriptMove) -> Move:
    if move.do == "give":
        return Give(move.by, move.value)
    return Thank(move.by) if move.do == "thank" else Ignore(move.by)


def _strain(event: ScriptEvent) -> float:
    known = sentiments()
    actor, behavior, target = (
        known[name].epa for name in (event.actor, event.behavior, event.object)
    )
    return impression(actor, behavior, target, equations("nc1978")).deflection
