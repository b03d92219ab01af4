"""Widgets on a page of their own, without JupyterLab and without a kernel.

A cell runs in the process of the test, so its widget is the real one with a real journal. The
page does what anywidget does (`static_page.js`): it opens the widget, loads its module and shows
it. Between the two only the wire differs: a `Wire` in the place of the kernel's comm carries the
same messages, in the same order, through functions that Playwright exposes to the page.
"""

import ast
import asyncio
import json
import os
import sys
from base64 import b64encode
from contextlib import chdir
from html import escape
from pathlib import Path
from typing import Any

import mistune
import nbformat
from comm.base_comm import BaseComm
from IPython.display import Markdown
from ipywidgets.widgets.widget import _instances, _remove_buffers
from playwright.sync_api import Browser, Locator, Page, ViewportSize

from tests.browser.notebook import DARK, LIGHT, faults

HERE = Path(__file__).parent
SIZE: ViewportSize = {"width": 1280, "height": 800}
ADDRESS = "http://localhost/static"
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A notebook</title><style>
body { margin: 0; color: var(--jp-ui-font-color1); background: var(--jp-layout-color0);
  font: 13px var(--jp-ui-font-family); }
.jp-NotebookPanel { position: absolute; inset: 60px 39px 0; }
.jp-WindowedPanel-outer { height: 100%; overflow: auto; }
.jp-Notebook { padding: 10px; }
.jp-Cell { padding: 5px 5px 5px 13px; }
.jp-OutputArea-child { overflow: hidden; }
.jp-OutputArea-output { overflow: auto; margin-left: 64px; }
@media (max-width: 760px) { .jp-OutputArea-output { margin-left: 0; } }
</style></head><body><main class="jp-NotebookPanel"><div class="jp-WindowedPanel-outer">
<div class="jp-Notebook"></div></div></main></body></html>"""
"""As wide and as high as what JupyterLab leaves to a notebook."""
FIRST = "from helpkit import Lesson\nch1 = Lesson({!r}, language={!r})"
END = "null"
"""Tells a page that no message follows."""
THEMES = {LIGHT: "theme-light-extension", DARK: "theme-dark-extension"}


def theme_sheet(name: str) -> str:
    """JupyterLab's own variables of a theme."""
    folder = Path(sys.prefix) / "share/jupyter/lab/themes/@jupyterlab" / THEMES[name]
    return (folder / "index.css").read_text("utf-8")


def packed(buffers: Any) -> list[str]:
    """Bytes as the page reads them."""
    return [b64encode(bytes(each)).decode() for each in buffers or ()]


class Wire(BaseComm):
    """What a widget says goes to the page, as a kernel's comm would send it."""

    def __init__(self, identity: str, outbox: "asyncio.Queue[str]"):
        self.outbox = outbox
        super().__init__(comm_id=identity, primary=False)

    def publish_msg(
        self, msg_type: str, data: Any = None, metadata: Any = None, buffers: Any = None, **_: Any
    ) -> None:
        """Put a message behind those that wait; a page needs not be told that a widget closes."""
        if msg_type == "comm_msg":
            message = {"id": self.comm_id, "data": data, "buffers": packed(buffers)}
            self.outbox.put_nowait(json.dumps(message, allow_nan=False))


class StaticPage:
    """Cells are run and shown; `answers` is where their journal goes."""

    def __init__(self, page: Page, answers: Path):
        self.page, self.answers = page, answers
        self.outbox: asyncio.Queue[str] = asyncio.Queue()
        self.cells: tuple[str, ...] = ()
        self.folder = Path()

    def load(self) -> "StaticPage":
        """Load the page anew; nothing is run."""
        self.outbox.put_nowait(END)
        self.outbox = asyncio.Queue()
        self.page.goto(ADDRESS)
        self.page.add_script_tag(content=(HERE / "static_page.js").read_text("utf-8"))
        return self.theme(LIGHT)

    def show(self, *cells: str, language: str = "en", lesson: str = "01") -> "StaticPage":
        """Run these cells after the one that makes `ch1`, and show what they end with."""
        os.environ["HELPKIT_ANSWERS"] = str(self.answers)
        self.cells = (FIRST.format(lesson, language), *cells)
        return self.run()

    @property
    def room(self) -> Path:
        """Where a folder of a test may be made."""
        return self.answers.parent / "room"

    def open_file(self, path: Path) -> "StaticPage":
        """Take the cells of a notebook in a folder with answers of its own."""
        os.environ.pop("HELPKIT_ANSWERS", None)
        cells = nbformat.read(path, 4).cells
        self.cells = tuple(cell.source for cell in cells if cell.cell_type == "code")
        self.folder, self.answers = path.parent, path.parent / "answers"
        return self

    def run(self) -> "StaticPage":
        """Run the cells as a new kernel does, below each other on an empty page."""
        self.page.evaluate("() => staticPage.clear()")
        names: dict[str, Any] = {}
        for cell in self.cells:
            with chdir(self.folder):
                value = value_of(cell, names)
            self._display(value)
        return self

    def restart(self) -> "StaticPage":
        """What a page sees of a new kernel it sees when the cells run: nothing is done here."""
        return self

    def _display(self, value: Any) -> None:
        if hasattr(value, "model_id"):
            self.page.evaluate("(id) => staticPage.show(id)", value.model_id)
        elif value is not None:
            text = mistune.html(value.data) if isinstance(value, Markdown) else escape(repr(value))
            self.page.evaluate("(html) => staticPage.showText(html)", text)

    def theme(self, name: str) -> "StaticPage":
        """`JupyterLab Light` or `JupyterLab Dark`."""
        self.page.evaluate("(call) => staticPage.theme(...call)", [name, theme_sheet(name)])
        return self

    def widget(self, name: str) -> Locator:
        """The widget of this name on the page."""
        return self.page.locator(f".hk-{name}")

    def faults(self) -> list[str]:
        """Errors of Python or JavaScript that a widget on the page tells of."""
        return faults(self.page)

    def leave(self) -> None:
        """Leave the window as it was before the test."""
        self.outbox.put_nowait(END)
        self.page.evaluate("() => (staticPage.clear(), localStorage.clear())")
        self.page.set_viewport_size(SIZE)
        self.page.emulate_media(reduced_motion=None, color_scheme=None)
        self.page.mouse.move(0, 0)

    def open_in_python(self, identity: str) -> str:
        """Tie a widget to this page, and say what it holds."""
        widget = _instances[identity]
        widget.comm = Wire(identity, self.outbox)
        state, paths, buffers = _remove_buffers(widget.get_state())
        data = {"state": state, "buffer_paths": paths}
        return json.dumps({"data": data, "buffers": packed(buffers)}, allow_nan=False)

    def send_to_python(self, identity: str, data: str) -> None:
        """Hand a message of the page to its widget."""
        widget = _instances.get(identity)
        if widget is not None:
            widget.comm.handle_msg({"content": {"data": json.loads(data)}, "buffers": []})


def value_of(cell: str, names: dict[str, Any]) -> Any:
    """Run a cell and return what it shows: the value of its last line, or a text."""
    magic, _, text = cell.partition("\n")
    if magic == "%%markdown":
        return Markdown(text)
    *before, last = ast.parse(cell).body
    if not isinstance(last, ast.Expr):
        before.append(last)
    exec(compile(ast.Module(before, []), "<cell>", "exec"), names)
    if not isinstance(last, ast.Expr):
        return None
    return eval(compile(ast.Expression(last.value), "<cell>", "eval"), names)


class StaticWindow:
    """The window that all static pages of a run use; `now` is the page of the test."""

    def __init__(self, browser: Browser):
        self.now: StaticPage
        self.errors: list[str] = []
        self.browser, self.spoiled = browser, True
        self.page: Page

    def ready(self, answers: Path) -> StaticPage:
        """A page whose functions reach Python; after a test that failed, one of a new window."""
        if self.spoiled:
            self.renew()
        self.errors.clear()
        self.now = StaticPage(self.page, answers)
        return self.now.load()

    def renew(self) -> None:
        """Another window."""
        self.close()
        context = self.browser.new_context(viewport=SIZE)
        context.route(ADDRESS, lambda route: route.fulfill(body=PAGE, content_type="text/html"))
        self.page, self.spoiled = context.new_page(), False
        self.page.on("pageerror", lambda error: self.errors.append(error.stack or str(error)))
        self.page.expose_function(
            "openInPython", lambda identity: self.now.open_in_python(identity)
        )
        self.page.expose_function(
            "sendToPython", lambda identity, data: self.now.send_to_python(identity, data)
        )
        self.page.expose_function("hearPython", lambda: self.now.outbox.get())

    def close(self) -> None:
        """Away with it."""
        if hasattr(self, "page"):
            self.page.context.close()
