"""How soon is a lesson there, and how much does it send to the page?

Run it with `python bench/opening.py [--before FOLDER] [--rounds N] [LESSON ...]`; it needs what the
browser tests need. Each round starts `helpkit lab` anew, with an empty course folder and no kernel,
and opens the lesson in three ways: by its address, loaded again on its living kernel, and from the
map of the welcome page. FOLDER is a checkout of another commit, measured in turns with this one.
"""

import argparse
import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import astuple, dataclass, fields
from itertools import product
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from helpkit.content import load
from tests.browser.chromium import chromium_path
from tests.browser.fixtures import FLAGS
from tests.lab.running import Lab, running

ROOT = Path(__file__).parents[1]
LESSONS = ["01", "02", "06"]
WAYS = ("address", "again", "map")
PATIENCE = 180
SIZE: ViewportSize = {"width": 1280, "height": 800}
Wishes = dict[str, object]
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
WATCH = (
    f"const PATIENCE = {PATIENCE * 1000};"
    + """
const all = (css, root = document) => [...root.querySelectorAll(css)];
const seen = (css, root) => all(css, root).find((node) => node.checkVisibility());
const until = async (look) => {
  const end = performance.now() + PATIENCE;
  for (let it; performance.now() < end; await new Promise(requestAnimationFrame))
    if ((it = look())) return it;
  throw new Error(`It never came: ${look}`);
};
const kept = () => new Promise((done) =>
  addEventListener("helpkit-kept", ({ detail }) => detail.waiting || done()));
const ANSWER = ".hk [data-key^='choice.'], .hk .hk-primary";
/** Go on to the first activity and answer it as soon as it can be answered. */
const answer = async (lesson) => {
  seen(".hk-way-on button:last-child", lesson).click();
  const button = await until(() => seen(ANSWER, lesson));
  const activity = button.closest(".hk");
  for (const field of all("input[type=number], textarea", activity)) field.value = "5";
  seen("input[type=radio]", activity)?.click();
  const saved = kept();
  button.click();
  return saved;
};
/** Seconds since then to each step, up to the last of so many widgets. */
window.opening = async ({ since, widgets, isNew, from }) => {
  const marks = {};
  const mark = (name) => (marks[name] = (performance.now() - since) / 1000);
  const lesson = await until(() => all("#main .jp-NotebookPanel")
    .find((panel) => panel !== from && panel.checkVisibility()));
  mark("page");
  await until(() => seen(".hk-lesson-bar", lesson));
  mark("bar");
  await until(() => seen(".hk", lesson));
  mark("first");
  if (isNew) await answer(lesson);
  mark("usable");
  await until(() => all(".hk", lesson).length >= widgets);
  mark("last");
  return { ...marks, megabytes: window.received / 1e6 };
};
window.press = async ({ file, widgets }) => {
  const link = await until(() => seen(`.hk-lessons a.hk-stop[href='${file}']`));
  const from = link.closest(".jp-NotebookPanel");
  window.received = 0;
  link.click();
  return opening({ since: performance.now(), widgets, isNew: true, from });
};
"""
)
OPENING = "wanted => window.opening(wanted)"
PRESS = "wanted => window.press(wanted)"
VERB = re.compile(r"^ch\d\.(?!questions|routes)\w+\(", re.MULTILINE)
"""A cell that shows a widget."""


@dataclass(frozen=True)
class Opening:
    """Seconds to each step, and megabytes received."""

    page: float
    bar: float
    first: float
    usable: float
    last: float
    megabytes: float

    def __str__(self) -> str:
        """One line of the table."""
        return "  ".join(f"{value:9.2f}" for value in astuple(self))


NAMES = [field.name for field in fields(Opening)]
EXPLANATION = """
address   seconds from the start of the navigation, on a server that has just been started
again     the same when the page is loaded again: the kernel lives
map       seconds from the press on the lesson on the welcome page; server and page are warm
page      the notebook is there; bar: so is the bar; first: the first widget; usable: the first
          activity has been answered, and the answer is on the disk; last: the last widget
megabytes received over websockets since then"""


def server(source: Path, home: Path) -> AbstractContextManager[Lab]:
    """`helpkit lab` as that folder has it, with nothing there before."""
    environment = os.environ | {
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "PYTHONSAFEPATH": "1",
        "PYTHONPATH": str(source),
    }
    course = home / "course"
    return running(course, home, "lab", str(course), environment=environment)


def visitor(browser: Browser) -> BrowserContext:
    """Somebody who was never here."""
    context = browser.new_context(viewport=SIZE)
    context.add_init_script(COUNT + WATCH)
    context.set_default_timeout(PATIENCE * 1000)
    return context


def address(lab: Lab, file: str) -> str:
    """Where a notebook is, alone in its window."""
    return lab.address.replace("/workspaces/en", f"/workspaces/bench/tree/en/{file}")


def widgets(path: Path) -> int:
    """How many of them a lesson shows."""
    cells = json.loads(path.read_text("utf-8"))["cells"]
    return sum(bool(VERB.search("".join(cell["source"]))) for cell in cells)


def by_address(page: Page, lab: Lab, file: str, wanted: Wishes) -> Iterator[Opening]:
    """The lesson opened by its address, and then loaded again."""
    page.goto(address(lab, file), wait_until="commit")
    yield Opening(**page.evaluate(OPENING, wanted | {"isNew": True}))
    page.reload(wait_until="commit")
    yield Opening(**page.evaluate(OPENING, wanted))


def by_map(page: Page, lab: Lab, file: str, wanted: Wishes) -> Iterator[Opening]:
    """The lesson opened from the welcome page."""
    page.goto(address(lab, "00-welcome.ipynb"), wait_until="commit")
    yield Opening(**page.evaluate(PRESS, wanted | {"file": file}))


def measured(browser: Browser, source: Path, file: str) -> dict[str, Opening]:
    """One round: the lesson by each way, on new servers."""
    wanted: Wishes = {"since": 0, "widgets": widgets(source / "lessons/en" / file)}
    times: list[Opening] = []
    for way in (by_address, by_map):
        with TemporaryDirectory() as name, server(source, Path(name)) as lab:
            context = visitor(browser)
            times += way(context.new_page(), lab, file, wanted)
            context.close()
    return dict(zip(WAYS, times, strict=True))


def middle(some: list[Opening]) -> Opening:
    """The median of each figure."""
    return Opening(*(median(column) for column in zip(*map(astuple, some), strict=True)))


def options(arguments: list[str]) -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("lessons", nargs="*", default=LESSONS)
    parser.add_argument("--before", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    return parser.parse_args(arguments)


def main(wanted: argparse.Namespace) -> None:
    """Print the medians of each lesson, way and folder, and how busy the machine was."""
    sources = {"before": wanted.before, "now": ROOT} if wanted.before else {"now": ROOT}
    print(f"{'':18}{'  '.join(f'{name:>9}' for name in NAMES)}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        for number in wanted.lessons:
            file = load("en").chapters[number].file
            turns = product(range(wanted.rounds), sources)
            rounds = [(name, measured(browser, sources[name].resolve(), file)) for _, name in turns]
            for way, name in product(WAYS, sources):
                some = [ways[way] for source, ways in rounds if source == name]
                print(f"{number} {way:8}{name:7}{middle(some)}", flush=True)
    print(f"load {os.getloadavg()[1]:.1f} on {os.cpu_count()} cores\n{EXPLANATION}")


if __name__ == "__main__":
    main(options(sys.argv[1:]))
