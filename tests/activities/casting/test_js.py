"""The pure helpers of the page, in a real browser."""

from playwright.sync_api import Page

from tests.browser.module import exported


def test_helpers(page: Page) -> None:
    terms = (
        "{ a: { the: 'the nurse' }, b: { the: 'the boss' }, c: { does: '{actor} helps {object}' } }"
    )
    scene = "{ first: 'a', second: 'b', culture: 'x', events: [{ by: 'first', act: 'c' }] }"
    told = f"m.sentence({terms}, {scene}, {{ by: 'second', act: 'c' }})"
    assert exported(page, "casting", told) == "The boss helps the nurse."
    assert exported(page, "casting", f"m.unrated({scene}, ['a'])") == ["b", "c"]
    assert exported(page, "casting", f"m.same({scene}, {scene})") is True
