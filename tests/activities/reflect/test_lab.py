"""Free writing in a real JupyterLab: whatever dies, every word is there again."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from helpkit.activities.reflect.activity import ReflectActivity
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
    shut_folder,
    tab_to,
)
from tests.language import english_in

ID = "help-that-missed"
CELL = f"ch1.reflect({ID!r})"
EN, NL = (load(language).ui["reflect"] for language in ("en", "nl"))
SAVED_TODAY = EN["saved-today"].split("{")[0]
SCRIPT = "<img src=x onerror=\"document.title='hacked'\"><script>document.title='hacked'</script>"
DRAFTS = "() => Object.keys(localStorage).filter((key) => key.includes('.draft.')).length"


def nth(key: str) -> int:
    """Which of the four parts this is."""
    one = load("en").activities["01"][ID]
    assert isinstance(one, ReflectActivity)
    return list(one.parts).index(key)


def part(root: Locator, key: str) -> Locator:
    """The field of a part."""
    return root.get_by_role("textbox").nth(nth(key))


def status(root: Locator, key: str) -> Locator:
    """How that part stands."""
    return root.locator(".hk-status").nth(nth(key))


def written(notebook: Notebook) -> dict[str, str]:
    """The last text of each part on the disk."""
    found = journal(notebook).state().of("01", ID).reflections
    return {key: event.value for key, event in found.items()}


def nothing_kept_back(page: Page) -> None:
    """Wait until the browser holds no text that the disk does not."""
    all_saved(page)
    page.wait_for_function(f"() => ({DRAFTS})() === 0")


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("one", 1), ("It's half-way, no?  Yes\nÉén 2,5", 6), ("– … !", 0)],
)
def test_words(page: Page, text: str, words: int) -> None:
    assert exported(page, "reflect", f"m.count({text!r})") == words


@pytest.mark.parametrize(
    ("text", "base", "sent", "saved", "means"),
    [
        ("a", "a", [], "a", "same"),
        ("ab", "", ["a"], "a", "own"),
        ("ab", "", [], "ab", "own"),
        ("a", "a", [], "b", "show"),
        ("ac", "a", [], "b", "keep"),
    ],
)
def test_what_a_text_from_the_journal_means(
    page: Page, text: str, base: str, sent: list[str], saved: str, means: str
) -> None:
    field = f"{{ text: {text!r}, base: {base!r}, sent: {sent} }}"
    assert exported(page, "reflect", f"m.arrival({field}, {saved!r})") == means


@pytest.mark.parametrize(
    ("draft", "base", "saved", "forked"),
    [
        ("ab", "a", "a", False),
        ("abc", "a", "ab", False),
        ("ac", "a", "", False),
        ("ac", "a", "ab", True),
    ],
)
def test_a_draft_that_goes_on_where_the_journal_is_tells_no_second_story(
    page: Page, draft: str, base: str, saved: str, forked: bool
) -> None:
    call = f"m.forked({{ text: {draft!r}, base: {base!r} }}, {saved!r})"
    assert exported(page, "reflect", call) is forked


@pytest.mark.parametrize(
    ("words", "zone"), [(149, "short"), (150, "good"), (250, "good"), (251, "long")]
)
def test_the_length_is_a_guide(page: Page, words: int, zone: str) -> None:
    assert exported(page, "reflect", f"m.zone({words}, 150, 250)") == zone


def test_the_time_is_the_learners_own(browser: Browser) -> None:
    context = browser.new_context(timezone_id="Asia/Tokyo")
    call = 'm.clock("2026-11-23T22:36:53.120Z", "{}", new Date("2026-11-2{}T09:00:00Z"))'
    english = exported(context.new_page(), "reflect", call.format("en", 4))
    dutch = exported(context.new_page(), "reflect", call.format("nl", 5))
    context.close()
    assert english == {"date": "24 November", "time": "07:36", "today": True}
    assert dutch == {"date": "24 november", "time": "07:36", "today": False}


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


def test_one_text_in_two_places_of_one_page(notebook: Notebook) -> None:
    notebook.show(f"both = {CELL}\nboth", "both")
    first, second = notebook.widget("reflect").first, notebook.widget("reflect").last
    part(first, "episode").fill("On Tuesday")
    expect(part(second, "episode")).to_have_value("On Tuesday")
    part(second, "episode").fill("On Wednesday")
    expect(part(first, "episode")).to_have_value("On Wednesday")
    expect(notebook.page.locator(".hk-other:not(:empty)")).to_have_count(0)
    nothing_kept_back(notebook.page)
    assert written(notebook) == {"episode": "On Wednesday"}


def test_with_the_keyboard_in_dutch_on_a_narrow_page(notebook: Notebook) -> None:
    notebook.page.set_viewport_size({"width": 320, "height": 640})
    root = notebook.show(CELL, language="nl").widget("reflect")
    part(root, "episode").focus()
    notebook.page.keyboard.type("Mijn zus belde. Enter en d d zijn hier gewoon letters.\n")
    notebook.page.keyboard.press("Control+s")
    expect(status(root, "episode")).to_contain_text("opgeslagen om")
    expect(part(root, "episode")).to_be_focused()
    tab_to(part(root, "next-time"))
    notebook.page.keyboard.type("Eerst vragen")
    tab_to(root.get_by_role("switch"))
    notebook.page.keyboard.press("Space")
    expect(root.locator("> .hk-live")).to_have_text(NL["now-shared"])
    nothing_kept_back(notebook.page)
    assert written(notebook)["next-time"] == "Eerst vragen"
    assert english_in(root.inner_text()) == []
    fits(root)
    accessible(notebook, ".hk-reflect")


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
    expect(second.locator(".hk-other").first).to_contain_text(NL["elsewhere"])
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
