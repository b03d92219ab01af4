"""Free writing in a real JupyterLab: whatever dies, every word is there again."""

from pathlib import Path

from playwright.sync_api import expect

from tests.activities.reflect.test_page import (
    CELL,
    DRAFTS,
    EN,
    ID,
    NL,
    nothing_kept_back,
    part,
    status,
    written,
)
from tests.browser.notebook import Notebook
from tests.browser.steps import journal, kill_kernel, next_evening, pid_cell, reload, shut_folder

SAVED_TODAY = EN["saved-today"].split("{")[0]
SCRIPT = "<img src=x onerror=\"document.title='hacked'\"><script>document.title='hacked'</script>"


def test_with_the_mouse_and_whatever_is_typed_is_only_text(notebook: Notebook) -> None:
    root = notebook.show(CELL).widget("reflect")
    expect(root.get_by_role("switch")).not_to_be_checked()
    part(root, "episode").click()
    part(root, "episode").fill(f"On Tuesday {SCRIPT}")
    part(root, "concept").click()
    expect(status(root, "episode")).to_contain_text(SAVED_TODAY)
    part(root, "concept").fill("barging in " * 75)
    expect(root.locator(".hk-total")).to_contain_text("That is a good length.")
    root.get_by_role("switch").click()
    expect(root.locator("> .hk-live")).to_have_text(EN["now-shared"])
    nothing_kept_back(notebook.page)
    private = {one.item: one.private for one in journal(notebook).events()}
    assert private == dict.fromkeys(("episode", "both-sides", "concept", "next-time"), False)

    root = next_evening(notebook, "reflect")
    expect(part(root, "episode")).to_have_value(f"On Tuesday {SCRIPT}")
    expect(status(root, "episode")).to_contain_text(SAVED_TODAY)
    expect(root.get_by_role("switch")).to_be_checked()
    expect(root.locator("img, script")).to_have_count(0)
    assert "hacked" not in notebook.page.title()

    root.get_by_role("switch").click()
    expect(root.locator("> .hk-live")).to_have_text(EN["now-private"])
    nothing_kept_back(notebook.page)
    latest = journal(notebook).state().of("01", ID).reflections.values()
    assert all(one.private for one in latest)


def test_every_word_outlives_the_kernel_and_the_page(notebook: Notebook, tmp_path: Path) -> None:
    process = tmp_path / "pid"
    root = notebook.show(CELL, pid_cell(process)).widget("reflect")
    part(root, "episode").fill("On Tuesday")
    expect(status(root, "episode")).to_contain_text(SAVED_TODAY)
    part(root, "episode").press("End")
    notebook.page.keyboard.type(" my neighbour")
    kill_kernel(notebook, process)
    part(root, "episode").press("End")
    notebook.page.keyboard.type(" rang the bell")
    part(root, "both-sides").fill("I talked too much.")
    expect(status(root, "both-sides")).to_have_text(EN["kept"])
    expect(status(root, "both-sides")).to_have_text(EN["not-saved"], timeout=20_000)

    reload(notebook)
    expect(part(root, "episode")).to_have_value("On Tuesday my neighbour rang the bell")
    expect(part(root, "both-sides")).to_have_value("I talked too much.")
    expect(root.locator(".hk-told")).to_have_text(EN["draft-back"])
    expect(status(root, "both-sides")).to_contain_text(SAVED_TODAY)
    nothing_kept_back(notebook.page)
    assert written(notebook) == {
        "episode": "On Tuesday my neighbour rang the bell",
        "both-sides": "I talked too much.",
    }


def test_two_tabs_in_two_languages_on_one_text_lose_nothing(notebook: Notebook) -> None:
    first = notebook.show(CELL).widget("reflect")
    expect(first).to_be_visible()
    tab = Notebook(
        notebook.page.context.new_page(), notebook.address, notebook.folder, notebook.answers
    )
    tab.name = f"second-{notebook.name}"
    second = tab.show(CELL, language="nl").widget("reflect")
    expect(second).to_be_visible()
    part(first, "episode").fill("Written here")
    part(first, "episode").blur()
    expect(status(first, "episode")).to_contain_text(SAVED_TODAY)
    part(second, "episode").fill("Daar geschreven")
    part(second, "episode").blur()
    expect(second.locator(".hk-elsewhere").first).to_contain_text(NL["elsewhere"])
    expect(part(second, "episode")).to_have_value("Daar geschreven")
    second.locator("summary").click()
    expect(second.locator(".hk-text")).to_have_text("Written here")
    nothing_kept_back(tab.page)
    assert [one.value for one in journal(tab).events()] == ["Written here", "Daar geschreven"]

    part(first, "episode").press("End")
    notebook.page.keyboard.type(" and on")
    part(first, "episode").blur()
    first.locator("summary").click()
    expect(first.locator(".hk-text")).to_have_text("Daar geschreven")
    expect(part(first, "episode")).to_have_value("Written here and on")
    first.get_by_role("button", name=EN["use-other"]).click()
    expect(part(first, "episode")).to_have_value("Daar geschreven")
    expect(part(first, "episode")).to_be_focused()
    part(first, "episode").blur()
    nothing_kept_back(notebook.page)
    assert written(notebook) == {"episode": "Daar geschreven"}
    tab.close()


def test_a_shut_folder_is_told_at_once_and_writing_goes_on(notebook: Notebook) -> None:
    with shut_folder(notebook) as shut:
        root = notebook.show(CELL, shut).widget("reflect")
        part(root, "episode").fill("On Tuesday")
        part(root, "concept").click()
        expect(root.get_by_role("alert")).to_contain_text("Your answers cannot be saved")
        expect(status(root, "episode")).to_have_text(EN["not-saved"])
        part(root, "concept").fill("barging in")
        part(root, "episode").click()
        expect(status(root, "concept")).to_have_text(EN["not-saved"])
        expect(part(root, "episode")).to_have_value("On Tuesday")
        assert notebook.page.evaluate(DRAFTS) == 2
        assert journal(notebook).events() == []
