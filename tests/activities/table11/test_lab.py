"""Table 1.1 on stage in a real JupyterLab: sorted, turned round, and found again."""

from playwright.sync_api import Locator, Page, expect

from helpkit.content import load
from helpkit.content.strains import strains
from tests.browser.fixtures import PATIENCE
from tests.browser.notebook import Notebook
from tests.browser.steps import accessible, all_saved, fits, next_evening
from tests.language import english_in

EN = load("en")
FOUND = """(body) => [...body.querySelectorAll("tr")].map((row) =>
  [0, 2, 4].map((at) => row.children[at].textContent))"""


def on_stage(notebook: Notebook, language: str = "en") -> Locator:
    notebook.show("ch1.table11('table-on-stage')", lesson="02", language=language)
    widget = notebook.widget("explore")
    expect(widget.locator(".main-svg").first).to_be_attached(timeout=PATIENCE * 1000)
    return widget


def expected(*, reversed: bool = False) -> list[list[str]]:
    found = strains(EN, reversed=reversed)
    return [
        [card.text, *(f"{one:.2f}".rstrip("0").rstrip(".") for one in numbers)]
        for key, card in EN.table.items()
        for numbers in [(found[key].helping, found[key].failing)]
    ]


def test_all_rows_in_each_order_and_turned_round(notebook: Notebook) -> None:
    widget = on_stage(notebook)
    body = widget.locator("tbody")
    dealt = body.evaluate(FOUND)
    assert sorted(dealt) == sorted(expected())
    assert dealt != expected(), "not as in the content"
    widget.locator("[data-key='knob-order-strain']").check()
    hardest = max(expected(), key=lambda row: float(row[1]))
    expect(body.locator("tr").first.locator("th")).to_have_text(hardest[0], use_inner_text=False)
    rows = body.evaluate(FOUND)
    assert [row[1] for row in rows] == sorted((row[1] for row in rows), key=float, reverse=True)
    widget.locator("[data-key='next-knob']").click()
    widget.locator("[data-key='knob-roles-reversed']").check()
    expect(widget.locator(".hk-words")).to_contain_text("With the roles reversed")
    assert sorted(body.evaluate(FOUND)) == sorted(expected(reversed=True))
    all_saved(notebook.page)
    again = next_evening(notebook, "explore")
    expect(again.locator("[data-key='knob-roles-reversed']")).to_be_checked()
    assert sorted(again.locator("tbody").evaluate(FOUND)) == sorted(expected(reversed=True))


def test_dutch_readable_and_within_320_px(notebook: Notebook, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 900})
    widget = on_stage(notebook, "nl")
    expect(widget.locator("tbody tr")).to_have_count(26)
    fits(widget.locator(".hk-knobs"))
    assert english_in(widget.inner_text()) == []
    accessible(notebook, ".hk-explore")
