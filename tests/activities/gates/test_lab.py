"""Trust gates in a real JupyterLab: the picture follows the choice, and its twin says the same."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from helpkit.content import load
from tests.browser.axe import serious
from tests.browser.module import exported
from tests.browser.notebook import Notebook
from tests.language import english_in

GATES = "ch1.gates('gates')"
EN, NL = load("en"), load("nl")
UI = EN.ui["gates"]
IDS = ("friends-marriage", "pills-not-taken", "homework-not-about-homework")
CHOICES = ("say it", "it held", "it held", "say it", "carry it out", "accept it")


def gates(notebook: Notebook) -> Locator:
    widget = notebook.widget("gates")
    expect(widget).to_be_visible()
    return widget


def key(widget: Locator, name: str) -> Locator:
    return widget.locator(f"[data-key='{name}']")


@pytest.mark.parametrize(
    ("gate", "reached"),
    [("'say'", 0), ("'carry-out'", 2), ("'held'", 3), ("undefined", None), ("'elsewhere'", None)],
)
def test_helpers(page: Page, gate: str, reached: Any) -> None:
    assert exported(page, "gates", f"m.reach({gate}, ['say', 'accept', 'carry-out'])") == reached


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


def test_the_picture_and_its_twin_follow_the_keyboard(page: Page, notebook: Notebook) -> None:
    notebook.show(GATES)
    widget = gates(notebook)
    key(widget, "friends-marriage-say").focus()
    page.keyboard.press("Space")
    expect(widget.locator("figcaption")).to_have_text(UI["path-say"])
    expect(widget.locator(".hk-leaks")).to_have_count(1)
    expect(widget.locator(".hk-dry")).to_have_count(2)
    expect(widget.locator("svg")).to_have_attribute("aria-hidden", "true")
    page.keyboard.press("ArrowDown")
    expect(widget.locator("figcaption")).to_have_text(UI["path-accept"])
    expect(widget.locator(".hk-live")).to_have_text(UI["path-accept"])
    expect(widget.locator(".hk-open")).to_have_count(1)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(widget.locator("figcaption")).to_have_text(UI["path-held"])
    expect(widget.locator(".hk-petal")).to_have_count(6)
    expect(widget.get_by_role("radio", name="it held")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(key(widget, "reveal")).to_be_focused()
    expect(key(widget, "reveal").locator(".hk-verdict")).to_have_text(UI["verdict-differs"])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(key(widget, "name")).to_have_text(EN.cases[IDS[1]].title)


def test_nothing_is_shown_before_a_gate_is_chosen(notebook: Notebook) -> None:
    notebook.show(GATES)
    widget = gates(notebook)
    key(widget, "show").click()
    expect(widget.get_by_role("alert")).to_have_text(UI["choose-first"])
    expect(widget.get_by_role("radio").first).to_be_focused()
    expect(key(widget, "reveal")).to_have_count(0)


def test_a_story_that_was_read_is_folded(notebook: Notebook) -> None:
    read = "ch1.journal.record(activity='case-file', item={!r}, kind='reveal', value=None)"
    notebook.show(read.format(IDS[0]), GATES)
    widget = gates(notebook)
    story = widget.get_by_text(EN.cases[IDS[0]].story)
    expect(story).to_be_hidden()
    widget.get_by_text(UI["story"], exact=True).click()
    expect(story).to_be_visible()
    widget.get_by_role("radio", name="say it").check()
    expect(widget.locator("figcaption")).to_have_text(UI["path-say"])
    expect(story).to_be_visible()
    key(widget, "next").click()
    expect(widget.get_by_text(EN.cases[IDS[1]].story)).to_be_visible()


def test_dutch_readable_and_within_320_px(page: Page, notebook: Notebook) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    done = "ch1.journal.record(activity='gates', item={!r}, kind={!r}, value={!r})"
    ids = NL.activities["01"]["gates"].cases  # type: ignore[attr-defined]
    answers = [done.format(one, "answer", "say") for one in ids]
    notebook.show(
        "\n".join(answers),
        done.format("*", "reveal", None),
        "\n".join(done.format(one, "reveal", None) for one in ids),
        GATES,
        language="nl",
    )
    widget = gates(notebook)
    expect(widget.get_by_role("row")).to_have_count(7)
    expect(widget.locator("figcaption").first).to_have_text(NL.ui["gates"]["path-say"])
    assert widget.evaluate("one => one.scrollWidth <= one.clientWidth")
    assert english_in(widget.inner_text()) == []
    for theme in ("Dark", "Light"):
        notebook.theme(f"JupyterLab {theme}")
        expect(page.locator(f"body[data-jp-theme-name='JupyterLab {theme}']")).to_be_attached()
        assert serious(page, ".hk-gates") == []
