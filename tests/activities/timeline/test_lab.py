"""The time line in a real JupyterLab: nothing overlaps, and the list says all of it."""

from playwright.sync_api import Page, expect

from tests.activities.timeline.test_page import LINE, drawn, entries
from tests.browser.notebook import Notebook


def test_a_mark_leads_to_its_place_in_the_list(page: Page, notebook: Notebook) -> None:
    notebook.show(LINE)
    widget = drawn(notebook)
    mark = widget.locator(".points path").last
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(entries(widget).filter(has_text="2009")).to_be_focused()
