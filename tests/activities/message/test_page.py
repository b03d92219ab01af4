"""The opening message on a static page."""

from playwright.sync_api import Locator, expect

from helpkit.content import load
from tests.browser.static_page import StaticPage
from tests.browser.steps import accessible, fits, journal, next_evening, tab_to
from tests.language import english_in

CELL = "ch1.message('cv-tonight')"
EN, NL = (load(language).ui["message"] for language in ("en", "nl"))


def label(root: Locator, key: str) -> Locator:
    return root.locator(f"[data-key='label-{key}']")


def test_with_the_keyboard_in_dutch(static: StaticPage) -> None:
    root = static.show(CELL, language="nl").widget("message")
    expect(root).to_be_visible()
    assert english_in(root.inner_text()) == []
    field = root.get_by_role("textbox")
    field.focus()
    static.page.keyboard.type("Natuurlijk, stuur maar. Gaat het?")
    tab_to(root.get_by_role("button", name=NL["send"]))
    static.page.keyboard.press("Enter")
    expect(root.locator(".hk-turn")).to_be_focused()
    tab_to(label(root, "did"))
    static.page.keyboard.press("Space")
    expect(label(root, "did")).to_be_focused()
    expect(root.locator("> .hk-live")).to_have_text(NL["all-three"])
    expect(root.locator("dl")).to_have_count(3)
    assert english_in(root.inner_text()) == []
    accessible(static, ".hk-message")


def test_without_a_reply_on_a_narrow_page(static: StaticPage) -> None:
    static.page.set_viewport_size({"width": 320, "height": 640})
    root = static.show(CELL).widget("message")
    expect(root).to_be_visible()
    fits(root)
    root.get_by_role("button", name=EN["skip"]).click()
    expect(root.locator(".hk-turn")).to_be_focused()
    expect(root.get_by_role("heading", name=EN["question-skipped"])).to_be_visible()
    expect(root.locator(".hk-mine")).to_have_count(0)
    label(root, "asked").click()
    expect(root.locator("dl")).to_have_count(3)
    fits(root)
    root = next_evening(static, "message")
    expect(label(root, "asked")).to_have_attribute("aria-pressed", "true")
    assert journal(static).state().of("01", "cv-tonight").answers == {}
