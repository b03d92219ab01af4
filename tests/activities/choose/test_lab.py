"""Several defensible answers in a real JupyterLab."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from helpkit.content import load
from tests.browser.module import exported
from tests.browser.notebook import Notebook
from tests.browser.steps import accessible, all_saved, fits, journal, next_evening, tab_to
from tests.language import english_in

CELL = "ch1.choose('a-colleague-stuck')"
EN, NL = (load(language).ui["choose"] for language in ("en", "nl"))


@pytest.mark.parametrize(
    ("answer", "standing"), [("c", "now"), ("a", "before"), ("b", "opened"), ("d", "closed")]
)
def test_how_an_answer_stands(page: Page, answer: str, standing: Any) -> None:
    state = '{ tries: ["a", "c", "a", "c"], opened: ["b", "a"] }'
    assert exported(page, "choose", f'm.standing("{answer}", {state})') == standing


def test_with_the_mouse(notebook: Notebook) -> None:
    root = notebook.show(CELL).widget("choose")
    cost = root.get_by_text(EN["costs"], exact=True)
    expect(root.locator("[data-key^='card-']")).to_have_count(4)
    expect(cost).to_have_count(0)
    root.locator("[data-key='card-tell']").click()
    expect(root.locator("[data-key='card-tell']")).to_be_focused()
    expect(root.locator(".hk-now")).to_contain_text(EN["now"])
    expect(cost).to_have_count(1)
    root.locator("[data-key='open-ask']").click()
    expect(cost).to_have_count(2)
    root.locator("[data-key='pick-ask']").click()
    expect(root.locator(".hk-before")).to_contain_text(EN["before"])
    root.get_by_role("button", name=EN["finish"]).click()
    expect(root.locator("[data-key='debrief']")).to_be_focused()
    all_saved(notebook.page)

    root = next_evening(notebook, "choice")
    expect(root.locator(".hk-now")).to_have_attribute("data-key", "card-ask")
    expect(root.locator(".hk-before")).to_have_attribute("data-key", "card-tell")
    expect(root.locator("[data-key='debrief']")).to_be_visible()
    done = journal(notebook).state().of("01", "a-colleague-stuck")
    assert done.choices == {"option": ("tell", "ask")}


def test_with_the_keyboard_in_dutch_on_a_narrow_page(notebook: Notebook) -> None:
    notebook.page.set_viewport_size({"width": 320, "height": 640})
    root = notebook.show(CELL, language="nl").widget("choose")
    expect(root).to_be_visible()
    assert english_in(root.inner_text()) == []
    fits(root)
    press = notebook.page.keyboard.press
    root.locator("button").first.focus()
    tab_to(root.locator("[data-key='card-leave']"))
    press("Enter")
    expect(root.locator("[data-key='card-leave']")).to_be_focused()
    root.locator("[data-key='card-near']").focus()
    tab_to(root.locator("[data-key='open-tell']"))
    press("Space")
    expect(root.locator("[data-key='card-tell']")).to_be_focused()
    tab_to(root.locator("[data-key='pick-tell']"))
    press("Enter")
    expect(root.locator(".hk-now")).to_be_focused()
    tab_to(root.get_by_role("button", name=NL["finish"]))
    press("Enter")
    expect(root.locator("[data-key='debrief']")).to_be_focused()
    assert english_in(root.inner_text()) == []
    fits(root)
    accessible(notebook, ".hk-choose")
