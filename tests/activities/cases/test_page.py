"""The case file on a static page: by mouse and keyboard, after a restart, and in Dutch."""

from typing import Any

from playwright.sync_api import Locator, expect

from helpkit.content import load
from helpkit.journal import Journal
from tests.browser.axe import serious
from tests.browser.static_page import StaticPage
from tests.browser.steps import Shown, all_saved
from tests.language import english_in

CORE, MORE = "ch1.cases('case-file')", "ch1.cases('more-cases')"
PILLS = "pills-not-taken"
EN, NL = load("en"), load("nl")
UI = EN.ui["cases"]


def case_file(place: Shown) -> Locator:
    widget = place.widget("cases")
    expect(widget).to_be_visible()
    return widget


def key(widget: Locator, name: str) -> Locator:
    return widget.locator(f"[data-key='{name}']")


def lines(place: Shown, part: str = "question") -> dict[str, Any]:
    return dict(Journal(place.answers).state().of("01", f"case-file.{part}").answers)


def test_by_keyboard_alone(static: StaticPage) -> None:
    static.show(CORE)
    widget = case_file(static)
    key(widget, f"index-{PILLS}").focus()
    for _ in range(8):
        static.page.keyboard.press("Tab")
    expect(widget.get_by_role("radio").first).to_be_focused()
    static.page.keyboard.press("Space")
    static.page.keyboard.press("ArrowDown")
    static.page.keyboard.press("ArrowDown")
    expect(widget.get_by_role("radio", name="missing the point")).to_be_checked()
    static.page.keyboard.press("Tab")
    static.page.keyboard.type("And at home?")
    static.page.keyboard.press("Tab")
    static.page.keyboard.press("Enter")
    reveal = key(widget, "reveal")
    expect(reveal).to_be_focused()
    expect(reveal).to_contain_text("And at home?")
    static.page.keyboard.press("Tab")
    static.page.keyboard.press("Enter")
    expect(key(widget, "name")).to_be_focused()
    expect(key(widget, "name")).to_have_text(EN.cases["blind-pedestrian"].title)
    assert lines(static) == {PILLS: "And at home?"}


def test_a_line_is_sent_when_the_hand_rests_and_when_turning_the_page(static: StaticPage) -> None:
    static.show(CORE)
    widget = case_file(static)
    field = widget.get_by_label(UI["first-question"])
    field.press_sequentially("Rest")
    expect(widget.locator(".hk-saved")).to_contain_text("Saved at")
    expect(field).to_be_focused()
    assert lines(static) == {PILLS: "Rest"}
    field.press_sequentially("ed")
    field.evaluate("(node) => document.querySelector('[data-key=next]').click()")
    expect(key(widget, "name")).to_have_text(EN.cases["blind-pedestrian"].title)
    key(widget, f"index-{PILLS}").click()
    expect(field).to_have_value("Rested")
    expect(widget.locator(".hk-saved")).to_contain_text("Saved at")
    assert lines(static) == {PILLS: "Rested"}


def test_two_views_tell_the_same(static: StaticPage) -> None:
    static.show(f"shown = {CORE}\nshown", "shown")
    expect(static.widget("cases")).to_have_count(2)
    left, right = (static.widget("cases").nth(number) for number in (0, 1))
    left.get_by_role("radio", name="barging in").check()
    expect(right.get_by_role("radio", name="barging in")).to_be_checked()
    expect(left.get_by_role("radio", name="barging in")).to_be_checked()
    left.get_by_label(UI["first-question"]).fill("And at home?")
    expect(right.get_by_label(UI["first-question"])).to_have_value("And at home?")
    key(right, "show").click()
    expect(key(left, "reveal")).to_contain_text("And at home?")


def test_a_painful_story_opens_with_a_note(static: StaticPage) -> None:
    static.show(MORE)
    widget = case_file(static)
    court = EN.cases["rescuer-in-court"]
    key(widget, "next").click()
    expect(key(widget, "name")).to_have_text(court.title)
    expect(widget.locator(".hk-note")).to_have_text(f"{UI['note']}{UI['open']}{UI['skip']}")
    expect(widget.get_by_text(court.story)).to_have_count(0)
    widget.get_by_role("button", name=UI["skip"]).click()
    expect(key(widget, "name")).to_have_text(EN.cases["reports-in-the-bin"].title)
    widget.get_by_role("button", name=f"{court.title}, skipped").click()
    widget.get_by_role("button", name=UI["open"]).click()
    expect(widget.get_by_text(court.story)).to_be_visible()
    widget.get_by_role("button", name=UI["show-lesson"]).click()
    expect(key(widget, "reveal")).to_contain_text(court.lesson)
    expect(widget.get_by_role("button", name=f"{court.title}, done")).to_be_visible()


def test_dutch_readable_and_within_320_px(static: StaticPage) -> None:
    static.page.set_viewport_size({"width": 320, "height": 800})
    static.show(CORE, language="nl")
    widget = case_file(static)
    widget.get_by_role("radio", name="opdringen").check()
    widget.get_by_label(NL.ui["cases"]["first-question"]).fill("Wat houd je vol?" * 9)
    key(widget, "show").click()
    expect(key(widget, "reveal")).to_be_focused()
    expect(widget.locator(".hk-saved")).to_contain_text("Opgeslagen om")
    folded = key(widget, "all")
    expect(folded).to_have_attribute("aria-expanded", "false")
    folded.click()
    expect(folded).to_be_focused()
    expect(folded).to_have_attribute("aria-expanded", "true")
    assert widget.evaluate("one => one.scrollWidth <= one.clientWidth")
    assert english_in(widget.inner_text()) == []
    for theme in ("Dark", "Light"):
        static.theme(f"JupyterLab {theme}")
        expect(
            static.page.locator(f"body[data-jp-theme-name='JupyterLab {theme}']")
        ).to_be_attached()
        assert serious(static.page, ".hk-cases") == []


def test_a_click_right_after_typing_is_not_lost(static: StaticPage) -> None:
    """Leaving the field saves it, and what is saved redraws the buttons: also the one held down."""
    static.show(CORE)
    widget = static.widget("cases")
    widget.get_by_role("radio").nth(2).check()
    all_saved(static.page)
    field, show = widget.get_by_role("textbox"), widget.locator("[data-key='show']")
    field.focus()
    show.hover()
    static.page.keyboard.insert_text("What makes it hard?")
    static.page.mouse.down()
    expect(widget.locator(".hk-saved")).to_contain_text("Saved")
    static.page.mouse.up()
    expect(widget.locator(".hk-ours").first).to_be_visible()
