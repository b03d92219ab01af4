"""One part of a lesson at a time: its picture stays in sight while a hand is on any knob."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.fixtures import PATIENCE, Served, Window
from tests.browser.steps import comes_true
from tests.browser.test_in_sight import IN_SIGHT, NARROW, ON_TOP, WIDE
from tests.lab.lesson_view.conftest import course_of
from tests.lab.lesson_view.lesson_page import LessonPage

SMALL = (320, 640)
SIZES = (WIDE, NARROW, SMALL)
KNOBS = ".hk-bench, .hk-controls"


@pytest.fixture(scope="module")
def second(
    window: Window, lab: Served, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LessonPage]:
    """Lesson 2, opened once."""
    with course_of(window.ready(), lab, tmp_path_factory.mktemp("course").name) as lesson:
        yield lesson.lesson("02")
    window.tidy()


def picture(widget: Locator) -> Locator:
    """Its picture, drawn, with all knobs there."""
    plot = widget.locator(".hk-plot, svg.hk-board").first
    plot.scroll_into_view_if_needed()
    expect(widget.locator(".main-svg, svg.hk-board").first).to_be_attached(timeout=PATIENCE * 1000)
    if widget.locator("[data-key='all-knobs']").count():
        widget.locator("[data-key='all-knobs']").click()
        expect(widget.locator("[data-key='all-knobs']")).to_have_count(0)
    return plot


def stays_in_sight(widget: Locator) -> None:
    plot = picture(widget)
    fields = widget.locator(KNOBS).locator("input:not([type=radio]), input:checked, select")
    knobs = [knob for knob in fields.all() if knob.is_visible()]
    assert knobs
    for knob in knobs:
        knob.focus()
        comes_true(plot, IN_SIGHT)
        comes_true(knob, ON_TOP)


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("The first gift", "explore"),
        ("The evening of favours", "favours"),
        ("Up and down", "seesaw"),
        ("How to ask", "explore"),
    ],
)
@pytest.mark.parametrize("size", SIZES)
def test_in_the_second_lesson(
    second: LessonPage, part: str, name: str, size: tuple[int, int]
) -> None:
    second.page.set_viewport_size({"width": size[0], "height": size[1]})
    second.go_to(part)
    stays_in_sight(second.widget(name))


def test_the_map_of_the_first_lesson(course: LessonPage) -> None:
    page = course.lesson("01").page
    course.go_to("A map")
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        stays_in_sight(course.widget("map"))
