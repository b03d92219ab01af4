"""The pure helpers of the page, in a real browser."""

import pytest
from playwright.sync_api import Page

from tests.browser.module import exported


@pytest.mark.parametrize(
    ("text", "number"),
    [("14", 14), (" 0 ", 0), ("26", 26), ("27", None), ("-1", None), ("3.5", None), ("", None)],
)
def test_whole_numbers(page: Page, text: str, number: int | None) -> None:
    assert exported(page, "predict", f"m.wholeNumber('{text}', 0, 26)") == number


def test_dots(page: Page) -> None:
    assert exported(page, "reveal", "m.dots({ a: 2, b: 0, c: 1 })") == ["a", "a", "c"]
