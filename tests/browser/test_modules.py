"""Modules on the page: shared by notebooks, there again after a reload, and missed in words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, WebSocket, expect

from helpkit.content import load
from tests.browser.notebook import Notebook
from tests.browser.steps import all_saved

PLACED = "() => globalThis[Symbol.for('helpkit.modules')].size"
STYLES = """() => [...document.querySelectorAll("style")]
  .filter((one) => /\\.hk/.test(one.textContent)).length"""
RADIUS = "(node) => getComputedStyle(node).borderTopLeftRadius"
# Unpacking fails as long as the page says so.
BREAKABLE = """
window.broken = true;
window.DecompressionStream = class extends DecompressionStream {
  constructor(format) {
    if (window.broken) throw new Error("no room to unpack");
    super(format);
  }
};
"""
FAR = [f"ch1.predict({key!r})" for key in ("sent-something", "own-receipts", "both-gave-five")]
LIBRARY = 1_400_000


@pytest.fixture
def other(own_page: Page, lab: tuple[str, Path], tmp_path: Path) -> Iterator[Notebook]:
    """A notebook in a page of its own."""
    one = Notebook(own_page, *lab, tmp_path / "answers")
    yield one
    one.close()


def received(page: Page) -> list[int]:
    """The size of each message that the page gets over a websocket."""
    sizes: list[int] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", lambda payload: sizes.append(len(payload)))

    page.on("websocket", listen)
    return sizes


def test_two_notebooks_share_modules_and_style_sheets(
    other: Notebook, lab: tuple[str, Path], tmp_path: Path
) -> None:
    page = other.page
    other.show("ch1.vote('moving-day')", lesson="02")
    expect(other.widget("vote")).to_be_visible()
    before = page.evaluate(PLACED), page.evaluate(STYLES)
    second = Notebook(page, *lab, tmp_path / "second" / "answers")
    second.show("ch1.vote('moving-day')", lesson="02", language="nl")
    expect(page.locator(".hk-vote:lang(nl)")).to_be_visible()
    assert (page.evaluate(PLACED), page.evaluate(STYLES)) == before
    second.close()
    page.evaluate(
        "(path) => window.jupyterapp.commands.execute('docmanager:open', { path })", other.name
    )
    expect(other.widget("vote")).to_be_visible()
    assert other.widget("vote").evaluate(RADIUS) != "0px"


def test_a_page_that_is_loaded_again_gets_all_from_the_running_kernel(other: Notebook) -> None:
    cells = ["ch1.predict('sent-something')", "ch1.explore('first-gift')"]
    other.show(*cells, lesson="02")
    expect(other.widget("explore").locator(".main-svg").first).to_be_attached()
    sizes = received(other.page)
    other.load()
    other.run()
    expect(other.widget("predict")).to_be_visible()
    expect(other.widget("explore").locator(".main-svg").first).to_be_attached()
    assert sum(size > LIBRARY for size in sizes) == 1, "asked for again by the page that needs it"
    assert sum(sizes) < LIBRARY + 300_000


def test_modules_that_cannot_be_unpacked_are_told_and_tried_again(other: Notebook) -> None:
    other.page.add_init_script(BREAKABLE)
    other.show("ch1.vote('moving-day')", lesson="02", language="nl")
    sentence = load("nl").ui["common"]["fault"].split("(")[0]
    told = other.page.locator(".hk [role='alert']")
    expect(told).to_contain_text(sentence)
    expect(told).to_contain_text("no room to unpack")
    other.page.evaluate("() => (window.broken = false)")
    other.run()
    expect(other.widget("vote")).to_be_visible()
    expect(told.locator("visible=true")).to_have_count(0)


def commit(guess: Locator) -> None:
    """Commit to a guess and wait until it is saved: what the page asked for before was answered."""
    guess.get_by_role("spinbutton").fill("14")
    guess.get_by_role("radio").first.check()
    guess.get_by_role("button").click()
    all_saved(guess.page)


def test_the_library_comes_when_its_first_picture_is_near(other: Notebook) -> None:
    sizes = received(other.page)
    other.show(*FAR, "ch1.explore('first-gift')", lesson="02")
    explore = other.widget("explore")
    expect(explore.locator(".hk-words p").first).not_to_be_empty()
    expect(explore.locator(".hk-table td").first).not_to_be_empty()
    commit(other.widget("predict").first)
    assert max(sizes) < LIBRARY, "sent before its picture was near"
    assert explore.locator(".main-svg").count() == 0
    explore.scroll_into_view_if_needed()
    expect(explore.locator(".main-svg").first).to_be_attached()
    assert sum(size > LIBRARY for size in sizes) == 1
