"""Steps that several browser tests take: a new evening, a dead kernel, a folder that is shut."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Locator, Page, expect

from helpkit.journal import Journal
from tests.browser.axe import serious
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


@contextmanager
def shut_folder(notebook: Notebook) -> Iterator[str]:
    """Give the notebook an answers folder that is made read-only by running this cell."""
    with TemporaryDirectory() as place:  # pytest's own folder may be entered by one user only
        os.chmod(place, 0o755)
        notebook.answers = Path(place) / "answers"
        yield SHUT


def next_evening(notebook: Notebook, name: str) -> Locator:
    """The widget that a new kernel makes when everything is run again."""
    notebook.widget(name).first.evaluate("(node) => node.remove()")
    notebook.restart().run()
    expect(notebook.widget(name)).to_be_visible()
    return notebook.widget(name)


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


def journal(notebook: Notebook) -> Journal:
    """What is on the disk."""
    return Journal(notebook.answers)


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


def accessible(notebook: Notebook, root: str) -> None:
    """Nothing grave for axe, in the light and in the dark."""
    assert serious(notebook.page, root) == []
    notebook.theme("JupyterLab Dark")
    expect(notebook.page.locator("body")).to_have_attribute("data-jp-theme-light", "false")
    assert serious(notebook.page, root) == []
