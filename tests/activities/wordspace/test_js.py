"""The pure helpers of the page, in a real browser."""

from playwright.sync_api import Page

from tests.browser.module import exported


def test_helpers(page: Page) -> None:
    full = "{ evaluation: 1, potency: 1, activity: 1 }"
    assert exported(page, "wordspace", f"m.next(['a', 'b', 'c'], {{ b: {full} }}, 'a')") == "c"
    every = f"{{ a: {full}, b: {full} }}"
    assert exported(page, "wordspace", f"m.next(['a', 'b'], {every}, 'a')") == "b"
