"""Trust gates in a real JupyterLab: the picture follows the choice, and its twin says the same."""

from playwright.sync_api import expect

from tests.activities.gates.test_page import EN, GATES, IDS, UI, gates, key
from tests.browser.notebook import Notebook

CHOICES = ("say it", "it held", "it held", "say it", "carry it out", "accept it")


def test_by_mouse_all_six_and_again_after_a_restart(notebook: Notebook) -> None:
    notebook.show(GATES)
    widget = gates(notebook)
    expect(widget.locator("figcaption")).to_have_text(UI["path-none"])
    for number, choice in enumerate(CHOICES):
        widget.get_by_text(choice, exact=True).first.click()
        key(widget, "show").click()
        expect(key(widget, "reveal")).to_be_focused()
        if number < len(CHOICES) - 1:
            expect(widget.locator("table")).to_have_count(0)
            key(widget, "next").click()
    rows = widget.get_by_role("row")
    expect(rows).to_have_count(7)
    expect(rows.nth(1)).to_contain_text(EN.cases[IDS[0]].title)
    expect(rows.nth(1)).to_contain_text("both hold")
    expect(rows.nth(2)).to_contain_text("different")
    expect(rows.nth(3)).to_contain_text("the same")

    widget.evaluate("(node) => node.remove()")
    notebook.restart().run()
    again = gates(notebook)
    expect(again.get_by_role("row")).to_have_count(7)
    key(again, f"index-{IDS[1]}").click()
    expect(again.get_by_role("radio", name="it held")).to_be_checked()
    expect(again.locator("figcaption")).to_have_text([UI["path-held"], UI["path-carry-out"]])
    expect(key(again, "reveal")).to_contain_text(EN.ui["common"]["confidence-implied"])
