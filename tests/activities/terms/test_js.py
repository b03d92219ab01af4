"""The pure helpers of the page, in a real browser."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.module import exported

PAGE = "{ width: 400, height: 300 }"
SIZE = "{ width: 200, height: 100 }"


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("{ left: 20, top: 10, bottom: 30 }", {"left": 20, "top": 38}),
        ("{ left: 380, top: 10, bottom: 30 }", {"left": 192, "top": 38}),
        ("{ left: -9, top: 250, bottom: 270 }", {"left": 8, "top": 142}),
        ("{ left: 20, top: 50, bottom: 250 }", {"left": 20, "top": 8}),
    ],
)
def test_an_entry_stands_beside_its_word_and_within_the_window(
    page: Page, place: str, expected: dict[str, Any]
) -> None:
    assert exported(page, "terms", f"m.beside({place}, {SIZE}, {PAGE})") == expected
