"""The pure helpers of the page, in a real browser."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.module import exported


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("one", 1), ("It's half-way, no?  Yes\nÉén 2,5", 6), ("– … !", 0)],
)
def test_words(page: Page, text: str, words: int) -> None:
    assert exported(page, "reflect", f"m.count({text!r})") == words


@pytest.mark.parametrize(
    ("text", "base", "sent", "saved", "means"),
    [
        ("a", "a", [], "a", "same"),
        ("ab", "", ["a"], "a", "own"),
        ("ab", "", [], "ab", "own"),
        ("a", "a", [], "b", "show"),
        ("ac", "a", [], "b", "keep"),
    ],
)
def test_what_a_text_from_the_journal_means(
    page: Page, text: str, base: str, sent: list[str], saved: str, means: str
) -> None:
    field = f"{{ text: {text!r}, base: {base!r}, sent: {sent} }}"
    assert exported(page, "reflect", f"m.arrival({field}, {saved!r})") == means


@pytest.mark.parametrize(
    ("draft", "base", "saved", "forked"),
    [
        ("ab", "a", "a", False),
        ("abc", "a", "ab", False),
        ("ac", "a", "", False),
        ("ac", "a", "ab", True),
    ],
)
def test_a_draft_that_goes_on_where_the_journal_is_tells_no_second_story(
    page: Page, draft: str, base: str, saved: str, forked: bool
) -> None:
    call = f"m.forked({{ text: {draft!r}, base: {base!r} }}, {saved!r})"
    assert exported(page, "reflect", call) is forked


@pytest.mark.parametrize(
    ("words", "zone"), [(149, "short"), (150, "good"), (250, "good"), (251, "long")]
)
def test_the_length_is_a_guide(page: Page, words: int, zone: str) -> None:
    assert exported(page, "reflect", f"m.zone({words}, 150, 250)") == zone


def test_the_time_is_the_learners_own(browser: Browser) -> None:
    context = browser.new_context(timezone_id="Asia/Tokyo")
    call = 'm.clock("2026-11-23T22:36:53.120Z", "{}", new Date("2026-11-2{}T09:00:00Z"))'
    english = exported(context.new_page(), "reflect", call.format("en", 4))
    dutch = exported(context.new_page(), "reflect", call.format("nl", 5))
    context.close()
    assert english == {"date": "24 November", "time": "07:36", "today": True}
    assert dutch == {"date": "24 november", "time": "07:36", "today": False}
