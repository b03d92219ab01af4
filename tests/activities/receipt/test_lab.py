"""Two receipts in a real JupyterLab: priced by mouse and keyboard, then laid side by side."""

from playwright.sync_api import expect

from helpkit.content import load
from tests.activities.receipt.test_page import GIVEN, RECEIVED, key
from tests.browser.fixtures import PATIENCE
from tests.browser.notebook import Notebook
from tests.browser.steps import all_saved, next_evening

FAVOURS = list(load("en").favours)


def test_both_receipts_by_mouse_and_again_after_a_restart(notebook: Notebook) -> None:
    notebook.show(GIVEN, RECEIVED, lesson="02")
    first, second = (notebook.widget("receipt").nth(number) for number in (0, 1))
    for number, favour in enumerate(FAVOURS):
        key(first, f"{favour}-{6 if number < 7 else 5}").click()
    for favour in FAVOURS:
        key(second, f"{favour}-5").click()
        expect(key(second, f"{favour}-5")).to_be_checked()
    expect(first.locator(".hk-end")).to_contain_text("put away")
    all_saved(notebook.page)
    key(second, "look").click()
    expect(key(second, "beside")).to_be_focused()
    expect(second.locator(".main-svg").first).to_be_attached(timeout=PATIENCE * 1000)
    expect(second.locator(".hk-words")).to_contain_text("Higher when you give: 7. The same: 3.")
    expect(second.locator(".hk-words")).to_contain_text("14% higher")
    assert second.locator("tbody tr").first.all_text_contents() == [
        "You feed the neighbours’ cat for a week65"
    ]
    first.evaluate("(node) => node.remove()")
    again = next_evening(notebook, "receipt >> nth=-1")
    expect(key(again, "cat-5")).to_be_checked()
    expect(again.locator(".hk-words")).to_contain_text("14% higher")
