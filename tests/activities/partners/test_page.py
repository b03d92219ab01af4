"""Five doors on a static page: by mouse and by keyboard, until everybody has a name."""

from playwright.sync_api import Locator, expect

from helpkit.content import load
from tests.browser.static_page import StaticPage
from tests.browser.steps import Shown, accessible, all_saved, fits, journal, tab_to
from tests.language import english_in

PARTNERS = "ch1.partners('five-partners')"


def partners(place: Shown, *before: str, language: str = "en") -> Locator:
    place.show(*before, PARTNERS, lesson="02", language=language)
    widget = place.widget("partners")
    expect(widget).to_be_visible()
    return widget


def key(widget: Locator, name: str) -> Locator:
    return widget.locator(f"[data-key='{name}']")


def rounds(widget: Locator) -> Locator:
    return widget.locator(".hk-marks li")


def test_by_keyboard_alone(static: StaticPage) -> None:
    widget = partners(static)
    key(widget, "door-first").focus()
    tab_to(key(widget, "door-fourth"))
    static.page.keyboard.press("Enter")
    tab_to(key(widget, "help"))
    static.page.keyboard.press("Enter")
    expect(rounds(widget)).to_have_count(1)
    expect(key(widget, "help")).to_be_focused()
    expect(widget.get_by_role("status")).to_have_text(
        "Round 1: you helped, they did not; −1 for you, 3 for them. "
        "So far you have −1 and they have 3."
    )
    for _ in range(9):
        static.page.keyboard.press("Enter")
    expect(rounds(widget)).to_have_count(10)
    tab_to(widget.get_by_role("radio").first)
    static.page.keyboard.press("Space")
    all_saved(static.page)
    assert "guess.fourth" in journal(static).state().of("02", "five-partners").answers


PLAYED = """
for door in ("first", "second", "third", "fourth", "fifth"):
    ch1.journal.record(activity="five-partners", item=door, kind="answer", value=[True] * 10)
ch1.journal.record(activity="five-partners", item="names", kind="reveal", value=None)
"""


def test_dutch_readable_and_within_320_px(static: StaticPage) -> None:
    static.page.set_viewport_size({"width": 320, "height": 900})
    widget = partners(static, PLAYED, language="nl")
    expect(widget.locator(".hk-name")).to_have_count(5)
    fits(widget)
    assert english_in(widget.inner_text()) == []
    accessible(static, ".hk-partners")
    assert load("nl").ui["partners"]["names-title"] in widget.inner_text()
