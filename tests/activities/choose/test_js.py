"""The pure helpers of the page, in a real browser."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.module import exported


@pytest.mark.parametrize(
    ("answer", "standing"), [("c", "now"), ("a", "before"), ("b", "opened"), ("d", "closed")]
)
def test_how_an_answer_stands(page: Page, answer: str, standing: Any) -> None:
    state = '{ tries: ["a", "c", "a", "c"], opened: ["b", "a"] }'
    assert exported(page, "choose", f'm.standing("{answer}", {state})') == standing
