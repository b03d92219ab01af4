"""One evening, two cameras in a real JupyterLab: marked, looked at, and there again."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.fixtures import PATIENCE
from tests.browser.notebook import Notebook
from tests.browser.steps import accessible, all_saved, fits, journal, next_evening, tab_to
from tests.language import english_in

CELL = "ch1.cameras('one-evening')"


def key(widget: Locator, name: str) -> Locator:
    return widget.locator(f"[data-key='{name}']")


def seen(widget: Locator) -> Locator:
    expect(widget.locator(".hk-seen .main-svg").nth(1)).to_be_attached(timeout=PATIENCE * 1000)
    return widget.locator(".hk-seen")


def test_by_mouse_and_again_after_a_restart(notebook: Notebook) -> None:
    notebook.show(CELL, lesson="02")
    widget = notebook.widget("cameras")
    key(widget, "look").click()
    expect(widget.get_by_role("alert")).to_contain_text("Mark a line for the account first")
    expect(key(widget, "account-shelf")).to_be_focused()
    key(widget, "account-telephone").click()
    key(widget, "stage-applause").click()
    key(widget, "look").click()
    expect(key(widget, "seen")).to_be_focused()
    both = seen(widget)
    expect(both).to_contain_text("You marked the same line as we did: 7.")
    expect(both).to_contain_text("You marked line 4, we marked 5")
    expect(both.locator("table").first.locator("tbody tr").last).to_have_text("7−4.63.2")
    all_saved(notebook.page)

    again = next_evening(notebook, "cameras")
    expect(key(again, "account-telephone")).to_be_checked()
    expect(seen(again)).to_contain_text("You marked line 4, we marked 5")
    key(again, "stage-joke").click()
    expect(again.locator(".hk-seen")).to_contain_text("You marked the same line as we did: 5.")


AT_ONCE = """(root) => {
  for (const key of ["account-telephone", "stage-joke", "look"])
    root.querySelector(`[data-key="${key}"]`).click();
}"""


def test_a_look_right_after_a_mark_finds_the_mark(notebook: Notebook) -> None:
    notebook.show(CELL, lesson="02")
    widget = notebook.widget("cameras")
    expect(widget).to_be_visible()
    widget.evaluate(AT_ONCE)
    expect(key(widget, "seen")).to_be_focused()
    expect(widget.get_by_role("alert")).to_be_hidden()


def test_by_keyboard_alone(notebook: Notebook) -> None:
    notebook.show(CELL, lesson="02")
    widget = notebook.widget("cameras")
    expect(widget).to_be_visible()
    key(widget, "account-shelf").focus()
    notebook.page.keyboard.press("Space")
    notebook.page.keyboard.press("ArrowDown")
    expect(key(widget, "account-thanks")).to_be_checked()
    tab_to(key(widget, "stage-thanks"))
    notebook.page.keyboard.press("ArrowUp")
    expect(key(widget, "stage-shelf")).to_be_checked()
    tab_to(key(widget, "look"))
    notebook.page.keyboard.press("Enter")
    expect(seen(widget)).to_contain_text("You marked line 2, we marked 7")
    all_saved(notebook.page)
    kept = journal(notebook).state().of("02", "one-evening").answers
    assert kept == {"account": "thanks", "stage": "shelf"}


MARKED = """
for camera, line in (("account", "dishes"), ("stage", "joke")):
    ch1.journal.record(activity="one-evening", item=camera, kind="answer", value=line)
ch1.journal.record(activity="one-evening", item="*", kind="reveal", value=None)
"""


def test_dutch_readable_and_within_320_px(notebook: Notebook, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 900})
    notebook.show(MARKED, CELL, lesson="02", language="nl")
    widget = notebook.widget("cameras")
    seen(widget)
    fits(widget.locator(".hk-script"))
    assert english_in(widget.inner_text()) == []
    accessible(notebook, ".hk-cameras")
