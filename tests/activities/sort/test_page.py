"""The sorting board on a static page: by mouse, by finger, by keyboard, and found again."""

from collections.abc import Callable
from typing import Any, cast

import pytest
from playwright.sync_api import Locator, expect

from helpkit.activities.sort.activity import SortActivity
from helpkit.activities.sort.widget import Sort
from helpkit.content import load
from helpkit.journal import Journal
from tests.browser.axe import serious
from tests.browser.static_page import StaticPage
from tests.browser.steps import Shown, accessible, fits
from tests.language import english_in


class Board:
    """A page object: the board, and where things lie on it."""

    def __init__(self, place: Shown):
        self.shown, self.page = place, place.page
        self.root = place.widget("sort")
        expect(self.root).to_be_visible()

    def again(self) -> "Board":
        """The board of a new kernel."""
        self.root.evaluate("(node) => node.remove()")
        self.shown.restart()
        self.shown.run()
        return Board(self.shown)

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
        return Journal(self.shown.answers, lesson="01")

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
    place: Shown, activity: str, placed: Callable[[Sort], dict[str, str]], *, reveal: bool
) -> Sort:
    """An evening before this one."""
    content = load("en")
    one = cast(SortActivity, content.activities["01"][activity])
    widget = Sort(one, content, Journal(place.answers, lesson="01"))
    for card, column in placed(widget).items():
        widget.handle({"item": card, "kind": "answer", "value": column})
    if reveal:
        widget.handle({"item": "*", "kind": "reveal", "value": None})
    return widget


def test_with_the_keyboard_alone(static: StaticPage) -> None:
    done = sorted_already(
        static, "formality", lambda one: dict.fromkeys(one.order[:24], "formal"), reveal=False
    )
    one, other = done.order[24:]
    board = Board(static.show("ch1.sort('formality')"))
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


def test_with_a_finger(static: StaticPage) -> None:
    session = static.page.context.new_cdp_session(static.page)
    session.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    board = Board(static.show("ch1.sort('who-moved-first')"))
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


def test_as_a_list_in_dutch_on_a_narrow_page(static: StaticPage) -> None:
    static.page.set_viewport_size({"width": 320, "height": 640})
    static.show("ch1.sort('risk')", language="nl")
    board = Board(static)
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


def test_words_most_different_first_with_a_text_twin(static: StaticPage) -> None:
    done = sorted_already(static, "words", lambda one: dict.fromkeys(one.order, "4"), reveal=True)
    board = Board(static.show("ch1.sort('words')"))
    most = str(done.state["order"][0])
    assert board.hand() == most
    assert done.readings[most].value == "0"
    expect(board.root.locator(".hk-twin")).to_have_text(
        "You: the helper decides (step 5 of 5). We: the client leads (step 1 of 5). "
        "Steps between you and us: 4."
    )
    accessible(static, ".hk-sort")


def test_all_of_ours_in_dutch_on_a_narrow_page(static: StaticPage) -> None:
    done = sorted_already(
        static, "risk", lambda one: dict.fromkeys(one.order, "overload"), reveal=True
    )
    static.page.set_viewport_size({"width": 320, "height": 640})
    board = Board(static.show("ch1.sort('risk')", language="nl"))
    for card in (done.state["order"][0], done.state["order"][-1]):
        board.card(card).click()
        expect(board.button(f"reading.{card}")).to_contain_text(
            load("nl").situations[card].readings["risk"].reason
        )
        fits(board.root)
        assert english_in(board.root.inner_text()) == []
    accessible(static, ".hk-sort")


def test_going_from_card_to_card_the_buttons_stay_where_they_are(static: StaticPage) -> None:
    def all_informal(widget: Sort) -> dict[str, str]:
        return dict.fromkeys(widget.order, "informal")

    done = sorted_already(static, "formality", all_informal, reveal=True)
    board = Board(static.show("ch1.sort('formality')"))
    middle = "(node) => { const at = node.getBoundingClientRect(); return [at.left, at.top]; }"
    board.button("next").click()
    places = []
    for _ in range(len(done.order) - 2):
        places.append(tuple(board.button("next").evaluate(middle)))
        board.page.mouse.move(*(round(at) + 20 for at in places[0]))
        board.page.mouse.click(*(round(at) + 20 for at in places[0]))
    expect(board.root.locator(".hk-eyebrow")).to_contain_text("26")
    assert len(set(places)) == 1


def test_a_scale_stays_in_one_row_and_no_column_hides_cards(static: StaticPage) -> None:
    def all_in_one(widget: Sort) -> dict[str, str]:
        return dict.fromkeys(widget.order, "4")

    sorted_already(static, "words", all_in_one, reveal=False)
    static.page.set_viewport_size({"width": 1100, "height": 800})
    board = Board(static.show("ch1.sort('words')"))
    tops = "(node) => [...node.children].map((one) => one.getBoundingClientRect().top)"
    columns = board.root.locator(".hk-columns")
    assert len(set(columns.evaluate(tops))) == 1
    assert columns.evaluate("(node) => node.scrollHeight <= node.clientHeight + 2")
