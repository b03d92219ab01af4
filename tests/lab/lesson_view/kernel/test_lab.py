"""Kernels: one that runs is joined, one that died is replaced, and no answer is lost."""

import json
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from helpkit.content import load
from tests.lab.lesson_view.lesson_page import ANY, DIALOGS, LessonPage

EN = load("en").ui
RESTART = "() => window.jupyterapp.shell.currentWidget.sessionContext.restartKernel()"
SAVED = EN["reflect"]["saved-today"].split("{")[0]
TURN = "Your own turning point"
DEAF = Path(__file__).with_name("deaf_kernel.py")


def write(lesson: LessonPage, text: str) -> Locator:
    """Go to where one writes, and write until it is saved."""
    lesson.go_to(TURN)
    field = lesson.widget("reflect").get_by_role("textbox").first
    field.fill(text)
    expect(lesson.widget("reflect")).to_contain_text(SAVED)
    assert lesson.journal.state().of("06", "the-turn").reflections
    return field


def start_again(lesson: LessonPage) -> None:
    """Read what the bar says of a kernel that is gone, and press its button."""
    expect(lesson.notice.get_by_role("status")).to_have_text(EN["lesson_view"]["stopped"])
    assert lesson.page.locator(DIALOGS).count() == 0
    lesson.notice.get_by_role("button", name=EN["lesson_view"]["start-again"]).click()
    lesson.alive()


def test_a_live_kernel_is_joined_and_runs_nothing_twice(course: LessonPage) -> None:
    course.lesson("06").settled(ANY).go_on()
    course.guess(7)
    runs = course.runs
    course.reload().settled()
    expect(course.widget("predict").locator(".hk-number")).to_have_text("7")
    write(course, "On Tuesday")
    assert course.runs == runs


def test_two_tabs_are_alive_and_see_what_the_other_did(course: LessonPage) -> None:
    course.lesson("06").settled(ANY).go_on()
    runs = course.runs
    other = course.beside(course.page.context.new_page()).alive().settled()
    other.go_to("Ten past four")
    other.guess(7)
    expect(course.widget("predict").locator(".hk-number")).to_have_text("7")
    assert other.runs == runs
    course.run("notebook:run-all-cells")
    assert course.runs > runs
    write(other, "On Tuesday")


def test_killed_while_typing_one_press_brings_all_back(course: LessonPage) -> None:
    course.lesson("06").go_on()
    course.guess(7)
    field = write(course, "On Tuesday")
    field.press("End")
    course.page.keyboard.type(" my neighbour")
    os.kill(int(course.ask("__import__('os').getpid()")), signal.SIGKILL)
    course.page.keyboard.type(" rang the bell")
    start_again(course)
    expect(field).to_have_value("On Tuesday my neighbour rang the bell")
    course.go_to("Ten past four")
    expect(course.widget("predict").locator(".hk-number")).to_have_text("7")


def test_restarted_from_the_menu_one_press_brings_it_back(course: LessonPage) -> None:
    course.lesson("06").go_on()
    course.guess(7)
    course.page.evaluate(RESTART)
    start_again(course)
    expect(course.widget("predict").locator(".hk-number")).to_have_text("7")


@pytest.fixture
def deaf(course: LessonPage) -> Iterator[Path]:
    """The next kernel of this server never answers; the file says which it is."""
    folder = course.root.parent / "shared" / "kernels" / "python3"
    folder.mkdir(parents=True)
    first = folder / "first"
    command = [sys.executable, str(DEAF), str(first), "{connection_file}"]
    spec = {"argv": command, "display_name": "Python 3", "language": "python"}
    (folder / "kernel.json").write_text(json.dumps(spec), "utf-8")
    yield first
    shutil.rmtree(folder)


def test_a_kernel_that_never_answers_makes_way_for_another(course: LessonPage, deaf: Path) -> None:
    course.lesson("06").go_on()
    course.guess(7)
    answering = course.ask("__import__('ipykernel').get_connection_file()")
    assert Path(answering.strip("'")).name != Path(deaf.read_text("utf-8")).name
