"""The works and people of the chapter on one line, and the same as a list."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from helpkit.activities.timeline.activity import TimelineActivity
from helpkit.activities.timeline.picture import timeline
from helpkit.frontend.base import ActivityWidget
from helpkit.frontend.charts.plotly_runtime import DrawsPlotly


class Timeline(DrawsPlotly, ActivityWidget):
    """A line to look at; nothing is recorded."""

    name = "timeline"
    activity: TimelineActivity

    def fixed(self) -> dict[str, Any]:
        """The picture and the list."""
        return asdict(timeline(self.content.works, self.content.ui[self.name]))

    def restored(self) -> dict[str, Any]:
        """Nothing to restore."""
        return {}

    def check(self, event: Mapping[str, Any]) -> None:
        """No event is expected at all."""
        self.expect(event, {})
