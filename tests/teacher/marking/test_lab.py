"""The desk in a real browser: points by a key, nothing typed runs, nothing typed is lost."""

from json import dumps
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.notebook import Notebook
from tests.browser.steps import accessible, all_saved, kill_kernel, pid_cell
from tests.lab.running import PATIENCE, running_desk
from tests.teacher.classes import FOLDER
from tests.teacher.marking.classes import STORIES, class_of
from tests.teacher.marking.test_page import EN, call, criterion, given, sit_down


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
