"""The opening message in a real JupyterLab."""

from playwright.sync_api import expect

from tests.activities.message.test_page import CELL, EN, label
from tests.browser.notebook import Notebook
from tests.browser.steps import all_saved, journal, next_evening, shut_folder

SCRIPT = "Sure!\n<img src=x onerror=\"document.title='hacked'\"><script>hacked()</script>"


def test_with_the_mouse(notebook: Notebook) -> None:
    root = notebook.show(CELL).widget("message")
    root.get_by_role("button", name=EN["send"]).click()
    expect(root.get_by_role("alert")).to_have_text(EN["empty"])
    expect(root.locator(".hk-turn")).to_have_count(0)
    root.get_by_role("textbox").fill(SCRIPT)

    root = next_evening(notebook, "message")
    expect(root.get_by_role("textbox")).to_have_value(SCRIPT)
    root.get_by_role("button", name=EN["send"]).click()
    expect(root.locator(".hk-turn")).to_be_focused()
    expect(root.locator(".hk-mine p")).to_have_text(SCRIPT)
    expect(root.locator("img, script")).to_have_count(0)
    expect(root.locator("dl")).to_have_count(0)
    label(root, "told").click()
    expect(root.locator("dl")).to_have_count(3)
    label(root, "asked").click()
    expect(label(root, "asked")).to_have_attribute("aria-pressed", "true")
    expect(label(root, "told")).to_have_attribute("aria-pressed", "false")
    all_saved(notebook.page)

    root = next_evening(notebook, "message")
    expect(root.locator(".hk-mine p")).to_have_text(SCRIPT)
    expect(label(root, "asked")).to_have_attribute("aria-pressed", "true")
    expect(root.locator("dl")).to_have_count(3)
    done = journal(notebook).state().of("01", "cv-tonight")
    assert done.answers == {"reply": SCRIPT}
    assert done.choices == {"label": ("told", "asked")}
    assert "hacked" not in notebook.page.title()


def test_a_shut_folder_is_told_at_once_and_does_not_stop_anybody(notebook: Notebook) -> None:
    with shut_folder(notebook) as shut:
        root = notebook.show(CELL, shut).widget("message")
        root.get_by_role("textbox").fill("Yes of course")
        root.get_by_role("button", name=EN["send"]).click()
        expect(root.get_by_role("alert")).to_contain_text("Your answers cannot be saved")
        expect(root.get_by_role("alert")).to_contain_text(str(notebook.answers))
        expect(root.locator(".hk-mine p")).to_have_text("Yes of course")
        label(root, "told").click()
        expect(root.locator("dl")).to_have_count(3)
        expect(root.get_by_role("alert")).to_be_visible()
        assert journal(notebook).events() == []
