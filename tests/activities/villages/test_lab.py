"""Two hundred villages in a real JupyterLab: they live, they stop, what is done is found again."""

from playwright.sync_api import Locator, Page, expect

from helpkit.content import load
from tests.activities.villages.test_state import counted
from tests.browser.fixtures import PATIENCE
from tests.browser.module import exported
from tests.browser.notebook import Notebook
from tests.browser.steps import accessible, all_saved, fits, journal, next_evening, tab_to
from tests.language import english_in

EN = load("en").ui["villages"]


def villages(notebook: Notebook, language: str = "en") -> Locator:
    notebook.show("ch1.villages('villages')", lesson="02", language=language)
    widget = notebook.widget("villages")
    expect(widget.locator(".main-svg").first).to_be_attached(timeout=PATIENCE * 1000)
    return widget


def key(widget: Locator, name: str) -> Locator:
    return widget.locator(f"[data-key='{name}']")


def test_stopped_then_to_the_end_and_found_again(notebook: Notebook) -> None:
    widget = villages(notebook)
    key(widget, "knob-encounters").fill("500")
    all_saved(notebook.page)
    key(widget, "start").click()
    expect(key(widget, "stop")).to_be_focused()
    expect(widget.locator("progress")).not_to_have_js_property("value", 0)
    key(widget, "stop").click()
    expect(key(widget, "start")).to_be_focused()
    expect(widget.get_by_role("status")).to_contain_text("Stopped after")
    assert journal(notebook).state().of("02", "villages").answers == {"encounters": 500}

    key(widget, "knob-encounters").fill("50")
    all_saved(notebook.page)
    key(widget, "start").click()
    expect(widget.locator("tbody tr")).to_have_count(1, timeout=PATIENCE * 1000)
    helping = counted(50, 200)
    assert widget.locator("tbody tr").all_text_contents() == [f"50{helping}200"]
    expect(widget.get_by_role("status")).to_contain_text(f"helping won in {helping}.")
    expect(key(widget, "stop")).to_have_count(0)

    again = next_evening(notebook, "villages")
    assert again.locator("tbody tr").all_text_contents() == [f"50{helping}200"]


def test_by_keyboard_while_another_knob_is_turned(notebook: Notebook) -> None:
    widget = villages(notebook)
    key(widget, "knob-encounters").focus()
    tab_to(key(widget, "start"))
    notebook.page.keyboard.press("Enter")
    expect(key(widget, "stop")).to_be_focused()
    notebook.page.keyboard.press("Shift+Tab")
    notebook.page.keyboard.press("End")
    expect(widget.locator(".hk-value")).to_have_text("500")
    expect(widget.locator("tbody tr")).to_have_count(1, timeout=PATIENCE * 1000)
    assert widget.locator("tbody th").text_content() == "125", "the run is that of its beginning"


def test_helpers(page: Page) -> None:
    for progress, standing in (
        ("{}", "none"),
        ("{ running: true, done: 0, of: 200 }", "running"),
        ("{ running: false, done: 3, of: 200 }", "stopped"),
        ("{ running: false, done: 200, of: 200 }", "finished"),
    ):
        assert exported(page, "villages", f"m.standing({progress})") == standing


def test_dutch_readable_and_within_320_px(notebook: Notebook) -> None:
    notebook.page.set_viewport_size({"width": 320, "height": 900})
    widget = villages(notebook, "nl")
    key(widget, "start").click()
    expect(key(widget, "stop")).to_be_visible()
    fits(widget.locator(".hk-run"))
    key(widget, "stop").click()
    expect(key(widget, "start")).to_be_visible()
    assert english_in(widget.inner_text()) == []
    accessible(notebook, ".hk-villages")
