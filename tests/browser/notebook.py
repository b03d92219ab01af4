"""A page object: one notebook in a real JupyterLab."""

import re
from pathlib import Path

import nbformat
from playwright.sync_api import Locator, Page, expect

from helpkit.content import languages, load

READY = """() => window.jupyterapp
  && window.jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel"""
RUN_ALL = "() => window.jupyterapp.commands.execute('notebook:run-all-cells')"
# A kernel that dies is started again by the server. Who restarts it meanwhile can get a connection
# that the server reads in another protocol, and JupyterLab waits for ever.
CONNECTED = """() => {
  const { kernel } = window.jupyterapp.shell.currentWidget.sessionContext.session;
  return kernel.connectionStatus === "connected" && ["idle", "busy"].includes(kernel.status);
}"""
RESTART = """() => Promise.race([
  window.jupyterapp.shell.currentWidget.sessionContext.restartKernel(),
  new Promise((_, fail) => setTimeout(fail, 60000, new Error("The kernel does not restart."))),
])"""
THEME = "(name) => window.jupyterapp.commands.execute('apputils:change-theme', { theme: name })"
THEMED = """(name) => document.body.dataset.jpThemeName === name
  && !document.getElementById("jupyterlab-splash")"""
OPEN = "(path) => window.jupyterapp.commands.execute('docmanager:open', { path }).then(() => {})"
SHOWN = "(path) => window.jupyterapp?.shell.currentWidget?.context?.path === path"
ALONE = "() => window.jupyterapp.shell.collapseLeft()"
# Closed while JupyterLab saves it of itself, a notebook leaves a dialog in the way of the next one.
WATCH = """() => {
  const { context } = window.jupyterapp.shell.currentWidget;
  context.saveState.connect((_, state) => (context.isBeingSaved = state === "started"));
}"""
DISPOSE = """const dispose = async (panel) => {
  const end = Date.now() + 10000;
  const saving = () => panel?.context?.isBeingSaved && Date.now() < end;
  while (saving()) await new Promise((wait) => setTimeout(wait, 20));
  panel?.dispose();
};"""
# Asked for directly: JupyterLab would listen for its widgets, and the notebook could not.
ASK = """const ask = (address, method, body) => fetch(`/api/sessions${address}`, {
  method,
  headers: { "X-XSRFToken": document.cookie.match(/_xsrf=([^;]+)/)[1] },
  body: JSON.stringify(body),
});"""
SPARE = f"""(path) => {{
  {ASK}
  void ask("", "POST", {{ path, name: path, type: "notebook", kernel: {{ name: "python3" }} }});
}}"""
# A kernel that only ran verbs is as good as new without its widgets and names.
CLEAN = """
from ipywidgets import Widget
from helpkit.frontend.charts.plotly_runtime import runtime
Widget.close_all()
runtime.cache_clear()
get_ipython().reset()
"""
HAND_ON = f"""async ([code, path]) => {{
  {ASK}
  {DISPOSE}
  const panel = window.jupyterapp.shell.currentWidget;
  const session = panel.sessionContext.session;
  await session.kernel.requestExecute({{ code, silent: true, store_history: false }}).done;
  await ask(`/${{session.id}}`, "PATCH", {{ path, name: path }});
  await dispose(panel);
}}"""
# A kernel that a test has killed cannot be shut down, and nobody waits for the others.
CLOSE = f"""async (path) => {{
  {DISPOSE}
  const {{ sessions }} = window.jupyterapp.serviceManager;
  const shut = (id) => sessions.shutdown(id).catch(() => {{}});
  const panel = window.jupyterapp.shell.currentWidget;
  const session = panel?.sessionContext?.session;
  if (session) shut(session.id);
  if (session?.path !== path) sessions.findByPath(path).then((spare) => spare && shut(spare.id));
  await dispose(panel);
}}"""
ALIVE_OR_NOT = re.compile("alive|stopped|failed")
VERB = re.compile(r"ch1\.\w+\([^()\n]*\)")
LIGHT, DARK = "JupyterLab Light", "JupyterLab Dark"
FAULTS = tuple(load(language).ui["common"]["fault"].split("(")[0] for language in languages())


def faults(page: Page) -> list[str]:
    """Errors of Python or JavaScript that a widget on the page tells of."""
    complaints = page.locator(".hk-problem:visible").all_text_contents()
    return [text for text in complaints if text.startswith(FAULTS)]


def on_one_page(page: Page) -> None:
    """Bring the lesson in front to life, and have all of its parts on one page."""
    panel = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")
    notice = panel.locator(".hk-notice")
    expect(notice).to_have_attribute("data-phase", ALIVE_OR_NOT, timeout=60_000)
    if notice.get_attribute("data-phase") != "alive":
        notice.get_by_role("button").click()
    expect(notice).to_have_attribute("data-phase", "alive", timeout=60_000)
    if panel.locator(".hk-way-on").is_visible():
        panel.locator(".hk-bar-progress").click()
        panel.locator(".hk-layouts button").nth(1).click()
        page.keyboard.press("Escape")
    expect(panel.locator(".hk-way-on")).to_be_hidden()


class Notebook:
    """Written, opened, run, restarted; `answers` is where its journal goes."""

    def __init__(self, page: Page, address: str, folder: Path, answers: Path, number: int = 0):
        self.page, self.address, self.folder, self.answers = page, address, folder, answers
        self.number = number
        self.name = f"{number}.ipynb" if number else f"{answers.parent.name}.ipynb"
        self.only_verbs = self.is_lesson = False

    def write(self, *cells: str, language: str = "en", lesson: str = "01") -> "Notebook":
        """Cells of code after the one that makes `ch1`."""
        first = [
            f"import os\nos.environ['HELPKIT_ANSWERS'] = {str(self.answers)!r}",
            f"from helpkit import Lesson\nch1 = Lesson({lesson!r}, language={language!r})",
        ]
        sources = [*first, *cells]
        made = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_code_cell(source) for source in sources],
            metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}},
        )
        for cell in made.cells:
            cell.metadata["jupyter"] = {"source_hidden": True}
        nbformat.write(made, self.folder / self.name)
        return self

    def open(self) -> "Notebook":
        """Show the notebook in the JupyterLab of the page, with its kernel ready."""
        if not self.page.evaluate("() => Boolean(window.jupyterapp)"):
            return self.load()
        self.page.evaluate(OPEN, self.name)
        return self.ready()

    @property
    def room(self) -> Path:
        """Where a folder of a test may be made."""
        return self.folder / self.answers.parent.name

    def open_file(self, path: Path) -> "Notebook":
        """Show a notebook that is there already, in a folder with answers of its own."""
        self.name, self.answers = str(path.relative_to(self.folder)), path.parent / "answers"
        self.is_lesson = True
        return self.open()

    def load(self) -> "Notebook":
        """Load the page anew, with the notebook."""
        self.page.goto(f"{self.address}/lab/tree/{self.name}?reset")
        return self.ready()

    def ready(self) -> "Notebook":
        """Wait until the notebook is there, alone, and its kernel."""
        self.page.wait_for_function(SHOWN, arg=self.name)
        self.page.wait_for_function(READY)
        self.page.evaluate(ALONE)
        self.page.evaluate(WATCH)
        return self

    def spare(self) -> None:
        """Have the kernel of the next notebook start meanwhile: to wait for one takes a second."""
        self.page.evaluate(SPARE, self.following)

    @property
    def following(self) -> str:
        """What the next notebook of the run is called."""
        return f"{self.number + 1}.ipynb"

    def run(self) -> "Notebook":
        """Run all cells; a lesson does so by itself, or at a press when its kernel is gone."""
        if self.is_lesson:
            on_one_page(self.page)
        else:
            self.page.evaluate(RUN_ALL)
        return self

    def restart(self) -> "Notebook":
        """A new kernel; nothing is run."""
        self.only_verbs = False
        self.page.wait_for_function(CONNECTED)
        self.page.evaluate(RESTART)
        return self

    def show(self, *cells: str, language: str = "en", lesson: str = "01") -> "Notebook":
        """Write, open and run."""
        self.write(*cells, language=language, lesson=lesson).open().run()
        self.only_verbs = bool(self.number) and all(map(VERB.fullmatch, cells))
        if self.number and not self.only_verbs:
            self.spare()
        return self

    def theme(self, name: str) -> "Notebook":
        """`JupyterLab Light` or `JupyterLab Dark`, in full: JupyterLab trips over two at a time."""
        self.page.evaluate(THEME, name)
        self.page.wait_for_function(THEMED, arg=name)
        return self

    def widget(self, name: str) -> Locator:
        """The widget of this name on the page."""
        return self.page.locator(f".hk-{name}")

    def faults(self) -> list[str]:
        """Errors of Python or JavaScript that a widget on the page tells of."""
        return faults(self.page)

    def close(self) -> None:
        """Put the notebook away; its kernel goes to the next one, or is stopped."""
        if not self.page.evaluate("() => Boolean(window.jupyterapp)"):
            return
        if self.only_verbs:
            self.page.evaluate(HAND_ON, [CLEAN, self.following])
        else:
            self.page.evaluate(CLOSE, f"{self.number}.ipynb")
        if self.page.locator(f"body[data-jp-theme-name='{DARK}']").count():
            self.theme(LIGHT)
