"""A picture on its own, with its text twin."""

from collections.abc import Callable, Mapping
from typing import Any

import traitlets as t

from helpkit.content.types import Content
from helpkit.frontend.charts.picture import Picture
from helpkit.frontend.charts.plotly_runtime import DrawsPlotly
from helpkit.frontend.modules import ModuleWidget

__all__ = ["Chart"]


def _ignore(_key: str) -> None:
    """What a chart does with a pick that nobody asked for."""


class Chart(DrawsPlotly, ModuleWidget):
    """One picture; a mark that is clicked, or its button in the table, calls `on_pick`.

    Only the figure travels: the library and the theme are in the page. `show` replaces it.
    """

    module = "frontend/charts/chart"
    language = t.Unicode().tag(sync=True)
    words = t.Dict().tag(sync=True)
    view = t.Dict().tag(sync=True)
    state = t.Dict().tag(sync=True)
    place = t.Unicode("helpkit.chart").tag(sync=True)

    def __init__(
        self, picture: Picture, content: Content, on_pick: Callable[[str], None] = _ignore
    ) -> None:
        self.content, self.on_pick = content, on_pick
        super().__init__(
            language=content.language,
            view={"title": picture.name},
            state=picture.as_json(),
        )
        self.on_msg(self._receive)

    def show(self, picture: Picture) -> None:
        """Draw another picture in place of this one."""
        self.state = picture.as_json()

    def _receive(self, _widget: object, content: Mapping[str, Any], _buffers: object) -> None:
        reply = {"id": content["id"], "problem": ""}
        try:
            self.on_pick(content["event"]["item"])
        except Exception as error:
            fault = self.content.ui["common"]["fault"]
            self.send(reply | {"problem": fault.format(error=f"{type(error).__name__}: {error}")})
            raise
        self.send(reply)
