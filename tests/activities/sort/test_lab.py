"""The sorting board in a real JupyterLab: by mouse, by finger, by keyboard, and found again."""

from collections.abc import Callable
from typing import Any, cast

import pytest
from playwright.sync_api import Locator, Page, expect

from helpkit.activities.sort.activity import SortActivity
from helpkit.activities.sort.widget import Sort
from helpkit.content import load
from helpkit.journal import Journal
from tests.browser.axe import serious
from tests.browser.module import exported
from tests.browser.notebook import Notebook
from tests.browser.steps import accessible, fits
from tests.language import english_in

LISTS = '[["a", "b", "c"], [], ["d"]]'


@pytest.mark.parametrize(
    ("call", "result"),
    [
        ('m.nextCard(["a", "b", "c"], {}, null)', "a"),
        ('m.nextCard(["a", "b", "c"], { b: "x" }, "a")', "c"),
        ('m.nextCard(["a", "b", "c"], { c: "x" }, "b")', "a"),
        ('m.nextCard(["a", "b"], { a: "x", b: "x" }, "a")', None),
        ('m.spread(["a", "b", "c"], ["x", "y"], { b: "y" })', [["a", "c"], [], ["b"]]),
        (f'm.arrow({LISTS}, "a", "ArrowDown")', "b"),
        (f'm.arrow({LISTS}, "a", "ArrowUp")', "a"),
        (f'm.arrow({LISTS}, "c", "ArrowDown")', "c"),
        (f'm.arrow({LISTS}, "c", "ArrowRight")', "d"),
        (f'm.arrow({LISTS}, "d", "ArrowLeft")', "a"),
        (f'm.arrow({LISTS}, "d", "ArrowRight")', "d"),
        ('m.carry(["x", "y"], null, "ArrowRight")', "x"),
        ('m.carry(["x", "y"], "y", "ArrowDown")', "y"),
        ('m.carry(["x", "y"], "x", "ArrowLeft")', None),
        ('m.carry(["x", "y"], null, "ArrowUp")', None),
        ("m.edgeSpeed(300, 0, 600)", 0),
        ("m.edgeSpeed(59, 0, 600)", -1),
        ("m.edgeSpeed(-500, 0, 600)", -18),
        ("m.edgeSpeed(600, 0, 600)", 18),
        (
            'm.overlaid({ answers: { a: "x", b: "x" }, sure: {} }, ['
            '{ part: "answers", item: "a", value: null }, '
            '{ part: "sure", item: "b", value: false }])',
            {"answers": {"b": "x"}, "sure": {"b": False}},
        ),
    ],
)
def test_the_moves(page: Page, call: str, result: Any) -> None:
    assert exported(page, "sort", call) == result


class Board:
    """A page object: the board, and where things lie on it."""

    def __init__(self, notebook: Notebook):
        self.notebook, self.page = notebook, notebook.page
        self.root = notebook.widget("sort")
        expect(self.root).to_be_visible()

    def again(self) -> "Board":
        """The board of a new kernel."""
        self.root.evaluate("(node) => node.remove()")
        self.notebook.restart().run()
        return Board(self.notebook)

    def hand(self) -> str:
        return str(self.root.locator(".hk-big").get_attribute("data-card"))

    def column(self, key: str) -> Locator:
        return self.root.locator(f".hk-column[data-column='{key}']")

    def lies(self, card: str, key: str) -> None:
        expect(self.column(key).locator(f"[data-card='{card}']")).to_be_visible()

    def card(self, card: str) -> Locator:
        return self.root.locator(f".hk-card[data-card='{card}']")

    def button(self, key: str) -> Locator:
        return self.root.locator(f"[data-key='{key}']")

    def saved(self, activity: str, card: str, value: Any) -> None:
        """Wait until the kernel has it on disk."""
        self.page.wait_for_function(
            "(place) => !Object.keys(localStorage).some((key) => key.startsWith(place + '.out'))",
            arg=self.place(activity.split(".")[0]),
        )
        assert self.journal().state().of("01", activity).answers.get(card) == value

    def place(self, activity: str = "formality") -> str:
        """Under which name the browser keeps things."""
        return f"helpkit.{self.journal().course}.01.{activity}"

    def journal(self) -> Journal:
        return Journal(self.notebook.answers, lesson="01")

    def drag(self, source: Locator, target: Locator) -> None:
        """With the stage, the pile and the columns in view at once."""
        self.root.locator(".hk-board").evaluate("(node) => node.scrollIntoView({ block: 'end' })")
        start, goal = source.bounding_box(), target.bounding_box()
        assert start
        assert goal
        self.page.mouse.move(start["x"] + 40, start["y"] + 18)
        self.page.mouse.down()
        self.page.mouse.move(goal["x"] + 40, goal["y"] + 18, steps=6)
        expect(self.page.locator(".hk-ghost")).to_be_visible()
        self.page.mouse.up()
        expect(self.page.locator(".hk-ghost")).to_have_count(0)


def sorted_already(
    notebook: Notebook, activity: str, placed: Callable[[Sort], dict[str, str]], *, reveal: bool
) -> Sort:
    """An evening before this one."""
    content = load("en")
    one = cast(SortActivity, content.activities["01"][activity])
    widget = Sort(one, content, Journal(notebook.answers, lesson="01"))
    for card, column in placed(widget).items():
        widget.handle({"item": card, "kind": "answer", "value": column})
    if reveal:
        widget.handle({"item": "*", "kind": "reveal", "value": None})
    return widget


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


def test_with_the_keyboard_alone(notebook: Notebook) -> None:
    done = sorted_already(
        notebook, "formality", lambda one: dict.fromkeys(one.order[:24], "formal"), reveal=False
    )
    one, other = done.order[24:]
    board = Board(notebook.show("ch1.sort('formality')"))
    press = board.page.keyboard.press
    says = board.root.locator("> .hk-live")

    def tab_to(key: str) -> None:
        for _ in range(20):
            press("Tab")
            if board.button(key).evaluate("(node) => node === document.activeElement"):
                return
        pytest.fail(f"Tab does not reach {key}")

    board.button("filter-all").focus()
    tab_to(f"card.{one}")
    press("ArrowRight")
    press("ArrowLeft")
    press("ArrowDown")
    expect(board.card(other)).to_be_focused()
    press("Enter")
    press("ArrowRight")
    expect(says).to_contain_text("informal")
    press("Escape")
    expect(board.root.locator(f".hk-pile [data-card='{other}']")).to_be_focused()
    press("ArrowUp")
    press("Space")
    press("ArrowRight")
    press("ArrowRight")
    press("Enter")
    board.lies(one, "semi_formal")
    expect(board.card(other)).to_be_focused()
    press("Control+z")
    expect(board.root.locator(f".hk-pile [data-card='{one}']")).to_be_visible()

    lying = done.order[0]
    board.card(lying).focus()
    for key in ("Enter", "ArrowLeft", "Enter"):
        press(key)
    board.lies(lying, "semi_formal")
    expect(board.card(lying)).to_be_focused()
    press("Control+z")
    board.lies(lying, "formal")
    expect(board.card(lying)).to_be_focused()

    board.button("filter-all").focus()
    tab_to("next")
    press("Enter")
    for _ in (one, other):
        board.button("filter-all").focus()
        tab_to("choice.informal")
        press("Enter")
    expect(board.button("compare")).to_be_focused()

    press("Enter")
    expect(board.button("summary")).to_be_focused()
    expect(board.button("summary")).to_contain_text("5 between the levels")
    disputed = board.hand()
    tab_to(f"formality.argument.{disputed}")
    board.page.keyboard.type("They all do their own job.")
    expect(board.root.locator(".hk-saved")).to_contain_text("Saved at")
    board.saved("formality.argument", disputed, "They all do their own job.")

    board = board.again()
    assert board.hand() == disputed
    expect(board.button(f"formality.argument.{disputed}")).to_have_value(
        "They all do their own job."
    )


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


def test_with_a_finger(notebook: Notebook) -> None:
    session = notebook.page.context.new_cdp_session(notebook.page)
    session.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    board = Board(notebook.show("ch1.sort('who-moved-first')"))
    card = board.hand()
    grip = board.root.locator(".hk-big .hk-grip").bounding_box()
    goal = board.button("choice.third_party").bounding_box()
    assert grip
    assert goal

    def touch(kind: str, *points: tuple[float, float]) -> None:
        spots = [{"x": x, "y": y} for x, y in points]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": spots})

    x, y = grip["x"] + 10, grip["y"] + 10
    touch("touchStart", (x, y))
    for part in (0.2, 0.5, 1.0):
        touch("touchMove", (x + part * (goal["x"] + 20 - x), y + part * (goal["y"] + 20 - y)))
    touch("touchEnd")
    board.lies(card, "third_party")


def test_as_a_list_in_dutch_on_a_narrow_page(notebook: Notebook) -> None:
    notebook.page.set_viewport_size({"width": 320, "height": 640})
    notebook.show("ch1.sort('risk')", language="nl")
    board = Board(notebook)
    overflow = "(node) => node.scrollWidth - node.clientWidth"
    assert board.root.evaluate(overflow) <= 0
    board.button("choice.overload").click()
    board.button("as-list").click()
    line = board.root.locator(".hk-line").nth(1)
    line.get_by_role("radio").nth(3).check()
    line.get_by_role("checkbox").check()
    expect(line.get_by_role("radio").nth(3)).to_be_checked()
    line.get_by_role("button").click()
    expect(line.locator(".hk-reading")).to_be_focused()
    assert board.root.evaluate(overflow) <= 0
    assert english_in(board.root.inner_text()) == []
    assert serious(board.page) == []


def test_words_most_different_first_with_a_text_twin(notebook: Notebook) -> None:
    done = sorted_already(notebook, "words", lambda one: dict.fromkeys(one.order, "4"), reveal=True)
    board = Board(notebook.show("ch1.sort('words')"))
    most = str(done.state["order"][0])
    assert board.hand() == most
    assert done.readings[most].value == "0"
    expect(board.root.locator(".hk-twin")).to_have_text(
        "You: the helper decides (step 5 of 5). We: the client leads (step 1 of 5). "
        "Steps between you and us: 4."
    )
    accessible(notebook, ".hk-sort")


def test_all_of_ours_in_dutch_on_a_narrow_page(notebook: Notebook) -> None:
    done = sorted_already(
        notebook, "risk", lambda one: dict.fromkeys(one.order, "overload"), reveal=True
    )
    notebook.page.set_viewport_size({"width": 320, "height": 640})
    board = Board(notebook.show("ch1.sort('risk')", language="nl"))
    for card in (done.state["order"][0], done.state["order"][-1]):
        board.card(card).click()
        expect(board.button(f"reading.{card}")).to_contain_text(
            load("nl").situations[card].readings["risk"].reason
        )
        fits(board.root)
        assert english_in(board.root.inner_text()) == []
    accessible(notebook, ".hk-sort")


def test_going_from_card_to_card_the_buttons_stay_where_they_are(notebook: Notebook) -> None:
    def all_informal(widget: Sort) -> dict[str, str]:
        return dict.fromkeys(widget.order, "informal")

    done = sorted_already(notebook, "formality", all_informal, reveal=True)
    board = Board(notebook.show("ch1.sort('formality')"))
    middle = "(node) => { const at = node.getBoundingClientRect(); return [at.left, at.top]; }"
    board.button("next").click()
    places = []
    for _ in range(len(done.order) - 2):
        places.append(tuple(board.button("next").evaluate(middle)))
        board.page.mouse.move(*(round(at) + 20 for at in places[0]))
        board.page.mouse.click(*(round(at) + 20 for at in places[0]))
    expect(board.root.locator(".hk-eyebrow")).to_contain_text("26")
    assert len(set(places)) == 1


def test_a_scale_stays_in_one_row_and_no_column_hides_cards(notebook: Notebook) -> None:
    def all_in_one(widget: Sort) -> dict[str, str]:
        return dict.fromkeys(widget.order, "4")

    sorted_already(notebook, "words", all_in_one, reveal=False)
    notebook.page.set_viewport_size({"width": 1100, "height": 800})
    board = Board(notebook.show("ch1.sort('words')"))
    tops = "(node) => [...node.children].map((one) => one.getBoundingClientRect().top)"
    columns = board.root.locator(".hk-columns")
    assert len(set(columns.evaluate(tops))) == 1
    assert columns.evaluate("(node) => node.scrollHeight <= node.clientHeight + 2")
