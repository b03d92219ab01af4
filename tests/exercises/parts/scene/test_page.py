"""A scene as text beside its preview: checked while it is typed, kept, and never run."""

from playwright.sync_api import Locator, expect

from helpkit.content import load
from tests.browser.static_page import StaticPage
from tests.browser.steps import FOCUSED, Shown, accessible, fits, tab_to
from tests.exercises.test_page import field, open_released
from tests.language import english_in

EN, NL = (load(language).ui["scene"] for language in ("en", "nl"))


def text(root: Locator) -> Locator:
    """The field."""
    return field(root, "text")


def verdict(root: Locator) -> Locator:
    """Whether the scene holds together, in a sentence."""
    return root.locator(".hk-verdict")


def begun(place: Shown, language: str = "en") -> Locator:
    """The editor of a student who has said who it is."""
    open_released(place, "06", language)
    field(place.widget("student"), "id").fill("s1")
    field(place.widget("student"), "id").press("Enter")
    expect(field(place.widget("student"), "known")).to_be_focused()
    root = place.widget("scene")
    expect(text(root)).to_be_visible()
    return root


def test_with_the_keyboard_in_dutch_on_a_narrow_page(static: StaticPage) -> None:
    page = static.page
    page.set_viewport_size({"width": 320, "height": 640})
    root = begun(static, "nl")
    field(root, "put-example").focus()
    page.keyboard.press("Enter")
    expect(text(root)).to_be_focused()
    expect(root.locator("> .hk-live")).to_have_text(NL["put-in"])
    page.keyboard.press("Control+End")
    page.keyboard.type("\nd d zomaar wat")
    expect(root.locator(".hk-faults")).to_contain_text(NL["toml-key"][:20])
    page.keyboard.press("Control+s")
    expect(root.locator(".hk-status")).to_contain_text("opgeslagen om")
    expect(text(root)).to_be_focused()
    page.keyboard.press("Tab")
    assert not text(root).evaluate(FOCUSED)
    tab_to(root.locator(".hk-faults button"))
    page.keyboard.press("Enter")
    expect(text(root)).to_be_focused()
    page.keyboard.press("Delete")
    expect(verdict(root)).to_have_text(NL["ours"])
    tab_to(root.locator(".hk-reply").last)
    page.keyboard.press("Space")
    expect(field(root, "now")).to_be_focused()
    tab_to(field(root, "step-back"))
    page.keyboard.press("Enter")
    expect(root.locator(".hk-mine")).to_have_count(0)
    tab_to(root.locator(".hk-tried summary"))
    page.keyboard.press("Enter")
    expect(root.locator(".hk-lines > li")).to_have_count(6)
    field(root, "put-example").focus()
    page.keyboard.press("Enter")
    assert english_in(root.inner_text()) == []
    fits(root)
    accessible(static, ".hk-scene")
