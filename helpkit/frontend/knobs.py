"""Knobs that answer while they are turned.

While a hand is on a slider the browser sends `try` with the newest values, one at a time, and drops
the ones in between; a try is drawn and not recorded. When the hand lets go, the value becomes an
answer; an option that is chosen is one at once.
"""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from helpkit.content.activity import KnobsActivity
from helpkit.content.knobs import AnyKnob, ChoiceKnob, Setting, Settings
from helpkit.frontend.base import ActivityWidget, Kinds
from helpkit.frontend.charts.picture import Picture
from helpkit.frontend.charts.plotly_runtime import DrawsPlotly
from helpkit.frontend.charts.words import Words
from helpkit.journal import ActivityState
from helpkit.journal.event import EVERY_ITEM

__all__ = ["TRY", "Knobs", "fits", "opened", "values"]

TRY = "try"
OPENED = "open."


class Knobs(DrawsPlotly, ActivityWidget):
    """A picture that follows its knobs; the first is there at once, the next when asked for.

    A subclass draws its `picture`.
    """

    activity: KnobsActivity

    @property
    def knobs(self) -> Mapping[str, AnyKnob]:
        """The knobs of the activity, in order."""
        return self.activity.knobs

    @property
    def picture_words(self) -> Words:
        """The words of the activity's picture, with this language's decimal mark."""
        return Words(self.activity.texts, self.content.ui["chart"]["decimal"])

    def picture(self, values: Settings) -> Picture:
        """The picture at these values."""
        raise NotImplementedError

    def fixed(self) -> dict[str, Any]:
        """The knobs, and where the model comes from."""
        knobs = [{"id": name, **asdict(knob)} for name, knob in self.knobs.items()]
        return {"knobs": knobs, "provenance": asdict(self.activity.provenance)}

    def restored(self) -> dict[str, Any]:
        """Where the knobs were left, which are there, and the picture."""
        done = self.recorded()
        now = values(self.knobs, done)
        return {
            "values": now,
            "open": opened(self.knobs, done),
            "picture": self.picture(now).as_json(),
        }

    def check(self, event: Mapping[str, Any]) -> None:
        """A knob that is let go of or put back, or one more knob."""
        self.expect(event, self.kinds())

    def kinds(self) -> Kinds:
        """The events of the knobs; a subclass may add its own."""
        return {"answer": self._turns, "reveal": self._opens}

    def handle(self, event: Mapping[str, Any]) -> None:
        """Draw a try at once and record nothing; all else goes its usual way."""
        if event.get("kind") != TRY:
            super().handle(event)
            return
        self.expect(event, {TRY: lambda _item, value: self._complete(value)})
        now = event["value"]
        self.state = {**self.state, "values": now, "picture": self.picture(now).as_json()}

    def _turns(self, item: Any, value: Any) -> bool:
        return item in tuple(self.knobs) and (value is None or fits(self.knobs[item], value))

    def _opens(self, item: Any, _value: Any) -> bool:
        return item in (EVERY_ITEM, *(OPENED + name for name in self.knobs))

    def _complete(self, value: Any) -> bool:
        known = isinstance(value, dict) and value.keys() == self.knobs.keys()
        return known and all(fits(self.knobs[name], setting) for name, setting in value.items())


def fits(knob: AnyKnob, value: object) -> bool:
    """Whether this is an option of the knob, or a number on one of its steps."""
    if isinstance(knob, ChoiceKnob):
        return isinstance(value, str) and value in knob.options
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    if not knob.low <= value <= knob.high:  # first: what is out of range may be no float
        return False
    steps = (value - knob.low) / knob.step
    return abs(steps - round(steps)) < 1e-6


def values(knobs: Mapping[str, AnyKnob], done: ActivityState) -> dict[str, Setting]:
    """Where each knob was left, or where it starts."""
    return {
        name: done.answers[name] if fits(knob, done.answers.get(name)) else knob.start
        for name, knob in knobs.items()
    }


def opened(knobs: Mapping[str, AnyKnob], done: ActivityState) -> list[str]:
    """The first knob, and those that were asked for."""
    first = next(iter(knobs), None)
    every = EVERY_ITEM in done.reveals
    return [name for name in knobs if every or name == first or OPENED + name in done.reveals]
