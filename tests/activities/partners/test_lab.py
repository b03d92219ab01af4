"""Five doors in a real JupyterLab: by mouse and by keyboard, until everybody has a name."""

from playwright.sync_api import expect

from tests.activities.partners.test_page import key, partners, rounds
from tests.browser.notebook import Notebook
from tests.browser.steps import all_saved, journal, next_evening

DOORS = ("first", "second", "third", "fourth", "fifth")


def test_all_five_by_mouse_and_again_after_a_restart(notebook: Notebook) -> None:
    widget = partners(notebook)
    for door in DOORS:
        key(widget, f"door-{door}").click()
        expect(key(widget, f"door-{door}")).to_be_focused()
        for number in range(10):
            key(widget, "not-now" if number == 2 else "help").click()
        expect(rounds(widget)).to_have_count(10)
        expect(widget.locator(".hk-door")).to_be_focused()
    expect(rounds(widget).last).to_have_text(
        "Round 10: you helped, they helped; 2 for you, 2 for them."
    )
    assert "GRIM" not in widget.inner_text()
    widget.get_by_text("mirrors", exact=True).click()
    all_saved(notebook.page)
    key(widget, "ask").click()
    expect(key(widget, "names")).to_be_focused()
    expect(widget.locator(".hk-name")).to_have_count(5)
    expect(widget.locator(".hk-name").nth(4)).to_contain_text("Door 5 mirrors")
    expect(widget.locator(".hk-name").nth(4)).to_contain_text("You saw through it.")
    kept = journal(notebook).state().of("02", "five-partners")
    assert kept.answers["first"] == [True, True, False] + [True] * 7

    again = next_evening(notebook, "partners")
    expect(again.locator(".hk-name")).to_have_count(5)
    key(again, "again").click()
    expect(rounds(again)).to_have_count(0)
    expect(key(again, "help")).to_be_focused()
