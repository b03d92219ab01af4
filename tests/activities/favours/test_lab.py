"""The evening of favours in a real JupyterLab: move by move, other people, and found again."""

from playwright.sync_api import expect

from tests.activities.favours.test_page import favours, key, says
from tests.browser.notebook import Notebook
from tests.browser.steps import all_saved, next_evening


def test_move_by_move_and_again_after_a_restart(notebook: Notebook) -> None:
    widget = favours(notebook)
    expect(key(widget, "knob-inflation")).to_be_hidden()
    key(widget, "give-A").click()
    says(widget, -6, 5)
    key(widget, "repay-B").click()
    says(widget, -1, -1)
    expect(widget.locator(".hk-words")).to_contain_text("Both feel short-changed, together by 2")
    key(widget, "undo").click()
    key(widget, "thank-B").click()
    key(widget, "give-B").click()
    says(widget, 0, -1)
    key(widget, "thank-A").click()
    says(widget, 0, 0)
    expect(widget.locator(".hk-words")).to_have_text("Nobody feels short-changed.")
    expect(widget.locator(".hk-moves li")).to_have_text(
        ["Ruth gives 5 (time)", "Sam says thank you", "Sam gives 5 (time)", "Ruth says thank you"]
    )
    expect(key(widget, "knob-inflation")).to_be_visible()
    all_saved(notebook.page)
    again = next_evening(notebook, "favours")
    expect(again.locator(".hk-moves li")).to_have_count(4)
    key(again, "clear").click()
    expect(key(again, "give-A")).to_be_focused()
    expect(again.locator(".hk-moves li")).to_have_count(0)
