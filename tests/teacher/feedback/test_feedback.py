"""A page shows what the teacher allows and nothing more; whatever was typed stays text."""

import re
import shutil
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpkit.content import load
from helpkit.errors import CourseError
from helpkit.exercises.options import options
from helpkit.exercises.submission.display import clean
from helpkit.teacher.course.course import Course, FeedbackPart, read_course
from helpkit.teacher.course.roster import Student
from helpkit.teacher.feedback.feedback import page_name, pages, write_pages
from helpkit.teacher.feedback.page import Page
from helpkit.teacher.feedback.page_builder import PageBuilder
from helpkit.teacher.gradebook.grade import class_grades
from helpkit.teacher.grading.messages import reason, sentence
from helpkit.teacher.marking.marks import Marks, marks_path
from helpkit.teacher.results.results import Results, write_results
from helpkit.teacher.results.scorer import grader_of
from tests.exercises.samples import Answers, reference
from tests.teacher.classes import FOLDER, graded, sheet_of
from tests.teacher.gradebook.test_export import run
from tests.teacher.gradebook.test_grade import CRITERIA, RUBRIC, decided
from tests.teacher.samples import COURSE, tree

EVIL = "</p><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}&amp;\u202e=cmd()\x00"


class Shape(HTMLParser):
    """The tags of a page with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def page(
    root: Path, downloads: Path, typed: dict[str, Answers], shows: str, number: str = "01"
) -> str:
    text = COURSE.replace("points = 10", f"points = 10\nfeedback = {shows}")
    (root / "course.toml").write_text(text.replace('late = "refuse"', ""), "utf-8")
    (downloads / "s1.zip").write_bytes(sheet_of("s1", typed, number))
    return one_page(read_course(root), graded(root, downloads, number), number)


def one_page(course: Course, results: Results, number: str = "01") -> str:
    marks, _ = Marks(marks_path(course, number)).read()
    rubric = RUBRIC if number == "01" else {}
    grades = class_grades(course, number, results, marks, rubric)
    ((_, data),) = pages(course, number, results, grades, FOLDER[number])
    return data.decode()


def wrong(number: str = "01") -> dict[str, Answers]:
    """Everything is answered, and nothing is right."""
    known = {"classify": "formality", "status-risks": "risk"}
    answers = reference(FOLDER[number], "s1")
    for part, question in known.items():
        own = answers.get(part, {})
        for item in [item for item in own if "." not in item]:
            own[item] = next(
                option for option in options(question, load("en")) if option != own[item]
            )
    return answers


def sentences(kind: str) -> Iterator[str]:
    """What only this kind of feedback says."""
    grader = grader_of(FOLDER["01"], "en")
    words = grader.content.ui["feedback"]
    if kind == FeedbackPart.READINGS:
        part = grader.key.parts["status-risks"].items.values()
        yield from (answer.reason["en"] for answer in part)
        yield words["our-reading"].partition("{")[0]
    if kind == FeedbackPart.MESSAGES:
        yield from (
            mistake.says["en"] for mistake in grader.key.parts["classify"].mistakes.values()
        )
    if kind == FeedbackPart.POINTS:
        yield from (" of 18 points", "So far ")
    if kind == FeedbackPart.COMMENTS:
        yield "A vivid comment."


@pytest.mark.parametrize(
    "shown", [[], *([shows] for shows in FeedbackPart), [*FeedbackPart]], ids=str
)
def test_only_what_is_allowed_is_shown(course: Path, downloads: Path, shown: list[str]) -> None:
    marks = Marks(marks_path(read_course(course), "01"))
    spot = {"exercise": "01", "student": "s1", "item": "reflection", "marker": "Ms Marker"}
    marks.record(**spot, criterion=CRITERIA[0], value=2, comment="A vivid comment.")
    text = Shape(page(course, downloads, wrong(), str([*map(str, shown)]))).text
    for kind in FeedbackPart:
        allowed = [words for words in sentences(kind) if words in text]
        assert bool(allowed) == (kind in shown), (kind, allowed)
    assert "Ms Marker" not in text
    assert "What I said, and what she said." in text


def test_the_key_is_not_in_a_page_without_readings(course: Path, downloads: Path) -> None:
    """Neither in the text nor anywhere else in the file."""
    shows = '["points", "messages", "comments"]'
    with_readings = page(course, downloads, {}, '["readings"]')
    without = page(course, downloads, {}, shows)
    grader = grader_of(FOLDER["01"], "en")
    rows = graded(course, downloads).rows["s1"].rows
    reasons = {reason(row, grader.key, grader.content) for row in rows} - {""}
    assert len(reasons) == 20
    assert all(reason in unescape(with_readings) for reason in reasons)
    assert not any(reason in unescape(without) for reason in reasons)
    classes = [attrs.get("class") or "" for _, attrs in Shape(without).tags]
    assert {class_ for class_ in classes if class_.startswith("answer")} == {"answer blank"}


def hostile(number: str) -> dict[str, Answers]:
    return {part: dict.fromkeys(own, EVIL) for part, own in reference(FOLDER[number], "s1").items()}


@pytest.mark.parametrize("number", ["01", "02"])
def test_what_was_typed_is_text(course: Path, downloads: Path, number: str) -> None:
    (course / "roster.csv").write_text('student,name\ns1,"<b onclick=x>Jan</b>"\n', "utf-8")
    html = page(course, downloads, hostile(number), str([*map(str, FeedbackPart)]), number)
    shape = Shape(html)
    assert {tag for tag, _ in shape.tags} & {"script", "img", "b", "a", "iframe"} == set()
    assert {name for _, attrs in shape.tags for name in attrs} <= {
        "lang", "charset", "http-equiv", "content", "name", "class", "dir",
    }  # fmt: skip
    assert clean(EVIL) in shape.text
    assert "<b onclick=x>Jan</b>" in shape.text
    assert "\x00" not in html
    assert "\u202e" not in html


texts = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from([EVIL, "]]>", "<!--"])


@settings(deadline=None, max_examples=40)
@given(typed=texts, comment=texts)
def test_any_text_is_text(
    typed: str, comment: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    honest, other = (
        Shape(written(tmp_path_factory.mktemp("any"), *said))
        for said in (("x", "y"), (typed or "x", comment))
    )
    assert tags(other) == tags(honest)
    assert squeezed(clean(typed)) in squeezed(other.text)
    assert squeezed(clean(comment.strip())) in squeezed(other.text)


def written(root: Path, typed: str, comment: str) -> str:
    (root / "downloads").mkdir()
    (root / "roster.csv").write_text("student,name\ns1,Jan\n", "utf-8")
    spot = {"exercise": "01", "student": "s1", "item": "reflection", "marker": "an"}
    marks = Marks(root / "marks" / "01" / "marks.jsonl")
    marks.record(**spot, criterion=CRITERIA[0], value=2, comment=comment)
    answers: dict[str, Answers] = {"reflection": {"moment": typed}}
    return page(root, root / "downloads", answers, '["comments", "points"]')


def tags(shape: Shape) -> list[str]:
    """All but those that stand or not as a text is empty or not."""
    return [tag for tag, _ in shape.tags if tag not in ("blockquote", "p", "dd")]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_the_page_is_in_the_language_of_the_hand_in(course: Path, downloads: Path) -> None:
    (downloads / "1.zip").write_bytes(sheet_of("s1", language="nl"))
    html = one_page(read_course(course), graded(course, downloads))
    assert Shape(html).tags[0] == ("html", {"lang": "nl"})
    words = load("nl").ui["feedback"]
    assert words["title"].format(number=1, chapter=load("nl").chapters["01"].title) in html
    assert words["so-far"].format(points=26, of=38) in html


def test_the_page_can_run_and_fetch_nothing(course: Path, downloads: Path) -> None:
    html = page(course, downloads, {}, "[]")
    policies = [attrs for _, attrs in Shape(html).tags if attrs.get("http-equiv")]
    (policy,) = [str(policy["content"]) for policy in policies]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert "http:" not in html.replace("http-equiv", "")
    assert "https:" not in html


@pytest.mark.parametrize("number", ["01", "02", "06"])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_answer_has_its_sentence(
    course: Path, downloads: Path, number: str, language: str
) -> None:
    text = (
        COURSE.replace('late = "refuse"', "")
        + COURSE[COURSE.index("[exercises.01]") :]
        .replace("[exercises.01]", "[exercises.06]")
        .partition("[exercises.02]")[0]
    )
    (course / "course.toml").write_text(text, "utf-8")
    (downloads / "1.zip").write_bytes(sheet_of("s1", number=number, language=language))
    results = graded(course, downloads, number)
    text = Shape(one_page(read_course(course), results, number)).text
    grader = grader_of(FOLDER[number], language)
    for row in results.rows["s1"].rows:
        if row.state not in ("right", "ungraded"):
            assert sentence(row, grader.key, grader.content) in text
    for part in grader.exercise.parts.values():
        assert part.title in text


def test_pages_are_written_once_and_named_by_the_roster(
    course: Path, downloads: Path, tmp_path: Path
) -> None:
    (downloads / "1.zip").write_bytes(sheet_of("S1"))
    (downloads / "01-handin-s3.zip").write_bytes(b"junk")
    read = read_course(course)
    write_results(read, graded(course, downloads))
    before = tree(course)
    code, said = run("feedback", "01", "--course", course, "--dry-run")
    assert (code, tree(course)) == (1, before)
    assert "pages 1; nothing written." in said
    to = tmp_path / "out"
    code, said = run("feedback", "01", "--course", course, "--to", to)
    assert said.splitlines() == [
        "Still to be marked: 1, from s1; no grade yet",
        "Refused: s3; no grade yet",
        "Nothing from: s2",
        f"Exercise 01: pages 1; new or changed 1, in {to}.",
    ]
    assert {*tree(to)} == {page_name("01", "s1")}
    assert tree(course) == before
    assert "new or changed 0" in run("feedback", "01", "--course", course, "--to", to)[1]


def test_pages_of_who_is_no_longer_graded_are_moved_and_never_deleted(
    course: Path, downloads: Path
) -> None:
    for student in ("s1", "s2"):
        (downloads / f"{student}.zip").write_bytes(sheet_of(student))
    write_results(read_course(course), graded(course, downloads))
    run("feedback", "01", "--course", course)
    pages_ = course / "feedback" / "01"
    (pages_ / "notes.txt").write_text("mine", "utf-8")
    (pages_ / page_name("02", "s2")).write_text("another exercise", "utf-8")
    before = tree(pages_)
    for again in ("", "-2"):
        (course / "roster.csv").write_text("student,name\ns1,Jan\n", "utf-8")
        run("grade", "01", "--course", course)
        code, said = run("feedback", "01", "--course", course, "--dry-run")
        assert (code, f"{page_name('01', 's2')} would go to" in said) == (1, True)
        assert (pages_ / page_name("01", "s2")).is_file()
        code, said = run("feedback", "01", "--course", course)
        line = f"No longer of today: {page_name('01', 's2')} went to {pages_ / '_old'}"
        assert (code, line in said.splitlines()) == (1, True)
        moved = pages_ / "_old" / f"01-feedback-s2{again}.html"
        assert moved.read_bytes() == before[page_name("01", "s2")]
        assert {*before} - {*tree(pages_)} == {page_name("01", "s2")}
        assert "No longer" not in run("feedback", "01", "--course", course)[1]
        (pages_ / page_name("01", "s2")).write_bytes(moved.read_bytes())


def test_points_by_hand_are_on_the_page_without_the_reason(course: Path, downloads: Path) -> None:
    decided(course, "s1", 7.5)
    for language in ("en", "nl"):
        (downloads / "1.zip").write_bytes(sheet_of("s1", language=language))
        shutil.rmtree(course / "collected", ignore_errors=True)
        html = one_page(read_course(course), graded(course, downloads))
        words, point = load(language).ui["feedback"], {"en": "7.5", "nl": "7,5"}[language]
        assert words["by-hand"].format(points=point, of=10) in html
        assert words["not-read"] not in html
        assert "oral exam" not in html


def test_a_fault_of_ours_costs_only_one_page(
    course: Path, downloads: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for student in ("s1", "s2"):
        (downloads / f"{student}.zip").write_bytes(sheet_of(student))
    write_results(read_course(course), graded(course, downloads))
    page_of = PageBuilder.page

    def faulty(self: PageBuilder, course: str, student: Student) -> Page:
        if student.id == "s1":
            raise RecursionError("\x1b[2Jtoo deep")
        return page_of(self, course, student)

    monkeypatch.setattr(PageBuilder, "page", faulty)
    code, said = run("feedback", "01", "--course", course)
    line = "No page for s1: a fault in helpkit, please report it: RecursionError: \\x1b[2Jtoo deep"
    assert (code, line in said.splitlines()) == (1, True)
    assert [*tree(course / "feedback")] == [f"01/{page_name('01', 's2')}"]


def test_an_exercise_that_was_changed_since_is_told(
    course: Path, downloads: Path, tmp_path: Path
) -> None:
    (downloads / "1.zip").write_bytes(sheet_of("s1"))
    results = graded(course, downloads)
    own = shutil.copytree(FOLDER["01"], tmp_path / "01-own")
    item = results.rows["s1"].rows[0].item
    for name in ("items.toml", "text/en.toml", "key.toml"):
        text = (own / name).read_text("utf-8")
        (own / name).write_text(text.replace(item, f"{item}-anew"), "utf-8")
    read = read_course(course)
    grades = class_grades(read, "01", results, [], RUBRIC)
    with pytest.raises(CourseError, match=rf"lacks '{item}', which the results of s1 have"):
        next(pages(read, "01", results, grades, own))


def test_a_folder_that_cannot_be_used_is_told(course: Path) -> None:
    pages: Any = [("s1", b"x")]
    with pytest.raises(CourseError, match=r"course.toml belongs to the course and stays as it is"):
        write_pages(read_course(course), "01", pages, course / "course.toml")
    (course / "notes").write_text("mine")
    with pytest.raises(CourseError, match="put it right and run this again"):
        write_pages(read_course(course), "01", pages, course / "notes")
