"""The opening message in a real JupyterLab."""

import pytest
from playwright.sync_api import Locator, Page, expect

from helpkit.content import load
from tests.browser.module import exported
from tests.browser.notebook import Notebook
from tests.browser.steps import (
    accessible,
    all_saved,
    fits,
    journal,
    next_evening,
    shut_folder,
    tab_to,
)
from tests.language import english_in

CELL = "ch1.message('cv-tonight')"
EN, NL = (load(language).ui["message"] for language in ("en", "nl"))
SCRIPT = "Sure!\n<img src=x onerror=\"document.title='hacked'\"><script>hacked()</script>"


def label(root: Locator, key: str) -> Locator:
    return root.locator(f"[data-key='label-{key}']")


@pytest.mark.parametrize(("name", "letter"), [("Noor", "N"), (" émile", "é"), ("", "")])
def test_the_letter_in_the_picture(page: Page, name: str, letter: str) -> None:
    assert exported(page, "message", f"m.initial({name!r})") == letter


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


def test_with_the_keyboard_in_dutch(notebook: Notebook) -> None:
    root = notebook.show(CELL, language="nl").widget("message")
    expect(root).to_be_visible()
    assert english_in(root.inner_text()) == []
    field = root.get_by_role("textbox")
    field.focus()
    notebook.page.keyboard.type("Natuurlijk, stuur maar. Gaat het?")
    tab_to(root.get_by_role("button", name=NL["send"]))
    notebook.page.keyboard.press("Enter")
    expect(root.locator(".hk-turn")).to_be_focused()
    tab_to(label(root, "did"))
    notebook.page.keyboard.press("Space")
    expect(label(root, "did")).to_be_focused()
    expect(root.locator("> .hk-live")).to_have_text(NL["all-three"])
    expect(root.locator("dl")).to_have_count(3)
    assert english_in(root.inner_text()) == []
    accessible(notebook, ".hk-message")


def test_without_a_reply_on_a_narrow_page(notebook: Notebook) -> None:
    notebook.page.set_viewport_size({"width": 320, "height": 640})
    root = notebook.show(CELL).widget("message")
    expect(root).to_be_visible()
    fits(root)
    root.get_by_role("button", name=EN["skip"]).click()
    expect(root.locator(".hk-turn")).to_be_focused()
    expect(root.get_by_role("heading", name=EN["question-skipped"])).to_be_visible()
    expect(root.locator(".hk-mine")).to_have_count(0)
    label(root, "asked").click()
    expect(root.locator("dl")).to_have_count(3)
    fits(root)
    root = next_evening(notebook, "message")
    expect(label(root, "asked")).to_have_attribute("aria-pressed", "true")
    assert journal(notebook).state().of("01", "cv-tonight").answers == {}


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
