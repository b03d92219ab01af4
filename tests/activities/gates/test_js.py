"""The pure helpers of the page, in a real browser."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.module import exported


@pytest.mark.parametrize(
    ("gate", "reached"),
    [("'say'", 0), ("'carry-out'", 2), ("'held'", 3), ("undefined", None), ("'elsewhere'", None)],
)
def test_helpers(page: Page, gate: str, reached: Any) -> None:
    assert exported(page, "gates", f"m.reach({gate}, ['say', 'accept', 'carry-out'])") == reached
