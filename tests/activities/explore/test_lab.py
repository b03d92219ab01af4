"""Explorations in a real JupyterLab: every knob turns, and the table says what the model says."""

from playwright.sync_api import Page, WebSocket, expect

from tests.activities.explore.test_page import expected, explore, knob, shows
from tests.browser.notebook import Notebook
from tests.browser.steps import all_saved, journal, next_evening


def test_found_again_and_put_back(notebook: Notebook) -> None:
    widget = explore(notebook, "who-will-help")
    knob(widget, "n").fill("12")
    shows(widget, expected("who-will-help", {"n": 12, "cost-benefit": 0.25}))
    expect(widget.locator("[data-key='knob-cost-benefit']")).to_be_hidden()
    widget.locator("[data-key='next-knob']").click()
    expect(knob(widget, "cost-benefit")).to_be_visible()
    all_saved(notebook.page)

    again = next_evening(notebook, "explore")
    expect(knob(again, "n")).to_have_value("12")
    expect(knob(again, "cost-benefit")).to_be_visible()
    again.locator("[data-key='start-over']").click()
    expect(knob(again, "n")).to_have_value("5")
    shows(again, expected("who-will-help", {"n": 5, "cost-benefit": 0.25}))


DRAG = """(input) => {
  for (const value of [3, 5, 7, 9, 11, 13, 15, 17, 19]) {
    input.value = String(value);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
}"""


def test_while_it_is_dragged_only_the_newest_value_is_computed(
    notebook: Notebook, page: Page
) -> None:
    sent: list[str] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", lambda payload: sent.append(str(payload)))

    page.on("websocket", listen)
    widget = explore(notebook, "who-will-help")
    knob(widget, "n").evaluate(DRAG)
    shows(widget, expected("who-will-help", {"n": 19, "cost-benefit": 0.25}))
    tries = [one for one in sent if '"kind":"try"' in one or "try-" in one]
    assert len(tries) == 2, "the first goes at once, the newest when Python is free"
    assert journal(notebook).state().of("02", "who-will-help").answers == {}
