"""An evening at an exercise, from the student's number to the zip and to the points for it."""

from json import dumps
from pathlib import Path

from playwright.sync_api import expect

from helpkit.exercises.options import options
from helpkit.journal import Journal
from tests.browser.notebook import Notebook
from tests.browser.steps import all_saved, reload
from tests.exercises.handed_out import points
from tests.exercises.samples import CONTENT, key
from tests.exercises.test_page import EN, FOLDER, again, field, items, open_released

SCRIPT = "<img src=x onerror=\"document.title='hacked'\">"


def right(part: str, item: str, question: str) -> str:
    value: str = key(FOLDER).parts[part].items[item].answers[question].value
    return value


def wrong(item: str) -> str:
    one = key(FOLDER).parts["classify"].items[item].answers["formality"]
    return next(x for x in options("formality", CONTENT) if x not in (one.value, *one.accepted))


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
