"""JupyterLab keeps out of a lesson, and comes back with its code."""

import pytest
from playwright.sync_api import Locator, expect

from helpkit.content import load
from tests.lab.lesson_view.lesson_page import DIALOGS, LessonPage

EN = load("en").ui["lesson_view"]
ENTER = ["Enter", "Shift+Enter", "Control+Enter", "Alt+Enter"]
KEYS = [*"abxddmyz0011jkoc", "Delete", "Backspace", "Escape", "ArrowDown", "Shift+ArrowDown"]
KEYS += ["Control+s", "Control+Shift+c"]
BUTTONS = ("bar", "way on", "button")
OVERLAYS = f"{DIALOGS}, .lm-Menu, .jp-modal-content, .jp-toastContainer .Toastify__toast"
EDITORS = ".cm-editor"


@pytest.fixture(scope="module", autouse=True)
def first_part(lesson: LessonPage) -> None:
    """Where there is a guess to make."""
    lesson.go_to("Ten past four")


def focus_of(lesson: LessonPage, place: str) -> Locator:
    """What is in the focus while keys are pressed."""
    places = {
        "heading": lesson.heading("Ten past four"),
        "cell": lesson.panel.locator(".jp-MarkdownCell:visible").first,
        "bar": lesson.bar.locator(".hk-bar-progress"),
        "way on": lesson.way_on.locator("button").first,
        "button": lesson.widget("predict").get_by_role("button"),
        "notebook": lesson.panel.locator(".jp-Notebook"),
    }
    return places[place]


@pytest.mark.parametrize("place", ["heading", "cell", "bar", "way on", "button", "notebook"])
def test_no_key_of_jupyterlab_does_anything(lesson: LessonPage, place: str) -> None:
    cells, runs = lesson.cells, lesson.runs
    focus = focus_of(lesson, place)
    focus.evaluate("(node) => (node.tabIndex >= 0 || (node.tabIndex = -1), node.focus())")
    for key in KEYS if place in BUTTONS else [*KEYS, *ENTER]:
        lesson.page.keyboard.press(key)
    assert (lesson.cells, lesson.runs) == (cells, runs)
    assert lesson.panel.locator(EDITORS).filter(visible=True).count() == 0
    assert lesson.page.locator(OVERLAYS).filter(visible=True).count() == 0
    expect(lesson.heading("Ten past four")).to_be_visible()


def test_a_press_on_the_text_opens_neither_an_editor_nor_a_menu(lesson: LessonPage) -> None:
    text = lesson.panel.locator(".jp-MarkdownCell:visible p").first
    text.dblclick()
    text.click(button="right")
    lesson.widget("predict").click(button="right", position={"x": 5, "y": 5})
    expect(text).to_be_visible()
    assert lesson.panel.locator(EDITORS).filter(visible=True).count() == 0
    assert lesson.page.locator(".lm-Menu").filter(visible=True).count() == 0


def test_with_the_code_all_of_jupyterlab_is_back(lesson: LessonPage) -> None:
    toolbar = lesson.panel.locator(".jp-NotebookPanel-toolbar")
    cells = lesson.cells
    lesson.bar.get_by_role("button", name=EN["show-code"]).click()
    expect(toolbar).to_be_visible()
    expect(lesson.way_on).to_be_hidden()
    title = lesson.panel.locator(".jp-MarkdownCell").first
    expect(title).to_be_visible()
    title.click(position={"x": 300, "y": 5})
    lesson.page.keyboard.press("b")
    assert len(lesson.cells) == len(cells) + 1
    lesson.page.keyboard.press("d")
    lesson.page.keyboard.press("d")
    assert lesson.cells == cells
    title.dblclick(position={"x": 300, "y": 5})
    expect(title.locator(EDITORS)).to_be_visible()
    lesson.page.keyboard.press("Shift+Enter")
    lesson.bar.get_by_role("button", name=EN["hide-code"]).click()
    expect(toolbar).to_be_hidden()
    expect(lesson.heading("Ten past four")).to_be_visible()
    assert lesson.laid_out == ["guess-text", "guess"]
