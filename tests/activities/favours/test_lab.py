"""The evening of favours in a real JupyterLab: move by move, other people, and found again."""

from playwright.sync_api import Locator, Page, expect

from helpkit.models.ledger import Give, Move, Thank, play
from tests.browser.fixtures import PATIENCE
from tests.browser.module import exported
from tests.browser.notebook import Notebook
from tests.browser.steps import accessible, all_saved, fits, journal, next_evening, tab_to
from tests.language import english_in

EVENING = "ch1.favours('evening')"


def favours(notebook: Notebook, *before: str, language: str = "en") -> Locator:
    notebook.show(*before, EVENING, lesson="02", language=language)
    widget = notebook.widget("favours")
    expect(widget.locator(".main-svg").first).to_be_attached(timeout=PATIENCE * 1000)
    return widget


def key(widget: Locator, name: str) -> Locator:
    return widget.locator(f"[data-key='{name}']")


def says(widget: Locator, a: float, b: float) -> None:
    """The last row of the table comes to hold these balances."""
    texts = [f"{value:.2f}".rstrip("0").rstrip(".").replace("-", "−") for value in (a, b)]
    cells = widget.locator("tbody tr").last.locator("td")
    expect(cells.nth(0)).to_have_text(texts[0], use_inner_text=False)
    expect(cells.nth(1)).to_have_text(texts[1], use_inner_text=False)


def test_move_by_move_and_again_after_a_restart(notebook: Notebook) -> None:
    widget = favours(notebook)
    expect(key(widget, "knob-inflation")).to_be_hidden()
    key(widget, "give-A").click()
    says(widget, -6, 5)
    key(widget, "repay-B").click()
    says(widget, -1, -1)
    expect(widget.locator(".hk-words")).to_contain_text("Both feel short-changed, together by 2")
    key(widget, "undo").click()
    key(widget, "thank-B").click()
    key(widget, "give-B").click()
    says(widget, 0, -1)
    key(widget, "thank-A").click()
    says(widget, 0, 0)
    expect(widget.locator(".hk-words")).to_have_text("Nobody feels short-changed.")
    expect(widget.locator(".hk-moves li")).to_have_text(
        ["Ruth gives 5 (time)", "Sam says thank you", "Sam gives 5 (time)", "Ruth says thank you"]
    )
    expect(key(widget, "knob-inflation")).to_be_visible()
    all_saved(notebook.page)
    again = next_evening(notebook, "favours")
    expect(again.locator(".hk-moves li")).to_have_count(4)
    key(again, "clear").click()
    expect(key(again, "give-A")).to_be_focused()
    expect(again.locator(".hk-moves li")).to_have_count(0)


def test_other_people_by_keyboard(notebook: Notebook) -> None:
    widget = favours(notebook)
    key(widget, "both-thank").focus()
    notebook.page.keyboard.press("Enter")
    says(widget, 0, 0)
    expect(widget.get_by_role("status")).to_have_text("Nobody feels short-changed.")
    tab_to(key(widget, "knob-inflation"))
    for _ in range(6):
        notebook.page.keyboard.press("ArrowRight")
    moves: list[Move] = [Give("A", 5), Thank("B"), Give("B", 5), Thank("A")]
    balances = play(moves, inflation=1.5).balances
    says(widget, balances["A"], balances["B"])
    key(widget, "both-give").focus()
    notebook.page.keyboard.press("Enter")
    says(widget, -2.5, -2.5)
    tab_to(key(widget, "relation-exchange"))
    notebook.page.keyboard.press("ArrowDown")
    says(widget, -4.5, -4.5)
    all_saved(notebook.page)
    kept = journal(notebook).state().of("02", "evening").answers
    assert kept["relation"] == "communal"
    assert kept["inflation"] == 1.5


def test_size_and_currency_of_a_favour(notebook: Notebook) -> None:
    widget = favours(notebook)
    widget.locator(".hk-next input").fill("8")
    widget.locator("select").select_option("knowledge")
    key(widget, "give-B").click()
    expect(widget.locator(".hk-moves li")).to_have_text("Sam gives 8 (knowledge)")
    says(widget, 8, -9.6)


def test_a_move_that_changes_nothing_says_so(notebook: Notebook) -> None:
    widget = favours(notebook)
    key(widget, "give-A").click()
    for _ in range(3):
        key(widget, "thank-B").click()
    expect(widget.locator(".hk-moves li")).to_have_count(4)
    expect(widget.locator(".hk-moves li").nth(2)).to_have_text("Sam says thank you")
    expect(widget.locator(".hk-moves li").nth(3)).to_contain_text("changes nothing more")
    expect(widget.get_by_role("status")).to_contain_text("Last move: Sam says thank you: for this")
    key(widget, "ignore-A").click()
    expect(widget.locator(".hk-moves li").nth(4)).to_contain_text("changes nothing in the accounts")
    says(widget, -4, 5)
    paid_in = widget.get_by_role("combobox")
    expect(paid_in).to_have_accessible_description(
        "What a favour is paid in changes its name and not the sums:"
        " in this model only its size counts."
    )


def test_nothing_to_pay_back(notebook: Notebook) -> None:
    widget = favours(notebook)
    key(widget, "repay-A").click()
    expect(widget.get_by_role("alert")).to_contain_text("nothing to pay back yet")
    expect(widget.locator(".hk-moves li")).to_have_count(0)


PRICED = """
for key in ch1.content.favours:
    ch1.journal.record(activity="receipt-given", item=key, kind="answer", value=7)
    ch1.journal.record(activity="receipt-received", item=key, kind="answer", value=5)
"""


def test_ones_own_inflation_comes_from_the_receipts(notebook: Notebook) -> None:
    widget = favours(notebook, PRICED)
    key(widget, "one-gives").click()
    key(widget, "own").click()
    expect(widget.locator(".hk-people .hk-value")).to_have_text("× 1.4")
    says(widget, 2 - 15 * 1.4, 15)


def test_helpers(page: Page) -> None:
    moves = "[{ by: 'A', do: 'give', value: 3 }, { by: 'B', do: 'thank' }]"
    paid = {"by": "B", "do": "give", "value": 3}
    assert exported(page, "favours", f"m.repayment({moves}, 'B')") == paid
    assert exported(page, "favours", f"m.repayment({moves}, 'A')") is None


def test_dutch_readable_and_within_320_px(notebook: Notebook, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 900})
    widget = favours(notebook, language="nl")
    key(widget, "both-thank").click()
    expect(widget.locator(".hk-moves li")).to_have_count(4)
    for part in (".hk-evening", ".hk-people"):
        fits(widget.locator(part))
    assert english_in(widget.inner_text()) == []
    accessible(notebook, ".hk-favours")
