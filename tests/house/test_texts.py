"""A file of texts is called like the page that shows them."""

import re

import pytest

from helpkit.content import languages, load
from tests.house.source import PYTHON

NAME = re.compile(r'^    name = "(\w+)"$', re.MULTILINE)
AREAS = {
    "chart", "common", "desk", "exercise", "feedback", "grading", "journal", "lesson",
    "lesson_view", "mirror", "nbgrader", "routes", "scene-faults", "traces",
}  # fmt: skip
"""Texts that are of no page alone."""


@pytest.mark.parametrize("language", languages())
def test_texts_are_named_for_the_page_that_shows_them(language: str) -> None:
    names = {name for path in PYTHON for name in NAME.findall(path.read_text())}
    assert load(language).ui.keys() - names == AREAS
