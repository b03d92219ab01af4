"""The map of the cards on a static page: by mouse, touch and keyboard, and after a restart."""

import re

from playwright.sync_api import Locator, expect

from helpkit.content import load
from tests.browser.axe import serious
from tests.browser.fixtures import PATIENCE
from tests.browser.static_page import StaticPage
from tests.browser.steps import Shown, tab_to
from tests.language import english_in

MAP = "ch1.map('situations-map')"
SORTED = "ch1.journal.record(activity={!r}, item={!r}, value={!r})"
EN, NL = load("en"), load("nl")

COLOURS = """() => {
  const [trace] = document.querySelector(".hk-graph").data;
  const ink = trace.textfont.color;
  const ends = trace.colorscale.map(([, colour]) => colour);
  return [Number(ink.match(/\\d+/)[0]) < 128 ? "Light" : "Dark", ink, ...ends];
}"""


def drawn(place: Shown) -> Locator:
    widget = place.widget("map")
    expect(widget.locator(".heatmaplayer")).to_be_attached(timeout=PATIENCE * 1000)
    return widget


def cards(widget: Locator) -> Locator:
    return widget.locator(".hk-panel li")


def contrast(one: str, other: str) -> float:
    """The contrast of two colours written as rgb(a), by WCAG 2."""

    def luminance(colour: str) -> float:
        parts = [float(part) / 255 for part in re.findall(r"[\d.]+", colour)[:3]]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_by_keyboard_alone(static: StaticPage) -> None:
    static.show(MAP)
    widget = drawn(static)
    widget.get_by_label("One question").focus()
    static.page.keyboard.type("main")
    expect(widget.locator(".hk-words")).to_contain_text(
        EN.dimensions["risk"].labels["self_interest"]
    )
    expect(widget.get_by_label("One question")).to_be_focused()
    tab_to(widget.locator("summary"))
    static.page.keyboard.press("Enter")
    button = widget.locator("td button").first
    tab_to(button)
    said = button.get_attribute("aria-label")
    assert said
    static.page.keyboard.press("Enter")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(widget.locator("h4")).to_have_text(said)
    expect(widget.get_by_role("status")).to_contain_text(said)
    assert cards(widget).count() == int(said.rpartition(" ")[2])


def test_my_own_cards_and_what_is_not_sorted(static: StaticPage) -> None:
    static.show(
        SORTED.format("formality", "directions", "informal"),
        SORTED.format("initiative", "directions", "client_asks"),
        SORTED.format("formality", "dishes", "informal"),
        MAP,
        language="nl",
    )
    widget = drawn(static)
    expect(widget.get_by_label("jouw antwoorden")).to_be_checked()
    expect(widget.locator(".hk-sorted li")).to_have_text(
        ["Ingedeeld naar initiatief: 1 van de 26.", "Ingedeeld naar formaliteit: 2 van de 26."]
    )
    widget.get_by_role("button", name="Nog niet ingedeeld: 25").click()
    expect(cards(widget)).to_have_count(25)
    expect(cards(widget).filter(has_text=NL.situations["directions"].text)).to_have_count(0)
    widget.get_by_label("onze antwoorden").check()
    expect(widget.locator(".hk-sorted")).to_have_count(0)


def test_cards_sorted_after_the_map_was_made_are_on_it_when_it_is_seen(static: StaticPage) -> None:
    static.show(
        MAP,
        SORTED.format("formality", "directions", "informal"),
        SORTED.format("initiative", "directions", "client_asks"),
        "'all is sorted'",
    )
    widget = drawn(static)
    expect(static.page.get_by_text("'all is sorted'", exact=True).last).to_be_visible()
    for display in ("none", ""):
        widget.evaluate("(one, display) => (one.style.display = display)", display)
        expect(widget).to_be_visible(visible=not display)
    expect(widget.locator(".hk-sorted li").first).to_have_text("Sorted by initiative: 1 of 26.")
    expect(widget.get_by_label("yours")).to_be_checked()


def test_dutch_readable_and_within_320_px(static: StaticPage) -> None:
    static.page.set_viewport_size({"width": 320, "height": 800})
    static.show(MAP, language="nl")
    widget = drawn(static)
    widget.get_by_label("Eén vraag").select_option("risk")
    widget.get_by_label("En nog een").select_option("currency")
    expect(widget.locator(".hk-words")).to_contain_text(
        NL.dimensions["risk"].labels["self_interest"]
    )
    expect(widget.locator(".annotation")).to_have_count(9)
    widget.locator("summary").click()
    assert widget.evaluate("one => one.scrollWidth <= one.clientWidth")
    assert english_in(widget.inner_text()) == []
    assert english_in(" ".join(widget.locator("svg text").all_text_contents())) == []
    for theme in ("Dark", "Light"):
        static.theme(f"JupyterLab {theme}")
        static.page.wait_for_function(f"theme => ({COLOURS})()[0] === theme", arg=theme)
        assert serious(static.page, ".hk-map") == []


def test_no_label_is_cut_when_letters_are_spaced_out(static: StaticPage) -> None:
    """The spacing of WCAG 2.2, 1.4.12, put on by the reader after the map was drawn."""
    static.show(MAP)
    widget = drawn(static)
    static.page.add_style_tag(
        content="* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"
    )
    static.page.wait_for_function(
        "() => { const left = (one) => one.getBoundingClientRect().left; return "
        "[...document.querySelectorAll('.hk-graph .ytick text')]"
        ".every((one) => left(one) >= left(document.querySelector('.hk-plot'))) }"
    )
    assert widget.evaluate("one => one.scrollWidth <= one.clientWidth")


def test_numbers_can_be_read_on_every_square(static: StaticPage) -> None:
    static.show(MAP)
    drawn(static)
    for theme in ("Dark", "Light"):
        static.theme(f"JupyterLab {theme}")
        static.page.wait_for_function(f"theme => ({COLOURS})()[0] === theme", arg=theme)
        _, ink, low, high = static.page.evaluate(COLOURS)
        assert contrast(ink, low) > 4.5
        assert contrast(ink, high) > 4.5
