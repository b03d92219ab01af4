"""The words in space in a real JupyterLab: own ratings first, then three views and three marks."""

from playwright.sync_api import Locator, Page, expect

from helpkit.activities.wordspace.activity import WordspaceActivity
from helpkit.content import load, sentiments
from tests.browser.fixtures import PATIENCE
from tests.browser.module import exported
from tests.browser.notebook import Notebook
from tests.browser.steps import accessible, all_saved, fits, journal, next_evening, tab_to
from tests.language import english_in

SORTED = """
from helpkit.journal import Journal
for key in ch1.content.words:
    Journal(lesson="01", language="en").record(activity="words", item=key, value="4")
"""
NUMBERS = """(body) => Object.fromEntries([...body.querySelectorAll("tr")].map((row) =>
  [row.children[0].textContent, [1, 2, 3].map((at) => row.children[at].textContent)]))"""
TABLE_FIRST = """(node) => Boolean(node.querySelector("details")
  .compareDocumentPosition(node.querySelector(".hk-plot")) & Node.DOCUMENT_POSITION_FOLLOWING)"""


def telling() -> tuple[str, ...]:
    one = load("en").activities["02"]["words-in-space"]
    assert isinstance(one, WordspaceActivity)
    return one.telling


def space(notebook: Notebook, *before: str, language: str = "en") -> Locator:
    notebook.show(*before, "ch1.wordspace('words-in-space')", lesson="02", language=language)
    widget = notebook.widget("wordspace")
    expect(widget).to_be_visible(timeout=PATIENCE * 1000)
    return widget


def drawn(widget: Locator) -> None:
    expect(widget.locator(".main-svg").first).to_be_attached(timeout=PATIENCE * 1000)


def key(widget: Locator, name: str) -> Locator:
    return widget.locator(f"[data-key='{name}']")


def test_own_ratings_come_first_and_are_found_again(notebook: Notebook) -> None:
    widget = space(notebook)
    expect(widget.locator(".hk-drawing")).to_be_hidden()
    for count, word in enumerate(telling()):
        expect(key(widget, "word")).to_have_value(word)
        for at, dimension in enumerate(("evaluation", "potency", "activity")):
            key(widget, f"{dimension}-{at}").check()
        told = f"{count + 1} of the first 6 words rated."
        expect(widget.locator(".hk-ratings > p")).to_have_text(told)
        if count < 5:
            key(widget, "next-word").click()
    drawn(widget)
    key(widget, "knob-marks-own").check()
    expect(widget.locator(".hk-words")).to_contain_text("You rated 6 in full")
    all_saved(notebook.page)
    kept = journal(notebook).state().of("02", "words-in-space").answers
    assert [kept[f"{telling()[5]}.{one}"] for one in ("evaluation", "potency", "activity")] == [
        0,
        1,
        2,
    ]
    again = next_evening(notebook, "wordspace")
    drawn(again)
    expect(key(again, "knob-marks-own")).to_be_checked()
    expect(key(again, "word")).to_have_value(telling()[5])
    expect(key(again, "activity-2")).to_be_checked()


def test_the_table_holds_the_ratings_and_never_comes_before_the_picture(
    notebook: Notebook,
) -> None:
    widget = space(notebook)
    key(widget, "show").click()
    drawn(widget)
    content, felt = load("en"), sentiments()
    assert widget.locator("tbody").evaluate(NUMBERS) == {
        one.word: [
            f"{value:.2f}".rstrip("0").rstrip(".").replace("-", "−") for value in felt[word].epa
        ]
        for word, one in content.words.items()
    }
    key(widget, "next-knob").click()
    key(widget, "knob-view-space").check()
    canvas = widget.locator(".hk-plot canvas").first
    expect(canvas).to_be_visible()
    expect(widget.locator("table")).to_be_hidden()
    assert not widget.locator(".hk-drawing").evaluate(TABLE_FIRST)
    canvas.hover()
    scrolled = notebook.page.locator(".jp-WindowedPanel-outer").evaluate("(node) => node.scrollTop")
    notebook.page.mouse.wheel(0, -120)
    notebook.page.wait_for_function(
        "(top) => document.querySelector('.jp-WindowedPanel-outer').scrollTop < top", arg=scrolled
    )
    key(widget, "knob-view-activity-potency").check()
    expect(widget.locator("table")).to_be_hidden()
    expect(widget.locator(".hk-plot .main-svg").first).to_be_visible()


def test_bins_of_lesson_1_and_a_word_that_is_picked(notebook: Notebook) -> None:
    widget = space(notebook, SORTED)
    drawn(widget)
    key(widget, "knob-marks-bins").check()
    expect(widget.locator(".legendtext")).to_have_text(["the helper decides"])
    widget.locator(".scatterlayer .point").first.click(force=True)
    expect(key(widget, "word")).not_to_have_value(telling()[0])
    picked = key(widget, "word").evaluate("(one) => one.selectedOptions[0].textContent")
    expect(widget.locator(".hk-words")).to_contain_text(f"‘{picked}’")


def test_by_keyboard_alone(notebook: Notebook) -> None:
    widget = space(notebook)
    key(widget, "word").focus()
    tab_to(key(widget, "evaluation--4"))
    notebook.page.keyboard.press("Space")
    for step in (-3, -2):
        notebook.page.keyboard.press("ArrowRight")
        expect(key(widget, f"evaluation-{step}")).to_be_checked()
    tab_to(key(widget, "next-word"))
    notebook.page.keyboard.press("Enter")
    expect(key(widget, "word")).to_be_focused()
    expect(key(widget, "word")).to_have_value(telling()[1])
    all_saved(notebook.page)
    kept = journal(notebook).state().of("02", "words-in-space").answers
    assert kept[f"{telling()[0]}.evaluation"] == -2
    tab_to(key(widget, "show"))
    notebook.page.keyboard.press("Enter")
    expect(widget.locator(".hk-drawing summary")).to_be_focused()


def test_helpers(page: Page) -> None:
    full = "{ evaluation: 1, potency: 1, activity: 1 }"
    assert exported(page, "wordspace", f"m.next(['a', 'b', 'c'], {{ b: {full} }}, 'a')") == "c"
    every = f"{{ a: {full}, b: {full} }}"
    assert exported(page, "wordspace", f"m.next(['a', 'b'], {every}, 'a')") == "b"


def test_dutch_readable_and_within_320_px(notebook: Notebook, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 900})
    widget = space(notebook, language="nl")
    fits(widget.locator(".hk-ratings"))
    key(widget, "show").click()
    drawn(widget)
    fits(widget.locator(".hk-knobs"))
    for step in widget.locator(".hk-step").all()[:9]:
        box = step.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
    assert english_in(widget.inner_text()) == []
    accessible(notebook, ".hk-wordspace")
