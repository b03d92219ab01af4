"""The guesses of a learner in a real JupyterLab: it follows what is predicted above it."""

from playwright.sync_api import Page, expect

from tests.browser.fixtures import PATIENCE
from tests.browser.notebook import Notebook
from tests.browser.steps import accessible, all_saved, fits
from tests.language import english_in

LEDGER = "ch1.predictions('predictions')"
OUT_OF_SIGHT_AND_BACK = """async (node) => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  node.style.display = "none";
  await frame();
  await frame();
  node.style.display = "";
}"""
FOR_FUN = """
key = "both-gave-five"
ch1.journal.record(activity=key, item=key, kind="prediction", value={"guess": 0})
ch1.journal.record(activity=key, item=key, kind="reveal", value=None)
"""
FOUR = """
predicted = {"sent-something": 30, "refused-offers": 99, "tickets": 8, "victims-chance": 84}
for key, guess in predicted.items():
    value = {"guess": guess, "sure": 75}
    ch1.journal.record(activity=key, item=key, kind="prediction", value=value)
    ch1.journal.record(activity=key, item=key, kind="reveal", value=None)
"""


def test_it_follows_a_prediction_that_is_made_and_looked_at(notebook: Notebook) -> None:
    cells = ("ch1.predict('mirror-ahead')", "ch1.reveal('mirror-ahead')")
    notebook.show(FOUR, *cells, LEDGER, lesson="02")
    ledger = notebook.widget("predictions")
    expect(ledger.locator(".hk-entry")).to_have_count(4)
    expect(ledger.locator(".hk-panel")).to_contain_text("one more")
    notebook.widget("predict").get_by_role("spinbutton").fill("5")
    notebook.widget("predict").get_by_role("radio").last.check()
    notebook.widget("predict").get_by_role("button").click()
    notebook.widget("reveal").get_by_role("button").click()
    all_saved(notebook.page)
    ledger.evaluate(OUT_OF_SIGHT_AND_BACK)
    ledger.scroll_into_view_if_needed()
    expect(ledger.locator(".hk-entry")).to_have_count(5)
    expect(ledger.locator(".main-svg").first).to_be_attached(timeout=PATIENCE * 1000)
    expect(ledger.locator(".hk-words")).to_contain_text("right 2 times out of 5: 40%")
    assert ledger.locator("tbody tr").all_text_contents() == ["75%42", "95%10"]


def test_a_guess_for_fun_is_shown_and_does_not_count(notebook: Notebook) -> None:
    notebook.show(FOUR, FOR_FUN, LEDGER, lesson="02")
    ledger = notebook.widget("predictions")
    expect(ledger.locator(".hk-entry")).to_have_count(5)
    fun = ledger.locator(".hk-for-fun")
    expect(fun.locator(".hk-tag")).to_have_text("for fun")
    expect(fun).to_contain_text("You said 0. It was 2.")
    expect(ledger.locator(".hk-panel")).to_contain_text("one more")


def test_nothing_yet(notebook: Notebook) -> None:
    notebook.show(LEDGER, lesson="02")
    expect(notebook.widget("predictions").locator(".hk-panel")).to_contain_text("No guess yet")


def test_dutch_readable_and_within_320_px(notebook: Notebook, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 900})
    fifth = FOUR.replace("84}", '84, "mirror-ahead": 1}')
    notebook.show(fifth, LEDGER, lesson="02", language="nl")
    widget = notebook.widget("predictions")
    expect(widget.locator(".main-svg").first).to_be_attached(timeout=PATIENCE * 1000)
    fits(widget.locator(".hk-entries"))
    assert english_in(widget.inner_text()) == []
    accessible(notebook, ".hk-predictions")
