"""The map of the cards in a real JupyterLab: by mouse, touch and keyboard, and after a restart."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.activities.map.test_page import EN, MAP, cards, drawn
from tests.browser.notebook import Notebook
from tests.browser.steps import next_evening

COUNT = """() => {
  window.clicks = 0;
  document.querySelector(".hk-graph").on("plotly_click", () => (window.clicks += 1));
}"""


@pytest.fixture
def touch(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(has_touch=True, viewport={"width": 400, "height": 800})
    yield context.new_page()
    context.close()


def square(widget: Locator, column: int, columns: int, row: int, rows: int) -> tuple[float, float]:
    area = widget.locator(".nsewdrag")
    area.scroll_into_view_if_needed()
    box = area.bounding_box()
    assert box
    across, down = (column + 0.5) / columns, (row + 0.5) / rows
    return box["x"] + box["width"] * across, box["y"] + box["height"] * down


def test_by_mouse_and_again_after_a_restart(page: Page, notebook: Notebook) -> None:
    notebook.show(MAP)
    widget = drawn(notebook)
    page.mouse.click(*square(widget, 2, 4, 0, 4))
    expect(widget.locator("h4")).to_have_text("client asks, formal: 10")
    expect(cards(widget)).to_have_count(10)
    expect(cards(widget).first).to_have_text(EN.situations["bedpan"].text)

    widget.get_by_label("One question").select_option("risk")
    widget.get_by_label("And another").select_option("arena")
    widget.get_by_label("yours").check()
    expect(widget.locator(".hk-words")).to_have_text(EN.ui["map"]["nothing"])
    expect(cards(widget)).to_have_count(0)

    widget = next_evening(notebook, "map")
    expect(widget.locator(".hk-words")).to_have_text(EN.ui["map"]["nothing"])
    expect(widget.get_by_label("One question")).to_have_value("risk")
    expect(widget.get_by_label("And another")).to_have_value("arena")
    expect(widget.get_by_label("yours")).to_be_checked()


def test_by_touch(touch: Page, notebook: Notebook) -> None:
    notebook.page = touch
    notebook.show(MAP)
    widget = drawn(notebook)
    touch.evaluate(COUNT)
    touch.touchscreen.tap(*square(widget, 2, 4, 0, 4))
    expect(widget.locator("h4")).to_have_text("client asks, formal: 10")
    touch.touchscreen.tap(*square(widget, 0, 4, 0, 4))
    expect(widget.locator("h4")).to_have_text("client asks, informal: 4")
    assert touch.evaluate("() => window.clicks") == 2, "one for each tap"
