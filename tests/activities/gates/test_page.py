"""Trust gates on a static page: the picture follows the choice, and its twin says the same."""

from playwright.sync_api import Locator, expect

from helpkit.activities.gates.activity import GatesActivity
from helpkit.content import load
from tests.browser.axe import serious
from tests.browser.static_page import StaticPage
from tests.browser.steps import Shown
from tests.language import english_in

GATES = "ch1.gates('gates')"
EN, NL = load("en"), load("nl")
UI = EN.ui["gates"]
IDS = ("friends-marriage", "pills-not-taken", "homework-not-about-homework")


def gates(place: Shown) -> Locator:
    widget = place.widget("gates")
    expect(widget).to_be_visible()
    return widget


def key(widget: Locator, name: str) -> Locator:
    return widget.locator(f"[data-key='{name}']")


def test_the_picture_and_its_twin_follow_the_keyboard(static: StaticPage) -> None:
    static.show(GATES)
    widget = gates(static)
    key(widget, "friends-marriage-say").focus()
    static.page.keyboard.press("Space")
    expect(widget.locator("figcaption")).to_have_text(UI["path-say"])
    expect(widget.locator(".hk-leaks")).to_have_count(1)
    expect(widget.locator(".hk-dry")).to_have_count(2)
    expect(widget.locator("svg")).to_have_attribute("aria-hidden", "true")
    static.page.keyboard.press("ArrowDown")
    expect(widget.locator("figcaption")).to_have_text(UI["path-accept"])
    expect(widget.locator(".hk-live")).to_have_text(UI["path-accept"])
    expect(widget.locator(".hk-open")).to_have_count(1)
    static.page.keyboard.press("ArrowUp")
    static.page.keyboard.press("ArrowUp")
    expect(widget.locator("figcaption")).to_have_text(UI["path-held"])
    expect(widget.locator(".hk-petal")).to_have_count(6)
    expect(widget.get_by_role("radio", name="it held")).to_be_focused()
    static.page.keyboard.press("Tab")
    static.page.keyboard.press("Enter")
    expect(key(widget, "reveal")).to_be_focused()
    expect(key(widget, "reveal").locator(".hk-verdict")).to_have_text(UI["verdict-differs"])
    static.page.keyboard.press("Tab")
    static.page.keyboard.press("Enter")
    expect(key(widget, "name")).to_have_text(EN.cases[IDS[1]].title)


def test_nothing_is_shown_before_a_gate_is_chosen(static: StaticPage) -> None:
    static.show(GATES)
    widget = gates(static)
    key(widget, "show").click()
    expect(widget.get_by_role("alert")).to_have_text(UI["choose-first"])
    expect(widget.get_by_role("radio").first).to_be_focused()
    expect(key(widget, "reveal")).to_have_count(0)


def test_a_story_that_was_read_is_folded(static: StaticPage) -> None:
    read = "ch1.journal.record(activity='case-file', item={!r}, kind='reveal', value=None)"
    static.show(read.format(IDS[0]), GATES)
    widget = gates(static)
    story = widget.get_by_text(EN.cases[IDS[0]].story)
    expect(story).to_be_hidden()
    widget.get_by_text(UI["story"], exact=True).click()
    expect(story).to_be_visible()
    widget.get_by_role("radio", name="say it").check()
    expect(widget.locator("figcaption")).to_have_text(UI["path-say"])
    expect(story).to_be_visible()
    key(widget, "next").click()
    expect(widget.get_by_text(EN.cases[IDS[1]].story)).to_be_visible()


def test_dutch_readable_and_within_320_px(static: StaticPage) -> None:
    static.page.set_viewport_size({"width": 320, "height": 800})
    done = "ch1.journal.record(activity='gates', item={!r}, kind={!r}, value={!r})"
    activity = NL.activities["01"]["gates"]
    assert isinstance(activity, GatesActivity)
    ids = activity.cases
    answers = [done.format(one, "answer", "say") for one in ids]
    static.show(
        "\n".join(answers),
        done.format("*", "reveal", None),
        "\n".join(done.format(one, "reveal", None) for one in ids),
        GATES,
        language="nl",
    )
    widget = gates(static)
    expect(widget.get_by_role("row")).to_have_count(7)
    expect(widget.locator("figcaption").first).to_have_text(NL.ui["gates"]["path-say"])
    assert widget.evaluate("one => one.scrollWidth <= one.clientWidth")
    assert english_in(widget.inner_text()) == []
    for theme in ("Dark", "Light"):
        static.theme(f"JupyterLab {theme}")
        expect(
            static.page.locator(f"body[data-jp-theme-name='JupyterLab {theme}']")
        ).to_be_attached()
        assert serious(static.page, ".hk-gates") == []
