"""The pure helpers of the page, in a real browser."""

import pytest
from playwright.sync_api import Page

from tests.browser.module import exported


def test_helpers(page: Page) -> None:
    low, high = "{trust: 0, client: 0, helper: 10}", "{trust: 10, client: 10, helper: 0}"
    small = exported(page, "converse", f"m.pose('client', {low})")
    tall = exported(page, "converse", f"m.pose('client', {high})")
    assert small["tall"] < tall["tall"]
    assert small["x"] < tall["x"]
    assert small["mood"] < tall["mood"]
    assert exported(page, "converse", "m.looks('Sam', 'Sam')") == [1, 2]
    assert exported(page, "converse", "m.scale(2)") == [-2, -1, 0, 1, 2]
    assert exported(page, "converse", "[-2, 0, 1].map(m.signed)") == ["−2", "0", "+1"]


@pytest.mark.parametrize(
    ("state", "local", "told"),
    [
        ("null", {}, "curtain"),
        ("{number: 1, path: [], ending: null, seat: null}", {}, "speaking"),
        ("{number: 1, path: ['a'], ending: null, seat: null}", {"unheard": "1.1"}, "answered"),
        ("{number: 1, path: ['a'], ending: {}, seat: {number: 1}}", {}, "ended"),
        ("{number: 1, path: ['a'], ending: {}, seat: {number: 1}}", {"panel": "chair"}, "landing"),
        ("{number: 1, two: true, path: ['a'], seat: {number: 1}}", {}, "hand-over"),
        ("{number: 1, two: true, path: ['a'], seat: {number: 1}}", {"seated": "1.1"}, "landing"),
    ],
)
def test_where_the_evening_is(page: Page, state: str, local: dict[str, str], told: str) -> None:
    assert exported(page, "converse", f"m.phase({state}, {local})") == told
