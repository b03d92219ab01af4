"""The map of the course: one line, one thing to press, and each lesson in words."""

import re

import pytest
from playwright.sync_api import Locator, expect

from helpkit.content import load
from tests.browser.static_page import StaticPage
from tests.browser.steps import OVERFLOW, accessible
from tests.journal.old_journals import answers
from tests.language import english_in

MAP = "ch1.lessons()"
EN, NL = load("en"), load("nl")
BEGUN = re.compile(r"^\d+ of \d+ activities done · about \d+ minutes left$")


def stations(widget: Locator) -> Locator:
    return widget.locator(".hk-station")


def after_some_evenings(static: StaticPage) -> None:
    """Lessons 2 and 6 are done, and lesson 1 was begun."""
    assert answers(static.answers.parent) == static.answers


def test_one_press_begins_the_course(static: StaticPage) -> None:
    static.show(MAP)
    widget = static.widget("lessons")
    expect(widget.locator("h2")).to_have_text("Welcome")
    begin = widget.get_by_role("link", name="Begin with lesson 1: What is help?")
    expect(begin).to_have_attribute("href", EN.chapters["01"].file)
    expect(begin).to_have_attribute("data-hk-open", "")
    expect(begin).to_contain_text("75 minutes")


def test_nine_stations_in_order_and_only_what_is_ready_is_a_link(static: StaticPage) -> None:
    static.show(MAP)
    widget = static.widget("lessons")
    titles = [f"{int(key)} {chapter.title}" for key, chapter in EN.chapters.items()]
    expect(stations(widget).locator(".hk-stop")).to_have_text(titles)
    expect(widget.locator(".hk-making .hk-state")).to_have_text(["In the making"] * 6)
    assert widget.locator(".hk-making a").count() == 0
    ready = [EN.chapters[key].file for key in ("01", "02", "06")]
    links = widget.locator(".hk-station a[data-hk-open]").all()
    assert [link.get_attribute("href") for link in links] == ready


def test_it_says_how_far_and_where(static: StaticPage) -> None:
    after_some_evenings(static)
    static.show(MAP)
    widget = static.widget("lessons")
    expect(widget.locator("h2")).to_have_text("Welcome back")
    expect(widget.locator(".hk-go")).to_contain_text("Go on with lesson 1: What is help?")
    here = widget.locator("[aria-current=step]")
    expect(here).to_have_count(1)
    expect(here.locator(".hk-pin")).to_have_text("You are here")
    expect(here.locator(".hk-state")).to_have_text(BEGUN)
    expect(stations(widget).nth(1).locator(".hk-state")).to_have_text("Done")


def test_it_follows_what_is_done_elsewhere(static: StaticPage) -> None:
    static.show(MAP, "ch1.message('cv-tonight')")
    widget = static.widget("lessons")
    expect(stations(widget).first.locator(".hk-state")).to_contain_text("Not begun")
    static.page.set_viewport_size({"width": 1280, "height": 300})
    reply = static.widget("message").get_by_role("textbox")
    reply.scroll_into_view_if_needed()
    expect(widget).not_to_be_in_viewport()
    static.widget("message").get_by_role("button").last.click()
    widget.scroll_into_view_if_needed()
    expect(stations(widget).first.locator(".hk-state")).to_have_text(BEGUN)


def test_the_other_language_is_offered_in_that_language(static: StaticPage) -> None:
    static.show(MAP)
    link = static.widget("lessons").get_by_role("link", name="Liever in het Nederlands?")
    expect(link).to_have_attribute("lang", "nl")
    expect(link).to_have_attribute("href", "../nl/00-welkom.ipynb")


def test_where_nobody_opens_a_link_it_says_which_file_to_open(static: StaticPage) -> None:
    static.show(MAP)
    widget = static.widget("lessons")
    address = static.page.url
    for link, file in ((".hk-go", EN.chapters["01"].file), ("[lang=nl]", "nl/00-welkom.ipynb")):
        widget.locator(link).click()
        expect(widget.get_by_role("alert")).to_have_text(f"Open {file} in the list of files.")
    assert static.page.url == address


def test_the_keyboard_goes_along_the_line(static: StaticPage) -> None:
    static.show(MAP)
    widget = static.widget("lessons")
    widget.locator(".hk-go").focus()
    for lesson in ("01", "02", "06"):
        static.page.keyboard.press("Tab")
        expect(widget.locator(f"[data-key='{lesson}']")).to_be_focused()


def test_every_disc_lies_on_the_line_of_its_row(static: StaticPage) -> None:
    """To and fro: the second row runs back, and the third goes on below it."""
    static.show(MAP)
    boxes = [disc.bounding_box() for disc in static.widget("lessons").locator(".hk-disc").all()]
    places = [(round(box["x"]), round(box["y"])) for box in boxes if box]
    columns, rows = sorted({x for x, _ in places}), sorted({y for _, y in places})
    assert (len(columns), len(rows)) == (3, 3)
    way = [(columns.index(x), rows.index(y)) for x, y in places]
    assert way == [(0, 0), (1, 0), (2, 0), (2, 1), (1, 1), (0, 1), (0, 2), (1, 2), (2, 2)]


@pytest.mark.parametrize("width", [320, 700, 1280])
def test_dutch_readable_and_within_the_page(static: StaticPage, width: int) -> None:
    after_some_evenings(static)
    static.page.set_viewport_size({"width": width, "height": 900})
    static.show(MAP, language="nl")
    widget = static.widget("lessons")
    expect(widget.locator(".hk-pin")).to_have_text("Hier ben je")
    # The line and the mark of what is done reach out of the stations that they belong to.
    texts = widget.locator("h2, .hk-go, .hk-stop, p:visible").all()
    assert [text.inner_text() for text in [widget, *texts] if text.evaluate(OVERFLOW) > 0] == []
    own = widget.inner_text().replace(NL.ui["lessons"]["other-language"], "")
    assert english_in(own.replace(str(static.answers), "")) == []
    accessible(static, ".hk-lessons")
