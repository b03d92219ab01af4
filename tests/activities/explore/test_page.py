"""Explorations on a static page: every knob turns, and the table says what the model says."""

from collections.abc import Mapping

import pytest
from playwright.sync_api import Locator, Page, expect

from helpkit.activities.explore.activity import ExploreActivity
from helpkit.activities.explore.pictures.explorations import EXPLORATIONS
from helpkit.content import load
from helpkit.content.knobs import AnyKnob, ChoiceKnob, Setting
from helpkit.frontend.charts.words import Words
from tests.browser.fixtures import PATIENCE
from tests.browser.static_page import StaticPage
from tests.browser.steps import Shown, accessible, all_saved, fits, journal, next_evening, tab_to
from tests.language import english_in

EN, NL = load("en"), load("nl")
EXPLORED = [key for key, one in EN.activities["02"].items() if isinstance(one, ExploreActivity)]
AT_ONCE = 5
"""Up to so many options are buttons."""
CELLS = """(table) => [...table.querySelectorAll("tbody tr")]
  .map((row) => [...row.children].map((cell) => cell.textContent))"""


def activity(key: str, language: str = "en") -> ExploreActivity:
    one = load(language).activities["02"][key]
    assert isinstance(one, ExploreActivity)
    return one


def expected(key: str, values: Mapping[str, Setting], language: str = "en") -> list[list[str]]:
    one = activity(key, language)
    words = Words(one.texts, load(language).ui["chart"]["decimal"])
    rows = EXPLORATIONS[one.model](values, words).rows
    return [[row.header, *(cell.text for cell in row.cells)] for row in rows]


def explore(place: Shown, key: str, language: str = "en") -> Locator:
    place.show(f"ch1.explore({key!r})", lesson="02", language=language)
    return drawn(place)


def drawn(place: Shown) -> Locator:
    widget = place.widget("explore")
    expect(widget.locator(".main-svg").first).to_be_attached(timeout=PATIENCE * 1000)
    return widget


def knob(widget: Locator, name: str) -> Locator:
    return widget.locator(f"[data-key='knob-{name}']")


def handle(widget: Locator, name: str, each: AnyKnob) -> Locator:
    """What has the focus when a hand is on this knob."""
    if isinstance(each, ChoiceKnob) and len(each.options) <= AT_ONCE:
        return knob(widget, f"{name}-{each.start}")
    return knob(widget, name)


def turned(widget: Locator, name: str, each: AnyKnob) -> Setting:
    """Turn a knob by one step, by key, and return where it stands then."""
    if isinstance(each, ChoiceKnob):
        return chosen(widget, name, each)
    slider = knob(widget, name)
    to_end = each.start != each.high
    slider.focus()
    slider.press("ArrowRight" if to_end else "ArrowLeft")
    said = slider.locator("..").locator(".hk-value").inner_text()
    expect(slider).to_have_attribute("aria-valuetext", said)
    return round(each.start + (each.step if to_end else -each.step), 9)


def chosen(widget: Locator, name: str, each: ChoiceKnob) -> str:
    """Choose another option: by arrow key among buttons, or from the list."""
    other = each.options[(each.options.index(each.start) + 1) % len(each.options)]
    one = handle(widget, name, each)
    if len(each.options) > AT_ONCE:
        one.select_option(other)
        return other
    one.focus()
    one.press("ArrowDown")
    expect(knob(widget, f"{name}-{other}")).to_be_checked()
    return other


def shows(widget: Locator, rows: list[list[str]]) -> None:
    """The table comes to say this."""
    table = widget.locator("table")
    text = "".join("".join(row) for row in rows)
    expect(table.locator("tbody")).to_have_text(text, use_inner_text=False)
    assert table.evaluate(CELLS) == rows


@pytest.mark.parametrize("key", EXPLORED)
def test_every_knob_turns_and_the_table_follows(static: StaticPage, key: str) -> None:
    widget = explore(static, key)
    one = activity(key)
    for name in list(one.knobs)[1:3]:
        widget.locator("[data-key='next-knob']").click()
        expect(handle(widget, name, one.knobs[name])).to_be_focused()
    if len(one.knobs) > 3:
        rest = "next-knob" if len(one.knobs) == 4 else "all-knobs"
        widget.locator(f"[data-key='{rest}']").click()
    values = {name: each.start for name, each in one.knobs.items()}
    shows(widget, expected(key, values))
    for name, each in one.knobs.items():
        values[name] = turned(widget, name, each)
        shows(widget, expected(key, values))
    all_saved(static.page)
    kept = journal(static).state().of("02", key).answers
    assert kept.keys() == values.keys()
    assert all(kept[name] == pytest.approx(value) for name, value in values.items())


def test_a_choice_is_drawn_at_once_and_found_again(static: StaticPage) -> None:
    widget = explore(static, "losing-face")
    starts = {name: each.start for name, each in activity("losing-face").knobs.items()}
    knob(widget, "audience-none").focus()
    static.page.keyboard.press("ArrowUp")
    expect(knob(widget, "audience-public")).to_be_checked()
    shows(widget, expected("losing-face", starts))
    expect(widget.locator(".hk-words")).to_contain_text("The scene breaks")
    expect(widget.get_by_role("status")).to_contain_text("the speaker 6 and the helper 3")
    all_saved(static.page)

    again = next_evening(static, "explore")
    expect(knob(again, "audience-public")).to_be_checked()
    again.locator("[data-key='start-over']").click()
    expect(knob(again, "audience-none")).to_be_checked()
    expect(again.locator(".hk-words")).to_contain_text("The scene holds")


def test_by_keyboard_alone(static: StaticPage) -> None:
    widget = explore(static, "first-gift")
    knob(widget, "sent").focus()
    for _ in range(4):
        static.page.keyboard.press("ArrowRight")
    expect(widget.locator(".hk-value").first).to_have_text("4 of 10")
    shows(widget, expected("first-gift", {"sent": 4, "returned": 0.25}))
    expect(widget.get_by_role("status")).to_contain_text("You send 4")
    tab_to(widget.locator("[data-key='next-knob']"))
    static.page.keyboard.press("Enter")
    expect(knob(widget, "returned")).to_be_focused()
    tab_to(widget.locator(".hk-drawing summary"))
    static.page.keyboard.press("Enter")
    expect(widget.locator("table")).to_be_visible()
    tab_to(widget.locator(".hk-provenance summary"))
    static.page.keyboard.press("Enter")
    expect(widget.locator(".hk-provenance")).to_contain_text("Berg, Dickhaut and McCabe (1995)")


def test_the_picture_is_drawn_again_and_not_anew(static: StaticPage) -> None:
    widget = explore(static, "who-will-help")
    widget.locator(".main-svg").first.evaluate("(node) => (node.helpkitMark = 'the same')")
    knob(widget, "n").fill("12")
    shows(widget, expected("who-will-help", {"n": 12, "cost-benefit": 0.25}))
    mark = "(node) => node.helpkitMark"
    assert widget.locator(".main-svg").first.evaluate(mark) == "the same"


@pytest.fixture
def narrow(page: Page) -> Page:
    page.set_viewport_size({"width": 320, "height": 900})
    return page


@pytest.mark.parametrize("key", EXPLORED)
def test_dutch_readable_and_within_320_px(static: StaticPage, narrow: Page, key: str) -> None:
    widget = explore(static, key, "nl")
    fits(widget.locator(".hk-knobs"))
    expect(widget.locator(".hk-words")).not_to_be_empty()
    assert english_in(widget.inner_text()) == []
    accessible(static, ".hk-explore")
