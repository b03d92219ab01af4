"""The pure helpers of the page, in a real browser."""

from playwright.sync_api import Page

from tests.browser.module import exported


def test_helpers(page: Page) -> None:
    level = {"middle": 137, "angle": 0, "ends": [137, 137]}
    assert exported(page, "seesaw", "m.posed([5, 5])") == level
    assert exported(page, "seesaw", "m.posed([7, 3]).ends") == [119, 155]
    assert exported(page, "seesaw", "m.posed([7, 3]).angle") > 0
    knob = "{ low: -10, high: 10, step: 1 }"
    assert exported(page, "seesaw", f"m.tilted({knob}, 0, 9)") == 2
    assert exported(page, "seesaw", f"m.tilted({knob}, -3, -9)") == -5
    assert exported(page, "seesaw", f"m.tilted({knob}, 8, 90)") == 10
