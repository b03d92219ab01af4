"""Five doors in a real JupyterLab: by mouse and by keyboard, until everybody has a name."""

from playwright.sync_api import Locator, Page, expect

from helpkit.content import load
from tests.browser.module import exported
from tests.browser.notebook import Notebook
from tests.browser.steps import accessible, all_saved, fits, journal, next_evening, tab_to
from tests.language import english_in

PARTNERS = "ch1.partners('five-partners')"
DOORS = ("first", "second", "third", "fourth", "fifth")


def partners(notebook: Notebook, *before: str, language: str = "en") -> Locator:
    notebook.show(*before, PARTNERS, lesson="02", language=language)
    widget = notebook.widget("partners")
    expect(widget).to_be_visible()
    return widget


def key(widget: Locator, name: str) -> Locator:
    return widget.locator(f"[data-key='{name}']")


def rounds(widget: Locator) -> Locator:
    return widget.locator(".hk-marks li")


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


def test_by_keyboard_alone(notebook: Notebook) -> None:
    widget = partners(notebook)
    key(widget, "door-first").focus()
    tab_to(key(widget, "door-fourth"))
    notebook.page.keyboard.press("Enter")
    tab_to(key(widget, "help"))
    notebook.page.keyboard.press("Enter")
    expect(rounds(widget)).to_have_count(1)
    expect(key(widget, "help")).to_be_focused()
    expect(widget.get_by_role("status")).to_have_text(
        "Round 1: you helped, they did not; −1 for you, 3 for them. "
        "So far you have −1 and they have 3."
    )
    for _ in range(9):
        notebook.page.keyboard.press("Enter")
    expect(rounds(widget)).to_have_count(10)
    tab_to(widget.get_by_role("radio").first)
    notebook.page.keyboard.press("Space")
    all_saved(notebook.page)
    assert "guess.fourth" in journal(notebook).state().of("02", "five-partners").answers


def test_helpers(page: Page) -> None:
    played = "{ a: [{}, {}], b: [{}] }"
    assert exported(page, "partners", f"m.waiting(['a', 'b'], {played}, 2)") == "b"
    assert exported(page, "partners", f"m.waiting(['a', 'b'], {played}, 1)") == "a"
    rounds = "[{ 'my-points': -1, 'their-points': 3 }, { 'my-points': -1, 'their-points': 3 }]"
    assert exported(page, "partners", f"m.totals({rounds})") == {"mine": "−2", "theirs": "6"}


PLAYED = """
for door in ("first", "second", "third", "fourth", "fifth"):
    ch1.journal.record(activity="five-partners", item=door, kind="answer", value=[True] * 10)
ch1.journal.record(activity="five-partners", item="names", kind="reveal", value=None)
"""


def test_dutch_readable_and_within_320_px(notebook: Notebook) -> None:
    notebook.page.set_viewport_size({"width": 320, "height": 900})
    widget = partners(notebook, PLAYED, language="nl")
    expect(widget.locator(".hk-name")).to_have_count(5)
    fits(widget)
    assert english_in(widget.inner_text()) == []
    accessible(notebook, ".hk-partners")
    assert load("nl").ui["partners"]["names-title"] in widget.inner_text()
