"""A scene as text beside its preview: checked while it is typed, kept, and never run."""

from playwright.sync_api import Locator, expect

from helpkit.content import load
from tests.browser.static_page import StaticPage
from tests.browser.steps import FOCUSED, Shown, accessible, fits, tab_to
from tests.exercises.parts.scene.samples import uncommented
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


def test_time_runs_and_the_client_can_be_somebody_else(static: StaticPage) -> None:
    root = begun(static)
    text(root).fill(uncommented())
    mood = field(root, "mood")
    expect(mood).to_have_accessible_name(EN["today"].format(client="Bo"))
    expect(mood).to_have_value("proud")
    expect(root.locator(".hk-tried")).to_contain_text(EN["clock"].format(left=6, of=6))
    field(root, "reply-n1-b").click()
    expect(root.locator(".hk-tried")).to_contain_text(EN["took"].format(minutes=4))
    expect(root.locator(".hk-tried")).to_contain_text(EN["clock"].format(left=2, of=6))
    expect(root.locator(".hk-thought")).to_contain_text("I’m done for")
    field(root, "reply-n3-a").click()
    expect(root.locator(".hk-tried")).to_contain_text("Bo never asks anybody for anything")

    another = '\n[temperaments.warm]\nname = "warm"\nreveal = "Bo likes Ines."\n'
    text(root).fill(uncommented() + another + 'nodes.n1.says = "My dear Ines!"\n')
    mood.focus()
    mood.select_option("warm")
    expect(root.locator(".hk-mine")).to_have_count(0)
    expect(root.locator(".hk-theirs")).to_contain_text("My dear Ines!")
    expect(mood).to_be_focused()
