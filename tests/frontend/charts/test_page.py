"""The shared picture on a static page: one library, the theme, the width, the clean-up."""

from playwright.sync_api import Locator, expect

from tests.browser.axe import serious
from tests.browser.fixtures import PATIENCE
from tests.browser.static_page import StaticPage
from tests.browser.steps import DRAWN_TO_WIDTH, Shown, widen

CHART = """
from helpkit.activities.map.picture import heatmap
from helpkit.content import load
from helpkit.frontend.charts.chart import Chart
content = load({language!r})
down, across = content.dimensions["initiative"], content.dimensions["formality"]
draw = lambda n: heatmap({{("client_asks", "formal"): n}}, down, across, content.ui["map"])
numbers = [27, None, 9]
shown = Chart(draw({n}), content, lambda key: shown.show(draw(numbers.pop())))
shown
"""
INK = """theme => {
  const [red] = document.querySelector(".hk-chart .ytick text").style.fill.match(/\\d+/);
  return (Number(red) < 128 ? "Light" : "Dark") === theme;
}"""


def chart(n: int = 3, language: str = "en") -> str:
    """A cell; the first pick draws a nine, the second one fails, the third draws 27."""
    return CHART.format(n=n, language=language)


def drawn(place: Shown, charts: int = 1) -> Locator:
    """The widgets, once their pictures are there."""
    pictures = place.widget("chart").locator(".heatmaplayer")
    expect(pictures).to_have_count(charts, timeout=PATIENCE * 1000)
    return place.widget("chart")


def square(widget: Locator, column: float, row: float) -> tuple[float, float]:
    """The middle of a square of a map of four by four."""
    box = widget.locator(".nsewdrag").bounding_box()
    assert box
    return box["x"] + box["width"] * (column + 0.5) / 4, box["y"] + box["height"] * (row + 0.5) / 4


def test_the_theme_changes_a_drawn_chart(static: StaticPage) -> None:
    static.show(chart())
    # Scroll bars differ by theme: with a width of its own the chart has no other reason to change.
    drawn(static).evaluate("one => (one.style.width = '40rem')")
    static.page.wait_for_function(DRAWN_TO_WIDTH)
    for theme in ("Dark", "Light"):
        static.theme(f"JupyterLab {theme}")
        static.page.wait_for_function(INK, arg=theme)
        assert serious(static.page, ".hk-chart") == []


def test_a_chart_follows_the_width_of_its_cell(static: StaticPage) -> None:
    static.show(chart())
    widget = drawn(static)
    for width in (800, 320, 1280):
        widen(static.page, width)
        room = widget.evaluate("one => one.clientWidth - one.scrollWidth")
        assert room >= 0, f"too wide at {width} px"


def test_a_mark_comes_out_by_mouse_and_by_keyboard(static: StaticPage) -> None:
    static.show(chart())
    widget = drawn(static)
    static.page.mouse.click(*square(widget, 2, 0))
    button = widget.get_by_role("button", name="client asks, formal: 9")
    button.focus()
    static.page.keyboard.press("Enter")
    expect(widget.get_by_role("alert")).to_contain_text("TypeError")
    static.page.keyboard.press("Enter")
    expect(widget.get_by_role("alert")).to_be_hidden()
    expect(widget.get_by_role("button", name="client asks, formal: 27")).to_be_focused()


def test_hover_in_a_dutch_chart_is_dutch(static: StaticPage) -> None:
    static.show(chart(language="nl"), language="nl")
    widget = drawn(static)
    static.page.mouse.move(*square(widget, 2, 0))
    expect(widget.locator(".hoverlayer")).to_have_text("cliënt vraagt, formeel: 3")
    label = widget.get_by_role("img").get_attribute("aria-label")
    assert label is not None
    assert label.startswith("Figuur: Kaartjes naar initiatief en formaliteit.")
