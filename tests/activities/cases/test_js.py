"""The pure helpers of the page, in a real browser."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.module import exported


@pytest.mark.parametrize(
    ("call", "result"),
    [
        ("m.nextOpen(['a', 'b', 'c'], [], '')", "a"),
        ("m.nextOpen(['a', 'b', 'c'], ['b'], 'a')", "c"),
        ("m.nextOpen(['a', 'b', 'c'], ['b', 'c'], 'c')", "a"),
        ("m.nextOpen(['a', 'b'], ['a', 'b'], 'a')", None),
        ("m.neighbours(['a', 'b'], [], 'a')", {"previous": None, "next": "b"}),
        ("m.neighbours(['a', 'b'], [], 'b')", {"previous": "a", "next": "a"}),
        ("m.neighbours(['a', 'b'], ['a'], 'b')", {"previous": "a", "next": None}),
        ("m.neighbours(['a', 'b'], ['a', 'b'], 'b')", {"previous": "a", "next": None}),
    ],
)
def test_helpers(page: Page, call: str, result: Any) -> None:
    assert exported(page, "cases", call) == result
