"""The head of a lesson on a static page: what it says, and what it leaves to the lesson view."""

from playwright.sync_api import expect

from helpkit.content import load
from tests.browser.static_page import StaticPage

EN = load("en")
DUTCH = load("nl").chapters["01"].file
HEAD = "ch1.start()"


def test_the_file_in_the_other_language_is_a_link(static: StaticPage) -> None:
    head = static.show(HEAD).widget("start")
    line, link = head.locator(".hk-other-language"), head.get_by_role("link")
    expect(line).to_have_text(EN.ui["start"]["other-language"].format(file=DUTCH))
    expect(line).to_have_attribute("lang", "nl")
    expect(link).to_have_text(DUTCH)
    expect(link).to_have_attribute("href", f"../nl/{DUTCH}")
    expect(link).to_have_attribute("data-hk-open", "")
    link.click()
    expect(head.get_by_role("alert")).to_have_text(f"Open nl/{DUTCH} in the list of files.")


def test_a_lesson_view_says_title_and_language_itself(static: StaticPage) -> None:
    head = static.show(HEAD).widget("start")
    title, line = head.locator(".hk-title"), head.locator(".hk-other-language")
    expect(title).to_be_visible()
    expect(line).to_be_visible()
    static.page.locator(".jp-NotebookPanel").evaluate("(node) => node.classList.add('hk-lesson')")
    expect(title).to_be_hidden()
    expect(line).to_be_hidden()
    expect(head.locator("code")).to_be_visible()
    expect(head).to_have_accessible_name(EN.chapters["01"].title)
