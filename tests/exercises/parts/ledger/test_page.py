"""Arithmetic with favours on a static page: typed as people type, kept, and never judged."""

from playwright.sync_api import Locator, expect

from helpkit.content import load
from helpkit.exercises.parts.ledger.evenings import IMPOSSIBLE
from tests.browser.static_page import StaticPage
from tests.browser.steps import Shown, accessible, all_saved, fits, journal, tab_to
from tests.exercises.test_page import field, open_released
from tests.language import english_in

EN, NL = (load(language).ui["ledger"] for language in ("en", "nl"))
A, B, THANKS = "first-evening.a", "first-evening.b", "enough-thanks"


def told(root: Locator, spot: str) -> Locator:
    """What is said about a number that cannot be read."""
    return root.locator(f'.hk-number:has([data-key="{spot}"]) .hk-told')


def answers(place: Shown) -> dict[str, object]:
    """What is on the disk."""
    return {**journal(place).state().of("exercise-02", "ledger").answers}


def test_with_the_keyboard_in_dutch_on_a_narrow_page(static: StaticPage) -> None:
    page = static.page
    page.set_viewport_size({"width": 320, "height": 640})
    open_released(static, "02", "nl")
    root = static.widget("ledger")
    field(static.widget("student"), "id").focus()
    page.keyboard.type("s1")
    page.keyboard.press("Enter")
    expect(field(static.widget("student"), "known")).to_be_focused()
    expect(field(root, A)).to_be_visible()
    field(root, A).focus()
    page.keyboard.type("2,5")
    page.keyboard.press("Tab")
    expect(field(root, B)).to_be_focused()
    page.keyboard.type("d d twee")  # two d on a button would delete the cell
    page.keyboard.press("Enter")
    expect(told(root, B)).to_have_text(NL["no-number"].format(typed="d d twee"))
    expect(field(root, B)).to_be_focused()
    tab_to(field(root, THANKS))
    page.keyboard.type("1,5")
    page.keyboard.press("Tab")
    expect(told(root, THANKS)).to_have_text(NL["no-thanks-number"].format(typed="1,5"))
    page.keyboard.press("Space")
    expect(root.locator(".hk-progress")).to_have_text("2 van de 7 ingevuld")
    expect(field(root, f"{THANKS}-impossible")).to_be_focused()
    all_saved(page)
    assert answers(static) == {A: "2,5", B: "d d twee", THANKS: IMPOSSIBLE}
    assert english_in(root.inner_text()) == []
    fits(root)
    accessible(static, ".hk-ledger")
