"""The pure helpers of the page, in a real browser."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.module import exported


@pytest.mark.parametrize(
    ("here", "language", "zone", "said"),
    [
        ("Europe/Amsterdam", "nl", "Europe/Amsterdam", "vrijdag 4 december om 17:00"),
        ("Europe/Paris", "en", "Europe/Amsterdam", "Friday 4 December at 17:00"),
        ("Asia/Tokyo", "en", "Europe/Amsterdam", "Friday 4 December at 17:00 CET"),
        ("Asia/Tokyo", "nl", "Europe/Amsterdam", "vrijdag 4 december om 17:00 CET"),
        ("Asia/Tokyo", "nl", "", "zaterdag 5 december om 01:00"),
        ("Asia/Tokyo", "nl", "No/Where", "zaterdag 5 december om 01:00"),
    ],
)
def test_the_deadline_is_by_the_clock_of_the_course(
    browser: Browser, here: str, language: str, zone: str, said: str
) -> None:
    context = browser.new_context(timezone_id=here)
    call = f'm.until("2026-12-04T17:00:00+01:00", "{language}", "{zone}")'
    assert exported(context.new_page(), "student", call) == said
    context.close()


@pytest.mark.parametrize(
    ("answers", "start", "name"),
    [
        ("{}", 0, "a"),
        ("{a: 1}", 0, "b"),
        ("{b: 1}", 1, "c"),
        ("{c: 1}", 2, "a"),
        ("{a: 1, b: 1, c: 1}", 1, None),
    ],
)
def test_the_next_open_one(page: Page, answers: str, start: int, name: Any) -> None:
    call = f'm.nextOpen(["a", "b", "c"], {answers}, {start})'
    assert exported(page, "classify", call) == name
