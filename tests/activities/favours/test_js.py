"""The pure helpers of the page, in a real browser."""

from playwright.sync_api import Page

from tests.browser.module import exported


def test_helpers(page: Page) -> None:
    moves = "[{ by: 'A', do: 'give', value: 3 }, { by: 'B', do: 'thank' }]"
    paid = {"by": "B", "do": "give", "value": 3}
    assert exported(page, "favours", f"m.repayment({moves}, 'B')") == paid
    assert exported(page, "favours", f"m.repayment({moves}, 'A')") is None
