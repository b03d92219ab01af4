"""Free writing on a static page: whatever dies, every word is there again."""

from playwright.sync_api import Locator, Page, expect

from helpkit.activities.reflect.activity import ReflectActivity
from helpkit.content import load
from tests.browser.static_page import StaticPage
from tests.browser.steps import Shown, accessible, all_saved, fits, journal, tab_to
from tests.language import english_in

ID = "help-that-missed"
CELL = f"ch1.reflect({ID!r})"
EN, NL = (load(language).ui["reflect"] for language in ("en", "nl"))
DRAFTS = "() => Object.keys(localStorage).filter((key) => key.includes('.draft.')).length"


def nth(key: str) -> int:
    """Which of the four parts this is."""
    one = load("en").activities["01"][ID]
    assert isinstance(one, ReflectActivity)
    return list(one.parts).index(key)


def part(root: Locator, key: str) -> Locator:
    """The field of a part."""
    return root.get_by_role("textbox").nth(nth(key))


def status(root: Locator, key: str) -> Locator:
    """How that part stands."""
    return root.locator(".hk-status").nth(nth(key))


def written(place: Shown) -> dict[str, str]:
    """The last text of each part on the disk."""
    found = journal(place).state().of("01", ID).reflections
    return {key: event.value for key, event in found.items()}


def nothing_kept_back(page: Page) -> None:
    """Wait until the browser holds no text that the disk does not."""
    all_saved(page)
    page.wait_for_function(f"() => ({DRAFTS})() === 0")


def test_one_text_in_two_places_of_one_page(static: StaticPage) -> None:
    static.show(f"both = {CELL}\nboth", "both")
    first, second = static.widget("reflect").first, static.widget("reflect").last
    part(first, "episode").fill("On Tuesday")
    expect(part(second, "episode")).to_have_value("On Tuesday")
    part(second, "episode").fill("On Wednesday")
    expect(part(first, "episode")).to_have_value("On Wednesday")
    expect(static.page.locator(".hk-elsewhere:not(:empty)")).to_have_count(0)
    nothing_kept_back(static.page)
    assert written(static) == {"episode": "On Wednesday"}


def test_with_the_keyboard_in_dutch_on_a_narrow_page(static: StaticPage) -> None:
    static.page.set_viewport_size({"width": 320, "height": 640})
    root = static.show(CELL, language="nl").widget("reflect")
    part(root, "episode").focus()
    static.page.keyboard.type("Mijn zus belde. Enter en d d zijn hier gewoon letters.\n")
    static.page.keyboard.press("Control+s")
    expect(status(root, "episode")).to_contain_text("opgeslagen om")
    expect(part(root, "episode")).to_be_focused()
    tab_to(part(root, "next-time"))
    static.page.keyboard.type("Eerst vragen")
    tab_to(root.get_by_role("switch"))
    static.page.keyboard.press("Space")
    expect(root.locator("> .hk-live")).to_have_text(NL["now-shared"])
    nothing_kept_back(static.page)
    assert written(static)["next-time"] == "Eerst vragen"
    assert english_in(root.inner_text()) == []
    fits(root)
    accessible(static, ".hk-reflect")
