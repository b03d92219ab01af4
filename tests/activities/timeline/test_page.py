"""The time line on a static page: nothing overlaps, and the list says all of it."""

from typing import Any

from playwright.sync_api import Locator, expect

from helpkit.content import load
from tests.browser.axe import serious
from tests.browser.fixtures import PATIENCE
from tests.browser.static_page import StaticPage
from tests.browser.steps import Shown, widen
from tests.language import english_in

LINE = "ch1.timeline('people-and-works')"
EN = load("en")

LABELS = ".hk-graph .textpoint text, .hk-graph .annotation text"
BOXES = """(labels) => [...document.querySelectorAll(labels)]
  .map((one) => { const { left, right, top, bottom } = one.getBoundingClientRect();
    return { left, right, top, bottom, text: one.textContent }; })"""


def overlaps(boxes: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [
        (one["text"], other["text"])
        for index, one in enumerate(boxes)
        for other in boxes[:index]
        if one["left"] < other["right"]
        and other["left"] < one["right"]
        and one["top"] < other["bottom"]
        and other["top"] < one["bottom"]
    ]


def drawn(place: Shown) -> Locator:
    widget = place.widget("timeline")
    labels = widget.locator(".textpoint")
    expect(labels).to_have_count(len(EN.works), timeout=PATIENCE * 1000)
    return widget


def entries(widget: Locator) -> Locator:
    return widget.get_by_role("list").locator("li")


def test_labels_do_not_overlap_wherever_the_line_is_drawn(static: StaticPage) -> None:
    static.show(LINE)
    widget = drawn(static)
    for width in (1280, 1000):
        widen(static.page, width)
        boxes = static.page.evaluate(BOXES, LABELS)
        edge = widget.evaluate("one => one.getBoundingClientRect().right")
        assert len(boxes) == len(EN.works) + 3
        assert overlaps(boxes) == [], f"at {width} px"
        assert [box["text"] for box in boxes if box["right"] > edge] == []


def test_the_list_alone_at_320_px_and_in_dutch(static: StaticPage) -> None:
    static.page.set_viewport_size({"width": 320, "height": 800})
    static.show(LINE, language="nl")
    widget = static.widget("timeline")
    expect(entries(widget)).to_have_count(len(EN.works), timeout=PATIENCE * 1000)
    expect(widget.locator(".hk-line")).to_be_hidden()
    assert widget.evaluate("one => one.scrollWidth <= one.clientWidth")
    entry = entries(widget).filter(has_text="1963")
    expect(entry.locator("cite")).to_have_text(["Behavior in Public Places", "Stigma"])
    expect(entry.locator("cite").first).to_have_attribute("lang", "en")
    expect(entry.get_by_text("niet zeker", exact=True)).to_be_visible()
    prose = widget.evaluate(
        "one => { const copy = one.cloneNode(true); "
        "copy.querySelectorAll('cite, svg, style').forEach((part) => part.remove()); "
        "return copy.textContent }"
    )
    assert english_in(prose) == []


def test_axe_finds_nothing_grave(static: StaticPage) -> None:
    static.show(LINE)
    drawn(static)
    for theme in ("Dark", "Light"):
        static.theme(f"JupyterLab {theme}")
        assert serious(static.page, ".hk-timeline") == []
