"""Several defensible answers in a real JupyterLab."""

from playwright.sync_api import expect

from tests.activities.choose.test_page import CELL, EN
from tests.browser.notebook import Notebook
from tests.browser.steps import all_saved, journal, next_evening


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

    root = next_evening(notebook, "choose")
    expect(root.locator(".hk-now")).to_have_attribute("data-key", "card-ask")
    expect(root.locator(".hk-before")).to_have_attribute("data-key", "card-tell")
    expect(root.locator("[data-key='debrief']")).to_be_visible()
    done = journal(notebook).state().of("01", "a-colleague-stuck")
    assert done.choices == {"option": ("tell", "ask")}
