"""The pure helpers of the page, in a real browser."""

from playwright.sync_api import Page

from tests.browser.module import exported


def test_helpers(page: Page) -> None:
    choice = "{x: 'role', y: 'risk', whose: 'mine'}"
    assert exported(page, "map", f"m.changed({choice}, 'x', 'arena')") == {
        "x": "arena",
        "y": "risk",
        "whose": "mine",
    }
    assert exported(page, "map", f"m.changed({choice}, 'x', 'risk')") == {
        "x": "risk",
        "y": "role",
        "whose": "mine",
    }
    figure = "{data: [{customdata: [['a/b', 'a/c']]}], layout: {}}"
    assert exported(page, "map", f"m.framed({figure}, 'a/c').layout.shapes[0].x0") == 0.5
    assert exported(page, "map", f"m.framed({figure}, 'z/z').layout") == {}
