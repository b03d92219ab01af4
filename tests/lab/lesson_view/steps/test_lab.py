"""A step at a time, or all on one page; where one was, and what is done."""

from playwright.sync_api import Page, expect

from helpkit.content import load
from tests.browser.steps import tab_to
from tests.lab.lesson_view.lesson_page import LessonPage

EN = load("en").ui["lesson_view"]
FACE = ["face-text", "face-guess"]
BEHIND = ["face", "face-back"]
ELSEWHERE = "elsewhere"
TERM = ".jp-MarkdownCell:visible a[href^='#term-']"


def look(lesson: LessonPage, key: str) -> None:
    """Choose how the lesson is shown, in the drawer of the bar."""
    drawer = lesson.bar.locator(".hk-drawer")
    if drawer.is_hidden():
        lesson.bar.locator(".hk-bar-progress").click()
    drawer.get_by_text(EN[key]).click()


def test_a_part_at_a_time_there_and_back(course: LessonPage) -> None:
    course.lesson("06")
    assert course.laid_out == ["title", "start"]
    course.go_on()
    assert course.laid_out == ["guess-text", "guess"]
    expect(course.heading("Ten past four")).to_be_focused()
    expect(course.heading("Ten past four")).to_be_in_viewport()
    expect(course.way_on).to_contain_text(EN["place"].format(number=2, all=8))
    course.go_on()
    assert course.laid_out == ["first-text", "first", "first-back"]
    course.way_on.get_by_role("button").first.click()
    expect(course.heading("Ten past four")).to_be_focused()
    course.guess(7)
    expect(course.bar.locator(".hk-bar-progress")).to_contain_text("2")
    course.reload()
    expect(course.widget("predict")).to_be_visible()
    assert course.laid_out == ["guess-text", "guess"]
    course.lesson("06", "nl")
    assert course.laid_out == ["guess-text", "guess"]
    kept = course.journal.state().of("06", "lesson-view")
    assert kept.answers["place"] == "guess-text"
    assert [*kept.choices["read"]] == ["title", "guess-text"]


def test_what_a_guess_is_about_comes_after_it(course: LessonPage) -> None:
    course.lesson("02").go_to("Face")
    assert course.laid_out == FACE
    expect(course.way_on.get_by_role("status")).to_have_text(EN["bet"])
    course.guess(7)
    expect(course.widget("explore")).to_be_visible()
    assert course.laid_out == FACE + BEHIND
    expect(course.way_on).not_to_contain_text(EN["bet"])


def test_all_on_one_page_here_and_in_the_other_lessons(course: LessonPage) -> None:
    course.lesson("06").go_on()
    course.guess(7)
    look(course, "layout-page")
    everything = [cell["id"] for cell in course.file()["cells"] if cell["id"] != ELSEWHERE]
    assert course.laid_out == everything
    look(course, "fold")
    folded = [cell for cell in everything if cell not in ("guess", "start")]
    assert course.laid_out == folded
    course.panel.get_by_role("button", name=EN["unfold"]).last.click()
    assert "guess" in course.laid_out
    course.page.evaluate("() => localStorage.clear()")
    course.lesson("06", "nl")
    expect(course.way_on).to_be_hidden()
    assert ELSEWHERE not in course.laid_out
    assert "sources" in course.laid_out


def test_links_lead_to_a_part_and_terms_are_explained(course: LessonPage, page: Page) -> None:
    course.lesson("01")
    course.go_to("Three piles")
    course.panel.locator(".jp-MarkdownCell:visible a[href='#Back-to-your-guess']").click()
    expect(course.heading("Back to your guess")).to_be_focused()
    assert course.laid_out == ["guess-back-text", "guess-back"]
    course.go_to("A guess")
    course.panel.locator(TERM).first.click()
    expect(page.locator(".hk-term:popover-open")).to_be_visible()
    assert course.laid_out == ["guess-text", "guess"]


def test_a_part_by_keyboard_alone(course: LessonPage, page: Page) -> None:
    course.lesson("06").bar.locator("button").first.focus()
    tab_to(course.onward)
    page.keyboard.press("Enter")
    expect(course.heading("Ten past four")).to_be_focused()
    tab_to(course.widget("predict").get_by_role("spinbutton"))
    page.keyboard.type("7")
    page.keyboard.press("Enter")
    expect(course.widget("predict").locator(".hk-committed")).to_be_focused()
    tab_to(course.onward)
    page.keyboard.press("Enter")
    expect(course.heading("The first conversation")).to_be_focused()
