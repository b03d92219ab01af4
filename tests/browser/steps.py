"""Steps that several browser tests take: a new evening, a dead kernel, a folder that is shut."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from playwright.sync_api import Locator, Page, expect

from helpkit.journal import Journal
from tests.browser.axe import CONTRAST, serious
from tests.browser.notebook import Notebook

OVERFLOW = "(node) => node.scrollWidth - node.clientWidth"
FOCUSED = "(node) => node === document.activeElement"

DRAWN_TO_WIDTH = """() => {
  const plot = document.querySelector(".hk-plot");
  const panel = document.querySelector(".jp-NotebookPanel").getBoundingClientRect();
  return panel.right <= innerWidth && panel.right > innerWidth - 100
    && plot.querySelector(".main-svg").getBoundingClientRect().width === plot.clientWidth;
}"""

# Root may write anywhere, so it becomes nobody; all threads of the kernel do.
SHUT = """
import os
os.makedirs(os.environ["HELPKIT_ANSWERS"], mode=0o555)
if os.geteuid() == 0:
    os.setresuid(65534, 65534, 65534)
"""


class Shown(Protocol):
    """Where a lesson is shown: a notebook in JupyterLab, or a static page."""

    page: Page
    answers: Path

    @property
    def room(self) -> Path:
        """Where a folder of a test may be made."""
        raise NotImplementedError

    def show(self, *cells: str, language: str = "en", lesson: str = "01") -> Any:
        """Run these cells and show what they end with."""

    def open_file(self, path: Path) -> Any:
        """Take the cells of a notebook in a folder with answers of its own."""

    def restart(self) -> Any:
        """A new kernel; nothing is run."""

    def run(self) -> Any:
        """Run all cells."""

    def theme(self, name: str) -> Any:
        """`JupyterLab Light` or `JupyterLab Dark`."""

    def widget(self, name: str) -> Locator:
        """The widget of this name on the page."""
        raise NotImplementedError


@contextmanager
def shut_folder(notebook: Notebook) -> Iterator[str]:
    """Give the notebook an answers folder that is made read-only by running this cell."""
    with TemporaryDirectory() as place:  # pytest's own folder may be entered by one user only
        os.chmod(place, 0o755)
        notebook.answers = Path(place) / "answers"
        yield SHUT


def next_evening(place: Shown, name: str) -> Locator:
    """The widget that a new kernel makes when everything is run again."""
    place.widget(name).first.evaluate("(node) => node.remove()")
    place.restart()
    place.run()
    expect(place.widget(name)).to_be_visible()
    return place.widget(name)


def pid_cell(path: Path) -> str:
    """A cell that says which process the kernel is."""
    return f"import os, pathlib; pathlib.Path({str(path)!r}).write_text(str(os.getpid()))"


def kill_kernel(notebook: Notebook, path: Path) -> None:
    """SIGKILL, and the click with which a learner puts JupyterLab's message away."""
    os.kill(int(path.read_text()), signal.SIGKILL)
    dialog = notebook.page.locator(".jp-Dialog")
    dialog.get_by_role("button").last.click()
    expect(dialog).to_have_count(0)


def reload(notebook: Notebook) -> None:
    """Reload the page and run everything again."""
    notebook.load().run()


def tab_to(goal: Locator) -> None:
    """Press Tab until the focus is there."""
    for _ in range(30):
        goal.page.keyboard.press("Tab")
        if goal.evaluate(FOCUSED):
            return
    raise AssertionError(f"Tab does not reach {goal}")


def all_saved(page: Page) -> None:
    """Wait until the browser keeps no event that the kernel has not acknowledged."""
    page.wait_for_function("() => !Object.keys(localStorage).some((key) => key.includes('.out.'))")


def comes_true(what: Locator, script: str) -> None:
    """Wait until a function of JavaScript says so of an element: the page may still be moving."""
    what.page.wait_for_function(f"([node]) => ({script})(node)", arg=[what.element_handle()])


def journal(place: Shown) -> Journal:
    """What is on the disk."""
    return Journal(place.answers)


def widen(page: Page, width: int) -> None:
    """Change the window; JupyterLab follows a moment later, and the picture follows JupyterLab."""
    page.set_viewport_size({"width": width, "height": 800})
    page.wait_for_function(DRAWN_TO_WIDTH)


def fits(root: Locator) -> None:
    """Nothing is cut off or has to be scrolled sideways, in the widget or inside it."""
    assert root.evaluate(OVERFLOW) <= 0
    wide = "(node) => [...node.querySelectorAll('*')].filter((one) => one.clientWidth"
    wide += " && one.scrollWidth > one.clientWidth + 1 && !one.matches('.hk-live, textarea'))"
    assert root.evaluate(wide + ".map((one) => one.outerHTML.slice(0, 200))") == []


def accessible(place: Shown, root: str) -> None:
    """Nothing grave for axe in the light, and nothing hard to read in the dark."""
    assert serious(place.page, root) == []
    place.theme("JupyterLab Dark")
    expect(place.page.locator("body")).to_have_attribute("data-jp-theme-light", "false")
    assert serious(place.page, root, CONTRAST) == []
