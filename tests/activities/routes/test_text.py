"""The ways in which helping can start, as a table."""

from pathlib import Path

import pytest

from helpkit import Lesson
from helpkit.activities.routes.text import text
from helpkit.content import load


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_way_has_a_row_under_the_head(language: str) -> None:
    content = load(language)
    head, rule, *rows = text(content).splitlines()
    assert content.ui["routes"]["mover"] in head
    assert rule == "| --- | --- | --- |"
    assert [row.split(" | ")[0] for row in rows] == [
        f"| {route.name}" for route in content.routes.values()
    ]


def test_a_notebook_shows_it_as_markdown(tmp_path: Path) -> None:
    lesson = Lesson("01", "nl", tmp_path)
    assert lesson.routes().data == text(lesson.content)
