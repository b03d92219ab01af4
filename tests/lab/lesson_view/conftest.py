"""Lessons in the lesson view of the JupyterLab of the run."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page

from helpkit.lab.course_folder import CourseFolder, lessons_folder
from tests.browser.fixtures import Served, Window
from tests.lab.lesson_view.lesson_page import ANY, LessonPage


@contextmanager
def course_of(page: Page, lab: Served, name: str) -> Iterator[LessonPage]:
    """A course folder with all lessons, and a page that opens them."""
    address, root = lab
    CourseFolder(root / name).lay_out(lessons_folder())
    lesson = LessonPage(page, address, root, root / name)
    yield lesson
    lesson.close()


@pytest.fixture
def course(page: Page, lab: Served, tmp_path: Path) -> Iterator[LessonPage]:
    """A course folder that one test has for itself."""
    with course_of(page, lab, tmp_path.name) as lesson:
        yield lesson


@pytest.fixture(scope="module")
def lesson(
    window: Window, lab: Served, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LessonPage]:
    """Lesson 6, opened once for all tests of a file that leave it as it was."""
    with course_of(window.ready(), lab, tmp_path_factory.mktemp("course").name) as lesson:
        yield lesson.lesson("06").settled(ANY)
    window.tidy()
