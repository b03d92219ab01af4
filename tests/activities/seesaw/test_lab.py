"""The see-saw in a real JupyterLab: by moves, by hand and by key, and found again."""

from playwright.sync_api import expect

from tests.activities.seesaw.test_page import key, seesaw, stand
from tests.browser.notebook import Notebook
from tests.browser.steps import all_saved, next_evening


def test_move_by_move_and_again_after_a_restart(notebook: Notebook) -> None:
    widget = seesaw(notebook)
    stand(widget, "5", "5")
    key(widget, "help").click()
    stand(widget, "6", "4")
    expect(widget.locator(".hk-words")).to_contain_text("Ruth stands 2 higher than Sam.")
    expect(widget.locator("svg")).to_have_attribute("aria-label", "Ruth stands 2 higher than Sam.")
    key(widget, "ask-to-be-shown").click()
    stand(widget, "5", "5")
    expect(widget.locator(".hk-words")).to_contain_text("Both are at ease with that.")
    key(widget, "undo").click()
    key(widget, "by-second").check()
    key(widget, "praise").click()
    stand(widget, "8", "4")
    told = ["Ruth helps", "Sam praises"]
    expect(widget.locator(".hk-moves li")).to_have_text(told)
    all_saved(notebook.page)
    again = next_evening(notebook, "seesaw")
    expect(again.locator(".hk-moves li")).to_have_text(told)
    stand(again, "8", "4")
    key(again, "clear").click()
    expect(key(again, "by-first")).to_be_focused()
    stand(again, "5", "5")
