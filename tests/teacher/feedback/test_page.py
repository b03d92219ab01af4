"""A page of feedback in a real Chromium: what was typed runs nothing, and the page can be read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, ViewportSize

from helpkit.teacher.course.course import read_course
from helpkit.teacher.feedback.feedback import pages
from helpkit.teacher.gradebook.grade import class_grades
from helpkit.teacher.results.class_grading import grade_class
from tests.browser.axe import serious
from tests.exercises.samples import Answers, reference
from tests.teacher.classes import FOLDER, graded, sheet_of
from tests.teacher.gradebook.test_grade import RUBRIC, whole
from tests.teacher.samples import COURSE

EVIL = (
    "</blockquote></p></style><script>document.title='owned';alert(1)</script>"
    "<img src='https://evil.example/x' onerror='alert(2)'><svg onload='alert(3)'></svg>"
    "<iframe src='javascript:alert(4)'></iframe><a href='javascript:alert(5)'>x</a>"
    "<link rel=stylesheet href='https://evil.example/y'><meta http-equiv=refresh content='0'>"
)
SHOWN = 'feedback = ["points", "messages", "readings", "comments"]'
DARK = "getComputedStyle(document.body).backgroundColor == 'rgb(22, 26, 26)'"
NARROW: ViewportSize = {"width": 320, "height": 700}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of pages: evil in English, honest in Dutch, for two exercises."""
    root = tmp_path_factory.mktemp("feedback")
    (root / "downloads").mkdir()
    text = COURSE.replace("points = 10", f"points = 10\n{SHOWN}").replace('late = "refuse"', "")
    six = text[text.index("[exercises.01]") : text.index("[exercises.02]")].replace("01]", "06]")
    (root / "course.toml").write_text(f"{text}{six}", "utf-8")
    (root / "roster.csv").write_text("student,name\ns1,<img src=x>\ns2,Zoë\n", "utf-8")
    for number in FOLDER:
        evil: dict[str, Answers] = {
            part: dict.fromkeys(own, EVIL) for part, own in reference(FOLDER[number], "s1").items()
        }
        for student, answers, language in (("s1", evil, "en"), ("s2", None, "nl")):
            data = sheet_of(student, answers, number, language=language)
            (root / "downloads" / f"{number}-handin-{student}.zip").write_bytes(data)
        write(root, number)
    return root / "pages"


def write(root: Path, number: str) -> None:
    course = read_course(root)
    graded(root, root / "downloads", number)
    results = grade_class(course, number, FOLDER[number])
    rubric = RUBRIC if number == "01" else {}
    grades = class_grades(course, number, results, whole(2, comment=EVIL), rubric)
    (root / "pages").mkdir(exist_ok=True)
    for student, data in pages(course, number, results, grades, FOLDER[number]):
        (root / "pages" / f"{number}-{student}.html").write_bytes(data)


@pytest.fixture
def watched(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A narrow page, and everything it tries to do."""
    context = browser.new_context(viewport=NARROW)
    page, tried = context.new_page(), list[str]()

    def dialog(one: Dialog) -> None:
        tried.append(f"dialog {one.message}")
        one.dismiss()

    page.on("dialog", dialog)
    page.on("request", lambda one: tried.append(one.url))
    page.on("popup", lambda one: tried.append("popup"))
    page.on("pageerror", lambda one: tried.append(f"error {one}"))
    page.on("console", lambda one: tried.append(one.text))
    yield page, tried
    context.close()


def test_a_page_runs_nothing_asks_for_nothing_and_can_be_read(
    made: Path, watched: tuple[Page, list[str]]
) -> None:
    page, tried = watched
    for path in sorted(made.glob("*.html")):
        tried.clear()
        page.goto(path.as_uri())
        assert tried == [path.as_uri()]
        assert page.title().startswith("Feedback ")
        assert page.locator("script, img, svg, iframe, a, link, form").count() == 0
        assert page.locator("html").get_attribute("lang") == ("nl" if "s2" in path.stem else "en")
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
        if "s1" in path.stem:
            assert EVIL[:80] in page.inner_text("main")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert serious(page, "main") == []
            assert page.evaluate(DARK) == (scheme == "dark")
        page.emulate_media(media="print", color_scheme="light")
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
        page.emulate_media(media="screen")


def test_even_markup_that_got_into_a_page_runs_nothing(
    made: Path, watched: tuple[Page, list[str]]
) -> None:
    """The second wall: the policy of the page, with the first one taken away."""
    page, tried = watched
    path, blocked = made / "torn.html", list[str]()
    page.on("requestfailed", lambda one: blocked.append(one.failure or ""))
    page.on("requestfinished", lambda one: blocked.append(one.url))
    honest = (made / "01-s2.html").read_text("utf-8")
    markup = EVIL.partition("<meta")[0]
    path.write_text(honest.replace("</header>", f"</header>{markup}", 1), "utf-8")
    page.goto(path.as_uri())
    assert page.locator("main img").count() == 1
    page.locator("main a").click()
    assert page.title().startswith("Feedback ")
    assert not [one for one in tried if one.startswith(("dialog", "popup"))]
    assert {*blocked} == {path.as_uri(), "csp"}
    assert sum("Content Security Policy" in one for one in tried) >= 4
