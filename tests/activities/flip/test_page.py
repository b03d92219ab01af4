"""Flip one thing on a static page."""

from playwright.sync_api import expect

from helpkit.content import load
from tests.browser.static_page import StaticPage
from tests.browser.steps import accessible, fits, tab_to
from tests.language import english_in

CELL = "ch1.flip('flip')"
EN, NL = load("en"), load("nl")


def test_all_six_with_the_keyboard_in_dutch_on_a_narrow_page(static: StaticPage) -> None:
    static.page.set_viewport_size({"width": 320, "height": 640})
    root = static.show(CELL, language="nl").widget("flip")
    press = static.page.keyboard.press
    root.locator(".hk-where").focus()
    for number in range(1, 7):
        expect(root.locator(".hk-where")).to_have_text(f"Paar {number} van 6")
        expect(root.locator(".hk-where")).to_be_focused()
        tab_to(root.locator(".hk-criteria button").nth(number % 4))
        press("Space")
        expect(root.locator("[aria-pressed='true']")).to_be_focused()
        tab_to(root.locator("[data-key='show']"))
        press("Enter")
        expect(root.locator(".hk-shown")).to_be_focused()
        assert english_in(root.inner_text()) == []
        fits(root)
        if number < 6:
            tab_to(root.locator("[data-key='next']"))
            press("Enter")
    expect(root.locator(".hk-finished")).to_have_text(NL.ui["flip"]["finished"])
    accessible(static, ".hk-flip")
