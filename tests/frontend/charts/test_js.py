"""The pure helpers of the page, in a real browser."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.module import exported


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("m.lines('too much or too fast', 12, t => t.length)", ["too much or", "too fast"]),
        ("m.lines('gezichtsverlies', 4, t => t.length)", ["gezichtsverlies"]),
        (
            "m.merged({a: {b: 1, c: 2}, d: [1]}, {a: {b: 3}, d: [2]})",
            {"a": {"b": 3, "c": 2}, "d": [2]},
        ),
        (
            "m.coloured({a: ['@ink', 'b@ink', 1, null]}, n => n + '!')",
            {"a": ["ink!", "b@ink", 1, None]},
        ),
        ("m.across(['aa bb', 'cc'], 2, 10, t => t.length).ticktext", ["aa<br>bb", "cc"]),
        ("m.across(['aaa', 'cc'], 2, 10, t => t.length).tickangle", -90),
    ],
)
def test_helpers(page: Page, expression: str, value: Any) -> None:
    assert exported(page, "chart", expression) == value


def test_a_legend_has_the_lines_it_needs(page: Page) -> None:
    wide = "(text) => 10 * text.length"
    data = "[{ name: 'one' }, { name: 'three' }, { name: 'two' }, { name: 'x', showlegend: false }]"
    assert exported(page, "chart", f"m.keyed({data}, 340, {wide}).lines") == 2, "all on one line"
    assert exported(page, "chart", f"m.keyed({data}, 230, {wide}).lines") == 3, "two and one"
    narrow = exported(page, "chart", f"m.keyed([{{ name: 'one two' }}], 100, {wide})")
    assert narrow == {"data": [{"name": "one<br>two"}], "lines": 3}


def test_the_name_of_an_axis_is_broken_where_it_does_not_fit(page: Page) -> None:
    wide = "(text) => 10 * text.length"
    layout = "{ height: 300, font: { size: 10 }, xaxis: { title: { text: 'what you send' } } }"
    named = exported(page, "chart", f"m.titled({layout}, 100, {wide})")
    assert named["axes"]["xaxis"]["title"]["text"] == "what you<br>send"
    assert exported(page, "chart", f"m.titled({layout}, 400, {wide})")["height"] < named["height"]
