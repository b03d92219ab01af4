"""The shared picture in a real JupyterLab: one library, the theme, the width, the clean-up."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, WebSocket, expect

from tests.browser.axe import serious
from tests.browser.fixtures import PATIENCE
from tests.browser.module import exported
from tests.browser.notebook import Notebook
from tests.browser.steps import DRAWN_TO_WIDTH, widen

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
CLEAR = "() => window.jupyterapp.commands.execute('notebook:clear-all-cell-outputs')"
MEGABYTE = 1_000_000


def chart(n: int = 3, language: str = "en") -> str:
    """A cell; the first pick draws a nine, the second one fails, the third draws 27."""
    return CHART.format(n=n, language=language)


def received(page: Page) -> list[int]:
    """The size of each message that the page gets over a websocket."""
    sizes: list[int] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", lambda payload: sizes.append(len(payload)))

    page.on("websocket", listen)
    return sizes


def drawn(notebook: Notebook, charts: int = 1) -> Locator:
    """The widgets, once their pictures are there."""
    pictures = notebook.widget("chart").locator(".heatmaplayer")
    expect(pictures).to_have_count(charts, timeout=PATIENCE * 1000)
    return notebook.widget("chart")


def square(widget: Locator, column: float, row: float) -> tuple[float, float]:
    """The middle of a square of a map of four by four."""
    box = widget.locator(".nsewdrag").bounding_box()
    assert box
    return box["x"] + box["width"] * (column + 0.5) / 4, box["y"] + box["height"] * (row + 0.5) / 4


def test_five_charts_send_the_library_once(page: Page, notebook: Notebook) -> None:
    sizes = received(page)
    page.set_viewport_size({"width": 1280, "height": 3200})
    notebook.show(*(chart(n) for n in range(1, 6)))
    drawn(notebook, charts=5)
    assert sum(size > MEGABYTE for size in sizes) == 1
    assert 1.4 * MEGABYTE < sum(sizes) < 1.8 * MEGABYTE


def test_the_theme_changes_a_drawn_chart(page: Page, notebook: Notebook) -> None:
    notebook.show(chart())
    # Scroll bars differ by theme: with a width of its own the chart has no other reason to change.
    drawn(notebook).evaluate("one => (one.style.width = '40rem')")
    page.wait_for_function(DRAWN_TO_WIDTH)
    for theme in ("Dark", "Light"):
        notebook.theme(f"JupyterLab {theme}")
        page.wait_for_function(INK, arg=theme)
        assert serious(page, ".hk-chart") == []


def test_a_chart_follows_the_width_of_its_cell(page: Page, notebook: Notebook) -> None:
    notebook.show(chart())
    widget = drawn(notebook)
    for width in (800, 320, 1280):
        widen(page, width)
        room = widget.evaluate("one => one.clientWidth - one.scrollWidth")
        assert room >= 0, f"too wide at {width} px"


def test_a_chart_that_goes_away_leaves_nothing(page: Page, notebook: Notebook) -> None:
    notebook.show(chart())
    drawn(notebook)
    graph = page.locator(".hk-graph").element_handle()
    assert graph.evaluate("one => Boolean(one._fullLayout)")
    page.evaluate(CLEAR)
    expect(page.locator(".hk-graph")).to_have_count(0)
    page.wait_for_function("one => !one._fullLayout && !one.hasChildNodes()", arg=graph)


def test_a_mark_comes_out_by_mouse_and_by_keyboard(page: Page, notebook: Notebook) -> None:
    notebook.show(chart())
    widget = drawn(notebook)
    page.mouse.click(*square(widget, 2, 0))
    button = widget.get_by_role("button", name="client asks, formal: 9")
    button.focus()
    page.keyboard.press("Enter")
    expect(widget.get_by_role("alert")).to_contain_text("TypeError")
    page.keyboard.press("Enter")
    expect(widget.get_by_role("alert")).to_be_hidden()
    expect(widget.get_by_role("button", name="client asks, formal: 27")).to_be_focused()


def test_hover_in_a_dutch_chart_is_dutch(page: Page, notebook: Notebook) -> None:
    notebook.show(chart(language="nl"), language="nl")
    widget = drawn(notebook)
    page.mouse.move(*square(widget, 2, 0))
    expect(widget.locator(".hoverlayer")).to_have_text("cliënt vraagt, formeel: 3")
    label = widget.get_by_role("img").get_attribute("aria-label")
    assert label is not None
    assert label.startswith("Figuur: Kaartjes naar initiatief en formaliteit.")


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("m.lines('too much or too fast', 12, t => t.length)", ["too much or", "too fast"]),
        ("m.lines('gezichtsverlies', 4, t => t.length)", ["gezichtsverlies"]),
        (
            "m.merged({a: {b: 1, c: 2}, d: [1]}, {a: {b: 3}, d: [2]})",
            {"a": {"b": 3, "c": 2}, "d": [2]},
        ),
        (
            "m.coloured({a: ['@ink', 'b@ink', 1, null]}, n => n + '!')",
            {"a": ["ink!", "b@ink", 1, None]},
        ),
        ("m.across(['aa bb', 'cc'], 2, 10, t => t.length).ticktext", ["aa<br>bb", "cc"]),
        ("m.across(['aaa', 'cc'], 2, 10, t => t.length).tickangle", -90),
    ],
)
def test_helpers(page: Page, expression: str, value: Any) -> None:
    assert exported(page, "chart", expression) == value


def test_a_legend_has_the_lines_it_needs(page: Page) -> None:
    wide = "(text) => 10 * text.length"
    data = "[{ name: 'one' }, { name: 'three' }, { name: 'two' }, { name: 'x', showlegend: false }]"
    assert exported(page, "chart", f"m.keyed({data}, 340, {wide}).lines") == 2, "all on one line"
    assert exported(page, "chart", f"m.keyed({data}, 230, {wide}).lines") == 3, "two and one"
    narrow = exported(page, "chart", f"m.keyed([{{ name: 'one two' }}], 100, {wide})")
    assert narrow == {"data": [{"name": "one<br>two"}], "lines": 3}


def test_the_name_of_an_axis_is_broken_where_it_does_not_fit(page: Page) -> None:
    wide = "(text) => 10 * text.length"
    layout = "{ height: 300, font: { size: 10 }, xaxis: { title: { text: 'what you send' } } }"
    named = exported(page, "chart", f"m.titled({layout}, 100, {wide})")
    assert named["axes"]["xaxis"]["title"]["text"] == "what you<br>send"
    assert exported(page, "chart", f"m.titled({layout}, 400, {wide})")["height"] < named["height"]
