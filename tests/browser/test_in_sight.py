"""The picture stays in sight while a hand is on any knob, and hides none that has the focus."""

import pytest
from playwright.sync_api import Locator, Page, expect

from helpkit.activities.explore.activity import ExploreActivity
from helpkit.content import load
from tests.browser.fixtures import PATIENCE
from tests.browser.notebook import Notebook
from tests.browser.steps import all_saved, comes_true

WIDE, NARROW, LOW = (1280, 800), (390, 844), (390, 430)
SIGHT = """(plot) => {
  const window_ = plot.closest(".jp-WindowedPanel-outer").getBoundingClientRect();
  const { top, bottom } = plot.getBoundingClientRect();
  const seen = Math.min(bottom, window_.bottom) - Math.max(top, window_.top);
  return seen / Math.min(bottom - top, window_.height / 2);
}"""
"""How much of a picture is in sight, or of the half of the window that a high one may take."""
IN_SIGHT, PARTLY = (f"(plot) => ({SIGHT})(plot) > {share}" for share in (0.8, 0.6))
ON_TOP = """(node) => {
  const { left, top, width, height } = node.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  return node.contains(document.elementFromPoint(x, y));
}"""


def explored(notebook: Notebook, key: str) -> Locator:
    notebook.show(f"ch1.explore({key!r})", lesson="02")
    widget = notebook.widget("explore")
    widget.locator(".hk-plot").scroll_into_view_if_needed()  # it is drawn when it is near
    expect(widget.locator(".main-svg").first).to_be_attached(timeout=PATIENCE * 1000)
    one = load("en").activities["02"][key]
    assert isinstance(one, ExploreActivity)
    if len(one.knobs) > 2:
        widget.locator("[data-key='all-knobs']").click()
        expect(widget.locator("[data-key='all-knobs']")).to_have_count(0)
        expect(widget.locator(f"[data-key^='knob-{list(one.knobs)[1]}']").first).to_be_focused()
    return widget


@pytest.mark.parametrize("key", ["worlds", "too-much-help", "losing-face"])
@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_beside_every_knob(notebook: Notebook, page: Page, key: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    widget = explored(notebook, key)
    knobs = widget.locator(".hk-knob input:is([type=range], :checked)").all()
    plot = widget.locator(".hk-plot")
    knobs[0].focus()
    forth = [(knob, "Tab") for knob in knobs[:-1]]
    for knob, then in [*forth, *((knob, "Shift+Tab") for knob in knobs[::-1])]:
        expect(knob).to_be_focused()
        comes_true(plot, IN_SIGHT)
        comes_true(knob, ON_TOP)
        page.keyboard.press(then)


def test_a_low_window_belongs_to_the_knobs(notebook: Notebook, page: Page) -> None:
    page.set_viewport_size({"width": LOW[0], "height": LOW[1]})
    widget = explored(notebook, "worlds")
    assert (
        widget.locator(".hk-plot").evaluate("(node) => getComputedStyle(node).position") != "sticky"
    )


def test_an_evening_keeps_its_accounts_in_sight(notebook: Notebook, page: Page) -> None:
    page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    notebook.show("ch1.favours('evening')", lesson="02")
    widget = notebook.widget("favours")
    widget.locator(".hk-plot").scroll_into_view_if_needed()
    expect(widget.locator(".main-svg").first).to_be_attached(timeout=PATIENCE * 1000)
    for name in ("give-A", "thank-B", "both-give"):
        button = widget.locator(f"[data-key='{name}']")
        button.focus()
        comes_true(button, ON_TOP)
        comes_true(widget.locator(".hk-plot"), IN_SIGHT)


def test_the_see_saw_stays_above_its_moves(notebook: Notebook, page: Page) -> None:
    page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    notebook.show("ch1.seesaw('see-saw')", lesson="02")
    widget = notebook.widget("seesaw")
    expect(widget.locator("svg text").first).not_to_be_empty(timeout=PATIENCE * 1000)
    for name in ("help", "scene-2", "knob-tilt", "scene-0", "help", "by-first"):
        goal = widget.locator(f"[data-key='{name}']")
        goal.focus()
        comes_true(goal, ON_TOP)
        comes_true(widget.locator(".hk-board"), IN_SIGHT)


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_the_words_in_space_stand_beside_ratings_and_knobs(
    notebook: Notebook, page: Page, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    notebook.show("ch1.wordspace('words-in-space')", lesson="02")
    widget = notebook.widget("wordspace")
    widget.locator("[data-key='show']").click(timeout=PATIENCE * 1000)
    widget.locator("[data-key='next-knob']").click()
    plot = widget.locator(".hk-plot")
    expect(plot.locator(".main-svg").first).to_be_attached(timeout=PATIENCE * 1000)
    all_saved(page)  # the next knob has come, and nothing moves any more
    for name in ("activity-4", "next-word", "knob-marks-match", "knob-view-evaluation-potency"):
        goal = widget.locator(f"[data-key='{name}']")
        goal.focus()
        comes_true(goal, ON_TOP)
        comes_true(plot, IN_SIGHT)
    page.keyboard.press("ArrowUp")
    expect(plot.locator("canvas").first).to_be_visible()
    comes_true(plot, PARTLY)
