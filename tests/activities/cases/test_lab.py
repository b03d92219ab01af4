"""The case file in a real JupyterLab: by mouse and keyboard, after a restart, and in Dutch."""

from playwright.sync_api import Page, expect

from tests.activities.cases.test_page import CORE, EN, PILLS, UI, case_file, key, lines
from tests.browser.notebook import Notebook


def test_by_mouse_and_again_after_a_restart(notebook: Notebook) -> None:
    notebook.show(CORE)
    widget = case_file(notebook)
    expect(widget.get_by_text(EN.cases[PILLS].lesson)).to_have_count(0)
    key(widget, "show").click()
    expect(widget.get_by_role("alert")).to_have_text(UI["choose-first"])
    widget.get_by_text("barging in").click()
    expect(widget.get_by_role("alert")).to_be_hidden()
    widget.get_by_label(UI["first-question"]).fill("What worries <b>you</b>?")
    key(widget, "show").click()
    reveal = key(widget, "reveal")
    expect(reveal).to_be_focused()
    expect(reveal.locator(".hk-verdict")).to_have_text(UI["verdict-differs"])
    expect(reveal).to_contain_text("missing the point")
    expect(reveal.locator("blockquote")).to_have_text(
        ["What worries <b>you</b>?", str(EN.cases[PILLS].question)]
    )
    widget.get_by_role("radio", name="missing the point").check()
    expect(reveal.locator(".hk-verdict")).to_have_text(UI["verdict-same"])
    expect(reveal).to_contain_text("At first you said: barging in.")
    key(widget, "next").click()
    expect(key(widget, "name")).to_be_focused()
    expect(key(widget, "name")).to_have_text(EN.cases["blind-pedestrian"].title)

    widget.evaluate("(node) => node.remove()")
    notebook.restart().run()
    again = case_file(notebook)
    expect(key(again, "name")).to_have_text(EN.cases["blind-pedestrian"].title)
    again.get_by_role("button", name=f"{EN.cases[PILLS].title}, done").click()
    expect(again.get_by_role("radio", name="missing the point")).to_be_checked()
    expect(again.get_by_label(UI["first-question"])).to_have_value("What worries <b>you</b>?")
    expect(again.locator(".hk-saved")).to_contain_text("Saved at")
    expect(key(again, "reveal")).to_contain_text("At first you said: barging in.")


def test_a_line_outlives_the_kernel_and_the_page(page: Page, notebook: Notebook) -> None:
    notebook.show(CORE)
    widget = case_file(notebook)
    page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    widget.get_by_label(UI["first-question"]).fill("What could you keep up?")
    expect(widget.locator(".hk-saved")).to_have_text(UI["typing"])
    notebook.load().run()
    again = case_file(notebook)
    expect(again.get_by_label(UI["first-question"])).to_have_value("What could you keep up?")
    expect(again.locator(".hk-saved")).to_contain_text("Saved at")
    assert lines(notebook) == {PILLS: "What could you keep up?"}
