"""How the lesson view looks: to axe, in other colours, on a phone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import ViewportSize, expect

from helpkit.content import load
from tests.browser.axe import CONTRAST, serious
from tests.browser.fixtures import SIZE
from tests.browser.notebook import DARK, LIGHT, THEME, THEMED
from tests.browser.steps import fits
from tests.lab.lesson_view.lesson_page import PANEL, LessonPage

EN = load("en").ui["lesson_view"]
HIGH_CONTRAST = "JupyterLab Dark High Contrast"
PHONE: ViewportSize = {"width": 320, "height": 640}
INSIDE = """(node) => [...node.querySelectorAll("*")].filter((part) => {
  const { left, right, width } = part.getBoundingClientRect();
  return width && part.checkVisibility() && (left < -1 || right > innerWidth + 1);
}).map((part) => part.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module", autouse=True)
def guess(lesson: LessonPage) -> None:
    """A part with a widget."""
    lesson.go_to("Ten past four")


@pytest.fixture
def drawer(lesson: LessonPage) -> Iterator[None]:
    """The list of parts is open."""
    button = lesson.bar.locator(".hk-bar-progress")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    yield
    button.click()


@pytest.fixture
def phone(lesson: LessonPage) -> Iterator[None]:
    """The smallest screen."""
    lesson.page.set_viewport_size(PHONE)
    lesson.page.wait_for_function("() => innerWidth === 320")
    expect(lesson.bar.locator(".hk-more")).to_be_visible()
    yield
    lesson.page.set_viewport_size(SIZE)


def wear(lesson: LessonPage, theme: str) -> None:
    """Put on another theme."""
    lesson.page.evaluate(THEME, theme)
    lesson.page.wait_for_function(THEMED, arg=theme)


@pytest.mark.usefixtures("drawer")
def test_axe_finds_nothing_serious(lesson: LessonPage) -> None:
    assert serious(lesson.page, PANEL) == []


@pytest.mark.usefixtures("drawer")
@pytest.mark.parametrize("theme", [DARK, HIGH_CONTRAST])
def test_it_can_be_read_in_every_theme(lesson: LessonPage, theme: str) -> None:
    wear(lesson, theme)
    assert serious(lesson.page, PANEL, CONTRAST) == []
    wear(lesson, LIGHT)


@pytest.mark.usefixtures("drawer")
def test_with_colours_of_their_own_people_see_where_they_are(lesson: LessonPage) -> None:
    lesson.page.emulate_media(forced_colors="active")
    here = lesson.bar.locator(".hk-outline [aria-current]")
    assert here.evaluate("(node) => getComputedStyle(node).borderTopWidth") == "3px"
    other = lesson.bar.locator(".hk-outline button:not([aria-current])").first
    assert other.evaluate("(node) => getComputedStyle(node).borderTopWidth") != "3px"
    lesson.page.emulate_media(forced_colors="none")


@pytest.mark.usefixtures("phone")
def test_on_a_phone_nothing_is_cut_off(lesson: LessonPage) -> None:
    assert lesson.panel.evaluate(INSIDE) == []
    fits(lesson.way_on)
    fits(lesson.widget("predict"))
    lesson.bar.locator(".hk-bar-progress").click()
    assert lesson.bar.evaluate(INSIDE) == []
    lesson.page.keyboard.press("Escape")
    expect(lesson.bar.locator(".hk-bar-progress")).to_be_focused()
    assert serious(lesson.page, PANEL) == []


@pytest.mark.usefixtures("phone")
def test_on_a_phone_the_menu_opens_and_closes_by_keyboard(lesson: LessonPage) -> None:
    more, ways = lesson.bar.locator(".hk-more"), lesson.bar.locator(".hk-ways")
    expect(ways).to_be_hidden()
    more.focus()
    lesson.page.keyboard.press("Enter")
    expect(ways.get_by_role("button", name="Nederlands")).to_be_visible()
    expect(more).to_have_attribute("aria-expanded", "true")
    assert lesson.bar.evaluate(INSIDE) == []
    lesson.page.keyboard.press("Tab")
    expect(ways.locator("button").first).to_be_focused()
    lesson.page.keyboard.press("Escape")
    expect(ways).to_be_hidden()
    expect(more).to_be_focused()
