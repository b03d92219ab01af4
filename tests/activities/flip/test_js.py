"""The pure helpers of the page, in a real browser."""

import json

import pytest
from playwright.sync_api import Page

from tests.browser.module import exported


@pytest.mark.parametrize(("shown", "start"), [("", 0), ("a", 1), ("ac", 1), ("abc", 0)])
def test_where_it_begins(page: Page, shown: str, start: int) -> None:
    state: dict[str, dict[str, object]] = {
        key: {"shown": {} if key in shown else None} for key in "abc"
    }
    pairs = [{"id": key} for key in "abc"]

    call = f"m.begin({json.dumps(pairs)}, {json.dumps(state)})"
    assert exported(page, "flip", call) == start
