"""What a lesson is to those who listen and to those who touch: headings, landmarks, sliders."""

from itertools import pairwise
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.notebook import Notebook

LEVELS = """() => [...document.querySelectorAll(".hk :is(h1, h2, h3, h4, h5, h6)")]
  .filter((node) => node.checkVisibility()).map((node) => Number(node.tagName[1]))"""


def test_headings_skip_no_level_and_widgets_are_no_landmarks(notebook: Notebook) -> None:
    notebook.show("ch1.start()", "ch1.sort('formality')")
    expect(notebook.widget("sort")).to_be_visible()
    expect(notebook.widget("start")).to_be_visible()
    levels = [1, *notebook.page.evaluate(LEVELS)]
    assert [one for last, one in pairwise(levels) if one > last + 1] == []
    assert levels[1] == 2, "the first widget stands right under the title of the lesson"
    assert notebook.page.locator(".jp-Notebook .hk").get_by_role("region").count() == 0
    for name in ("start", "sort"):
        title = notebook.widget(name).locator(".hk-title").inner_text()
        expect(notebook.page.get_by_role("group", name=title)).to_be_visible()


def test_a_finger_that_scrolls_over_a_slider_leaves_it(
    browser: Browser, lab: tuple[str, Path], tmp_path: Path
) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": 1280, "height": 800})
    one = Notebook(context.new_page(), *lab, tmp_path / "answers")
    root = one.show("ch1.favours('evening')", "print('\\n' * 90)", lesson="02").widget("favours")
    slider = root.locator("input[type='range']").first
    slider.scroll_into_view_if_needed()
    before, box = slider.input_value(), slider.bounding_box()
    assert box
    wire = context.new_cdp_session(one.page)
    x, y = box["x"] + 3, box["y"] + box["height"] / 2
    for kind, up in [("touchStart", 0), *(("touchMove", up) for up in range(20, 220, 20))]:
        point = {"x": x, "y": y - up}
        wire.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [point]})
    wire.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    now = slider.bounding_box()
    assert now
    assert now["y"] < box["y"] - 50, "the page did not scroll"
    assert slider.input_value() == before
    one.close()
    context.close()
