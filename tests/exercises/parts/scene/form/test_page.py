"""A scene written in a form: each field, each button, and the text that comes of it."""

import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Locator, Page, expect

from helpkit.content import load
from helpkit.content.scene_file import template
from tests.browser.static_page import StaticPage
from tests.browser.steps import FOCUSED, accessible, all_saved, fits, tab_to
from tests.exercises.parts.scene.test_page import begun, text, verdict
from tests.exercises.test_page import field
from tests.language import english_in

EN, NL = (load(language).ui["scene"] for language in ("en", "nl"))
COMMON = load("en").ui["common"]
MINE = template("en").replace("Can you look", "Will you look")

HOLD = """() => {
  const send = window.sendToPython, held = [];
  window.sendToPython = (...message) => void held.push(message);
  window.release = () => {
    window.sendToPython = send;
    held.forEach((message) => send(...message));
  };
}"""
"""Python hears nothing until it is let."""


@contextmanager
def unheard(page: Page) -> Iterator[None]:
    """A kernel that has other things to do for a while."""
    page.evaluate(HOLD)
    yield
    page.evaluate("window.release()")


def titled(title: str) -> str:
    """The same text under another title."""
    return MINE.replace('"The report"', f'"{title}"')


def in_form(place: StaticPage, whole: str = MINE, language: str = "en") -> Locator:
    """The form of a scene."""
    root = begun(place, language)
    text(root).fill(whole)
    field(root, "view-form").check()
    expect(text(root)).to_be_hidden()
    return root


def opened(root: Locator, place: str) -> Locator:
    """The form with a line or an ending unfolded."""
    field(root, place).click()
    expect(field(root, f"{place}:remove")).to_be_visible()
    return root


def tree(root: Locator) -> dict[str, Any]:
    """What the text says."""
    return tomllib.loads(text(root).input_value())


def said(root: Locator) -> Locator:
    """What is read aloud."""
    return root.locator("> .hk-live")


def type_at(root: Locator, place: str, words: str) -> None:
    """Tab to a field, and type."""
    goal = field(root, place)
    if not goal.evaluate(FOCUSED):
        tab_to(goal)
    root.page.keyboard.type(words)


def press(root: Locator, goal: Locator, key: str = "Enter") -> None:
    """Tab to a button, and press it."""
    tab_to(goal)
    root.page.keyboard.press(key)


def choice_made(root: Locator, place: str, form: str, lead: str) -> None:
    """Write the choice whose first field has the focus; `lead` is a button, or a line by its id."""
    expect(field(root, f"{place}.says")).to_be_focused()
    type_at(root, f"{place}.says", f"The helper says {place[-1]}.")
    type_at(root, f"{place}.form", form)
    if lead in EN:
        button = field(root, f"{place}.next").locator("xpath=../following-sibling::*[1]")
        press(root, button.get_by_role("button", name=EN[lead]))
        expect(field(root, f"{place}.next")).to_be_focused()
    else:
        type_at(root, f"{place}.next", lead)
    type_at(root, f"{place}.why", "Why it moves.")
    type_at(root, f"{place}.right_for", "Somebody.")


def test_a_scene_of_three_lines_with_the_keyboard_alone(static: StaticPage) -> None:
    root, page = begun(static), static.page
    field(root, "view-text").focus()
    page.keyboard.press("ArrowRight")
    for key in ("title", "client", "helper", "setting", "hidden"):
        type_at(root, key, f"The {key}")
    for meter, level in (("trust", "4"), ("client", "4"), ("helper", "5")):
        type_at(root, f"start.{meter}", level)
    press(root, field(root, "nodes"))
    for line, leads in (
        ("n1", ("to-new-line", "to-new-line")),
        ("n2", ("to-new-ending", "to-new-ending")),
        ("n3", ("e1", "to-new-ending")),
    ):
        if line != "n1":
            field(root, f"nodes.{line}").focus()
            page.keyboard.press("Enter")
        type_at(root, f"nodes.{line}.says", f"The client says {line}.")
        for key, form, lead in zip("ab", ("pure", "telling"), leads, strict=True):
            press(root, field(root, f"nodes.{line}.choices"))
            choice_made(root, f"nodes.{line}.choices.{key}", form, lead)
    for ending, kind in (("e1", "helpful"), ("e2", "polite"), ("e3", "broken")):
        field(root, f"endings.{ending}").focus()
        page.keyboard.press("Enter")
        type_at(root, f"endings.{ending}.kind", kind)
        type_at(root, f"endings.{ending}.says", "It is over.")
    page.keyboard.press("Tab")
    expect(verdict(root)).to_have_text(EN["no-faults"])
    whole = tree(root)
    assert whole["start"] == {"trust": 4, "client": 4, "helper": 5}
    assert whole["first"] == "n1"
    forms = {
        key: [(choice["form"], choice["next"]) for choice in line["choices"].values()]
        for key, line in whole["nodes"].items()
    }
    assert forms == {
        "n1": [("pure", "n2"), ("telling", "n3")],
        "n2": [("pure", "e1"), ("telling", "e2")],
        "n3": [("pure", "e1"), ("telling", "e3")],
    }
    assert [ending["kind"] for ending in whole["endings"].values()] == [
        "helpful",
        "empty",
        "broken",
    ]
    all_saved(page)


def test_the_text_and_the_form_always_agree(static: StaticPage) -> None:
    root, page = in_form(static), static.page
    expect(field(root, "title")).to_have_value("The report")
    field(root, "title").fill("Another report")
    field(root, "title").press("Tab")
    expect(text(root)).to_have_value(titled("Another report"))
    field(root, "title").fill("The report")
    field(root, "title").press("Tab")
    expect(text(root)).to_have_value(MINE)

    field(root, "view-text").check()
    text(root).fill(MINE.replace('client = "Bo" ', 'client = "Kim"'))
    field(root, "view-form").check()
    expect(field(root, "client")).to_have_value("Kim")

    opened(root, "nodes.n2")
    field(root, "nodes.n2:up").click()
    expect(field(root, "nodes.n2:up")).to_be_focused()
    expect(said(root)).to_have_text(EN["now-at"].format(what="Node n2", at=1, of=3))
    assert [*tree(root)["nodes"]] == ["n2", "n1", "n3"]
    expect(root.locator(".hk-fold h5").first).to_have_text("Node n2")
    page.keyboard.press("Enter")
    assert [*tree(root)["nodes"]] == ["n2", "n1", "n3"]
    field(root, "nodes.n2:down").click()
    expect(root.locator(".hk-fold h5").first).to_have_text("Node n1")
    expect(text(root)).to_have_value(MINE.replace('client = "Bo" ', 'client = "Kim"'))

    trust = field(root, "nodes.n2.choices.a.effect.trust")
    for value, effect in (
        ("", "= { client = 1, helper = -1 }"),
        ("2", "{ client = 1, helper = -1, trust = 2 }"),
    ):
        trust.fill(value)
        trust.press("Tab")
        expect(text(root)).to_have_value(re.compile(re.escape(effect)))
    assert "# who asks" in text(root).input_value()


def test_what_is_removed_comes_back_with_one_press(static: StaticPage) -> None:
    root = opened(in_form(static), "nodes.n2")
    field(root, "nodes.n2.choices.a:remove").click()
    expect(field(root, "undo")).to_be_focused()
    expect(said(root)).to_have_text(EN["removed"].format(what="Choice a of node n2"))
    assert [*tree(root)["nodes"]["n2"]["choices"]] == ["b"]
    field(root, "undo").press("Enter")
    expect(field(root, "nodes.n2.choices.a")).to_be_focused()
    expect(said(root)).to_have_text(EN["undone"].format(what="Choice a of node n2"))
    expect(text(root)).to_have_value(MINE)

    remove = field(root, "nodes.n2:remove")
    remove.press("Enter")
    asked = root.get_by_role("group", name="Choice a of node n1")
    expect(asked.get_by_role("button", name=EN["keep-it"])).to_be_focused()
    static.page.keyboard.press("Enter")
    expect(remove).to_be_focused()
    remove.press("Enter")
    asked.get_by_role("button", name=EN["remove-it"]).press("Enter")
    expect(field(root, "undo")).to_be_focused()
    assert [*tree(root)["nodes"]] == ["n1", "n3"]
    opened(root, "nodes.n1")
    expect(field(root, "nodes.n1.choices.a.next")).to_have_attribute("aria-invalid", "true")
    field(root, "undo").click()
    expect(field(root, "nodes.n2")).to_be_focused()
    expect(text(root)).to_have_value(MINE)
    expect(verdict(root)).to_have_text(EN["no-faults"])

    opened(root, "endings.e3")
    field(root, "endings.e3:remove").click()
    asked = root.get_by_role("group", name="Choice b of node n3")
    asked.get_by_role("button", name=EN["remove-it"]).click()
    expect(field(root, "undo")).to_be_focused()
    field(root, "title").fill("Later")
    field(root, "title").press("Tab")
    expect(field(root, "undo")).to_have_count(0)
    assert [*tree(root)["endings"]] == ["e1", "e2"]


def test_a_fault_stands_beside_its_field_and_the_list_leads_there(static: StaticPage) -> None:
    broken = MINE.replace('next = "n3"', 'next = "n9"', 1).replace('title = "The report"', "")
    root = in_form(static, broken)
    title = field(root, "title")
    expect(title).to_have_attribute("aria-invalid", "true")
    expect(title).to_have_accessible_description("this key is missing")
    title.fill("A")
    title.press("Tab")
    expect(title).not_to_have_attribute("aria-invalid", "true")
    expect(root.locator(".hk-fault-count").first).to_have_text(EN["one-fault-here"])
    way = root.get_by_role("button", name=EN["to-field"])
    way.press("Enter")
    to = field(root, "nodes.n1.choices.b.next")
    expect(to).to_be_focused()
    expect(to).to_have_value("n9")
    expect(to).to_have_accessible_description("expected the id of a node or an ending, got 'n9'")
    to.select_option("n3")
    expect(root.locator(".hk-fault-count").first).to_be_empty()

    field(root, "view-text").check()
    text(root).press("Control+End")
    static.page.keyboard.type("= x")
    field(root, "view-form").check()
    expect(title).to_be_hidden()
    root.locator(".hk-form").get_by_role("button").first.click()
    expect(text(root)).to_be_focused()
    expect(field(root, "view-text")).to_be_checked()


def test_what_is_typed_meanwhile_in_the_text_is_not_lost(static: StaticPage) -> None:
    root, page = in_form(static), static.page
    with unheard(page):
        field(root, "title").fill("From the form")
        field(root, "nodes").click()
        field(root, "view-text").check()
        text(root).press("Control+Home")
        page.keyboard.type("# from the text\n")
    expect(text(root)).to_have_value(re.compile("^# from the text\n.*From the form.*n4", re.DOTALL))


def test_a_text_that_cannot_be_read_makes_the_form_wait(static: StaticPage) -> None:
    root, page = in_form(static), static.page
    with unheard(page):
        field(root, "title").fill("From the form")
        field(root, "view-text").check()
        text(root).press("Control+Home")
        page.keyboard.type("= ")
    expect(root.locator(".hk-faults li")).to_have_count(1)
    assert "From the form" not in text(root).input_value()
    text(root).press("Control+Home")
    page.keyboard.press("Delete")
    page.keyboard.press("Delete")
    expect(text(root)).to_have_value(titled("From the form"))


def test_what_is_typed_while_the_kernel_is_silent_is_there_the_next_time(
    static: StaticPage,
) -> None:
    root, page = in_form(static), static.page
    all_saved(page)
    page.evaluate(HOLD)
    field(root, "title").fill("Kept in the browser")
    expect(root.get_by_role("alert")).to_have_text(COMMON["kernel-silent"], timeout=10_000)
    expect(field(root, "title")).to_have_value("Kept in the browser")
    static.load().run()
    root = static.widget("scene")
    expect(text(root)).to_have_value(titled("Kept in the browser"))
    all_saved(page)
    assert (
        static.page.evaluate(
            "Object.keys(localStorage).filter((key) => key.endsWith('draft.form'))"
        )
        == []
    )


def test_keys_without_a_field_are_named_and_kept(static: StaticPage) -> None:
    extra = MINE.replace('says = "You have', 'thinks = "x"\nrecalls.fixed = "y"\nsays = "You have')
    root = opened(in_form(static, extra), "nodes.n2")
    expect(root.get_by_text(EN["also"].format(keys="thinks, recalls"))).to_be_visible()
    field(root, "nodes.n2.says").fill("New words")
    field(root, "nodes.n2:up").click()
    expect(root.locator(".hk-fold h5").first).to_have_text("Node n2")
    line = tree(root)["nodes"]["n2"]
    assert (line["thinks"], line["recalls"], line["says"]) == ("x", {"fixed": "y"}, "New words")


def test_in_dutch_on_a_narrow_page_with_reduced_motion(static: StaticPage) -> None:
    static.page.set_viewport_size({"width": 320, "height": 640})
    static.page.emulate_media(reduced_motion="reduce")
    root = in_form(static, template("nl"), "nl")
    opened(root, "nodes.n1")
    field(root, "nodes.n1.choices").click()
    expect(field(root, "nodes.n1.choices.c.says")).to_be_focused()
    expect(said(root)).to_have_text(NL["added"].format(what="Keuze c bij knoop n1"))
    opened(root, "endings.e1")
    field(root, "endings.e1:remove").click()
    assert english_in(root.inner_text()) == []
    fits(root)
    accessible(static, ".hk-scene")
