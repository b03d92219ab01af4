"""A term that is marked in the text opens its entry there, by mouse and by keyboard."""

from playwright.sync_api import expect

from helpkit.content import load
from tests.activities.terms.test_page import TERMS, TEXT, panel, word
from tests.browser.notebook import Notebook


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


def test_the_panel_goes_with_its_widget(notebook: Notebook) -> None:
    notebook.show(TEXT, TERMS)
    expect(notebook.page.locator(".hk-term")).to_have_count(1)
    notebook.page.evaluate(
        "() => window.jupyterapp.commands.execute('notebook:clear-all-cell-outputs')"
    )
    expect(notebook.page.locator(".hk-term")).to_have_count(0)
