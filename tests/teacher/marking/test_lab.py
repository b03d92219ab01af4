"""The desk in a real browser: points by a key, nothing typed runs, nothing typed is lost."""

from json import dumps
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from helpkit import Desk
from helpkit.content import load
from helpkit.teacher.course.course import read_course
from helpkit.teacher.gradebook.grade import marks_path
from helpkit.teacher.marking.marks import Marks
from tests.browser.notebook import Notebook
from tests.browser.steps import FOCUSED, accessible, all_saved, fits, kill_kernel, pid_cell
from tests.lab.running import PATIENCE, running_desk
from tests.language import english_in
from tests.teacher.classes import FOLDER
from tests.teacher.marking.classes import EVIL, STORIES, class_of

EN, NL = (load(language).ui for language in ("en", "nl"))
OUR_WORDS = """(node) => {
  const copy = node.cloneNode(true);
  const theirs = ".hk-text, .hk-source, .hk-said, .hk-replies, .hk-setting";
  copy.querySelectorAll(theirs).forEach((one) => one.remove());
  return copy.innerText;
}"""
VERBS = ("marker", "reflections", "agreement")


def sit_down(notebook: Notebook, course: Path, name: str, *cells: str) -> Locator:
    """The desk of a course, opened, and somebody who says who it is; the text that is shown."""
    number = next(path.name for path in (course / "collected").iterdir())
    begin = f"from helpkit import Desk; desk = Desk({number!r}, {str(course)!r})"
    notebook.show(*cells, begin, *(f"desk.{verb}()" for verb in VERBS))
    return call(notebook, name)


def call(notebook: Notebook, name: str) -> Locator:
    """Say who marks, by keyboard."""
    field = notebook.widget("marker").get_by_role("textbox")
    field.fill(name)
    field.press("Enter")
    reading = notebook.widget("reading")
    expect(reading.locator(".hk-progress")).to_contain_text(f", {name}:")
    return reading


def text(reading: Locator) -> Locator:
    return reading.locator("[data-key='text']")


def criterion(reading: Locator, at: int) -> Locator:
    return reading.locator(".hk-criterion").nth(at)


def given(course: Path, number: str = "01") -> list[tuple[str, str, float | None, str]]:
    """What is on the disk: who gave what for which criterion, and said what."""
    marks, _ = Marks(marks_path(read_course(course), number)).read()
    return [(one.marker, one.criterion, one.value, one.comment) for one in marks]


def turn_to_evil(reading: Locator) -> None:
    """Open the text with markup in it; it is the first or the second."""
    if EVIL not in text(reading).inner_text():
        reading.get_by_role("button", name="Next", exact=True).click()
    expect(text(reading)).to_contain_text(EVIL)


def test_by_keyboard_alone_from_the_first_text_to_the_grade(
    notebook: Notebook, tmp_path: Path
) -> None:
    course = class_of(tmp_path / "course")
    reading = sit_down(notebook, course, "Anna")
    text(reading).focus()
    expect(reading.locator(".hk-sum")).to_contain_text("Still open: Concrete moment")
    for digit in "2315":  # 5 is no level
        notebook.page.keyboard.press(digit)
    assert criterion(reading, 3).locator("input").first.evaluate(FOCUSED)
    notebook.page.keyboard.press("0")
    sums = EN["reading"]["total"].format(points=6, of=12, passes=8)
    expect(reading.locator(".hk-sum")).to_have_text(sums)
    expect(reading.locator(".hk-live")).to_have_text("Next step: 0.")
    onward = reading.locator("[data-key='next-open']")
    assert onward.evaluate(FOCUSED)
    notebook.page.keyboard.press("Enter")
    expect(text(reading)).to_contain_text("Text 2 of 3")
    expect(text(reading)).to_be_focused()
    for digit in "3333":
        notebook.page.keyboard.press(digit)
    expect(onward).to_be_focused()
    notebook.page.keyboard.press("Enter")
    expect(text(reading)).to_contain_text(EN["reading"]["blank"])
    for digit in "0000":
        notebook.page.keyboard.press(digit)
    expect(reading.locator(".hk-progress")).to_have_text("You have marked all 3.")
    all_saved(notebook.page)
    assert [value for *_, value, _ in given(course)] == [2, 3, 1, 0, 3, 3, 3, 3, 0, 0, 0, 0]
    desk = Desk("01", course)
    assert all(desk.done(desk.texts[key], one) for key, one in desk.levels("Anna").items())


def test_by_mouse_with_a_comment_and_what_is_taken_back(notebook: Notebook, tmp_path: Path) -> None:
    course = class_of(tmp_path / "course")
    reading = sit_down(notebook, course, "Anna")
    first = criterion(reading, 0)
    first.locator("summary").click()
    first.get_by_role("textbox").fill("3 <i>people</i>: who?")
    first.get_by_role("textbox").press("Tab")
    expect(first).to_contain_text(EN["reading"]["comment-waits"])
    first.get_by_role("radio").nth(3).check()
    expect(first).not_to_contain_text(EN["reading"]["comment-waits"])
    first.get_by_role("button", name="Take back").click()
    expect(first.get_by_role("radio", checked=True)).to_have_count(0)
    assert first.get_by_role("radio").first.evaluate(FOCUSED)
    reading.get_by_role("button", name="Next", exact=True).click()
    expect(first.get_by_role("textbox")).to_have_count(0)  # folded: nothing was said here
    reading.get_by_role("button", name="Previous").click()
    expect(first.get_by_role("textbox")).to_have_value("3 <i>people</i>: who?")
    all_saved(notebook.page)
    said = "3 <i>people</i>: who?"
    assert given(course) == [
        ("Anna", "episode", value, said) for value in (None, 3, None)
    ]  # fmt: skip


def test_nothing_that_a_student_typed_runs(notebook: Notebook, tmp_path: Path) -> None:
    course = class_of(tmp_path / "course")
    reading = sit_down(notebook, course, EVIL[:40])
    title = notebook.page.title()
    turn_to_evil(reading)
    expect(notebook.page.locator(".hk :is(img, script, b)")).to_have_count(0)
    criterion(reading, 0).get_by_role("radio").first.check()
    turn_to_evil(call(notebook, "Bert"))
    criterion(reading, 0).get_by_role("radio").nth(2).check()
    notebook.widget("agreement").scroll_into_view_if_needed()
    expect(notebook.widget("agreement").locator("thead")).to_contain_text(EVIL[:40])
    expect(notebook.page.locator(".hk :is(img, script, b)")).to_have_count(0)
    assert notebook.page.title() == title


def test_two_markers_and_where_they_differ(notebook: Notebook, tmp_path: Path) -> None:
    course = class_of(tmp_path / "course", "nl")
    for name, digits in (("Anna", "3332"), ("Bert", "0331")):
        reading = sit_down(notebook, course, name) if name == "Anna" else call(notebook, name)
        text(reading).focus()
        for digit in digits:
            notebook.page.keyboard.press(digit)
        expect(reading.locator("[data-key='next-open']")).to_be_focused()
        notebook.page.keyboard.press("Enter")
        expect(text(reading)).to_contain_text("Tekst 2 van 3")
    agreed = notebook.widget("agreement")
    agreed.scroll_into_view_if_needed()
    rows = agreed.locator("tbody tr")
    expect(rows).to_have_count(4)
    expect(rows.nth(0)).to_contain_text("Concreet moment10%0%0,003,000,00")
    expect(rows.nth(1)).to_contain_text("Risico en niveau1100%100%–3,003,00")
    expect(agreed.locator("li")).to_have_count(2)
    agreed.get_by_role("button").first.press("Enter")
    expect(text(reading)).to_be_focused()
    expect(text(reading)).to_contain_text("Tekst 1 van 3")
    expect(criterion(reading, 0).get_by_role("radio", checked=True)).to_have_value("0")


def test_what_was_given_to_a_dead_kernel_arrives_with_the_next(
    notebook: Notebook, tmp_path: Path
) -> None:
    course = class_of(tmp_path / "course")
    reading = sit_down(notebook, course, "Anna", pid_cell(tmp_path / "pid"))
    kill_kernel(notebook, tmp_path / "pid")
    criterion(reading, 0).get_by_role("radio").nth(2).check()
    criterion(reading, 1).locator("summary").click()
    criterion(reading, 1).get_by_role("textbox").fill("half a sen")
    expect(reading.get_by_role("alert")).to_have_text(EN["common"]["kernel-silent"])
    assert given(course) == []
    notebook.page.locator(".hk").evaluate_all("(nodes) => nodes.forEach((node) => node.remove())")
    notebook.restart().run()
    reading = call(notebook, "Anna")
    expect(criterion(reading, 0).get_by_role("radio").nth(2)).to_be_checked()
    expect(criterion(reading, 1).get_by_role("textbox")).to_have_value("half a sen")
    all_saved(notebook.page)
    assert {(name, value, said) for _, name, value, said in given(course)} == {
        ("episode", 2, ""), ("concept", None, "half a sen"),
    }  # fmt: skip


def test_a_scene_can_be_played_at_the_desk(notebook: Notebook, tmp_path: Path) -> None:
    course = class_of(tmp_path / "course", "en", "06")
    reading = sit_down(notebook, course, "Anna")
    source = reading.get_by_text(EN["reading"]["source"])
    expect(source).to_be_visible()
    text(reading).locator("button.hk-reply").first.click()
    expect(text(reading).locator(".hk-mine")).to_have_count(1)
    source.click()
    expect(text(reading).locator(".hk-source")).to_contain_text("[nodes.")
    fits(reading)


@pytest.mark.parametrize("number", ["01", "06"])
def test_dutch_readable_and_within_320_px(notebook: Notebook, tmp_path: Path, number: str) -> None:
    course = class_of(tmp_path / "course", "nl", number)
    reading = sit_down(notebook, course, "Anna")
    criterion(reading, 0).get_by_role("radio").nth(1).check()
    call(notebook, "Bert")
    criterion(reading, 0).get_by_role("radio").nth(2).check()
    notebook.widget("agreement").scroll_into_view_if_needed()
    expect(notebook.widget("agreement").locator("table")).to_be_visible()
    accessible(notebook, ".hk")
    notebook.page.set_viewport_size({"width": 320, "height": 800})
    fits(reading)
    fits(notebook.widget("marker"))
    for name in ("marker", "reading", "agreed"):
        assert english_in(notebook.widget(name).evaluate(OUR_WORDS)) == []


def test_the_mirror_stands_in_a_frame_that_reaches_nothing(
    notebook: Notebook, tmp_path: Path
) -> None:
    course = class_of(tmp_path / "course")
    begin = "from helpkit import Desk"
    notebook.show(f"{begin}; Desk('01', {dumps(str(course))}).mirror()")
    frame = notebook.widget("frame").locator("iframe")
    assert frame.get_attribute("sandbox") == "allow-scripts"
    inside = notebook.page.frame_locator(".hk-frame iframe")
    inside.locator("#question").select_option(index=1)
    expect(inside.locator(".board:visible")).to_have_count(1)
    assert FOLDER["01"].name not in inside.locator("body").inner_text()
    accessible(notebook, ".hk-frame")


def test_the_command_opens_it_and_what_was_read_is_not_saved_in_the_notebook(
    own_page: Page, tmp_path: Path
) -> None:
    course = class_of(tmp_path / "course", "nl")
    own_page.set_default_timeout(PATIENCE * 1000)
    expect.set_options(timeout=PATIENCE * 1000)
    with running_desk(course, tmp_path / "jupyter", "01") as desk:
        own_page.goto(desk.address)
        expect(own_page.get_by_text("| Idle")).to_be_visible()
        expect(own_page.locator(".jp-Notebook h1")).to_contain_text("De nakijktafel · opgave 1")
        own_page.get_by_role("menuitem", name="Run", exact=True).click()
        own_page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        own_page.locator(".hk-marker").get_by_role("textbox").fill("Anna")
        own_page.locator(".hk-marker").get_by_role("button").click()
        expect(own_page.locator(".hk-reading article")).to_contain_text("Tekst 1 van 3")
        expect(own_page.locator(".hk-frame iframe")).to_be_attached()
        with own_page.expect_response(
            lambda got: "/api/contents/01.ipynb" in got.url and got.request.method == "PUT"
        ):
            own_page.keyboard.press("Control+s")
        saved = (course / "desk" / "01.ipynb").read_text("utf-8")
        assert "desk.reflections()" in saved
        written = (said.split(".")[0] for said in STORIES.values())
        assert not any(said in saved for said in (*written, "iframe", "Tekst 1"))
        own_page.goto("about:blank")
