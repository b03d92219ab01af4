"""A page object: one lesson in the lesson view, in a course folder of its own."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from helpkit.content import load
from helpkit.journal import Journal

VERB, ANY = r"\bch\d\.", ""
PATIENCE = 40_000  # milliseconds; a kernel has to start and to run a lesson
PANEL = ".jp-NotebookPanel:not(.lm-mod-hidden)"
DIALOGS = ".jp-Dialog"
FRONT = "window.jupyterapp?.shell.currentWidget"
SHOWN = f"(path) => {FRONT}?.context?.path === path && {FRONT}.context.isReady"
CONNECTED = f"""() => {{
  const kernel = {FRONT}.sessionContext.session?.kernel;
  return kernel?.connectionStatus === "connected" && ["idle", "busy"].includes(kernel.status);
}}"""
ASK = f"""async (expression) => {{
  const {{ kernel }} = {FRONT}.sessionContext.session;
  const content = {{ code: "", silent: true, user_expressions: {{ asked: expression }} }};
  const reply = await kernel.requestExecute(content).done;
  return reply.content.user_expressions.asked.data["text/plain"];
}}"""
OPEN = "(path) => window.jupyterapp.commands.execute('docmanager:open', { path }).then(() => {})"
RUN = "(command) => window.jupyterapp.commands.execute(command).then(() => {})"
CELLS = f"""() => [...{FRONT}.content.model.cells]
  .map(({{ sharedModel }}) => sharedModel.getSource())"""
LAID_OUT = f"""() => {FRONT}.content.widgets
  .filter(({{ node }}) => node.offsetHeight).map(({{ model }}) => model.id)"""
RAN = f"""(verbs) => {FRONT}.content.widgets
  .filter(({{ model }}) => model.type === "code" && model.sharedModel.getSource().match(verbs))
  .every(({{ model }}) => model.outputs.length)"""
CLOSE = """async () => {
  const { sessions } = window.jupyterapp.serviceManager;
  await sessions.shutdownAll().catch(() => {});
  for (const panel of [...window.jupyterapp.shell.widgets("main")]) panel.dispose();
}"""


class LessonPage:
    """One page with JupyterLab; `course` is the learner's folder, `path` the notebook in front."""

    def __init__(self, page: Page, address: str, root: Path, course: Path):
        self.page, self.address, self.root, self.course = page, address, root, course
        self.path = ""

    def open(self, name: str) -> "LessonPage":
        """Show a notebook of the course folder, such as `en/00-welcome.ipynb`."""
        self.path = (self.course / name).relative_to(self.root).as_posix()
        if self.page.evaluate("() => Boolean(window.jupyterapp)"):
            self.page.evaluate(OPEN, self.path)
        else:
            self.page.goto(f"{self.address}/lab/tree/{self.path}?reset")
        self.page.wait_for_function(SHOWN, arg=self.path)
        return self

    def lesson(self, number: str, language: str = "en") -> "LessonPage":
        """Show a lesson, and wait until it is alive."""
        return self.open(f"{language}/{load(language).chapters[number].file}").alive().settled()

    def reload(self) -> "LessonPage":
        """Load the page anew; the kernel goes on."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.address}/lab/tree/{self.path}")
        return self.alive()

    def beside(self, page: Page) -> "LessonPage":
        """The same notebook in another tab."""
        other = LessonPage(page, self.address, self.root, self.course)
        other.path = self.path
        page.goto(f"{self.address}/lab/workspaces/other/tree/{self.path}?reset")
        page.wait_for_function(SHOWN, arg=self.path)
        return other

    def alive(self) -> "LessonPage":
        """Wait until what is on the screen works."""
        self.is_in("alive")
        return self

    def is_in(self, phase: str) -> None:
        """Wait for this phase of its life."""
        expect(self.notice).to_have_attribute("data-phase", phase, timeout=PATIENCE)

    def settled(self, cells: str = VERB) -> "LessonPage":
        """Wait until each cell with a verb of ours has run, or all: it is alive before that."""
        self.page.wait_for_function(RAN, arg=cells, timeout=PATIENCE)
        return self

    def connected(self) -> "LessonPage":
        """Wait until the kernel answers."""
        self.page.wait_for_function(CONNECTED, timeout=PATIENCE)
        return self

    def ask(self, expression: str) -> str:
        """What the kernel makes of an expression of Python; to ask does not count as running."""
        answer: str = self.page.evaluate(ASK, expression)
        return answer

    @property
    def runs(self) -> int:
        """How many cells this kernel has run, when it has run all that it was sent."""
        return int(self.ask("get_ipython().execution_count")) - 1

    @property
    def cells(self) -> list[str]:
        """The sources of all cells."""
        sources: list[str] = self.page.evaluate(CELLS)
        return sources

    @property
    def laid_out(self) -> list[str]:
        """The ids of the cells that take up room."""
        ids: list[str] = self.page.evaluate(LAID_OUT)
        return ids

    @property
    def panel(self) -> Locator:
        """The notebook in front."""
        return self.page.locator(PANEL)

    @property
    def bar(self) -> Locator:
        """The bar above it."""
        return self.panel.locator(".hk-lesson-bar")

    @property
    def notice(self) -> Locator:
        """The line below the bar, with what is the matter."""
        return self.panel.locator(".hk-notice")

    @property
    def way_on(self) -> Locator:
        """The foot of a part."""
        return self.panel.locator(".hk-way-on")

    @property
    def onward(self) -> Locator:
        """The button at the foot that leads to the next part."""
        return self.way_on.get_by_role("button").last

    def widget(self, name: str) -> Locator:
        """The widget of this name that is on the screen."""
        return self.panel.locator(f".hk-{name}:visible")

    def heading(self, name: str) -> Locator:
        """The heading of a part."""
        return self.panel.get_by_role("heading", name=name)

    def go_to(self, title: str) -> None:
        """A part, by the list in the bar."""
        self.bar.locator(".hk-bar-progress").click()
        self.bar.locator(".hk-outline button", has_text=title).click()

    def go_on(self) -> None:
        """The next part."""
        self.onward.click()

    def guess(self, number: int) -> None:
        """Commit a guess of which one need not say how sure one is."""
        root = self.widget("predict")
        root.get_by_role("spinbutton").fill(str(number))
        root.get_by_role("button").click()
        expect(root.locator(".hk-number")).to_have_text(str(number))

    def run(self, command: str) -> None:
        """Run a command of JupyterLab."""
        self.page.evaluate(RUN, command)

    @property
    def journal(self) -> Journal:
        """What is on the disk."""
        return Journal(self.course / "answers")

    def file(self) -> Any:
        """The notebook as it is on the disk."""
        return json.loads((self.root / self.path).read_text("utf-8"))

    def close(self) -> None:
        """Put all notebooks away, and their kernels."""
        if self.page.evaluate("() => Boolean(window.jupyterapp)"):
            self.page.evaluate(CLOSE)
