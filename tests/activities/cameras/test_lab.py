"""One evening, two cameras in a real JupyterLab: marked, looked at, and there again."""

from playwright.sync_api import expect

from tests.activities.cameras.test_page import CELL, key, seen
from tests.browser.notebook import Notebook
from tests.browser.steps import all_saved, next_evening


def test_by_mouse_and_again_after_a_restart(notebook: Notebook) -> None:
    notebook.show(CELL, lesson="02")
    widget = notebook.widget("cameras")
    key(widget, "look").click()
    expect(widget.get_by_role("alert")).to_contain_text("Mark a line for the account first")
    expect(key(widget, "account-shelf")).to_be_focused()
    key(widget, "account-telephone").click()
    key(widget, "stage-applause").click()
    key(widget, "look").click()
    expect(key(widget, "seen")).to_be_focused()
    both = seen(widget)
    expect(both).to_contain_text("You marked the same line as we did: 7.")
    expect(both).to_contain_text("You marked line 4, we marked 5")
    expect(both.locator("table").first.locator("tbody tr").last).to_have_text("7−4.63.2")
    all_saved(notebook.page)

    again = next_evening(notebook, "cameras")
    expect(key(again, "account-telephone")).to_be_checked()
    expect(seen(again)).to_contain_text("You marked line 4, we marked 5")
    key(again, "stage-joke").click()
    expect(again.locator(".hk-seen")).to_contain_text("You marked the same line as we did: 5.")
