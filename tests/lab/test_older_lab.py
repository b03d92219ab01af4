"""Our notebooks in the JupyterLab before this one, and in a Notebook 7."""

import json
import shutil
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from helpkit.lab.course_folder import lessons_folder
from helpkit.lab.saving import WIDGET

ASKS = "from helpkit import Lesson"
LESSON = "02-economics-and-theatre.ipynb"
OPENED = """(path) => {
  const context = window.jupyterapp?.shell.currentWidget?.context;
  return context?.path === path && context.isReady;
}"""
VERSION = "() => JSON.parse(document.getElementById('jupyter-config-data').textContent).appVersion"
ACTIVE = """() => window.jupyterapp.listPlugins()
  .filter((id) => id.startsWith('helpkit:') && window.jupyterapp.isPluginActivated(id))"""
ALIVE = "() => document.querySelector('.hk-notice')?.dataset.phase === 'alive'"
ALL_SHOWN = """() => window.jupyterapp.shell.currentWidget.content.widgets
  .filter(({ model }) => model.type === "code").every(({ model }) => model.outputs.length)"""
RUNS = """async () => {
  const { kernel } = window.jupyterapp.shell.currentWidget.sessionContext.session;
  const asked = { runs: "get_ipython().execution_count" };
  const content = { code: "", silent: true, user_expressions: asked };
  const reply = await kernel.requestExecute(content).done;
  return Number(reply.content.user_expressions.runs.data["text/plain"]);
}"""
PATIENCE = 60_000
SAVE = "() => window.jupyterapp.shell.currentWidget.context.save()"


@dataclass(frozen=True)
class Place:
    """A server: its address, the address of its notebooks, the folder it serves, its version."""

    address: str
    notebooks: str
    folder: Path
    version: str

    def open(self, page: Page, name: str) -> None:
        """Open a notebook of the folder."""
        page.goto(f"{self.notebooks}/{name}")
        page.wait_for_function(OPENED, arg=name)


@pytest.fixture(
    params=[("older_lab", "lab/tree", "4.5."), ("classic", "notebooks", "7.5.")],
    ids=["lab", "notebook"],
)
def place(request: pytest.FixtureRequest) -> Place:
    """Each of the two, with a lesson in its folder."""
    fixture, path, version = request.param
    address, folder = request.getfixturevalue(fixture)
    shutil.copy(lessons_folder() / "en" / LESSON, folder)
    return Place(address, f"{address}/{path}", folder, version)


def test_a_lesson_opens_and_the_lesson_view_is_active(own_page: Page, place: Place) -> None:
    place.open(own_page, LESSON)
    assert own_page.evaluate(VERSION).startswith(place.version)
    assert "helpkit:lesson-view" in own_page.evaluate(ACTIVE)


def test_it_is_alive_and_a_page_that_comes_back_joins_it(own_page: Page, place: Place) -> None:
    """Notebook 7 has pages where JupyterLab has tabs; in both the kernel goes on."""
    place.open(own_page, LESSON)
    own_page.wait_for_function(ALIVE, timeout=PATIENCE)
    expect(own_page.locator(".jp-NotebookPanel-toolbar")).to_be_hidden()
    own_page.locator(".hk-way-on .hk-onward").click()
    expect(own_page.locator(".hk-sort").first).to_be_visible()
    own_page.wait_for_function(ALL_SHOWN, timeout=PATIENCE)
    runs = own_page.evaluate(RUNS)
    own_page.goto("about:blank")
    place.open(own_page, LESSON)
    own_page.wait_for_function(ALIVE, timeout=PATIENCE)
    expect(own_page.locator(".hk-sort").first).to_be_visible()  # where the learner was
    assert own_page.evaluate(RUNS) == runs > 1


def test_the_server_gives_the_course(place: Place) -> None:
    with urllib.request.urlopen(f"{place.address}/helpkit/course.json") as answer:
        course = json.load(answer)
    assert LESSON in {notebook["file"] for notebook in course["notebooks"]}


def test_what_asks_for_helpkit_is_saved_without_its_widgets(own_page: Page, place: Place) -> None:
    shown: dict[str, Any] = {
        "output_type": "display_data",
        "data": {WIDGET: {"model_id": "a"}},
        "metadata": {},
    }
    cell: dict[str, Any] = {"cell_type": "code", "id": "a", "source": ASKS, "metadata": {}}
    cell |= {"execution_count": 1, "outputs": [shown]}
    notebook = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    path = place.folder / "mine.ipynb"
    path.write_text(json.dumps(notebook), "utf-8")
    place.open(own_page, path.name)
    own_page.evaluate(SAVE)
    (saved,) = json.loads(path.read_text("utf-8"))["cells"]
    assert (saved["source"], saved["outputs"]) == ([ASKS], [])
