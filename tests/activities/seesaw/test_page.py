"""The see-saw on a static page: by moves, by hand and by key, and found again."""

from playwright.sync_api import Locator, expect

from tests.browser.fixtures import PATIENCE
from tests.browser.static_page import StaticPage
from tests.browser.steps import Shown, accessible, all_saved, fits, journal, next_evening, tab_to
from tests.language import english_in

SEE_SAW = "ch1.seesaw('see-saw')"


def seesaw(place: Shown, language: str = "en") -> Locator:
    place.show(SEE_SAW, lesson="02", language=language)
    widget = place.widget("seesaw")
    expect(widget.locator("svg text").first).not_to_be_empty(timeout=PATIENCE * 1000)
    return widget


def key(widget: Locator, name: str) -> Locator:
    return widget.locator(f"[data-key='{name}']")


def stand(widget: Locator, first: str, second: str) -> None:
    """The two come to stand at these heights, in the picture and in the table."""
    expect(widget.locator("svg text")).to_have_text([f"Ruth {first}", f"Sam {second}"])
    cells = widget.locator("tbody tr").last.locator("td")
    expect(cells.nth(0)).to_have_text(first, use_inner_text=False)
    expect(cells.nth(1)).to_have_text(second, use_inner_text=False)


def drag(widget: Locator, up: float) -> None:
    """Take hold of the left one and move it up by so many pixels, in a few steps."""
    box = widget.locator(".hk-figure-first").bounding_box()
    assert box
    mouse, x, y = widget.page.mouse, box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.8
    mouse.move(x, y)
    mouse.down()
    mouse.move(x, y - up, steps=5)
    mouse.up()


def test_by_hand(static: StaticPage) -> None:
    widget = seesaw(static)
    box = widget.locator("svg").bounding_box()
    assert box
    drag(widget, 2 * 9 * box["width"] / 320)
    stand(widget, "7", "3")
    expect(key(widget, "knob-tilt")).to_have_value("4")
    expect(widget.get_by_role("status")).to_have_text("Ruth stands 4 higher than Sam.")
    key(widget, "scene-0").click()
    stand(widget, "8", "2")
    all_saved(static.page)
    assert journal(static).state().of("02", "see-saw").answers["tilt"] == 4
    again = next_evening(static, "seesaw")
    stand(again, "8", "2")
    key(again, "start-over").click()
    stand(again, "6", "4")
    expect(key(again, "knob-tilt")).to_have_value("0")


def test_by_keyboard_alone(static: StaticPage) -> None:
    widget = seesaw(static)
    press = static.page.keyboard.press
    key(widget, "by-first").focus()
    press("ArrowRight")
    expect(key(widget, "by-second")).to_be_checked()
    tab_to(key(widget, "boast"))
    press("Enter")
    stand(widget, "5", "7")
    expect(widget.get_by_role("status")).to_contain_text("Sam stands 2 higher than Ruth.")
    expect(key(widget, "boast")).to_be_focused()
    tab_to(key(widget, "knob-tilt"))
    press("ArrowRight")
    press("ArrowRight")
    stand(widget, "6", "6")
    tab_to(key(widget, "next-knob"))
    press("Enter")
    expect(key(widget, "knob-gap")).to_be_focused()
    press("ArrowRight")
    expect(widget.locator(".hk-words")).to_contain_text("a little awkward: 1 away")


TRANSITION = "(node) => getComputedStyle(node).transitionDuration"


def test_nothing_moves_by_itself_for_those_who_ask_for_that(static: StaticPage) -> None:
    static.page.emulate_media(reduced_motion="reduce")
    widget = seesaw(static)
    assert widget.locator(".hk-plank").evaluate(TRANSITION) == "0s"
    static.page.emulate_media(reduced_motion="no-preference")
    assert widget.locator(".hk-plank").evaluate(TRANSITION) == "0.35s"


def test_dutch_readable_and_within_320_px(static: StaticPage) -> None:
    static.page.set_viewport_size({"width": 320, "height": 900})
    widget = seesaw(static, "nl")
    key(widget, "scene-2").click()
    expect(widget.locator(".hk-moves li")).to_have_count(3)
    fits(widget.locator(".hk-doing"))
    assert english_in(widget.inner_text()) == []
    accessible(static, ".hk-seesaw")
