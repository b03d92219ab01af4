"""The questions of the book as a list."""

import pytest

from helpkit.activities.questions.text import text
from helpkit.content import load


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_question_is_in_the_list(language: str) -> None:
    content = load(language)
    lines = text(content).splitlines()
    assert lines == [f"1. {question.text}" for question in content.questions.values()]
