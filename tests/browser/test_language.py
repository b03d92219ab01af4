"""A screen reader reads the prose of a lesson in the language of the lesson."""

import pytest
from playwright.sync_api import expect

from tests.browser.notebook import Notebook

SPOKEN = "(node) => node.closest('[lang]').lang"


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_cells_around_a_widget_are_in_its_language(notebook: Notebook, language: str) -> None:
    root = notebook.show("ch1.start()", "print('more')", language=language).widget("start")
    expect(root).to_be_visible()
    notebook.page.wait_for_function(
        "(wanted) => document.querySelector('.jp-Notebook')?.lang === wanted", arg=language
    )
    cells = notebook.page.locator(".jp-Notebook .jp-Cell")
    assert {one.evaluate(SPOKEN) for one in cells.all()} == {language}
    assert notebook.page.locator("#jp-menu-panel").evaluate(SPOKEN) == "en"
