"""The shared picture in a real JupyterLab: one library, the theme, the width, the clean-up."""

from playwright.sync_api import Page, WebSocket, expect

from tests.browser.notebook import Notebook
from tests.frontend.charts.test_page import chart, drawn

CLEAR = "() => window.jupyterapp.commands.execute('notebook:clear-all-cell-outputs')"
MEGABYTE = 1_000_000


def received(page: Page) -> list[int]:
    """The size of each message that the page gets over a websocket."""
    sizes: list[int] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", lambda payload: sizes.append(len(payload)))

    page.on("websocket", listen)
    return sizes


def test_five_charts_send_the_library_once(page: Page, notebook: Notebook) -> None:
    sizes = received(page)
    page.set_viewport_size({"width": 1280, "height": 3200})
    notebook.show(*(chart(n) for n in range(1, 6)))
    drawn(notebook, charts=5)
    assert sum(size > MEGABYTE for size in sizes) == 1
    assert 1.4 * MEGABYTE < sum(sizes) < 1.8 * MEGABYTE


def test_a_chart_that_goes_away_leaves_nothing(page: Page, notebook: Notebook) -> None:
    notebook.show(chart())
    drawn(notebook)
    graph = page.locator(".hk-graph").element_handle()
    assert graph.evaluate("one => Boolean(one._fullLayout)")
    page.evaluate(CLEAR)
    expect(page.locator(".hk-graph")).to_have_count(0)
    page.wait_for_function("one => !one._fullLayout && !one.hasChildNodes()", arg=graph)
