"""The guesses of a learner in a real JupyterLab: it follows what is predicted above it."""

from playwright.sync_api import expect

from tests.activities.predictions.test_page import FOUR, LEDGER
from tests.browser.fixtures import PATIENCE
from tests.browser.notebook import Notebook
from tests.browser.steps import all_saved

OUT_OF_SIGHT_AND_BACK = """async (node) => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  node.style.display = "none";
  await frame();
  await frame();
  node.style.display = "";
}"""


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
