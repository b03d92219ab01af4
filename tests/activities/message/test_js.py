"""The pure helpers of the page, in a real browser."""

import pytest
from playwright.sync_api import Page

from tests.browser.module import exported


@pytest.mark.parametrize(("name", "letter"), [("Noor", "N"), (" émile", "é"), ("", "")])
def test_the_letter_in_the_picture(page: Page, name: str, letter: str) -> None:
    assert exported(page, "message", f"m.initial({name!r})") == letter
