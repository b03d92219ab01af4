"""Two receipts on a static page: priced by mouse and keyboard, then laid side by side."""

from playwright.sync_api import Locator, expect

from tests.browser.fixtures import PATIENCE
from tests.browser.static_page import StaticPage
from tests.browser.steps import accessible, all_saved, fits, journal, tab_to
from tests.language import english_in

GIVEN, RECEIVED = "ch1.receipt('receipt-given')", "ch1.receipt('receipt-received')"


def key(widget: Locator, name: str) -> Locator:
    return widget.locator(f"[data-key='{name}']")


def test_by_keyboard_alone(static: StaticPage) -> None:
    static.show(GIVEN, lesson="02")
    widget = static.widget("receipt")
    expect(widget).to_be_visible()
    key(widget, "cat-0").focus()
    static.page.keyboard.press("Space")
    static.page.keyboard.press("ArrowRight")
    static.page.keyboard.press("ArrowRight")
    tab_to(key(widget, "moving-0"))
    static.page.keyboard.press("ArrowLeft")
    expect(key(widget, "moving-10")).to_be_checked()
    all_saved(static.page)
    kept = journal(static).state().of("02", "receipt-given").answers
    assert kept == {"cat": 2, "moving": 10}
    expect(widget.locator(".hk-end")).to_have_text("Priced: 2 of 10.")


PRICED = """
for number, key in enumerate(ch1.content.favours):
    ch1.journal.record(activity="receipt-given", item=key, kind="answer", value=7)
    ch1.journal.record(activity="receipt-received", item=key, kind="answer", value=3 + number % 5)
ch1.journal.record(activity="receipt-received", item="*", kind="reveal", value=None)
"""


def test_dutch_readable_and_within_320_px(static: StaticPage) -> None:
    static.page.set_viewport_size({"width": 320, "height": 900})
    static.show(PRICED, RECEIVED, lesson="02", language="nl")
    widget = static.widget("receipt")
    widget.locator(".hk-plot").scroll_into_view_if_needed()
    expect(widget.locator(".main-svg").first).to_be_attached(timeout=PATIENCE * 1000)
    fits(widget.locator(".hk-receipt-lines"))
    assert english_in(widget.inner_text()) == []
    accessible(static, ".hk-receipt")
