"""The case file in a real JupyterLab: by mouse and keyboard, after a restart, and in Dutch."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from helpkit.content import load
from helpkit.journal import Journal
from tests.browser.axe import serious
from tests.browser.module import exported
from tests.browser.notebook import Notebook
from tests.browser.steps import all_saved
from tests.language import english_in

CORE, MORE = "ch1.cases('case-file')", "ch1.cases('more-cases')"
PILLS = "pills-not-taken"
EN, NL = load("en"), load("nl")
UI = EN.ui["cases"]


def case_file(notebook: Notebook) -> Locator:
    widget = notebook.widget("cases")
    expect(widget).to_be_visible()
    return widget


def key(widget: Locator, name: str) -> Locator:
    return widget.locator(f"[data-key='{name}']")


def lines(notebook: Notebook, part: str = "question") -> dict[str, Any]:
    return dict(Journal(notebook.answers).state().of("01", f"case-file.{part}").answers)


@pytest.mark.parametrize(
    ("call", "result"),
    [
        ("m.nextOpen(['a', 'b', 'c'], [], '')", "a"),
        ("m.nextOpen(['a', 'b', 'c'], ['b'], 'a')", "c"),
        ("m.nextOpen(['a', 'b', 'c'], ['b', 'c'], 'c')", "a"),
        ("m.nextOpen(['a', 'b'], ['a', 'b'], 'a')", None),
        ("m.neighbours(['a', 'b'], [], 'a')", {"previous": None, "next": "b"}),
        ("m.neighbours(['a', 'b'], [], 'b')", {"previous": "a", "next": "a"}),
        ("m.neighbours(['a', 'b'], ['a'], 'b')", {"previous": "a", "next": None}),
        ("m.neighbours(['a', 'b'], ['a', 'b'], 'b')", {"previous": "a", "next": None}),
        ("m.clock('2026-11-23T09:05:00', 'en')", "09:05"),
        ("m.clock('2026-11-23T22:36:00', 'nl')", "22:36"),
    ],
)
def test_helpers(page: Page, call: str, result: Any) -> None:
    assert exported(page, "cases", call) == result


def test_by_mouse_and_again_after_a_restart(notebook: Notebook) -> None:
    notebook.show(CORE)
    widget = case_file(notebook)
    expect(widget.get_by_text(EN.cases[PILLS].lesson)).to_have_count(0)
    key(widget, "show").click()
    expect(widget.get_by_role("alert")).to_have_text(UI["choose-first"])
    widget.get_by_text("barging in").click()
    expect(widget.get_by_role("alert")).to_be_hidden()
    widget.get_by_label(UI["first-question"]).fill("What worries <b>you</b>?")
    key(widget, "show").click()
    reveal = key(widget, "reveal")
    expect(reveal).to_be_focused()
    expect(reveal.locator(".hk-verdict")).to_have_text(UI["verdict-differs"])
    expect(reveal).to_contain_text("missing the point")
    expect(reveal.locator("blockquote")).to_have_text(
        ["What worries <b>you</b>?", str(EN.cases[PILLS].question)]
    )
    widget.get_by_role("radio", name="missing the point").check()
    expect(reveal.locator(".hk-verdict")).to_have_text(UI["verdict-same"])
    expect(reveal).to_contain_text("At first you said: barging in.")
    key(widget, "next").click()
    expect(key(widget, "name")).to_be_focused()
    expect(key(widget, "name")).to_have_text(EN.cases["blind-pedestrian"].title)

    widget.evaluate("(node) => node.remove()")
    notebook.restart().run()
    again = case_file(notebook)
    expect(key(again, "name")).to_have_text(EN.cases["blind-pedestrian"].title)
    again.get_by_role("button", name=f"{EN.cases[PILLS].title}, done").click()
    expect(again.get_by_role("radio", name="missing the point")).to_be_checked()
    expect(again.get_by_label(UI["first-question"])).to_have_value("What worries <b>you</b>?")
    expect(again.locator(".hk-saved")).to_contain_text("Saved at")
    expect(key(again, "reveal")).to_contain_text("At first you said: barging in.")


def test_by_keyboard_alone(page: Page, notebook: Notebook) -> None:
    notebook.show(CORE)
    widget = case_file(notebook)
    key(widget, f"index-{PILLS}").focus()
    for _ in range(8):
        page.keyboard.press("Tab")
    expect(widget.get_by_role("radio").first).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(widget.get_by_role("radio", name="missing the point")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.type("And at home?")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    reveal = key(widget, "reveal")
    expect(reveal).to_be_focused()
    expect(reveal).to_contain_text("And at home?")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(key(widget, "name")).to_be_focused()
    expect(key(widget, "name")).to_have_text(EN.cases["blind-pedestrian"].title)
    assert lines(notebook) == {PILLS: "And at home?"}


def test_a_line_outlives_the_kernel_and_the_page(page: Page, notebook: Notebook) -> None:
    notebook.show(CORE)
    widget = case_file(notebook)
    page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    widget.get_by_label(UI["first-question"]).fill("What could you keep up?")
    expect(widget.locator(".hk-saved")).to_have_text(UI["typing"])
    notebook.load().run()
    again = case_file(notebook)
    expect(again.get_by_label(UI["first-question"])).to_have_value("What could you keep up?")
    expect(again.locator(".hk-saved")).to_contain_text("Saved at")
    assert lines(notebook) == {PILLS: "What could you keep up?"}


def test_a_line_is_sent_when_the_hand_rests_and_when_turning_the_page(notebook: Notebook) -> None:
    notebook.show(CORE)
    widget = case_file(notebook)
    field = widget.get_by_label(UI["first-question"])
    field.press_sequentially("Rest")
    expect(widget.locator(".hk-saved")).to_contain_text("Saved at")
    expect(field).to_be_focused()
    assert lines(notebook) == {PILLS: "Rest"}
    field.press_sequentially("ed")
    field.evaluate("(node) => document.querySelector('[data-key=next]').click()")
    expect(key(widget, "name")).to_have_text(EN.cases["blind-pedestrian"].title)
    key(widget, f"index-{PILLS}").click()
    expect(field).to_have_value("Rested")
    expect(widget.locator(".hk-saved")).to_contain_text("Saved at")
    assert lines(notebook) == {PILLS: "Rested"}


def test_two_views_tell_the_same(notebook: Notebook) -> None:
    notebook.show(
        "from IPython.display import display\none = ch1.cases('case-file')\ndisplay(one)\none"
    )
    expect(notebook.widget("cases")).to_have_count(2)
    left, right = (notebook.widget("cases").nth(number) for number in (0, 1))
    left.get_by_role("radio", name="barging in").check()
    expect(right.get_by_role("radio", name="barging in")).to_be_checked()
    expect(left.get_by_role("radio", name="barging in")).to_be_checked()
    left.get_by_label(UI["first-question"]).fill("And at home?")
    expect(right.get_by_label(UI["first-question"])).to_have_value("And at home?")
    key(right, "show").click()
    expect(key(left, "reveal")).to_contain_text("And at home?")


def test_a_painful_story_opens_with_a_note(notebook: Notebook) -> None:
    notebook.show(MORE)
    widget = case_file(notebook)
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


def test_dutch_readable_and_within_320_px(page: Page, notebook: Notebook) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    notebook.show(CORE, language="nl")
    widget = case_file(notebook)
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
        notebook.theme(f"JupyterLab {theme}")
        expect(page.locator(f"body[data-jp-theme-name='JupyterLab {theme}']")).to_be_attached()
        assert serious(page, ".hk-cases") == []


def test_a_click_right_after_typing_is_not_lost(notebook: Notebook) -> None:
    """Leaving the field saves it, and what is saved redraws the buttons: also the one held down."""
    notebook.show(CORE)
    widget = notebook.widget("cases")
    widget.get_by_role("radio").nth(2).check()
    all_saved(notebook.page)
    field, show = widget.get_by_role("textbox"), widget.locator("[data-key='show']")
    field.focus()
    show.hover()
    notebook.page.keyboard.insert_text("What makes it hard?")
    notebook.page.mouse.down()
    expect(widget.locator(".hk-saved")).to_contain_text("Saved")
    notebook.page.mouse.up()
    expect(widget.locator(".hk-ours").first).to_be_visible()
