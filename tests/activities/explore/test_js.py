"""The pure helpers of the page, in a real browser."""

from playwright.sync_api import Page

from tests.browser.module import exported


def test_helpers(page: Page) -> None:
    assert exported(page, "explore", "m.written(-1.256, ',')") == "−1,26"
    assert exported(page, "explore", "m.written(5, ',')") == "5"
