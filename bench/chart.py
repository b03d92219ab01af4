"""What do five of our charts cost beside five FigureWidgets?

Run it with `python bench/chart.py`; it needs what the browser tests need. Both notebooks are run in
one real JupyterLab and one Chromium: bytes that the page gets over the websocket, and the time from
*Run all* until the first and the last picture are drawn. The ratios mean something on any machine.
"""

import sys
from pathlib import Path
from time import perf_counter

import pytest
from playwright.sync_api import Browser, WebSocket

from tests.browser.notebook import Notebook

CHARTS = 5
PATIENCE = 120_000
SETTING = """
from helpkit.activities.map.picture import heatmap
from helpkit.content import load
content = load("en")
axes = content.dimensions["initiative"], content.dimensions["formality"]
one = heatmap({("client_asks", "formal"): 10}, *axes, content.ui["map"])
"""
OURS = "from helpkit.frontend.charts.chart import Chart\nChart(one, content)"
# The same trace without the names of our colours, which only our theme can read.
THEIRS = """
from plotly.graph_objects import FigureWidget
own = {key: value for key, value in one.figure["data"][0].items() if key in {"type", "x", "y", "z"}}
FigureWidget(data=[own])
"""
DRAWN = "count => document.querySelectorAll('.heatmaplayer').length >= count"


def measured(browser: Browser, notebook: Notebook, cell: str) -> tuple[int, float, float]:
    """Bytes received, and seconds to the first and to the last picture."""
    received: list[int] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", lambda payload: received.append(len(payload)))

    page = browser.new_page(viewport={"width": 1280, "height": 4000})
    page.on("websocket", listen)
    notebook.page = page
    notebook.write(SETTING, *[cell] * CHARTS).open()
    start = perf_counter()
    notebook.run()
    times = []
    for count in (1, CHARTS):
        page.wait_for_function(DRAWN, arg=count, timeout=PATIENCE)
        times.append(perf_counter() - start)
    return sum(received), times[0], times[1]


def test_ours_beside_theirs(browser: Browser, lab: tuple[str, Path], tmp_path: Path) -> None:
    address, folder = lab
    print()
    found = {}
    for name, cell in (("warm", OURS), ("helpkit", OURS), ("FigureWidget", THEIRS)):
        notebook = Notebook(browser.new_page(), address, folder, tmp_path / name / "answers")
        found[name] = measured(browser, notebook, cell)
        notebook.close()
    for name in ("helpkit", "FigureWidget"):
        size, first, last = found[name]
        print(f"{name:13} {size / 1e6:6.2f} MB   first {first:5.2f} s   all {last:5.2f} s")
    ratios = [b / a for a, b in zip(found["helpkit"], found["FigureWidget"], strict=True)]
    print(f"{'ratio':13} {ratios[0]:6.1f}      first {ratios[1]:5.1f}     all {ratios[2]:5.1f}")


if __name__ == "__main__":
    root = Path(__file__).parents[1]
    options = ["-p", "tests.browser.fixtures", "-p", "no:cacheprovider", "-q", "-s"]
    sys.exit(pytest.main([__file__, f"--rootdir={root}", *options]))
