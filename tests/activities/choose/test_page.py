"""Several defensible answers on a static page."""

from playwright.sync_api import expect

from helpkit.content import load
from tests.browser.static_page import StaticPage
from tests.browser.steps import accessible, fits, tab_to
from tests.language import english_in

CELL = "ch1.choose('a-colleague-stuck')"
EN, NL = (load(language).ui["choose"] for language in ("en", "nl"))


def test_with_the_keyboard_in_dutch_on_a_narrow_page(static: StaticPage) -> None:
    static.page.set_viewport_size({"width": 320, "height": 640})
    root = static.show(CELL, language="nl").widget("choose")
    expect(root).to_be_visible()
    assert english_in(root.inner_text()) == []
    fits(root)
    press = static.page.keyboard.press
    root.locator("button").first.focus()
    tab_to(root.locator("[data-key='card-leave']"))
    press("Enter")
    expect(root.locator("[data-key='card-leave']")).to_be_focused()
    root.locator("[data-key='card-near']").focus()
    tab_to(root.locator("[data-key='open-tell']"))
    press("Space")
    expect(root.locator("[data-key='card-tell']")).to_be_focused()
    tab_to(root.locator("[data-key='pick-tell']"))
    press("Enter")
    expect(root.locator(".hk-now")).to_be_focused()
    tab_to(root.get_by_role("button", name=NL["finish"]))
    press("Enter")
    expect(root.locator("[data-key='debrief']")).to_be_focused()
    assert english_in(root.inner_text()) == []
    fits(root)
    accessible(static, ".hk-choose")
