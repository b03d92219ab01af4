"""Looking back in a real JupyterLab: it fills itself, and the self-check survives a restart."""

from playwright.sync_api import expect

from tests.activities.recap.test_page import RECAP, UI, checks, key, recap
from tests.browser.notebook import Notebook


def test_the_self_check_by_mouse_and_again_after_a_restart(notebook: Notebook) -> None:
    notebook.show(RECAP)
    widget = recap(notebook)
    key(widget, "check").click()
    expect(widget.get_by_role("alert")).to_have_text(UI["still-open"].format(open=8))
    for item, risk in (checks() | {"joke": "looking-away", "knee": "looking-away"}).items():
        key(widget, f"{item}-{risk}").check()
    key(widget, "check").click()
    score = key(widget, "score")
    expect(score).to_be_focused()
    expect(score).to_contain_text(UI["score"].format(now=6, total=8))
    expect(score).to_contain_text(UI["not-yet"])
    widget.locator("label:has([data-key='joke-barging-in'])").click()
    expect(score).to_contain_text(UI["score"].format(now=7, total=8))
    expect(score).to_contain_text(UI["score-first"].format(first=6, total=8))
    expect(score).to_contain_text(UI["passed"])

    widget.evaluate("(node) => node.remove()")
    notebook.restart().run()
    again = recap(notebook)
    expect(key(again, "score")).to_contain_text(UI["score"].format(now=7, total=8))
    expect(key(again, "joke-barging-in")).to_be_checked()
    expect(key(again, "knee-looking-away")).to_be_checked()
    expect(again.locator(".hk-said").nth(3)).to_contain_text("At first you said: looking away.")
