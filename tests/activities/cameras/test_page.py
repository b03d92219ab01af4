"""One evening, two cameras on a static page: marked, looked at, and there again."""

from playwright.sync_api import Locator, expect

from tests.browser.fixtures import PATIENCE
from tests.browser.static_page import StaticPage
from tests.browser.steps import accessible, all_saved, fits, journal, tab_to
from tests.language import english_in

CELL = "ch1.cameras('one-evening')"


def key(widget: Locator, name: str) -> Locator:
    return widget.locator(f"[data-key='{name}']")


def seen(widget: Locator) -> Locator:
    plots = widget.locator(".hk-seen .hk-plot")
    expect(plots).to_have_count(2)
    for plot in plots.all():
        plot.scroll_into_view_if_needed()
    expect(widget.locator(".hk-seen .main-svg").nth(1)).to_be_attached(timeout=PATIENCE * 1000)
    return widget.locator(".hk-seen")


AT_ONCE = """(root) => {
  for (const key of ["account-telephone", "stage-joke", "look"])
    root.querySelector(`[data-key="${key}"]`).click();
}"""


AT_ONCE_A_MARK = """(root) => root.querySelector('[data-key="account-shelf"]').click()"""


def middle(node: Locator) -> tuple[float, float]:
    """Where a hand would press."""
    node.scroll_into_view_if_needed()
    box = node.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_look_right_after_a_mark_finds_the_mark(static: StaticPage) -> None:
    static.show(CELL, lesson="02")
    widget = static.widget("cameras")
    expect(widget).to_be_visible()
    widget.evaluate(AT_ONCE)
    expect(key(widget, "seen")).to_be_focused()
    expect(widget.get_by_role("alert")).to_be_hidden()


def test_a_complaint_that_goes_leaves_the_mark_under_the_hand(static: StaticPage) -> None:
    static.show(CELL, lesson="02")
    widget = static.widget("cameras")
    key(widget, "look").click()
    expect(widget.get_by_role("alert")).to_be_visible()
    static.page.mouse.move(*middle(key(widget, "stage-joke")))
    static.page.mouse.down()
    # As the answer to an earlier mark does: the complaint goes, and all below it would move up.
    widget.evaluate(AT_ONCE_A_MARK)
    all_saved(static.page)
    static.page.mouse.up()
    expect(key(widget, "stage-joke")).to_be_checked()
    expect(widget.get_by_role("alert")).to_be_hidden()


def test_by_keyboard_alone(static: StaticPage) -> None:
    static.show(CELL, lesson="02")
    widget = static.widget("cameras")
    expect(widget).to_be_visible()
    key(widget, "account-shelf").focus()
    static.page.keyboard.press("Space")
    static.page.keyboard.press("ArrowDown")
    expect(key(widget, "account-thanks")).to_be_checked()
    tab_to(key(widget, "stage-thanks"))
    static.page.keyboard.press("ArrowUp")
    expect(key(widget, "stage-shelf")).to_be_checked()
    tab_to(key(widget, "look"))
    static.page.keyboard.press("Enter")
    expect(seen(widget)).to_contain_text("You marked line 2, we marked 7")
    all_saved(static.page)
    kept = journal(static).state().of("02", "one-evening").answers
    assert kept == {"account": "thanks", "stage": "shelf"}


MARKED = """
for camera, line in (("account", "dishes"), ("stage", "joke")):
    ch1.journal.record(activity="one-evening", item=camera, kind="answer", value=line)
ch1.journal.record(activity="one-evening", item="*", kind="reveal", value=None)
"""


def test_dutch_readable_and_within_320_px(static: StaticPage) -> None:
    static.page.set_viewport_size({"width": 320, "height": 900})
    static.show(MARKED, CELL, lesson="02", language="nl")
    widget = static.widget("cameras")
    seen(widget)
    fits(widget.locator(".hk-script"))
    assert english_in(widget.inner_text()) == []
    accessible(static, ".hk-cameras")
