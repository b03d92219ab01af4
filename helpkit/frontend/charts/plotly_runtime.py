"""plotly.js, sent to the page once for all pictures of a kernel.

`FigureWidget` sends the whole library, 5 MB, with every figure. Here one widget without a view
carries it, compressed, and each picture holds a reference to that widget.
"""

import asyncio
import gzip
from functools import cache
from importlib.resources import files
from typing import Any

import anywidget
import traitlets as t

__all__ = ["DrawsPlotly", "PlotlyRuntime", "runtime", "send_ahead"]

LEVEL = 6
"""1.47 MB in 0.10 s; 5 saves 0.03 s and costs 11 kB, 9 costs 0.03 s and saves 3 kB."""


class PlotlyRuntime(anywidget.AnyWidget):
    """The library in a trait; it is shown nowhere."""

    _esm = (files("helpkit.frontend.charts") / "plotly_runtime.js").read_text("utf-8")
    source = t.Bytes().tag(sync=True)


@cache
def runtime() -> PlotlyRuntime:
    """The one runtime of this kernel; plotly is imported at the first picture and not before."""
    # The public function costs 30 ms more than reading the file, once; its path is plotly's own.
    from plotly.offline import get_plotlyjs

    return PlotlyRuntime(source=gzip.compress(get_plotlyjs().encode(), LEVEL, mtime=0))


def send_ahead() -> None:
    """Send the library as soon as the running cell is done, so that no picture has to wait for it.

    Outside a kernel nobody waits for a picture, so nothing is done.
    """
    try:
        asyncio.get_running_loop().call_soon(runtime)
    except RuntimeError:  # no loop is running
        return


class DrawsPlotly(anywidget.AnyWidget):
    """What a widget with a picture has in addition: the runtime and the words of the drawing.

    A subclass has `content`; its module composes `plot.js`.
    """

    content: Any
    runtime = anywidget.WidgetTrait().tag(sync=True)
    drawing = t.Dict().tag(sync=True)

    @t.default("runtime")
    def _runtime(self) -> PlotlyRuntime:
        return runtime()

    @t.default("drawing")
    def _drawing(self) -> dict[str, str]:
        return dict(self.content.ui["chart"])
