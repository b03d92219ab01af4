"""The see-saw in a real JupyterLab: by moves, by hand and by key, and found again."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.fixtures import PATIENCE
from tests.browser.module import exported
from tests.browser.notebook import Notebook
from tests.browser.steps import accessible, all_saved, fits, journal, next_evening, tab_to
from tests.language import english_in

SEE_SAW = "ch1.seesaw('see-saw')"


def seesaw(notebook: Notebook, language: str = "en") -> Locator:
    notebook.show(SEE_SAW, lesson="02", language=language)
    widget = notebook.widget("seesaw")
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


def test_move_by_move_and_again_after_a_restart(notebook: Notebook) -> None:
    widget = seesaw(notebook)
    stand(widget, "5", "5")
    key(widget, "help").click()
    stand(widget, "6", "4")
    expect(widget.locator(".hk-words")).to_contain_text("Ruth stands 2 higher than Sam.")
    expect(widget.locator("svg")).to_have_attribute("aria-label", "Ruth stands 2 higher than Sam.")
    key(widget, "ask-to-be-shown").click()
    stand(widget, "5", "5")
    expect(widget.locator(".hk-words")).to_contain_text("Both are at ease with that.")
    key(widget, "undo").click()
    key(widget, "by-second").check()
    key(widget, "praise").click()
    stand(widget, "8", "4")
    told = ["Ruth helps", "Sam praises"]
    expect(widget.locator(".hk-moves li")).to_have_text(told)
    all_saved(notebook.page)
    again = next_evening(notebook, "seesaw")
    expect(again.locator(".hk-moves li")).to_have_text(told)
    stand(again, "8", "4")
    key(again, "clear").click()
    expect(key(again, "by-first")).to_be_focused()
    stand(again, "5", "5")


def drag(widget: Locator, up: float) -> None:
    """Take hold of the left one and move it up by so many pixels, in a few steps."""
    box = widget.locator(".hk-figure-first").bounding_box()
    assert box
    mouse, x, y = widget.page.mouse, box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.8
    mouse.move(x, y)
    mouse.down()
    mouse.move(x, y - up, steps=5)
    mouse.up()


def test_by_hand(notebook: Notebook) -> None:
    widget = seesaw(notebook)
    box = widget.locator("svg").bounding_box()
    assert box
    drag(widget, 2 * 9 * box["width"] / 320)
    stand(widget, "7", "3")
    expect(key(widget, "knob-tilt")).to_have_value("4")
    expect(widget.get_by_role("status")).to_have_text("Ruth stands 4 higher than Sam.")
    key(widget, "scene-0").click()
    stand(widget, "8", "2")
    all_saved(notebook.page)
    assert journal(notebook).state().of("02", "see-saw").answers["tilt"] == 4
    again = next_evening(notebook, "seesaw")
    stand(again, "8", "2")
    key(again, "start-over").click()
    stand(again, "6", "4")
    expect(key(again, "knob-tilt")).to_have_value("0")


def test_by_keyboard_alone(notebook: Notebook) -> None:
    widget = seesaw(notebook)
    press = notebook.page.keyboard.press
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


def test_nothing_moves_by_itself_for_those_who_ask_for_that(notebook: Notebook, page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    widget = seesaw(notebook)
    assert widget.locator(".hk-plank").evaluate(TRANSITION) == "0s"
    page.emulate_media(reduced_motion="no-preference")
    assert widget.locator(".hk-plank").evaluate(TRANSITION) == "0.35s"


def test_helpers(page: Page) -> None:
    level = {"middle": 137, "angle": 0, "ends": [137, 137]}
    assert exported(page, "seesaw", "m.posed([5, 5])") == level
    assert exported(page, "seesaw", "m.posed([7, 3]).ends") == [119, 155]
    assert exported(page, "seesaw", "m.posed([7, 3]).angle") > 0
    knob = "{ low: -10, high: 10, step: 1 }"
    assert exported(page, "seesaw", f"m.tilted({knob}, 0, 9)") == 2
    assert exported(page, "seesaw", f"m.tilted({knob}, -3, -9)") == -5
    assert exported(page, "seesaw", f"m.tilted({knob}, 8, 90)") == 10


def test_dutch_readable_and_within_320_px(notebook: Notebook, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 900})
    widget = seesaw(notebook, "nl")
    key(widget, "scene-2").click()
    expect(widget.locator(".hk-moves li")).to_have_count(3)
    fits(widget.locator(".hk-doing"))
    assert english_in(widget.inner_text()) == []
    accessible(notebook, ".hk-seesaw")
