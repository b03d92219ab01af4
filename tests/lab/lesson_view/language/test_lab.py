"""The lesson view in `helpkit lab`: in Dutch without English, and after the server was gone."""

from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from helpkit.content import load
from tests.browser.fixtures import free_port
from tests.lab.lesson_view.lesson_page import DIALOGS, PATIENCE, LessonPage
from tests.lab.running import Lab, running_lab
from tests.language import english_in

EN, NL = load("en"), load("nl")
VIEW = NL.ui["lesson_view"]
JUPYTER = {"file", "edit", "view", "run", "kernel", "tabs", "settings", "cell", "untrusted"}
JUPYTER |= {"launcher", "save", "cancel", "dismiss", "restart", "idle", "busy", "skip", "loading"}
# Texts, names and hints that can be seen or heard and are not marked as English.
SEEN = """() => {
  const seen = (node) => node.checkVisibility({ visibilityProperty: true });
  const inDutch = (node) => !node.closest("script, style, [lang='en']:not(html)") && seen(node);
  const nodes = [...document.body.querySelectorAll("*")].filter(inDutch);
  const text = ({ childNodes }) => [...childNodes].filter(({ nodeType }) => nodeType === 3);
  const words = nodes.flatMap((node) => text(node).map(({ data }) => data));
  const names = nodes.flatMap((node) => [node.title, node.ariaLabel, node.placeholder]);
  return [...words, ...names].filter(Boolean);
}"""
LANGUAGES = """() => [...document.querySelectorAll(
  ".hk-lesson-bar, .jp-Cell:not(.hk-away), .hk-notice, .hk-way-on"
)].map((node) => node.closest("[lang]").lang)"""


@pytest.fixture
def own_lesson(own_page: Page, tmp_path: Path) -> LessonPage:
    """A page that is patient: a server has to start first."""
    own_page.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    return LessonPage(own_page, "", tmp_path, tmp_path / "course")


def served(folder: Path, *options: str) -> AbstractContextManager[Lab]:
    """`helpkit lab`, with this folder for all that it keeps."""
    return running_lab(folder / "course", folder / "jupyter", *options)


def english(page: Page) -> list[str]:
    """The English that somebody sees or hears, ours and that of JupyterLab."""
    text = " ".join(page.evaluate(SEEN))
    return english_in(text) + [word for word in text.lower().split() if word in JUPYTER]


def test_another_language_in_the_middle_and_no_english_is_left(
    own_lesson: LessonPage, tmp_path: Path
) -> None:
    lesson, page = own_lesson, own_lesson.page
    with served(tmp_path) as lab:
        page.goto(lab.address)
        lesson.alive().go_to("A guess")
        lesson.guess(14)
        lesson.bar.get_by_role("button", name="Nederlands").click()
        expect(lesson.heading("Een schatting")).to_be_visible()
        expect(lesson.alive().widget("predict").locator(".hk-number")).to_have_text("14")
        assert set(page.evaluate(LANGUAGES)) == {"nl"}
        lesson.bar.locator(".hk-bar-progress").click()
        assert VIEW["layout-page"] in page.evaluate(SEEN)
        assert english(page) == []
        page.goto("about:blank")


def test_after_the_server_was_gone_one_press_brings_all_back(
    own_lesson: LessonPage, tmp_path: Path
) -> None:
    lesson, port = own_lesson, ("--port", str(free_port()))
    with served(tmp_path, *port) as lab:
        lesson.page.goto(lab.address)
        lesson.alive().go_to("A guess")
        lesson.guess(14)
    expect(lesson.notice.get_by_role("status")).to_have_text(EN.ui["lesson_view"]["offline"])
    with served(tmp_path, *port):
        lesson.notice.get_by_role("button").click()
        expect(lesson.alive().widget("predict").locator(".hk-number")).to_have_text("14")
        assert lesson.page.locator(DIALOGS).count() == 0
        lesson.page.goto("about:blank")
