"""A guess and its answer in a real JupyterLab."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from helpkit.content import load
from tests.browser.module import exported
from tests.browser.notebook import Notebook
from tests.browser.steps import (
    accessible,
    all_saved,
    fits,
    journal,
    kill_kernel,
    next_evening,
    pid_cell,
    reload,
)
from tests.language import english_in

CELLS = ("ch1.predict('sent-something')", "ch1.reveal('sent-something')")
FOR_FUN = ("ch1.predict('how-many-settled')", "ch1.reveal('how-many-settled')")
EN = load("en").ui


@pytest.mark.parametrize(
    ("text", "number"),
    [("14", 14), (" 0 ", 0), ("26", 26), ("27", None), ("-1", None), ("3.5", None), ("", None)],
)
def test_whole_numbers(page: Page, text: str, number: int | None) -> None:
    assert exported(page, "predict", f"m.wholeNumber('{text}', 0, 26)") == number


def test_dots(page: Page) -> None:
    assert exported(page, "reveal", "m.dots({ a: 2, b: 0, c: 1 })") == ["a", "a", "c"]


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


def test_of_a_number_for_fun_nobody_has_to_say_how_sure_they_are(notebook: Notebook) -> None:
    notebook.show(*FOR_FUN)
    root, reveal = notebook.widget("predict"), notebook.widget("reveal")
    expect(root).to_contain_text(EN["predict"]["for-fun"])
    expect(root.get_by_role("radio")).to_have_count(0)
    root.get_by_role("spinbutton").fill("14")
    root.get_by_role("spinbutton").press("Enter")
    expect(root.locator(".hk-committed")).to_contain_text(EN["predict"]["committed-for-fun"])
    reveal.get_by_role("button").click()
    expect(reveal.get_by_role("blockquote")).to_have_text("You said 14.")
    all_saved(notebook.page)
    guesses = journal(notebook).state().of("01", "how-many-settled").predictions
    assert guesses["settled-by-text"].value == {"guess": 14}
    accessible(notebook, ".hk-predict")


def test_the_answer_quotes_a_guess_that_was_made_after_its_cell_ran(notebook: Notebook) -> None:
    notebook.page.set_viewport_size({"width": 320, "height": 640})
    notebook.show(*CELLS, language="nl", lesson="02")
    root, reveal = notebook.widget("predict"), notebook.widget("reveal")
    expect(reveal).to_be_visible()
    fits(root)
    root.get_by_role("spinbutton").fill("20")
    root.get_by_role("radio").nth(1).check()
    root.get_by_role("button").click()
    expect(root.locator(".hk-number")).to_have_text("20")
    reveal.get_by_role("button").click()
    expect(reveal.get_by_role("blockquote")).to_contain_text("Jij zei 20")
    # The dots are for the eye: as many as the list beside them says.
    counts = [int(text) for text in reveal.locator("li strong").all_text_contents()]
    expect(reveal.locator(".hk-dots .hk-dot")).to_have_count(sum(counts))
    for widget in (root, reveal):
        assert english_in(widget.inner_text()) == []
        fits(widget)

    all_saved(notebook.page)
    reveal.evaluate("(node) => node.remove()")
    next_evening(notebook, "predict")
    expect(root.locator(".hk-number")).to_have_text("20")
    expect(reveal.get_by_role("blockquote")).to_contain_text("Jij zei 20")
    accessible(notebook, ".hk-predict")
    accessible(notebook, ".hk-reveal")
