"""The evening of favours on a static page: move by move, other people, and found again."""

from playwright.sync_api import Locator, expect

from helpkit.models.ledger import Give, Move, Thank, play
from tests.browser.fixtures import PATIENCE
from tests.browser.static_page import StaticPage
from tests.browser.steps import Shown, accessible, all_saved, fits, journal, tab_to
from tests.language import english_in

EVENING = "ch1.favours('evening')"


def favours(place: Shown, *before: str, language: str = "en") -> Locator:
    place.show(*before, EVENING, lesson="02", language=language)
    widget = place.widget("favours")
    widget.locator(".hk-plot").first.scroll_into_view_if_needed()  # it is drawn when it is near
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


def test_other_people_by_keyboard(static: StaticPage) -> None:
    widget = favours(static)
    key(widget, "both-thank").focus()
    static.page.keyboard.press("Enter")
    says(widget, 0, 0)
    expect(widget.get_by_role("status")).to_have_text("Nobody feels short-changed.")
    tab_to(key(widget, "knob-inflation"))
    for _ in range(6):
        static.page.keyboard.press("ArrowRight")
    moves: list[Move] = [Give("A", 5), Thank("B"), Give("B", 5), Thank("A")]
    balances = play(moves, inflation=1.5).balances
    says(widget, balances["A"], balances["B"])
    key(widget, "both-give").focus()
    static.page.keyboard.press("Enter")
    says(widget, -2.5, -2.5)
    tab_to(key(widget, "relation-exchange"))
    static.page.keyboard.press("ArrowDown")
    says(widget, -4.5, -4.5)
    all_saved(static.page)
    kept = journal(static).state().of("02", "evening").answers
    assert kept["relation"] == "communal"
    assert kept["inflation"] == 1.5


def test_size_and_currency_of_a_favour(static: StaticPage) -> None:
    widget = favours(static)
    widget.locator(".hk-next input").fill("8")
    widget.locator("select").select_option("knowledge")
    key(widget, "give-B").click()
    expect(widget.locator(".hk-moves li")).to_have_text("Sam gives 8 (knowledge)")
    says(widget, 8, -9.6)


def test_a_move_that_changes_nothing_says_so(static: StaticPage) -> None:
    widget = favours(static)
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


def test_nothing_to_pay_back(static: StaticPage) -> None:
    widget = favours(static)
    key(widget, "repay-A").click()
    expect(widget.get_by_role("alert")).to_contain_text("nothing to pay back yet")
    expect(widget.locator(".hk-moves li")).to_have_count(0)


PRICED = """
for key in ch1.content.favours:
    ch1.journal.record(activity="receipt-given", item=key, kind="answer", value=7)
    ch1.journal.record(activity="receipt-received", item=key, kind="answer", value=5)
"""


def test_ones_own_inflation_comes_from_the_receipts(static: StaticPage) -> None:
    widget = favours(static, PRICED)
    key(widget, "one-gives").click()
    key(widget, "own").click()
    expect(widget.locator(".hk-people .hk-value")).to_have_text("× 1.4")
    says(widget, 2 - 15 * 1.4, 15)


def test_dutch_readable_and_within_320_px(static: StaticPage) -> None:
    static.page.set_viewport_size({"width": 320, "height": 900})
    widget = favours(static, language="nl")
    key(widget, "both-thank").click()
    expect(widget.locator(".hk-moves li")).to_have_count(4)
    for part in (".hk-evening", ".hk-people"):
        fits(widget.locator(part))
    assert english_in(widget.inner_text()) == []
    accessible(static, ".hk-favours")
