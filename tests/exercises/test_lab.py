"""An evening at an exercise, from the student's number to the zip and to the points for it."""

from json import dumps
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from helpkit.content import load
from helpkit.exercises import submission as hand_in
from helpkit.exercises.options import options
from helpkit.exercises.sheet import sheet
from helpkit.journal import Journal
from tests.browser.module import exported
from tests.browser.notebook import Notebook
from tests.browser.steps import FOCUSED, accessible, all_saved, fits, journal, reload
from tests.exercises.handed_out import handed_out, points
from tests.exercises.samples import CONTENT, FOLDERS, SEED, best, exercise, key
from tests.language import english_in

EN, NL = (load(language).ui for language in ("en", "nl"))
FOLDER = FOLDERS[0]
SCRIPT = "<img src=x onerror=\"document.title='hacked'\">"


def open_released(notebook: Notebook, number: str = "01", language: str = "en") -> Path:
    """The notebook of a folder that was handed out, opened and run as a student does it."""
    folder = handed_out(notebook.folder / notebook.answers.parent.name, number, language)
    notebook.name = f"{folder.relative_to(notebook.folder)}/{folder.name}.ipynb"
    notebook.answers = folder / "answers"
    notebook.open().run()
    expect(notebook.widget("hand_in")).to_be_attached(timeout=30_000)
    return folder


def again(notebook: Notebook) -> None:
    """Another evening: the notebook is opened with a new kernel and run."""
    notebook.page.locator(".hk").evaluate_all("(nodes) => nodes.forEach((node) => node.remove())")
    notebook.restart().run()
    expect(notebook.widget("hand_in")).to_be_attached(timeout=30_000)


def field(root: Locator, name: str) -> Locator:
    """What has this key in a widget."""
    return root.locator(f'[data-key="{name}"]')


def items(part: str, student: str) -> tuple[str, ...]:
    return sheet(exercise(FOLDER).parts[part], SEED, student)


def right(part: str, item: str, question: str) -> str:
    value: str = key(FOLDER).parts[part].items[item].answers[question].value
    return value


def wrong(item: str) -> str:
    one = key(FOLDER).parts["classify"].items[item].answers["formality"]
    return next(x for x in options("formality", CONTENT) if x not in (one.value, *one.accepted))


def tab_on(page: Page, goal: Locator) -> None:
    """Press Tab until the focus is there, however much lies between."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if goal.evaluate(FOCUSED):
            return
    raise AssertionError(f"Tab does not reach {goal}")


def test_an_evening_with_the_mouse_comes_back_as_points(notebook: Notebook, tmp_path: Path) -> None:
    folder = open_released(notebook)
    who, board = notebook.widget("student"), notebook.widget("classify")
    risks, text, button = board.nth(1), notebook.widget("reflect"), notebook.widget("hand_in")
    waiting = notebook.page.locator(".hk-waits")
    expect(waiting).to_have_text([EN["exercise"]["student-first"]] * 4)
    field(who, "id").fill("s1")
    field(who, "save").click()
    expect(waiting).to_have_count(0)
    expect(board.first.locator(".hk-item")).to_have_count(12)
    expect(board.first.get_by_role("heading")).to_contain_text("(18 points)")

    one, two, three, *_ = items("classify", "s1")
    for name, value in {
        one: right("classify", one, "formality"),
        f"{one}.criterion": right("classify", one, "criterion"),
        two: wrong(two),
        three: wrong(three),
    }.items():
        field(board.first, f"{name}-{value}").check()
    field(board.first, f"{three}-{right('classify', three, 'formality')}").check()
    expect(board.first.locator(".hk-bar")).to_contain_text("Answered: 4 of 24")
    risk, other, *_ = items("status-risks", "s1")
    field(risks, f"{risk}-{right('status-risks', risk, 'risk')}").check()
    text.get_by_role("textbox").first.fill(f"On Tuesday {SCRIPT}")
    text.get_by_role("textbox").last.click()
    expect(text.get_by_role("switch")).to_have_count(0)
    all_saved(notebook.page)

    button.scroll_into_view_if_needed()
    expect(button.locator("li").first).to_have_text("20 of 24: 1.1 New situations")
    assert not (folder / "hand-in").exists()
    field(button, "hand-in").click()
    inside = EN["hand_in"]["inside"].format(file="01-handin-s1.zip", answers=6, lesson=0)
    expect(button.locator(".hk-made")).to_contain_text(inside)
    with notebook.page.expect_download() as saved:
        field(button, "save").click()
    assert saved.value.suggested_filename == "01-handin-s1.zip"
    first = (folder / "hand-in" / "01-handin-s1.zip").read_bytes()
    assert Path(saved.value.path()).read_bytes() == first

    again(notebook)
    expect(who.locator(".hk-known")).to_contain_text("s1")
    expect(field(board.first, f"{one}-{right('classify', one, 'formality')}")).to_be_checked()
    expect(text.get_by_role("textbox").first).to_have_value(f"On Tuesday {SCRIPT}")
    expect(button.locator(".hk-changed")).to_have_count(0)
    assert [path.name for path in (folder / "hand-in").iterdir()] == ["01-handin-s1.zip"]
    field(risks, f"{other}-{right('status-risks', other, 'risk')}").check()
    expect(field(risks, "next-open")).to_be_visible()
    button.scroll_into_view_if_needed()
    expect(button.locator(".hk-changed")).to_be_visible()
    field(button, "hand-in").click()
    expect(button.locator(".hk-made")).to_contain_text("01-handin-s1-2.zip")
    expect(button.locator(".hk-changed")).to_have_count(0)
    assert (folder / "hand-in" / "01-handin-s1.zip").read_bytes() == first
    assert "hacked" not in notebook.page.title()

    assert points(tmp_path / "course", folder / "hand-in", "01") == {
        "classify": 2.5,
        "status-risks": 2,
        "reflection": 0,
    }


def test_an_evening_with_the_keyboard_in_dutch_on_a_narrow_page(notebook: Notebook) -> None:
    page = notebook.page
    page.set_viewport_size({"width": 320, "height": 640})
    folder = open_released(notebook, language="nl")
    who, board = notebook.widget("student"), notebook.widget("classify").first
    button = notebook.widget("hand_in")
    field(who, "id").focus()
    page.keyboard.press("Enter")
    expect(who.locator("> .hk-problem")).to_have_text(NL["student"]["no-id"].format(longest=64))
    expect(field(who, "id")).to_be_focused()
    page.keyboard.type("d d 7")
    page.keyboard.press("Enter")
    expect(field(who, "known")).to_be_focused()
    expect(who.locator("> .hk-live")).to_have_text(
        NL["student"]["now-known"].format(student="d d 7")
    )
    expect(who.locator("> .hk-problem")).to_be_hidden()
    one = items("classify", "d d 7")[0]
    tab_on(page, field(board, "next-open"))
    page.keyboard.press("Enter")
    expect(field(board, f"{one}-{next(iter(options('formality', CONTENT)))}")).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    all_saved(page)
    answers = journal(notebook).state().of("exercise-01", "classify").answers
    formality, criterion = ([*options(x, CONTENT)] for x in ("formality", "criterion"))
    assert answers == {one: formality[0], f"{one}.criterion": criterion[1]}

    area = notebook.widget("reflect").get_by_role("textbox").first
    tab_on(page, area)
    page.keyboard.type("Gisteren")
    page.keyboard.press("Control+s")
    tab_on(page, field(button, "hand-in"))
    page.keyboard.press("Enter")
    expect(button.locator(".hk-made")).to_contain_text("01-handin-d-d-7.zip")
    expect(field(button, "hand-in")).to_be_focused()
    expect(field(button, "hand-in")).to_have_text(NL["hand_in"]["again"])
    expect(button.locator("> .hk-live")).to_contain_text("antwoorden: 3")
    (made,) = (folder / "hand-in").iterdir()
    assert hand_in.read(made.read_bytes()).student == "d d 7"

    for name in ("student", "classify", "reflect", "hand_in"):
        root = notebook.widget(name).first
        assert english_in(root.inner_text().replace(str(folder), "")) == []
        fits(root)
    again(notebook)
    expect(field(board, f"{one}-{formality[0]}")).to_be_checked()
    expect(area).to_have_value("Gisteren")
    field(who, "change").focus()
    tab_on(page, field(button, "hand-in"))
    page.keyboard.press("Space")
    expect(button.locator(".hk-made li")).to_have_count(2)
    assert made.exists()
    accessible(notebook, ".hk")


def test_another_number_shows_another_sheet_at_once(notebook: Notebook) -> None:
    open_released(notebook)
    who, board = notebook.widget("student"), notebook.widget("classify").first
    field(who, "id").fill("s1")
    field(who, "save").click()
    one = next(item for item in items("classify", "s1") if item not in items("classify", "s2"))
    field(board, f"{one}-formal").check()
    field(who, "change").click()
    field(who, "id").fill("s2")
    field(who, "id").press("Enter")
    expect(board.locator(".hk-text").first).to_contain_text(
        exercise(FOLDER).parts["classify"].items[items("classify", "s2")[0]].text
    )
    expect(board.locator("input:checked")).to_have_count(0)
    field(who, "change").click()
    field(who, "cancel").click()
    expect(who.locator(".hk-known")).to_contain_text("s2")
    field(who, "change").click()
    field(who, "id").fill("s1")
    field(who, "save").click()
    expect(field(board, f"{one}-formal")).to_be_checked()


def test_what_an_earlier_page_kept_waits_for_the_student(notebook: Notebook) -> None:
    folder = open_released(notebook)
    one = items("classify", "s1")[0]
    place = f"helpkit.{Journal(folder / 'answers').course}.exercise-01.classify.out.early"
    event = {"item": one, "kind": "answer", "value": "formal"}
    notebook.page.evaluate(
        "([key, text]) => localStorage.setItem(key, text)", [place, dumps(event)]
    )
    reload(notebook)
    who, board = notebook.widget("student"), notebook.widget("classify").first
    field(who, "id").fill("s1")
    field(who, "save").click()
    expect(field(board, f"{one}-formal")).to_be_checked()
    all_saved(notebook.page)


def test_a_conversation_that_is_over_counts(notebook: Notebook) -> None:
    open_released(notebook, "06")
    who, stage = notebook.widget("student"), notebook.widget("converse").first
    field(who, "id").fill("s1")
    field(who, "save").click()
    part = exercise(FOLDERS[2]).parts["reach"]
    path = [*best(part.items["export-button-levelled"]).example]
    expect(stage.locator(".hk-counts")).to_have_text(EN["converse"]["none-counts"])
    field(stage, "raise").click()
    for choice in path:
        field(stage, f"say-{choice}").click()
        field(stage, "next").click()
    expect(stage.locator(".hk-counts")).to_have_text(EN["converse"]["counted"].format(number=1))
    all_saved(notebook.page)
    done = journal(notebook).state().of("exercise-06", "reach").answers
    assert done == {"export-button-levelled": path}
    fits(stage)


@pytest.mark.parametrize(
    ("here", "language", "zone", "said"),
    [
        ("Europe/Amsterdam", "nl", "Europe/Amsterdam", "vrijdag 4 december om 17:00"),
        ("Europe/Paris", "en", "Europe/Amsterdam", "Friday 4 December at 17:00"),
        ("Asia/Tokyo", "en", "Europe/Amsterdam", "Friday 4 December at 17:00 CET"),
        ("Asia/Tokyo", "nl", "Europe/Amsterdam", "vrijdag 4 december om 17:00 CET"),
        ("Asia/Tokyo", "nl", "", "zaterdag 5 december om 01:00"),
        ("Asia/Tokyo", "nl", "No/Where", "zaterdag 5 december om 01:00"),
    ],
)
def test_the_deadline_is_by_the_clock_of_the_course(
    browser: Browser, here: str, language: str, zone: str, said: str
) -> None:
    context = browser.new_context(timezone_id=here)
    call = f'm.until("2026-12-04T17:00:00+01:00", "{language}", "{zone}")'
    assert exported(context.new_page(), "student", call) == said
    context.close()


@pytest.mark.parametrize(
    ("answers", "start", "name"),
    [
        ("{}", 0, "a"),
        ("{a: 1}", 0, "b"),
        ("{b: 1}", 1, "c"),
        ("{c: 1}", 2, "a"),
        ("{a: 1, b: 1, c: 1}", 1, None),
    ],
)
def test_the_next_open_one(page: Page, answers: str, start: int, name: Any) -> None:
    call = f'm.nextOpen(["a", "b", "c"], {answers}, {start})'
    assert exported(page, "classify", call) == name
