"""The words in space on a static page: own ratings first, then three views and three marks."""

from playwright.sync_api import Locator, expect

from helpkit.activities.wordspace.activity import WordspaceActivity
from helpkit.content import load, sentiments
from tests.browser.fixtures import PATIENCE
from tests.browser.static_page import StaticPage
from tests.browser.steps import Shown, accessible, all_saved, fits, journal, tab_to
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


def space(place: Shown, *before: str, language: str = "en") -> Locator:
    place.show(*before, "ch1.wordspace('words-in-space')", lesson="02", language=language)
    widget = place.widget("wordspace")
    expect(widget).to_be_visible(timeout=PATIENCE * 1000)
    return widget


def drawn(widget: Locator) -> None:
    expect(widget.locator(".main-svg").first).to_be_attached(timeout=PATIENCE * 1000)


def key(widget: Locator, name: str) -> Locator:
    return widget.locator(f"[data-key='{name}']")


def test_the_table_holds_the_ratings_and_never_comes_before_the_picture(
    static: StaticPage,
) -> None:
    widget = space(static)
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
    scrolled = static.page.locator(".jp-WindowedPanel-outer").evaluate("(node) => node.scrollTop")
    static.page.mouse.wheel(0, -120)
    static.page.wait_for_function(
        "(top) => document.querySelector('.jp-WindowedPanel-outer').scrollTop < top", arg=scrolled
    )
    key(widget, "knob-view-activity-potency").check()
    expect(widget.locator("table")).to_be_hidden()
    expect(widget.locator(".hk-plot .main-svg").first).to_be_visible()


def test_bins_of_lesson_1_and_a_word_that_is_picked(static: StaticPage) -> None:
    widget = space(static, SORTED)
    drawn(widget)
    key(widget, "knob-marks-bins").check()
    expect(widget.locator(".legendtext")).to_have_text(["the helper decides"])
    widget.locator(".scatterlayer .point").first.click(force=True)
    expect(key(widget, "word")).not_to_have_value(telling()[0])
    picked = key(widget, "word").evaluate("(one) => one.selectedOptions[0].textContent")
    expect(widget.locator(".hk-words")).to_contain_text(f"‘{picked}’")


def test_by_keyboard_alone(static: StaticPage) -> None:
    widget = space(static)
    key(widget, "word").focus()
    tab_to(key(widget, "evaluation--4"))
    static.page.keyboard.press("Space")
    for step in (-3, -2):
        static.page.keyboard.press("ArrowRight")
        expect(key(widget, f"evaluation-{step}")).to_be_checked()
    tab_to(key(widget, "next-word"))
    static.page.keyboard.press("Enter")
    expect(key(widget, "word")).to_be_focused()
    expect(key(widget, "word")).to_have_value(telling()[1])
    all_saved(static.page)
    kept = journal(static).state().of("02", "words-in-space").answers
    assert kept[f"{telling()[0]}.evaluation"] == -2
    tab_to(key(widget, "show"))
    static.page.keyboard.press("Enter")
    expect(widget.locator(".hk-drawing summary")).to_be_focused()


def test_dutch_readable_and_within_320_px(static: StaticPage) -> None:
    static.page.set_viewport_size({"width": 320, "height": 900})
    widget = space(static, language="nl")
    fits(widget.locator(".hk-ratings"))
    key(widget, "show").click()
    drawn(widget)
    fits(widget.locator(".hk-knobs"))
    for step in widget.locator(".hk-step").all()[:9]:
        box = step.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
    assert english_in(widget.inner_text()) == []
    accessible(static, ".hk-wordspace")
