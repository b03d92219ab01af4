"""What meets a learner who starts the course for the first time, and the second."""

import json
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from helpkit.content import load
from helpkit.lab.course_folder import lessons_folder
from tests.lab.running import PATIENCE, Lab, running_lab

TABS = ".lm-DockPanel-tabBar .lm-TabBar-tabLabel"
FRONT = ".lm-DockPanel-tabBar .lm-TabBar-tab.lm-mod-current .lm-TabBar-tabLabel"
FILES = ".jp-DirListing-itemText"
CELL = ".jp-Notebook:visible .jp-Cell"
CONNECTED = "| Idle"  # in the status bar; before that, a cell that is run stays as it was
POP_UPS = ".jp-Dialog, .jp-toastContainer .Toastify__toast"
EN, NL = load("en"), load("nl")
LESSON = {content.language: content.chapters["01"].file for content in (EN, NL)}
READY = [path.name for path in sorted((lessons_folder() / "nl").glob("*.ipynb"))]
WIDGET = "application/vnd.jupyter.widget-view+json"


def keeps_layout_of(tabs: list[str], sent: Request) -> bool:
    """Whether JupyterLab saves a layout with just these tabs."""
    if "/api/workspaces" not in sent.url or sent.method != "PUT":
        return False
    layout = json.loads(sent.post_data or "")["data"]["layout-restorer:data"]
    return bool(layout["main"]["dock"]["widgets"] == tabs)


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[Lab]:
    with running_lab(tmp_path / "course", tmp_path / "jupyter", "--language", "nl") as one:
        yield one


@pytest.fixture
def page(own_page: Page) -> Page:
    """Patient, because a server has to start first."""
    own_page.set_default_timeout(PATIENCE * 1000)
    expect.set_options(timeout=PATIENCE * 1000)
    return own_page


def test_the_lesson_is_in_front_beside_the_welcome_page(lab: Lab, page: Page) -> None:
    page.goto(lab.address)
    expect(page.locator(CELL).first).to_be_visible()
    expect(page.locator(TABS)).to_have_text(["welcome.md", LESSON["nl"]])
    expect(page.locator(FRONT)).to_have_text(LESSON["nl"])
    expect(page.locator(FILES)).to_have_text(READY)
    expect(page.locator(CELL).first).to_contain_text("Run ▸ Run All Cells")
    assert page.locator(POP_UPS).count() == 0


def test_the_welcome_page_leads_to_the_other_language(lab: Lab, page: Page) -> None:
    page.goto(lab.address)
    page.locator(TABS, has_text="welcome.md").click()
    welcome = page.locator(".jp-MarkdownViewer")
    expect(welcome.locator("table").first.locator("tbody tr")).to_have_count(9)
    invitation = EN.ui["welcome"]["begin"].format(title=EN.chapters["01"].title)
    welcome.get_by_role("link", name=invitation).click()
    expect(page.locator(FRONT)).to_have_text(LESSON["en"])
    expect(page.locator(CELL).first).to_be_visible()


def test_the_second_start_brings_back_the_learners_own_layout(
    lab: Lab, page: Page, tmp_path: Path
) -> None:
    page.goto(lab.address)
    expect(page.get_by_text(CONNECTED)).to_be_visible()
    page.locator(TABS, has_text="welcome.md").click()
    save = page.locator(".jp-Dialog").get_by_role("button", name="Save")
    page.add_locator_handler(
        save, lambda: save.click()
    )  # asked when autosave has not come round yet
    with page.expect_request(
        lambda sent: keeps_layout_of(["markdownviewer-widget:welcome.md"], sent)
    ):
        page.locator(".lm-TabBar-tab", has_text=LESSON["nl"]).locator(
            ".lm-TabBar-tabCloseIcon"
        ).click()
        expect(page.locator(TABS)).to_have_text(["welcome.md"])
    page.goto("about:blank")
    lab.process.send_signal(signal.SIGINT)
    assert lab.process.wait(PATIENCE) == 0
    with running_lab(lab.course, tmp_path / "jupyter", "--language", "nl") as again:
        page.goto(again.address)
        expect(page.locator(".jp-MarkdownViewer table").first).to_be_visible()
        expect(page.locator(TABS)).to_have_text(["welcome.md"])
        page.goto("about:blank")


def test_saving_keeps_the_widget_on_the_page_and_out_of_the_file(lab: Lab, page: Page) -> None:
    file = lab.course / "nl" / "eigen.ipynb"
    cell: dict[str, Any] = {
        "cell_type": "code",
        "id": "a",
        "source": "import ipywidgets\nprint('mine')\nipywidgets.IntSlider()",
        "metadata": {},
        "execution_count": None,
        "outputs": [],
    }
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    notebook = {"cells": [cell], "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}
    file.write_text(json.dumps(notebook), "utf-8")
    page.goto(lab.address.replace("workspaces/nl", "workspaces/own/tree/nl/eigen.ipynb"))
    expect(page.get_by_text(CONNECTED)).to_be_visible()
    slider = page.locator(".widget-slider")
    for _ in range(2):  # the second time, JupyterLab compares with what it saved before
        page.locator(CELL).first.click()
        page.keyboard.press("Control+Enter")
        expect(slider).to_be_visible()
        with page.expect_response(
            lambda got: "/api/contents/nl/eigen.ipynb" in got.url and got.request.method == "PUT"
        ):
            page.keyboard.press("Control+s")
    saved = json.loads(file.read_text("utf-8"))["cells"][0]
    assert [one["output_type"] for one in saved["outputs"]] == ["stream"]
    expect(slider).to_be_visible()
    assert page.locator(POP_UPS).count() == 0


def test_touch_alone_starts_a_lesson_as_its_first_line_says(lab: Lab, browser: Browser) -> None:
    """By the toolbar, since that entry of the menu does not respond to a tap."""
    context = browser.new_context(has_touch=True, viewport={"width": 1024, "height": 768})
    page = context.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    expect.set_options(timeout=PATIENCE * 1000)
    page.goto(lab.address)
    expect(page.locator(CELL).first).to_contain_text("▶▶, dan Restart")
    expect(page.get_by_text(CONNECTED)).to_be_visible()
    page.locator("[data-command='notebook:restart-run-all']:visible").tap()
    page.locator(".jp-Dialog-button", has_text="Restart").tap()
    expect(page.locator(".hk").first).to_be_visible()
    context.close()
