"""The pure helpers of the page, in a real browser."""

from playwright.sync_api import Locator, Page

from tests.browser.module import exported


def rounds(widget: Locator) -> Locator:
    return widget.locator(".hk-marks li")


def test_helpers(page: Page) -> None:
    played = "{ a: [{}, {}], b: [{}] }"
    assert exported(page, "partners", f"m.waiting(['a', 'b'], {played}, 2)") == "b"
    assert exported(page, "partners", f"m.waiting(['a', 'b'], {played}, 1)") == "a"
    rounds = "[{ 'my-points': -1, 'their-points': 3 }, { 'my-points': -1, 'their-points': 3 }]"
    assert exported(page, "partners", f"m.totals({rounds})") == {"mine": "−2", "theirs": "6"}
