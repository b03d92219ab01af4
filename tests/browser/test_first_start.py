"""What meets a learner who starts the course for the first time, and the second."""

import json
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from helpkit.content import load
from tests.lab.running import PATIENCE, Lab, running_lab

CELL = ".jp-Notebook:visible .jp-Cell"
CONNECTED = "| Idle"  # in the status bar; before that, a cell that is run stays as it was
POP_UPS = ".jp-Dialog, .jp-toastContainer .Toastify__toast"
EN, NL = load("en"), load("nl")
LESSON = {content.language: content.chapters["01"].file for content in (EN, NL)}


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


def begun(lab: Lab) -> list[str]:
    """The notebooks that have a kernel."""
    return [session["path"] for session in json.loads(lab.ask("api/sessions"))]


def test_the_first_lesson_is_there_alive_and_nothing_else(lab: Lab, page: Page) -> None:
    page.goto(lab.address)
    expect(page.locator(".hk-start")).to_be_visible()
    assert begun(lab) == [f"nl/{LESSON['nl']}"]
    assert page.locator(POP_UPS).count() == 0


def test_the_map_leads_to_the_other_language_and_into_a_lesson(lab: Lab, page: Page) -> None:
    page.goto(lab.address)
    page.get_by_role("button", name=NL.ui["lesson_view"]["all-lessons"]).click()
    course = page.locator(".hk-lessons")
    expect(course).to_have_attribute("lang", "nl")
    course.get_by_role("link", name=NL.ui["lessons"]["other-language"]).click()
    expect(course).to_have_attribute("lang", "en")
    course.locator(".hk-go").click()
    expect(page.locator(".hk-start")).to_have_attribute("lang", "en")
    assert begun(lab)[-1] == f"en/{LESSON['en']}"


def test_the_second_start_brings_back_the_learners_own_layout(
    lab: Lab, page: Page, tmp_path: Path
) -> None:
    page.goto(lab.address)
    with page.expect_request(lambda sent: keeps_layout_of(["notebook:nl/00-welkom.ipynb"], sent)):
        page.get_by_role("button", name=NL.ui["lesson_view"]["all-lessons"]).click()
    expect(page.locator(".hk-lessons")).to_be_visible()
    page.goto("about:blank")
    lab.process.send_signal(signal.SIGINT)
    assert lab.process.wait(PATIENCE) == 0
    with running_lab(lab.course, tmp_path / "jupyter", "--language", "nl") as again:
        page.goto(again.address)
        expect(page.locator(".hk-lessons")).to_be_visible()
        assert begun(again) == ["nl/00-welkom.ipynb"]
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


def test_touch_alone_goes_to_the_map_and_into_a_lesson(lab: Lab, browser: Browser) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": 1024, "height": 768})
    page = context.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    expect.set_options(timeout=PATIENCE * 1000)
    page.goto(lab.address)
    expect(page.locator(".hk-start")).to_be_visible()
    page.get_by_role("button", name=NL.ui["lesson_view"]["all-lessons"]).tap()
    page.locator(".hk-lessons .hk-go").tap()
    expect(page.locator(".hk-start")).to_be_visible()
    context.close()
