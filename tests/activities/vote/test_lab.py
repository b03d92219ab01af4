"""Two votes round a talk, in a real JupyterLab."""

from playwright.sync_api import expect

from tests.activities.vote.test_page import CELL, EN
from tests.browser.notebook import Notebook
from tests.browser.steps import accessible, all_saved, journal, next_evening


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
