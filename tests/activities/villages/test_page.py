"""Two hundred villages on a static page: they live, they stop, what is done is found again."""

from playwright.sync_api import Locator, expect

from tests.browser.fixtures import PATIENCE
from tests.browser.static_page import StaticPage
from tests.browser.steps import Shown, accessible, fits, tab_to
from tests.language import english_in


def villages(place: Shown, language: str = "en") -> Locator:
    place.show("ch1.villages('villages')", lesson="02", language=language)
    widget = place.widget("villages")
    expect(widget.locator(".main-svg").first).to_be_attached(timeout=PATIENCE * 1000)
    return widget


def key(widget: Locator, name: str) -> Locator:
    return widget.locator(f"[data-key='{name}']")


def test_by_keyboard_while_another_knob_is_turned(static: StaticPage) -> None:
    widget = villages(static)
    key(widget, "knob-encounters").focus()
    tab_to(key(widget, "start"))
    static.page.keyboard.press("Enter")
    expect(key(widget, "stop")).to_be_focused()
    static.page.keyboard.press("Shift+Tab")
    static.page.keyboard.press("End")
    expect(widget.locator(".hk-value")).to_have_text("500")
    expect(widget.locator("tbody tr")).to_have_count(1, timeout=PATIENCE * 1000)
    assert widget.locator("tbody th").text_content() == "125", "the run is that of its beginning"


def test_dutch_readable_and_within_320_px(static: StaticPage) -> None:
    static.page.set_viewport_size({"width": 320, "height": 900})
    widget = villages(static, "nl")
    key(widget, "start").click()
    expect(key(widget, "stop")).to_be_visible()
    fits(widget.locator(".hk-run"))
    key(widget, "stop").click()
    expect(key(widget, "start")).to_be_visible()
    assert english_in(widget.inner_text()) == []
    accessible(static, ".hk-villages")
