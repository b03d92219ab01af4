"""The sorting board in a real JupyterLab: by mouse, by finger, by keyboard, and found again."""

from playwright.sync_api import expect

from helpkit.content import load
from tests.activities.sort.test_page import Board, sorted_already
from tests.browser.axe import serious
from tests.browser.notebook import Notebook


def test_with_the_mouse(notebook: Notebook) -> None:
    board = Board(notebook.show("ch1.sort('formality')"))
    assert serious(board.page) == []
    first = board.hand()
    board.card(first).evaluate("(node) => (node.same = true)")
    board.drag(board.root.locator(".hk-big"), board.column("formal"))
    board.lies(first, "formal")
    second = board.hand()
    assert second != first
    board.drag(board.card(first), board.column("informal"))
    board.lies(first, "informal")
    assert board.hand() == second

    board.button("unsure").click()
    board.button("choice.semi_formal").click()
    board.lies(second, "semi_formal")
    expect(board.card(second)).to_contain_text(load("en").ui["sort"]["mark-unsure"])

    pile = board.root.locator(".hk-pile .hk-card")
    dragged = str(pile.nth(2).get_attribute("data-card"))
    board.drag(board.card(dragged), board.button("choice.between"))
    board.lies(dragged, "between")

    third = str(pile.nth(4).get_attribute("data-card"))
    board.card(third).click()
    board.column("between").locator("h4").click()
    board.lies(third, "between")
    board.button("undo").click()
    expect(board.root.locator(f".hk-pile [data-card='{third}']")).to_be_visible()
    board.button("filter-done").click()
    expect(board.root.locator(".hk-pile")).to_be_hidden()
    board.button("filter-all").click()

    board.card(second).click()
    expect(board.button("see-ours")).to_be_enabled()
    board.button("see-ours").click()
    expect(board.button(f"reading.{second}")).to_be_focused()
    board.button("choice.formal").click()
    expect(board.root.locator(".hk-first")).to_contain_text("semi-formal")
    board.saved("formality", second, "formal")
    assert board.card(first).evaluate("(node) => node.same"), "an update made the cards anew"

    board = board.again()
    board.lies(first, "informal")
    board.lies(second, "formal")
    board.card(second).click()
    expect(board.root.locator(".hk-first")).to_contain_text("semi-formal")


def test_nothing_is_lost_while_the_kernel_is_gone(notebook: Notebook) -> None:
    done = sorted_already(
        notebook, "formality", lambda one: dict.fromkeys(one.order, "formal"), reveal=True
    )
    disputed = str(done.state["order"][1])  # not the one that is at hand when the page opens
    board = Board(notebook.show("ch1.sort('formality')"))
    notebook.restart()
    board.button("next").click()
    board.button("choice.between").click()
    board.lies(disputed, "between")
    board.button(f"formality.argument.{disputed}").fill("Nobody asked")
    notebook.load()
    crashed = str(done.state["order"][2])  # typed in a browser that fell before it sent anything
    key = f"{board.place()}.draft.formality.argument.{crashed}"
    board.page.evaluate("(key) => localStorage.setItem(key, '\"Half a\"')", key)
    notebook.run()
    board = Board(notebook)
    board.lies(disputed, "between")
    board.saved("formality", disputed, "between")
    board.saved("formality.argument", disputed, "Nobody asked")
    board.button("next").click()
    expect(board.button(f"formality.argument.{disputed}")).to_have_value("Nobody asked")
    board.page.wait_for_function("(key) => localStorage.getItem(key) === null", arg=key)
    board.saved("formality.argument", crashed, "Half a")
