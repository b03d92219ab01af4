"""A guess and its answer in a real JupyterLab."""

from pathlib import Path

from playwright.sync_api import expect

from tests.activities.predict.test_page import CELLS, EN
from tests.browser.notebook import Notebook
from tests.browser.steps import all_saved, journal, kill_kernel, pid_cell, reload


def test_locked_also_after_the_kernel_was_killed(notebook: Notebook, tmp_path: Path) -> None:
    process = tmp_path / "pid"
    notebook.show(*CELLS, pid_cell(process), lesson="02")
    root, reveal = notebook.widget("predict"), notebook.widget("reveal")
    field = root.get_by_role("spinbutton")
    field.focus()
    notebook.page.keyboard.press("Enter")
    expect(root.get_by_role("alert")).to_contain_text("whole number from 0 to 32")
    field.fill("99")
    field.press("Enter")
    expect(root.get_by_role("alert")).to_be_visible()
    field.fill("14")
    field.press("Enter")
    expect(root.get_by_role("alert")).to_have_text(EN["predict"]["not-sure-yet"])
    notebook.page.keyboard.press("ArrowDown")
    notebook.page.keyboard.press("ArrowDown")
    root.get_by_role("button").focus()
    notebook.page.keyboard.press("Enter")
    expect(root.locator(".hk-committed")).to_be_focused()
    expect(root.locator(".hk-number")).to_have_text("14")
    expect(root.get_by_role("spinbutton")).to_have_count(0)
    all_saved(notebook.page)

    kill_kernel(notebook, process)
    reload(notebook)
    expect(root.locator(".hk-number")).to_have_text("14")
    expect(root.get_by_role("spinbutton")).to_have_count(0)
    reveal.get_by_role("button").focus()
    notebook.page.keyboard.press("Enter")
    expect(reveal.locator("[data-key='answer']")).to_be_focused()
    expect(reveal.get_by_role("blockquote")).to_contain_text("You said 14")
    guesses = journal(notebook).state().of("02", "sent-something").predictions
    assert guesses["sent-something"].value == {"guess": 14, "sure": 75}
