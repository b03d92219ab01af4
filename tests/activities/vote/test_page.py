"""Two votes round a talk, on a static page."""

from playwright.sync_api import expect

from helpkit.content import load
from tests.browser.static_page import StaticPage
from tests.browser.steps import fits
from tests.language import english_in

CELL = "ch1.vote('on-the-stairs')"
EN, NL = (load(language).ui["vote"] for language in ("en", "nl"))


def test_by_keyboard_alone_in_dutch_on_a_narrow_page(static: StaticPage) -> None:
    static.page.set_viewport_size({"width": 320, "height": 800})
    static.show(CELL, language="nl")
    root, page = static.widget("vote"), static.page
    root.locator("[data-key='choice-take']").focus()
    for turn, goal in ((1, "talk"), (2, "shift")):
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        expect(root.locator(f"[data-key='vote-{turn}']")).to_be_focused()
        page.keyboard.press("Enter")
        expect(root.locator(f"[data-key='{goal}']")).to_be_focused()
        fits(root)
        assert english_in(root.inner_text()) == []
        page.keyboard.press("Tab")
    expect(root.locator("[data-key='shift']")).to_contain_text(f"{NL['stayed']} {NL['as-sure']}")
