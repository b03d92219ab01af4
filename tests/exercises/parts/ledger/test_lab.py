"""Arithmetic with favours in a real JupyterLab: typed as people type, kept, and never judged."""

from playwright.sync_api import expect

from helpkit.exercises.parts.ledger.evenings import IMPOSSIBLE, evening
from tests.browser.notebook import Notebook
from tests.browser.steps import all_saved, reload
from tests.exercises.parts.ledger.test_page import EN, THANKS, A, B, answers, told
from tests.exercises.samples import FOLDERS, SEED, exercise
from tests.exercises.test_page import again, field, open_released

SCRIPT = "<img src=x onerror=document.title=1>"


def test_with_the_mouse_whatever_is_typed_stays(notebook: Notebook) -> None:
    open_released(notebook, "02")
    who, root = notebook.widget("student"), notebook.widget("ledger")
    expect(root.locator(".hk-waits")).to_be_visible()
    field(who, "id").fill("s1")
    field(who, "save").click()
    expect(root.locator("li > h4")).to_have_count(4)
    part = exercise(FOLDERS[1]).parts["ledger"]
    drawn = evening(part.items["first-evening"], "first-evening", SEED, "s1")
    first = root.locator("li").first
    expect(first.locator("tbody tr")).to_have_count(len(drawn.moves))
    expect(first.locator(".hk-factor")).to_have_text(EN["factor"].format(factor=drawn.inflation))
    progress = root.locator(".hk-progress")
    expect(progress).to_have_text("0 of 7 answered")

    field(root, A).fill("-2,5")
    field(root, B).fill(SCRIPT)
    field(root, "second-evening.a").fill(" 3.25 ")
    field(root, "second-evening.b").click()
    expect(progress).to_have_text("2 of 7 answered")
    expect(told(root, A)).to_be_empty()
    expect(told(root, B)).to_have_text(EN["no-number"].format(typed=SCRIPT))
    expect(field(root, B)).to_have_attribute("aria-invalid", "true")
    expect(root.locator("> .hk-live")).to_have_text(EN["no-number"].format(typed=SCRIPT))
    field(root, THANKS).fill("2.5")
    field(root, f"{THANKS}-impossible").check()
    expect(progress).to_have_text("3 of 7 answered")
    expect(field(root, THANKS)).to_have_value("")
    expect(told(root, THANKS)).to_be_empty()
    all_saved(notebook.page)
    assert answers(notebook) == {
        A: "-2,5",
        B: SCRIPT,
        "second-evening.a": "3.25",
        THANKS: IMPOSSIBLE,
    }

    again(notebook)
    expect(field(root, A)).to_have_value("-2,5")
    expect(field(root, B)).to_have_value(SCRIPT)
    expect(field(root, f"{THANKS}-impossible")).to_be_checked()
    expect(root.locator("img")).to_have_count(0)
    assert notebook.page.title() != "1"
    field(root, THANKS).fill("4")
    field(root, THANKS).press("Enter")
    expect(field(root, f"{THANKS}-impossible")).not_to_be_checked()
    field(root, B).fill("")
    expect(told(root, B)).to_be_empty()
    all_saved(notebook.page)
    field(root, B).click()
    notebook.page.keyboard.type("1,7")  # and the page is left in the middle
    reload(notebook)
    expect(field(root, B)).to_have_value("1,7", timeout=30_000)
    expect(progress).to_have_text("4 of 7 answered")
    all_saved(notebook.page)
    assert answers(notebook)[B] == "1,7"
    assert answers(notebook)[THANKS] == "4"

    field(who, "change").click()
    field(who, "id").fill("s2")
    field(who, "save").click()
    expect(told(root, A)).to_have_text(EN["other-numbers"])
    expect(field(root, A)).to_have_value("-2,5")
    expect(progress).to_have_text("0 of 7 answered")
    field(root, A).fill("-2,4")
    field(root, A).press("Enter")
    expect(told(root, A)).to_be_empty()
    expect(progress).to_have_text("1 of 7 answered")
