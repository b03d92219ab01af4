"""A lesson on paper: all of it, with its pictures, dark on white, and nothing around it."""

import re

from playwright.sync_api import Page, expect

from helpkit.content import load
from tests.browser.notebook import DARK, THEME, THEMED
from tests.lab.lesson_view.lesson_page import PATIENCE, LessonPage

EN = load("en").ui["lesson_view"]
FIRST, LAST = b"(Ten past four)", b"(Where this comes from)"
PAGE = re.compile(rb"/Type ?/Page\b")
AROUND = "#jp-top-panel, .jp-SideBar, .hk-lesson-bar, .hk-way-on, .jp-WindowedPanel-outer ~ *"
WIDTH = 680
"""Pixels between the margins of a sheet of A4."""
WHITE = "rgb(255, 255, 255)"
GROUND = "(node) => getComputedStyle(node).backgroundColor"
# A browser without a window prints nothing: this looks at the page between the two events instead.
PRINTER = """() => (window.print = () => {
  window.dispatchEvent(new Event("beforeprint"));
  const plots = [...document.querySelectorAll(".hk-plot")].filter((plot) => plot.checkVisibility());
  window.sheet = {
    blank: plots.filter((plot) => !plot.querySelector(".main-svg")).length,
    pictures: plots.length,
    wide: plots.filter((plot) => plot.querySelector(".main-svg").clientWidth > 680).length,
    ink: getComputedStyle(plots[0].querySelector("text")).fill,
  };
  window.dispatchEvent(new Event("afterprint"));
})"""
OVERHANG = """(width) => [...document.querySelectorAll(".hk-on-paper .jp-Cell *")]
  .filter((node) => node.checkVisibility() && node.getBoundingClientRect().right > width)
  .filter((node) => !node.closest(".hk-live, svg")).map((node) => node.outerHTML.slice(0, 100))"""


def on_paper(page: Page) -> None:
    """The page as the browser lays it out for paper."""
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": WIDTH, "height": 900})


def off_paper(page: Page) -> None:
    page.emulate_media(media="null")
    page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")


def test_every_part_goes_on_paper_and_the_step_comes_back(lesson: LessonPage) -> None:
    for name in ("vote", "terms", "share"):  # the last that are made
        expect(lesson.panel.locator(f".hk-{name}")).to_be_attached(timeout=PATIENCE)
    shown = lesson.laid_out
    sheets = lesson.page.pdf(tagged=True, outline=True)
    assert FIRST in sheets
    assert LAST in sheets
    assert len(PAGE.findall(sheets)) > 12
    assert lesson.laid_out == shown


def test_nothing_stands_around_it_and_nothing_is_cut_off(lesson: LessonPage) -> None:
    page = lesson.page
    on_paper(page)
    headings = lesson.panel.locator(".jp-MarkdownCell :is(h1, h2, h3)").all()
    assert len(headings) > 10
    assert all(heading.is_visible() for heading in headings)
    assert [node for node in page.locator(AROUND).all() if node.is_visible()] == []
    expect(lesson.panel.locator("strong", has_text="No bar with the title")).to_be_hidden()
    assert page.evaluate(OVERHANG, WIDTH) == []
    off_paper(page)


def test_the_button_draws_all_pictures_first_and_in_the_dark_in_light_colours(
    course: LessonPage,
) -> None:
    page = course.lesson("01").page
    page.evaluate(THEME, DARK)
    page.wait_for_function(THEMED, arg=DARK)
    page.evaluate(PRINTER)
    course.bar.locator(".hk-bar-progress").click()
    course.bar.get_by_role("button", name=EN["print"], exact=True).click()
    page.wait_for_function("() => window.sheet", timeout=30_000)
    sheet = page.evaluate("() => window.sheet")
    assert sheet.pop("pictures")
    assert sheet == {"blank": 0, "wide": 0, "ink": "rgb(31, 31, 31)"}
    expect(page.locator("body")).to_have_attribute("data-jp-theme-light", "false")
    on_paper(page)
    assert page.locator("html").evaluate(GROUND) == WHITE
    assert course.widget("start").evaluate(GROUND) == WHITE
    off_paper(page)
