"""The guesses of a learner on a static page: it follows what is predicted above it."""

from playwright.sync_api import expect

from tests.browser.fixtures import PATIENCE
from tests.browser.static_page import StaticPage
from tests.browser.steps import accessible, fits
from tests.language import english_in

LEDGER = "ch1.predictions('predictions')"
FOR_FUN = """
key = "both-gave-five"
ch1.journal.record(activity=key, item=key, kind="prediction", value={"guess": 0})
ch1.journal.record(activity=key, item=key, kind="reveal", value=None)
"""
FOUR = """
predicted = {"sent-something": 30, "refused-offers": 99, "tickets": 8, "victims-chance": 84}
for key, guess in predicted.items():
    value = {"guess": guess, "sure": 75}
    ch1.journal.record(activity=key, item=key, kind="prediction", value=value)
    ch1.journal.record(activity=key, item=key, kind="reveal", value=None)
"""


def test_a_guess_for_fun_is_shown_and_does_not_count(static: StaticPage) -> None:
    static.show(FOUR, FOR_FUN, LEDGER, lesson="02")
    ledger = static.widget("predictions")
    expect(ledger.locator(".hk-entry")).to_have_count(5)
    fun = ledger.locator(".hk-for-fun")
    expect(fun.locator(".hk-tag")).to_have_text("for fun")
    expect(fun).to_contain_text("You said 0. It was 2.")
    expect(ledger.locator(".hk-panel")).to_contain_text("one more")


def test_nothing_yet(static: StaticPage) -> None:
    static.show(LEDGER, lesson="02")
    expect(static.widget("predictions").locator(".hk-panel")).to_contain_text("No guess yet")


def test_dutch_readable_and_within_320_px(static: StaticPage) -> None:
    static.page.set_viewport_size({"width": 320, "height": 900})
    fifth = FOUR.replace("84}", '84, "mirror-ahead": 1}')
    static.show(fifth, LEDGER, lesson="02", language="nl")
    widget = static.widget("predictions")
    widget.locator(".hk-plot").scroll_into_view_if_needed()
    expect(widget.locator(".main-svg").first).to_be_attached(timeout=PATIENCE * 1000)
    fits(widget.locator(".hk-entries"))
    assert english_in(widget.inner_text()) == []
    accessible(static, ".hk-predictions")
