"""Many villages, one after the other, with progress and a stop: in how many does helping win?

The browser edition cannot interrupt a loop, so the run yields after each village; a stop, or
another slider, is handled in between.
"""

import asyncio
import random
from collections.abc import Mapping
from time import monotonic
from typing import Any

import traitlets as t

from helpkit.activities.outcomes.villages import item, results
from helpkit.activities.villages.activity import VillagesActivity
from helpkit.activities.villages.picture import Going, villages
from helpkit.content.knobs import Settings
from helpkit.errors import NotSavedError
from helpkit.frontend.charts.picture import Picture
from helpkit.frontend.knobs import Knobs, fits
from helpkit.frontend.lesson_view import VIEW
from helpkit.frontend.widget_lifetime import ONE_AT_A_TIME
from helpkit.models import image_scoring

START, STOP = "start", "stop"
ENCOUNTERS = "encounters"
PAUSE = 0.05
"""Seconds between two updates: more often than an eye can follow is a waste of the wire."""
DRAWN = 0.5
"""Seconds between two pictures of a run that is going: to draw one takes the browser a while."""


class Villages(Knobs):
    """The same villages for everybody: each starts its chance from its own name."""

    name = "villages"
    activity: VillagesActivity
    progress = t.Dict().tag(sync=True)

    _run: "asyncio.Task[None] | None" = None
    _number = 0
    """Which run is going: a stopped one may wake up once more, and must not say another word."""

    def fixed(self) -> dict[str, Any]:
        """The knob, and how many villages."""
        return {**super().fixed(), "runs": self.activity.runs}

    def picture(self, values: Settings) -> Picture:
        """What came out of every finished run, and where the one that is going stands."""
        done = results(self.activity, self.recorded())
        return villages(done, self.picture_words, self._going())

    def _going(self) -> Going | None:
        now = self.progress
        if not now.get("running") or not now["done"]:
            return None
        return now["encounters"], now["helping"], now["done"]

    def handle(self, event: Mapping[str, Any]) -> None:
        """Start or stop a run; neither is recorded, but the result is."""
        if event.get("kind") not in (START, STOP):
            super().handle(event)
            return
        self.expect(
            event,
            {
                START: lambda _item, value: fits(self.knobs[ENCOUNTERS], value),
                STOP: lambda _item, _value: True,
            },
        )
        self.stop()
        if event["kind"] == START:
            self._start(round(event["value"]))

    def _start(self, encounters: int) -> None:
        self._number += 1
        self._tell(encounters, 0, 0, running=True)
        task = self._live(self._number, encounters)
        self._run = asyncio.get_running_loop().create_task(task)

    def stop(self) -> None:
        """End the run that is going, if any; nothing of it is recorded."""
        with ONE_AT_A_TIME:
            self._number += 1
            self._halt()

    def _halt(self) -> None:
        if self.progress.get("running"):
            self.progress = {**self.progress, "running": False}
            self._draw()

    def _draw(self) -> None:
        self.state = {**self.state, "picture": self.picture(self.state["values"]).as_json()}

    async def _live(self, run: int, encounters: int) -> None:
        try:
            await self._count(run, encounters)
        except Exception as error:
            self._halt()
            self.send({"id": "", "saved": False, "problem": self._fault(error)})
            raise

    async def _count(self, run: int, encounters: int) -> None:
        """Let every village live, report progress now and then, and enter the result."""
        helping, reported, pictured = 0, monotonic(), 0.0
        for number in range(self.activity.runs):
            await asyncio.sleep(0)
            with ONE_AT_A_TIME:
                if run != self._number:
                    return
                if monotonic() - reported > PAUSE:
                    self._tell(encounters, number, helping, running=True)
                    reported = monotonic()
                if number and monotonic() - pictured > DRAWN:
                    self._tell(encounters, number, helping, running=True)
                    self._draw()
                    pictured = monotonic()
            chance = random.Random(f"{encounters}-{number}")
            helping += image_scoring.run(chance, encounters=encounters).helps
        with ONE_AT_A_TIME:
            if run == self._number:
                self._record(encounters, helping)

    def _tell(self, encounters: int, done: int, helping: int, *, running: bool) -> None:
        shown = {"encounters": encounters, "done": done, "helping": helping}
        self.progress = {**shown, "of": self.activity.runs, "running": running}

    def _record(self, encounters: int, helping: int) -> None:
        runs = self.activity.runs
        try:
            value = [helping, runs]
            self.journal.record(
                activity=self.activity.id, item=item(encounters), kind="answer", value=value
            )
        except NotSavedError as error:
            self.send({"id": "", "saved": False, "problem": self._sentence(error)})
        self._tell(encounters, runs, helping, running=False)
        self.state = self.restored()
        VIEW.tell()
