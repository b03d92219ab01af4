"""The pure helpers of the page, in a real browser."""

from playwright.sync_api import Page

from tests.browser.module import exported


def test_helpers(page: Page) -> None:
    for progress, standing in (
        ("{}", "none"),
        ("{ running: true, done: 0, of: 200 }", "running"),
        ("{ running: false, done: 3, of: 200 }", "stopped"),
        ("{ running: false, done: 200, of: 200 }", "finished"),
    ):
        assert exported(page, "villages", f"m.standing({progress})") == standing
