"""A page that starts its widgets slowly: none of them may be deaf to Python afterwards."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.notebook import Notebook
from tests.browser.steps import all_saved, journal

# anywidget gives a model two seconds; here so little that every one is late.
NO_TIME = """
const timeout = AbortSignal.timeout.bind(AbortSignal);
AbortSignal.timeout = () => timeout(0);
"""
LATE = "Failed to initialize model"


@pytest.fixture
def late(own_page: Page, lab: tuple[str, Path], tmp_path: Path) -> Notebook:
    """A notebook in a page in which anywidget gives up on every model."""
    own_page.add_init_script(NO_TIME)
    return Notebook(own_page, *lab, tmp_path / "answers")


def test_a_widget_that_was_late_still_hears_python(late: Notebook) -> None:
    given_up: list[str] = []
    late.page.on("pageerror", lambda error: given_up.append(str(error)))
    late.show("ch1.favours('evening')", lesson="02")
    widget = late.widget("favours")
    widget.locator("[data-key='give-A']").click()
    expect(widget.locator(".hk-moves li")).to_have_count(1)
    expect(widget.locator(".main-svg").first).to_be_attached()
    expect(widget.locator(".hk-words")).to_contain_text("Ruth")
    all_saved(late.page)
    assert len(journal(late).state().of("02", "evening").answers["moves"]) == 1
    assert any(LATE in error for error in given_up), "no model was late: this tests nothing"
    late.close()
    late.page.close()
