"""A term that is marked in the text opens its entry there, by mouse and by keyboard."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from helpkit.content import load
from tests.browser.axe import serious
from tests.browser.module import exported
from tests.browser.notebook import Notebook
from tests.browser.steps import fits
from tests.language import english_in

TEXT = (
    "%%markdown\nA [**client**](#term-client), [**status**](#term-status), [more](#term-nothing)."
)
TERMS = "ch1.terms()"
PAGE = "{ width: 400, height: 300 }"
SIZE = "{ width: 200, height: 100 }"


def word(notebook: Notebook, entry: str) -> Locator:
    return notebook.page.locator(f".jp-Notebook a[href='#term-{entry}']")


def panel(notebook: Notebook) -> Locator:
    return notebook.page.get_by_role("dialog").filter(has=notebook.page.locator("h4"))


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("{ left: 20, top: 10, bottom: 30 }", {"left": 20, "top": 38}),
        ("{ left: 380, top: 10, bottom: 30 }", {"left": 192, "top": 38}),
        ("{ left: -9, top: 250, bottom: 270 }", {"left": 8, "top": 142}),
        ("{ left: 20, top: 50, bottom: 250 }", {"left": 20, "top": 8}),
    ],
)
def test_an_entry_stands_beside_its_word_and_within_the_window(
    page: Page, place: str, expected: dict[str, Any]
) -> None:
    assert exported(page, "terms", f"m.beside({place}, {SIZE}, {PAGE})") == expected


def test_by_mouse_and_away_again(notebook: Notebook) -> None:
    notebook.show(TEXT, TERMS)
    expect(notebook.widget("terms")).to_be_visible()
    entries = load("en").glossary
    word(notebook, "client").click()
    expect(panel(notebook)).to_contain_text(entries["client"].definition)
    expect(word(notebook, "client")).to_be_in_viewport()
    panel(notebook).get_by_role("button").click()
    expect(panel(notebook)).to_be_hidden()
    word(notebook, "status").click()
    expect(panel(notebook)).to_contain_text(entries["status"].definition)
    notebook.page.mouse.click(5, 5)
    expect(panel(notebook)).to_be_hidden()


def test_by_keyboard_and_back_to_the_word(notebook: Notebook) -> None:
    notebook.show(TEXT, TERMS)
    expect(notebook.widget("terms")).to_be_visible()
    word(notebook, "client").focus()
    notebook.page.keyboard.press("Enter")
    expect(panel(notebook)).to_be_focused()
    expect(word(notebook, "client")).to_be_in_viewport()
    expect(notebook.page.get_by_role("dialog", name="client")).to_be_visible()
    notebook.page.keyboard.press("Escape")
    expect(panel(notebook)).to_be_hidden()
    expect(word(notebook, "client")).to_be_focused()


def test_a_word_without_an_entry_stays_a_link(notebook: Notebook) -> None:
    notebook.show(TEXT, TERMS)
    expect(notebook.widget("terms")).to_be_visible()
    word(notebook, "nothing").click()
    expect(panel(notebook)).to_be_hidden()


def test_the_panel_goes_with_its_widget(notebook: Notebook) -> None:
    notebook.show(TEXT, TERMS)
    expect(notebook.page.locator(".hk-term")).to_have_count(1)
    notebook.page.evaluate(
        "() => window.jupyterapp.commands.execute('notebook:clear-all-cell-outputs')"
    )
    expect(notebook.page.locator(".hk-term")).to_have_count(0)


def test_dutch_readable_and_within_320_px(notebook: Notebook, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    notebook.show(TEXT.replace("client", "pure-inquiry"), TERMS, language="nl", lesson="06")
    widget = notebook.widget("terms")
    expect(widget).to_be_visible()
    fits(widget)
    assert english_in(widget.inner_text()) == []
    word(notebook, "pure-inquiry").click()
    expect(panel(notebook)).to_contain_text("basisonderzoek")
    box = panel(notebook).bounding_box()
    assert box
    assert box["width"] > 280
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 640
    for theme in ("JupyterLab Dark", "JupyterLab Light"):
        notebook.theme(theme)
        if not panel(notebook).is_visible():
            word(notebook, "pure-inquiry").click()
        assert serious(page, ".hk-term") == []
        assert serious(page, ".hk-terms") == []
        assert serious(page, ".jp-RenderedMarkdown") == []
