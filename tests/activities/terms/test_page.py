"""A term that is marked in the text opens its entry there, by mouse and by keyboard."""

from playwright.sync_api import Locator, expect

from tests.browser.axe import serious
from tests.browser.static_page import StaticPage
from tests.browser.steps import Shown, fits
from tests.language import english_in

TEXT = (
    "%%markdown\nA [**client**](#term-client), [**status**](#term-status), [more](#term-nothing)."
)
TERMS = "ch1.terms()"


def word(place: Shown, entry: str) -> Locator:
    return place.page.locator(f".jp-Notebook a[href='#term-{entry}']")


def panel(place: Shown) -> Locator:
    return place.page.get_by_role("dialog").filter(has=place.page.locator("h4"))


def test_by_keyboard_and_back_to_the_word(static: StaticPage) -> None:
    static.show(TEXT, TERMS)
    expect(static.widget("terms")).to_be_visible()
    word(static, "client").focus()
    static.page.keyboard.press("Enter")
    expect(panel(static)).to_be_focused()
    expect(word(static, "client")).to_be_in_viewport()
    expect(static.page.get_by_role("dialog", name="client")).to_be_visible()
    static.page.keyboard.press("Escape")
    expect(panel(static)).to_be_hidden()
    expect(word(static, "client")).to_be_focused()


def test_a_word_without_an_entry_stays_a_link(static: StaticPage) -> None:
    static.show(TEXT, TERMS)
    expect(static.widget("terms")).to_be_visible()
    word(static, "nothing").click()
    expect(panel(static)).to_be_hidden()


def test_dutch_readable_and_within_320_px(static: StaticPage) -> None:
    static.page.set_viewport_size({"width": 320, "height": 640})
    static.show(TEXT.replace("client", "pure-inquiry"), TERMS, language="nl", lesson="06")
    widget = static.widget("terms")
    expect(widget).to_be_visible()
    fits(widget)
    assert english_in(widget.inner_text()) == []
    word(static, "pure-inquiry").click()
    expect(panel(static)).to_contain_text("basisonderzoek")
    box = panel(static).bounding_box()
    assert box
    assert box["width"] > 280
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 640
    for theme in ("JupyterLab Dark", "JupyterLab Light"):
        static.theme(theme)
        if not panel(static).is_visible():
            word(static, "pure-inquiry").click()
        assert serious(static.page, ".hk-term") == []
        assert serious(static.page, ".hk-terms") == []
        assert serious(static.page, ".jp-RenderedMarkdown") == []
