"""The pure helpers of the page, in a real browser."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.module import exported

LISTS = '[["a", "b", "c"], [], ["d"]]'


@pytest.mark.parametrize(
    ("call", "result"),
    [
        ('m.nextCard(["a", "b", "c"], {}, null)', "a"),
        ('m.nextCard(["a", "b", "c"], { b: "x" }, "a")', "c"),
        ('m.nextCard(["a", "b", "c"], { c: "x" }, "b")', "a"),
        ('m.nextCard(["a", "b"], { a: "x", b: "x" }, "a")', None),
        ('m.spread(["a", "b", "c"], ["x", "y"], { b: "y" })', [["a", "c"], [], ["b"]]),
        (f'm.arrow({LISTS}, "a", "ArrowDown")', "b"),
        (f'm.arrow({LISTS}, "a", "ArrowUp")', "a"),
        (f'm.arrow({LISTS}, "c", "ArrowDown")', "c"),
        (f'm.arrow({LISTS}, "c", "ArrowRight")', "d"),
        (f'm.arrow({LISTS}, "d", "ArrowLeft")', "a"),
        (f'm.arrow({LISTS}, "d", "ArrowRight")', "d"),
        ('m.carry(["x", "y"], null, "ArrowRight")', "x"),
        ('m.carry(["x", "y"], "y", "ArrowDown")', "y"),
        ('m.carry(["x", "y"], "x", "ArrowLeft")', None),
        ('m.carry(["x", "y"], null, "ArrowUp")', None),
        ("m.edgeSpeed(300, 0, 600)", 0),
        ("m.edgeSpeed(59, 0, 600)", -1),
        ("m.edgeSpeed(-500, 0, 600)", -18),
        ("m.edgeSpeed(600, 0, 600)", 18),
        (
            'm.overlaid({ answers: { a: "x", b: "x" }, sure: {} }, ['
            '{ part: "answers", item: "a", value: null }, '
            '{ part: "sure", item: "b", value: false }])',
            {"answers": {"b": "x"}, "sure": {"b": False}},
        ),
    ],
)
def test_the_moves(page: Page, call: str, result: Any) -> None:
    assert exported(page, "sort", call) == result
