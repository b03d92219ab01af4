"""Every guess of the course and what came of it; from five on, how sure went with right."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from helpkit.activities.outcomes.guess import SURE, Guess, PredictActivity, committed
from helpkit.activities.outcomes.measures import measure
from helpkit.activities.predictions.activity import PredictionsActivity
from helpkit.activities.predictions.picture import Group, calibration
from helpkit.frontend.base import ActivityWidget
from helpkit.frontend.charts.plotly_runtime import DrawsPlotly
from helpkit.frontend.charts.words import Words

ENOUGH = 5
"""From so many guesses at published numbers, with an answer, there is something to see."""


class Predictions(DrawsPlotly, ActivityWidget):
    """The learner's own guesses, over all lessons; nothing is recorded here."""

    name = "predictions"
    activity: PredictionsActivity

    def fixed(self) -> dict[str, Any]:
        """How many it takes for a picture."""
        return {"enough": ENOUGH}

    def restored(self) -> dict[str, Any]:
        """Every committed guess; one whose answer was not looked at keeps it to itself."""
        rows = list(self._rows())
        done = [row for row in rows if row["counts"] and row["answer"] is not None]
        return {
            "rows": rows,
            "done": len(done),
            "picture": self._picture(done) if len(done) >= ENOUGH else None,
        }

    def check(self, event: Mapping[str, Any]) -> None:
        """No event is expected at all."""
        self.expect(event, {})

    def _rows(self) -> Iterator[dict[str, Any]]:
        for lesson, activity in self.content.each(PredictActivity):
            yield from self._row(lesson, activity)

    def _row(self, lesson: str, activity: PredictActivity) -> Iterator[dict[str, Any]]:
        """The guess of one activity, if it was made; it `counts` if it says how sure."""
        state = self.journal.state()
        done = state.of(lesson, activity.id)
        mine = committed(activity, done)
        if mine is None:
            return
        measured = (
            measure(activity.measure, self.content, state)
            if activity.measure in done.reveals
            else None
        )
        yield {
            "lesson": lesson,
            "question": activity.question,
            "guess": mine.guess,
            "counts": mine.sure is not None,
            "sure": mine.sure,
            "words": self._words(mine),
            "answer": measured.answer if measured else None,
            "hit": measured is not None and mine.hits(measured.answer, activity.margin),
        }

    def _words(self, mine: Guess) -> str:
        return self.content.ui["predict"][f"sure-{mine.sure}"] if mine.sure else ""

    def _picture(self, done: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        words = Words(self.activity.texts, self.content.ui["chart"]["decimal"])
        return calibration(_groups(done), words).as_json()


def _groups(done: Sequence[Mapping[str, Any]]) -> list[Group]:
    """Guesses and hits by degree of confidence, those that occur."""
    groups = []
    for degree in SURE:
        hits = [row["hit"] for row in done if row["sure"] == degree]
        if hits:
            groups.append((degree, len(hits), sum(hits)))
    return groups
