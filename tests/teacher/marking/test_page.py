"""The desk on a static page: points by a key, nothing typed runs, nothing typed is lost."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from helpkit import Desk
from helpkit.content import load
from helpkit.teacher.course.course import read_course
from helpkit.teacher.marking.marks import Marks, marks_path
from tests.browser.static_page import StaticPage
from tests.browser.steps import FOCUSED, Shown, accessible, all_saved, fits
from tests.language import english_in
from tests.teacher.marking.classes import EVIL, class_of

EN, NL = (load(language).ui for language in ("en", "nl"))
OUR_WORDS = """(node) => {
  const copy = node.cloneNode(true);
  const theirs = ".hk-text, .hk-source, .hk-said, .hk-replies, .hk-setting";
  copy.querySelectorAll(theirs).forEach((one) => one.remove());
  return copy.innerText;
}"""
VERBS = ("marker", "reflections", "agreement")


def sit_down(place: Shown, course: Path, name: str, *cells: str) -> Locator:
    """The desk of a course, opened, and somebody who says who it is; the text that is shown."""
    number = next(path.name for path in (course / "collected").iterdir())
    begin = f"from helpkit import Desk; desk = Desk({number!r}, {str(course)!r})"
    place.show(*cells, begin, *(f"desk.{verb}()" for verb in VERBS))
    return call(place, name)


def call(place: Shown, name: str) -> Locator:
    """Say who marks, by keyboard."""
    field = place.widget("marker").get_by_role("textbox")
    field.fill(name)
    field.press("Enter")
    reading = place.widget("reading")
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
    static: StaticPage, tmp_path: Path
) -> None:
    course = class_of(tmp_path / "course")
    reading = sit_down(static, course, "Anna")
    text(reading).focus()
    expect(reading.locator(".hk-sum")).to_contain_text("Still open: Concrete moment")
    for digit in "2315":  # 5 is no level
        static.page.keyboard.press(digit)
    assert criterion(reading, 3).locator("input").first.evaluate(FOCUSED)
    static.page.keyboard.press("0")
    sums = EN["reading"]["total"].format(points=6, of=12, passes=8)
    expect(reading.locator(".hk-sum")).to_have_text(sums)
    expect(reading.locator(".hk-live")).to_have_text("Next step: 0.")
    onward = reading.locator("[data-key='next-open']")
    assert onward.evaluate(FOCUSED)
    static.page.keyboard.press("Enter")
    expect(text(reading)).to_contain_text("Text 2 of 3")
    expect(text(reading)).to_be_focused()
    for digit in "3333":
        static.page.keyboard.press(digit)
    expect(onward).to_be_focused()
    static.page.keyboard.press("Enter")
    expect(text(reading)).to_contain_text(EN["reading"]["blank"])
    for digit in "0000":
        static.page.keyboard.press(digit)
    expect(reading.locator(".hk-progress")).to_have_text("You have marked all 3.")
    all_saved(static.page)
    assert [value for *_, value, _ in given(course)] == [2, 3, 1, 0, 3, 3, 3, 3, 0, 0, 0, 0]
    desk = Desk("01", course)
    assert all(desk.done(desk.texts[key], one) for key, one in desk.marks_of("Anna").items())


def test_by_mouse_with_a_comment_and_what_is_taken_back(static: StaticPage, tmp_path: Path) -> None:
    course = class_of(tmp_path / "course")
    reading = sit_down(static, course, "Anna")
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
    all_saved(static.page)
    said = "3 <i>people</i>: who?"
    assert given(course) == [
        ("Anna", "episode", value, said) for value in (None, 3, None)
    ]  # fmt: skip


def test_nothing_that_a_student_typed_runs(static: StaticPage, tmp_path: Path) -> None:
    course = class_of(tmp_path / "course")
    reading = sit_down(static, course, EVIL[:40])
    title = static.page.title()
    turn_to_evil(reading)
    expect(static.page.locator(".hk :is(img, script, b)")).to_have_count(0)
    criterion(reading, 0).get_by_role("radio").first.check()
    turn_to_evil(call(static, "Bert"))
    criterion(reading, 0).get_by_role("radio").nth(2).check()
    static.widget("agreement").scroll_into_view_if_needed()
    expect(static.widget("agreement").locator("thead")).to_contain_text(EVIL[:40])
    expect(static.page.locator(".hk :is(img, script, b)")).to_have_count(0)
    assert static.page.title() == title


def test_two_markers_and_where_they_differ(static: StaticPage, tmp_path: Path) -> None:
    course = class_of(tmp_path / "course", "nl")
    for name, digits in (("Anna", "3332"), ("Bert", "0331")):
        reading = sit_down(static, course, name) if name == "Anna" else call(static, name)
        text(reading).focus()
        for digit in digits:
            static.page.keyboard.press(digit)
        expect(reading.locator("[data-key='next-open']")).to_be_focused()
        static.page.keyboard.press("Enter")
        expect(text(reading)).to_contain_text("Tekst 2 van 3")
    agreed = static.widget("agreement")
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


def test_a_scene_can_be_played_at_the_desk(static: StaticPage, tmp_path: Path) -> None:
    course = class_of(tmp_path / "course", "en", "06")
    reading = sit_down(static, course, "Anna")
    source = reading.get_by_text(EN["reading"]["source"])
    expect(source).to_be_visible()
    text(reading).locator("button.hk-reply").first.click()
    expect(text(reading).locator(".hk-mine")).to_have_count(1)
    source.click()
    expect(text(reading).locator(".hk-source")).to_contain_text("[nodes.")
    fits(reading)


@pytest.mark.parametrize("number", ["01", "06"])
def test_dutch_readable_and_within_320_px(static: StaticPage, tmp_path: Path, number: str) -> None:
    course = class_of(tmp_path / "course", "nl", number)
    reading = sit_down(static, course, "Anna")
    criterion(reading, 0).get_by_role("radio").nth(1).check()
    call(static, "Bert")
    criterion(reading, 0).get_by_role("radio").nth(2).check()
    static.widget("agreement").scroll_into_view_if_needed()
    expect(static.widget("agreement").locator("table")).to_be_visible()
    accessible(static, ".hk")
    static.page.set_viewport_size({"width": 320, "height": 800})
    fits(reading)
    fits(static.widget("marker"))
    for name in ("marker", "reading", "agreement"):
        assert english_in(static.widget(name).evaluate(OUR_WORDS)) == []
