"""What a lesson is to those who listen and to those who touch: headings, landmarks, sliders."""

from itertools import pairwise

from playwright.sync_api import expect

from tests.browser.notebook import Notebook

LEVELS = """() => [...document.querySelectorAll(".hk :is(h1, h2, h3, h4, h5, h6)")]
  .filter((node) => node.checkVisibility()).map((node) => Number(node.tagName[1]))"""


def test_headings_skip_no_level_and_widgets_are_no_landmarks(notebook: Notebook) -> None:
    notebook.show("ch1.start()", "ch1.sort('formality')")
    expect(notebook.widget("sort")).to_be_visible()
    expect(notebook.widget("start")).to_be_visible()
    levels = [1, *notebook.page.evaluate(LEVELS)]
    assert [one for last, one in pairwise(levels) if one > last + 1] == []
    assert levels[1] == 2, "the first widget stands right under the title of the lesson"
    assert notebook.page.locator(".jp-Notebook .hk").get_by_role("region").count() == 0
    for name in ("start", "sort"):
        title = notebook.widget(name).locator(".hk-title").inner_text()
        expect(notebook.page.get_by_role("group", name=title)).to_be_visible()
