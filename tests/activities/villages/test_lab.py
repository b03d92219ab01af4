"""Two hundred villages in a real JupyterLab: they live, they stop, what is done is found again."""

from playwright.sync_api import expect

from tests.activities.villages.test_page import key, villages
from tests.activities.villages.test_state import counted
from tests.browser.fixtures import PATIENCE
from tests.browser.notebook import Notebook
from tests.browser.steps import all_saved, journal, next_evening


def test_stopped_then_to_the_end_and_found_again(notebook: Notebook) -> None:
    widget = villages(notebook)
    key(widget, "knob-encounters").fill("500")
    all_saved(notebook.page)
    key(widget, "start").click()
    expect(key(widget, "stop")).to_be_focused()
    expect(widget.locator("progress")).not_to_have_js_property("value", 0)
    key(widget, "stop").click()
    expect(key(widget, "start")).to_be_focused()
    expect(widget.get_by_role("status")).to_contain_text("Stopped after")
    assert journal(notebook).state().of("02", "villages").answers == {"encounters": 500}

    key(widget, "knob-encounters").fill("50")
    all_saved(notebook.page)
    key(widget, "start").click()
    expect(widget.locator("tbody tr")).to_have_count(1, timeout=PATIENCE * 1000)
    helping = counted(50, 200)
    assert widget.locator("tbody tr").all_text_contents() == [f"50{helping}200"]
    expect(widget.get_by_role("status")).to_contain_text(f"helping won in {helping}.")
    expect(key(widget, "stop")).to_have_count(0)

    again = next_evening(notebook, "villages")
    assert again.locator("tbody tr").all_text_contents() == [f"50{helping}200"]
