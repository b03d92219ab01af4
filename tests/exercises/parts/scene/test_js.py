"""The pure helpers of the page, in a real browser."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page

from helpkit.journal.strict_json import json_line
from tests.browser.module import exported
from tests.exercises.samples import own_scene

WHOLE = own_scene()


@pytest.mark.parametrize("one", ["", WHOLE, 'a"\\\n\t\x01', "€é😀\u2028", "\x7f"])
def test_the_browser_weighs_a_text_as_python_does(page: Page, one: str) -> None:
    call = f"m.weight({json.dumps(one)}) + {len(json_line({'': ''})) - 2}"
    assert exported(page, "scene", call) == len(json_line({"": one}))


@pytest.mark.parametrize(
    ("line", "span"), [(1, [0, 1]), (2, [2, 4]), (3, [5, 5]), (4, [6, 7]), (9, [7, 7])]
)
def test_where_a_line_is(page: Page, line: int, span: list[int]) -> None:
    assert exported(page, "scene", f"m.lineAt('a\\nbc\\n\\nd', {line})") == span


@pytest.mark.parametrize(
    ("turns", "left", "at"),
    [
        ("[]", 0, "n1"),
        ("[{ node: 'n1', choice: 'a' }]", 1, "n2"),
        ("[{ node: 'n1', choice: 'gone' }]", 0, "n1"),
        ("[{ node: 'n1', choice: 'a' }, { node: 'n1', choice: 'a' }]", 1, "n2"),
        ("[{ node: 'n1', choice: 'a' }, { node: 'n2', choice: 'a' }]", 2, "nowhere"),
    ],
)
def test_how_far_a_conversation_still_goes(page: Page, turns: str, left: int, at: str) -> None:
    ways = "[['n1', 'n2'], ['n2', 'nowhere']]"
    nodes = f"{ways}.map(([id, next]) => ({{ id, choices: [{{ id: 'a', next }}] }}))"
    found: Any = exported(page, "scene", f"m.walkable({{ first: 'n1', nodes: {nodes} }}, {turns})")
    assert (len(found["turns"]), found["at"]) == (left, at)
