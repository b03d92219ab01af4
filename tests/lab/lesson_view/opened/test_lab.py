"""A lesson is opened: it is alive if it is as we made it; whatever else there is waits."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from helpkit.content import load
from helpkit.lab.saving import WIDGET
from tests.lab.lesson_view.lesson_page import DIALOGS, LessonPage

EN = load("en").ui["lesson_view"]
LESSON = "en/06-applying-the-inquiry-process.ipynb"
JUPYTER = ".jp-NotebookPanel-toolbar, .jp-InputPrompt, .jp-Collapser, .jp-InputArea-editor"
WRITES = "from pathlib import Path\nPath('written').touch()"

Change = Callable[[dict[str, Any]], None]


def code(source: str) -> dict[str, Any]:
    """A cell of code."""
    cell = {"cell_type": "code", "id": "mine", "metadata": {}, "source": source}
    return cell | {"execution_count": None, "outputs": []}


def first_cell(notebook: dict[str, Any]) -> None:
    """Somebody changed what one cell does."""
    start = next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")
    start["source"] = ["".join(start["source"]), f"\n{WRITES}"]


def another_cell(notebook: dict[str, Any]) -> None:
    """All our cells, and a last one."""
    notebook["cells"].append(code(WRITES))


def other_code(notebook: dict[str, Any]) -> None:
    """Only the metadata are ours."""
    notebook["cells"] = [code(WRITES)]


def one_cell_less(notebook: dict[str, Any]) -> None:
    """All our code but the last."""
    notebook["cells"] = [notebook["cells"][0], *notebook["cells"][2:4]]


def no_metadata(notebook: dict[str, Any]) -> None:
    """A notebook of their own, that shows our widgets."""
    del notebook["metadata"]["helpkit"]


def no_such_lesson(notebook: dict[str, Any]) -> None:
    """It says that it is a lesson that we do not have."""
    notebook["metadata"]["helpkit"]["lesson"] = "99"


def another_language(notebook: dict[str, Any]) -> None:
    """It says that it is in a language that we do not have."""
    notebook["metadata"]["helpkit"]["language"] = "__proto__"


def no_words(notebook: dict[str, Any]) -> None:
    """What should be words is something else."""
    notebook["metadata"]["helpkit"] = ["06"]


def spoil(path: Path, change: Change) -> None:
    """Change a notebook on the disk."""
    notebook = json.loads(path.read_text("utf-8"))
    change(notebook)
    path.write_text(json.dumps(notebook), "utf-8")


def test_it_is_alive_and_nothing_was_pressed(course: LessonPage) -> None:
    course.open(LESSON)
    expect(course.bar).to_contain_text("6 · Applying the inquiry process")
    expect(course.widget("start")).to_be_visible(timeout=40_000)
    course.alive()
    expect(course.notice.locator("p")).to_have_text("")
    assert course.panel.locator(JUPYTER).filter(visible=True).count() == 0
    assert course.page.locator(DIALOGS).count() == 0


@contextmanager
def held_kernels(page: Page) -> Iterator[list[Route]]:
    """Let nobody get a kernel for a while."""
    requests: list[Route] = []

    def hold(route: Route) -> None:
        requests.append(route) if route.request.method == "POST" else route.continue_()

    page.route("**/api/sessions?*", hold)
    try:
        yield requests
    finally:
        for route in requests:
            route.continue_()
        page.unroute_all()


def test_its_words_are_there_before_the_kernel(course: LessonPage) -> None:
    with held_kernels(course.page) as requests:
        course.open(LESSON)
        expect(course.heading("Applying the inquiry process")).to_be_visible()
        expect(course.notice.get_by_role("status")).to_have_text(EN["starting"])
        expect(course.bar.get_by_role("button", name=EN["show-code"])).to_be_visible()
        course.go_on()
        expect(course.heading("Ten past four")).to_be_focused()
        assert requests
    course.alive()
    expect(course.widget("predict")).to_be_visible()


@pytest.mark.parametrize("change", [first_cell, another_cell, other_code, one_cell_less])
def test_a_changed_copy_waits_for_one_press(course: LessonPage, change: Change) -> None:
    spoil(course.course / LESSON, change)
    course.open(LESSON).connected()
    expect(course.notice.get_by_role("status")).to_have_text(EN["changed"])
    assert (course.runs, course.panel.locator(".hk").count()) == (0, 0)
    course.notice.get_by_role("button", name=EN["start"]).click()
    course.alive()
    assert course.runs == sum(cell["cell_type"] == "code" for cell in course.file()["cells"])
    assert (course.course / "en" / "written").exists() is (change is not one_cell_less)


def test_what_lies_beside_a_lesson_is_not_taken_for_ours(course: LessonPage) -> None:
    """Whoever opens a lesson has not asked for it, and a lesson starts by itself."""
    for name in ("helpkit", "plotly", "anywidget"):
        (course.course / "en" / f"{name}.py").write_text("open('written', 'w').close()", "utf-8")
    course.open(LESSON).alive()
    expect(course.widget("start")).to_be_visible()
    assert not (course.course / "en" / "written").exists()


@pytest.mark.parametrize("change", [no_metadata, no_such_lesson, another_language, no_words])
def test_what_is_not_ours_is_a_notebook_like_any_other(course: LessonPage, change: Change) -> None:
    spoil(course.course / LESSON, change)
    course.open(LESSON).connected()
    assert course.runs == 0
    assert course.bar.count() == 0
    expect(course.panel.locator(".jp-NotebookPanel-toolbar")).to_be_visible()


def test_no_widget_is_left_in_the_file_and_nobody_asks(course: LessonPage) -> None:
    sources = [cell["source"] for cell in course.lesson("06").file()["cells"]]
    course.go_on()
    course.guess(7)
    course.run("docmanager:save")
    saved = course.file()["cells"]
    assert [cell["source"] for cell in saved] == sources
    assert WIDGET not in json.dumps(saved)
    course.run("application:close")
    expect(course.panel).to_have_count(0)
    assert course.page.locator(DIALOGS).count() == 0
