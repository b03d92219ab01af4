"""plotly.js, sent to the page when its first picture comes near the screen.

`FigureWidget` sends the whole library, 5 MB, with every figure. Here each picture holds a reference
to one widget without a view, which sends it, compressed, when a page asks: once for each page.
"""

import gzip
from collections.abc import Mapping
from functools import cache
from typing import Any

import anywidget
import ipywidgets
import traitlets as t

from helpkit.content.types import Content

__all__ = ["DrawsPlotly", "PlotlyRuntime", "runtime"]

LEVEL = 6
"""1.47 MB in 0.10 s; 5 saves 0.03 s and costs 11 kB, 9 costs 0.03 s and saves 3 kB."""


class PlotlyRuntime(ipywidgets.Widget):  # type: ignore[misc]
    """Answers a page that wants the library.

    It holds nothing that is synced: a page that is loaded again would get that unasked. A plain
    widget hears everything, however slow the page; an AnyWidget does not (decision 10).
    """

    def __init__(self) -> None:
        super().__init__()
        self.on_msg(self._answer)

    def _answer(self, _widget: object, _content: Mapping[str, Any], _buffers: object) -> None:
        self.send({"library": "plotly"}, [library()])


@cache
def library() -> bytes:
    """The library, compressed; plotly is imported at the first picture and not before."""
    # The public function costs 30 ms more than reading the file, once; its path is plotly's own.
    from plotly.offline import get_plotlyjs

    return gzip.compress(get_plotlyjs().encode(), LEVEL, mtime=0)


@cache
def runtime() -> PlotlyRuntime:
    """The one runtime of this kernel."""
    return PlotlyRuntime()


class DrawsPlotly(anywidget.AnyWidget):
    """What a widget with a picture has in addition: the runtime and the words of the drawing.

    A subclass has `content`; its module imports `plot.js`.
    """

    content: Content
    runtime = anywidget.WidgetTrait().tag(sync=True)
    drawing = t.Dict().tag(sync=True)

    @t.default("runtime")
    def _runtime(self) -> PlotlyRuntime:
        return runtime()

    @t.default("drawing")
    def _drawing(self) -> dict[str, str]:
        return dict(self.content.ui["chart"])
