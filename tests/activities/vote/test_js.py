"""The pure helpers of the page, in a real browser."""

import pytest
from playwright.sync_api import Page

from tests.browser.module import exported


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [("a", "a", "stayed"), ("a", "b", "moved")],
)
@pytest.mark.parametrize(("sure", "degree"), [(25, "less-sure"), (50, "as-sure"), (95, "surer")])
def test_shift(page: Page, first: str, second: str, told: str, sure: int, degree: str) -> None:
    call = f"m.shift({{choice: '{first}', sure: 50}}, {{choice: '{second}', sure: {sure}}})"
    assert exported(page, "vote", call) == [told, degree]
