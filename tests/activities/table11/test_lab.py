"""Table 1.1 on stage in a real JupyterLab: sorted, turned round, and found again."""

from playwright.sync_api import expect

from helpkit.content import load
from helpkit.content.strains import strains
from tests.activities.table11.test_page import on_stage
from tests.browser.notebook import Notebook
from tests.browser.steps import all_saved, next_evening

EN = load("en")
FOUND = """(body) => [...body.querySelectorAll("tr")].map((row) =>
  [0, 2, 4].map((at) => row.children[at].textContent))"""


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
    again = next_evening(notebook, "table11")
    expect(again.locator("[data-key='knob-roles-reversed']")).to_be_checked()
    assert sorted(again.locator("tbody").evaluate(FOUND)) == sorted(expected(reversed=True))
