"""What does one step of a slider cost, beside `interact` with a FigureWidget?

Run it with `python bench/slider.py`; it needs what the browser tests need. Both notebooks show the
bystanders of lesson 2 with one slider, in one real JupyterLab and one Chromium. Measured are bytes
that the page gets and seconds from *Run all* to the first picture, and for each step of the slider
bytes and milliseconds from the input to the redrawn picture. The ratios mean something anywhere.
"""

import sys
from dataclasses import astuple, dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from playwright.sync_api import Browser, Page, WebSocket

from tests.browser.notebook import Notebook

STEPS = 14
PATIENCE = 120_000
OURS = "ch1.explore('who-will-help')"
# As the manuals of both libraries show it: a figure made once, and a function that fills it anew.
THEIRS = """
from ipywidgets import IntSlider, interact
from IPython.display import display
from plotly.graph_objects import FigureWidget
from helpkit.models.bystanders import anyone_helps, volunteer_probability

def lines(n):
    crowd = range(2, 21)
    each = [100 * volunteer_probability(n=one, cost_benefit=0.25) for one in crowd]
    anyone = [100 * anyone_helps(n=one, cost_benefit=0.25) for one in crowd]
    return list(crowd), each, anyone

def show():
    crowd, each, anyone = lines(5)
    traces = [dict(type="scatter", x=crowd, y=heights) for heights in (each, anyone)]
    figure = FigureWidget(data=traces)
    figure.add_vline(x=5)
    display(figure)

    @interact(n=IntSlider(value=5, min=2, max=20))
    def step(n=5):
        _, each, anyone = lines(n)
        with figure.batch_update():
            figure.data[0].y, figure.data[1].y = each, anyone
            figure.layout.shapes[0].x0 = figure.layout.shapes[0].x1 = n

show()
"""
DRAWN = "() => document.querySelector('.js-plotly-plot .scatterlayer')"
TRACK = {"helpkit": "[data-key='knob-n']", "interact": ".noUi-base"}
LOW, START, HIGH = 2, 5, 20
# The picture tells when it has been drawn; the clock starts in the page, when the mouse moves.
WATCH = """() => {
  const graph = document.querySelector(".js-plotly-plot");
  window.steps = [];
  addEventListener("mousemove", () => (window.moved = performance.now()), true);
  const line = () => graph._fullLayout.shapes.map((one) => one.x0).join();
  window.before = line();
  graph.on("plotly_afterplot", () => {
    if (line() === window.before) return;
    window.before = line();
    requestAnimationFrame(() => window.steps.push(performance.now() - window.moved));
  });
}"""


@dataclass(frozen=True)
class Cost:
    """Megabytes and seconds to the first picture; kilobytes and milliseconds of a step."""

    size: float
    first: float
    step_size: float
    step: float

    def __str__(self) -> str:
        """One line of the table."""
        return (
            f"first picture {self.size:6.2f}, {self.first:5.2f}"
            f"   step {self.step_size:5.1f}, {self.step:5.1f}"
        )


def measured(browser: Browser, notebook: Notebook, name: str, cell: str) -> Cost:
    """Show one slider with its picture, and drag it so many steps."""
    received: list[int] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", lambda payload: received.append(len(payload)))

    page = browser.new_page(viewport={"width": 1280, "height": 2000})
    page.on("websocket", listen)
    notebook.page = page
    notebook.write(cell, lesson="02").open()
    start = perf_counter()
    notebook.run()
    page.wait_for_function(DRAWN, timeout=PATIENCE)
    first, size = perf_counter() - start, sum(received) / 1e6
    received.clear()
    step = median(stepped(page, name))
    return Cost(size, first, sum(received) / STEPS / 1e3, step)


def stepped(page: Page, name: str) -> list[float]:
    """Milliseconds from each move of the hand that drags to the picture that follows it."""
    track = page.locator(TRACK[name]).first
    track.hover()  # waits until nothing moves any more
    box = track.bounding_box()
    assert box
    y, step = box["y"] + box["height"] / 2, box["width"] / (HIGH - LOW)
    page.mouse.move(box["x"] + (START - LOW) * step, y)
    page.mouse.down()
    page.evaluate(WATCH)
    for number in range(STEPS):
        page.mouse.move(box["x"] + (START - LOW + number + 1) * step, y)
        page.wait_for_function("count => window.steps.length > count", arg=number, timeout=PATIENCE)
    page.mouse.up()
    found: list[float] = page.evaluate("() => window.steps")
    return found


def test_ours_beside_theirs(browser: Browser, lab: tuple[str, Path], tmp_path: Path) -> None:
    address, folder = lab
    print()
    found = {}
    for name, cell in (("helpkit", OURS), ("interact", THEIRS)):
        for turn in ("warm", "counted"):
            answers = tmp_path / f"{name}-{turn}" / "answers"
            notebook = Notebook(browser.new_page(), address, folder, answers)
            found[name] = measured(browser, notebook, name, cell)
            notebook.close()
    for name, cost in found.items():
        print(f"{name:9} {cost}")
    pairs = zip(astuple(found["helpkit"]), astuple(found["interact"]), strict=True)
    print(f"{'ratio':9} {Cost(*(theirs / ours for ours, theirs in pairs))}")
    print("          MB, seconds; kB, milliseconds")


if __name__ == "__main__":
    root = Path(__file__).parents[1]
    options = ["-p", "tests.browser.fixtures", "-p", "no:cacheprovider", "-q", "-s"]
    sys.exit(pytest.main([__file__, f"--rootdir={root}", *options]))
