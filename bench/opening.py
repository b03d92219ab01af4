"""How much does a lesson send to the page, and how soon is its last widget there?

Run it with `python bench/opening.py [--before FOLDER] [--rounds N] [LESSON ...]`; it needs what the
browser tests need. FOLDER is a checkout of an earlier commit: both are then measured in turns, in
one real JupyterLab and one Chromium, and compared. Counted are bytes that the page gets over
websockets, and the time from *Run All Cells* to the last widget.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from statistics import median

import nbformat
import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.notebook import Notebook

ROOT = Path(__file__).parents[1]
LESSONS = ["01", "02", "06"]
PATIENCE = 120_000
RUNS = 3
SIZE: ViewportSize = {"width": 1280, "height": 800}
COUNT = """
window.received = 0;
window.WebSocket = class extends WebSocket {
  constructor(...options) {
    super(...options);
    const size = (data) => data.byteLength ?? data.length;
    this.addEventListener("message", ({ data }) => (window.received += size(data)));
  }
};
"""
IDLE = """async () => {
  const { kernel } = window.jupyterapp.shell.currentWidget.sessionContext.session;
  await kernel.info;
  while (kernel.status !== "idle") await new Promise((wait) => setTimeout(wait, 20));
}"""
ALL_CAME = """() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel
  .requestExecute({ code: "", silent: true, store_history: false }).done.then(() => {})"""
"""Whatever the kernel said before it answers this has come: both take the same way in one order."""
RUN = """async () => {
  const MIME = "application/vnd.jupyter.widget-view+json";
  const { content } = window.jupyterapp.shell.currentWidget;
  const widgets = () => content.node.querySelectorAll(".hk").length;
  const outputs = (cell) => cell.model.outputs?.toJSON() ?? [];
  const expected = () => content.widgets.flatMap(outputs).filter((one) => one.data?.[MIME]).length;
  const start = performance.now();
  let shown = 0, last = start;
  const watch = new MutationObserver(() => {
    if (widgets() === shown) return;
    shown = widgets();
    last = performance.now();
  });
  watch.observe(content.node, { childList: true, subtree: true });
  await window.jupyterapp.commands.execute("notebook:run-all-cells");
  while (shown < expected()) await new Promise(requestAnimationFrame);
  watch.disconnect();
  return [(last - start) / 1000, shown];
}"""
SCROLL = """() => {
  const plots = [...document.querySelectorAll(".hk-plot")];
  const first = plots.find((plot) => plot.checkVisibility());
  first?.scrollIntoView();
  return Boolean(first);
}"""
DRAWN = "() => document.querySelector('.hk-plot .main-svg')"


@dataclass(frozen=True)
class Opening:
    """What opening a lesson costs: seconds, and megabytes received."""

    seconds: float
    opened: float
    drawn: float
    reloaded: float

    def __str__(self) -> str:
        """One line of the table."""
        return "  ".join(f"{value:8.2f}" for value in astuple(self))


HEAD = "  ".join(f"{one.name:>8}" for one in fields(Opening))


class Lesson(Notebook):
    """A lesson as it is handed out, run with the helpkit of one folder."""

    def copy(self, source: Path, lesson: str) -> "Lesson":
        """Write the lesson after a cell that says which helpkit and which answers are meant."""
        (path,) = (source / "lessons" / "en").glob(f"{lesson}-*.ipynb")
        book = nbformat.read(path, as_version=4)
        lines = [
            f"import os, sys\nsys.path.insert(0, {str(source)!r})",
            f"os.environ['HELPKIT_ANSWERS'] = {str(self.answers)!r}",
            f"import helpkit\nassert helpkit.__file__.startswith({str(source)!r})",
        ]
        book.cells.insert(0, nbformat.v4.new_code_cell("\n".join(lines)))
        nbformat.write(book, self.folder / self.name)
        return self

    def run_timed(self) -> float:
        """Seconds from *Run All Cells* to the last widget."""
        self.page.evaluate(IDLE)
        seconds, widgets = self.page.evaluate(RUN)
        assert widgets, "no widget is shown"
        return float(seconds)

    def received(self) -> float:
        """Megabytes that have come since the page was loaded, once the kernel has said all."""
        self.page.evaluate(IDLE)
        self.page.evaluate(ALL_CAME)
        return float(self.page.evaluate("() => window.received / 1e6"))

    def draw(self) -> None:
        """Bring the first picture into sight; a lesson may open with all of them folded away."""
        if self.page.evaluate(SCROLL):
            self.page.wait_for_function(DRAWN, timeout=PATIENCE)


def measured(page: Page, lesson: Lesson) -> Opening:
    """Open and run a lesson, look at its first picture, run it twice more, and load it again."""
    page.add_init_script(COUNT)
    lesson.load()
    seconds = lesson.run_timed()
    opened = lesson.received()
    lesson.draw()
    drawn = lesson.received()
    for _ in range(RUNS - 1):
        lesson.run_timed()
    lesson.load()
    lesson.run_timed()
    return Opening(seconds, opened, drawn, lesson.received())


def middle(openings: list[Opening]) -> Opening:
    """The median of each figure."""
    return Opening(*(median(column) for column in zip(*map(astuple, openings), strict=True)))


def ratio(after: Opening, before: Opening) -> Opening:
    """Each figure as a part of what it was before."""
    pairs = zip(astuple(after), astuple(before), strict=True)
    return Opening(*(now / then for now, then in pairs))


def rows(found: dict[str, list[Opening]]) -> Iterator[tuple[str, Opening]]:
    """The medians, and their ratio if there are two."""
    middles = {name: middle(openings) for name, openings in found.items()}
    yield from middles.items()
    if len(middles) > 1:
        yield "ratio", ratio(middles["now"], middles["before"])


def options(arguments: list[str]) -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("lessons", nargs="*", default=LESSONS)
    parser.add_argument("--before", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args(arguments)


def test_opening(
    browser: Browser, lab: tuple[str, Path], tmp_path: Path, wanted: argparse.Namespace
) -> None:
    sources = {"before": wanted.before, "now": ROOT} if wanted.before else {"now": ROOT}
    print(f"\n{'':10} {HEAD}")
    for number in wanted.lessons:
        found: dict[str, list[Opening]] = {name: [] for name in sources}
        for turn in range(wanted.rounds):
            for name, source in sources.items():
                context = browser.new_context(viewport=SIZE)
                place = tmp_path / f"{number}-{name}-{turn}" / "answers"
                lesson = Lesson(context.new_page(), *lab, place).copy(source.resolve(), number)
                found[name].append(measured(lesson.page, lesson))
                lesson.close()
                context.close()
        for name, opening in rows(found):
            print(f"{number} {name:7} {opening}", flush=True)
    print("           seconds from Run All Cells to the last widget; MB so far, MB with a picture,")
    print(f"           MB when the page is loaded again after {RUNS} runs and the lesson is run")


class CommandLine:
    """Hands what was asked for to the test."""

    def __init__(self, wanted: argparse.Namespace) -> None:
        self._wanted = wanted

    @pytest.fixture
    def wanted(self) -> argparse.Namespace:
        """Lessons, rounds, and the folder to compare with."""
        return self._wanted


if __name__ == "__main__":
    flags = ["-p", "tests.browser.fixtures", "-p", "no:cacheprovider", "-q", "-s"]
    asked = CommandLine(options(sys.argv[1:]))
    sys.exit(pytest.main([__file__, f"--rootdir={ROOT}", *flags], plugins=[asked]))
