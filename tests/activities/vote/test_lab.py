"""Two votes round a talk, in a real JupyterLab."""

import pytest
from playwright.sync_api import Page, expect

from helpkit.content import load
from tests.browser.module import exported
from tests.browser.notebook import Notebook
from tests.browser.steps import accessible, all_saved, fits, journal, next_evening
from tests.language import english_in

CELL = "ch1.vote('on-the-stairs')"
EN, NL = (load(language).ui["vote"] for language in ("en", "nl"))


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [("a", "a", "stayed"), ("a", "b", "moved")],
)
@pytest.mark.parametrize(("sure", "degree"), [(25, "less-sure"), (50, "as-sure"), (95, "surer")])
def test_shift(page: Page, first: str, second: str, told: str, sure: int, degree: str) -> None:
    call = f"m.shift({{choice: '{first}', sure: 50}}, {{choice: '{second}', sure: {sure}}})"
    assert exported(page, "vote", call) == [told, degree]


def test_by_mouse_and_again_after_a_restart(notebook: Notebook) -> None:
    notebook.show(CELL)
    root = notebook.widget("vote")
    root.locator("[data-key='vote-1']").click()
    expect(root.get_by_role("alert")).to_have_text(EN["choose-first"])
    root.locator("[data-key='choice-take']").check()
    root.locator("[data-key='vote-1']").click()
    expect(root.get_by_role("alert")).to_have_text(EN["not-sure-yet"])
    root.locator("[data-key='sure-75']").check()
    root.locator("[data-key='vote-1']").click()
    expect(root.locator("[data-key='talk']")).to_be_focused()
    expect(root.locator(".hk-answers")).to_have_count(0)
    accessible(notebook, ".hk-vote")
    all_saved(notebook.page)

    root = next_evening(notebook, "vote")
    expect(root.locator("[data-key='talk']")).to_be_visible()
    root.locator("[data-key='choice-ask']").check()
    root.locator("[data-key='sure-95']").check()
    root.locator("[data-key='vote-2']").click()
    expect(root.locator("[data-key='shift']")).to_be_focused()
    expect(root.locator("[data-key='shift']")).to_contain_text(f"{EN['moved']} {EN['surer']}")
    expect(root.locator(".hk-answers li")).to_have_count(4)
    accessible(notebook, ".hk-vote")
    all_saved(notebook.page)
    votes = journal(notebook).state().of("01", "on-the-stairs").votes
    assert votes["question", 1] == {"choice": "take", "sure": 75}
    assert votes["question", 2] == {"choice": "ask", "sure": 95}


def test_by_keyboard_alone_in_dutch_on_a_narrow_page(notebook: Notebook) -> None:
    notebook.page.set_viewport_size({"width": 320, "height": 800})
    notebook.show(CELL, language="nl")
    root, page = notebook.widget("vote"), notebook.page
    root.locator("[data-key='choice-take']").focus()
    for turn, goal in ((1, "talk"), (2, "shift")):
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        expect(root.locator(f"[data-key='vote-{turn}']")).to_be_focused()
        page.keyboard.press("Enter")
        expect(root.locator(f"[data-key='{goal}']")).to_be_focused()
        fits(root)
        assert english_in(root.inner_text()) == []
        page.keyboard.press("Tab")
    expect(root.locator("[data-key='shift']")).to_contain_text(f"{NL['stayed']} {NL['as-sure']}")
