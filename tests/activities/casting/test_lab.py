"""Casting in a real JupyterLab: who does what to whom, experiments, repairs, and found again."""

from playwright.sync_api import expect

from tests.activities.casting.test_page import casting, key, strains
from tests.browser.notebook import Notebook
from tests.browser.steps import all_saved, next_evening


def test_a_chain_by_hand_and_again_after_a_restart(notebook: Notebook) -> None:
    widget = casting(notebook)
    key(widget, "try-nurse-helps").click()
    key(widget, "by-second").check()
    key(widget, "act").select_option("thank")
    expect(widget.locator(".hk-spoken")).to_have_text("The patient thanks the nurse.")
    key(widget, "go").click()
    strains(widget, "nurse", "patient", ("first", "help"), ("second", "thank"))
    widget.locator("[data-key^='repair-']").first.click()
    expect(widget.locator("tbody tr")).to_have_count(3)
    key(widget, "undo").click()
    expect(key(widget, "undo")).to_be_focused()
    all_saved(notebook.page)
    again = next_evening(notebook, "casting")
    strains(again, "nurse", "patient", ("first", "help"), ("second", "thank"))
    expect(again.locator(".hk-told > ol").first.locator("li")).to_have_text(
        ["The nurse helps the patient.", "The patient thanks the nurse."]
    )
    key(again, "clear").click()
    expect(key(again, "go")).to_be_focused()
    expect(again.locator("tbody tr")).to_have_count(0)
