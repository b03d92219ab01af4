"""Two receipts in a real JupyterLab: priced by mouse and keyboard, then laid side by side."""

from playwright.sync_api import Locator, Page, expect

from helpkit.content import load
from tests.browser.fixtures import PATIENCE
from tests.browser.notebook import Notebook
from tests.browser.steps import accessible, all_saved, fits, journal, next_evening, tab_to
from tests.language import english_in

GIVEN, RECEIVED = "ch1.receipt('receipt-given')", "ch1.receipt('receipt-received')"
FAVOURS = list(load("en").favours)


def key(widget: Locator, name: str) -> Locator:
    return widget.locator(f"[data-key='{name}']")


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


def test_by_keyboard_alone(notebook: Notebook) -> None:
    notebook.show(GIVEN, lesson="02")
    widget = notebook.widget("receipt")
    expect(widget).to_be_visible()
    key(widget, "cat-0").focus()
    notebook.page.keyboard.press("Space")
    notebook.page.keyboard.press("ArrowRight")
    notebook.page.keyboard.press("ArrowRight")
    tab_to(key(widget, "moving-0"))
    notebook.page.keyboard.press("ArrowLeft")
    expect(key(widget, "moving-10")).to_be_checked()
    all_saved(notebook.page)
    kept = journal(notebook).state().of("02", "receipt-given").answers
    assert kept == {"cat": 2, "moving": 10}
    expect(widget.locator(".hk-end")).to_have_text("Priced: 2 of 10.")


PRICED = """
for number, key in enumerate(ch1.content.favours):
    ch1.journal.record(activity="receipt-given", item=key, kind="answer", value=7)
    ch1.journal.record(activity="receipt-received", item=key, kind="answer", value=3 + number % 5)
ch1.journal.record(activity="receipt-received", item="*", kind="reveal", value=None)
"""


def test_dutch_readable_and_within_320_px(notebook: Notebook, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 900})
    notebook.show(PRICED, RECEIVED, lesson="02", language="nl")
    widget = notebook.widget("receipt")
    expect(widget.locator(".main-svg").first).to_be_attached(timeout=PATIENCE * 1000)
    fits(widget.locator(".hk-receipt-lines"))
    assert english_in(widget.inner_text()) == []
    accessible(notebook, ".hk-receipt")
