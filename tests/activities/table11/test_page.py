"""Table 1.1 on stage on a static page: sorted, turned round, and found again."""

from playwright.sync_api import Locator, expect

from tests.browser.fixtures import PATIENCE
from tests.browser.static_page import StaticPage
from tests.browser.steps import Shown, accessible, fits
from tests.language import english_in


def on_stage(place: Shown, language: str = "en") -> Locator:
    place.show("ch1.table11('table-on-stage')", lesson="02", language=language)
    widget = place.widget("table11")
    expect(widget.locator(".main-svg").first).to_be_attached(timeout=PATIENCE * 1000)
    return widget


def test_dutch_readable_and_within_320_px(static: StaticPage) -> None:
    static.page.set_viewport_size({"width": 320, "height": 900})
    widget = on_stage(static, "nl")
    expect(widget.locator("tbody tr")).to_have_count(26)
    fits(widget.locator(".hk-knobs"))
    assert english_in(widget.inner_text()) == []
    accessible(static, ".hk-table11")
