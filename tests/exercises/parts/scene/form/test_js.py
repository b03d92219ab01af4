"""The pure helpers of the form, in a real browser."""

import pytest
from playwright.sync_api import Page

from tests.browser.module import exported

FORM = """{
  nodes: [{ id: "n1", choices: [{ id: "a" }] }, { id: "n10", choices: [] }],
  endings: [{ id: "e1" }],
}"""


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("title", "title"),
        ("title.nl", "title"),
        ("start.trust", "start.trust"),
        ("nodes.n1.says", "nodes.n1.says"),
        ("nodes.n1.choices", "nodes.n1"),
        ("nodes.n10.thinks", "nodes.n10"),
        ("nodes.n1.choices.a.effect.trust", "nodes.n1.choices.a.effect.trust"),
        ("nodes.n1.choices.a.effect", "nodes.n1.choices.a"),
        ("nodes.n1.choices.b.says", "nodes.n1"),
        ("endings.e1.kind", "endings.e1.kind"),
        ("nodes.n9", "nodes"),
        ("temperaments.proud.name", ""),
        ("", ""),
    ],
)
def test_a_fault_belongs_to_the_nearest_place(page: Page, where: str, place: str) -> None:
    call = f"m.placeOf(m.placesOf({FORM}), '{where}')"
    assert exported(page, "scene_form_faults", call) == place


def test_faults_of_one_place_stand_together(page: Page) -> None:
    faults = """[
      { where: "title", text: "a" }, { where: "nodes.n1.choices.a", text: "b" },
      { where: "title.nl", text: "c" }, { where: "", text: "d" },
    ]"""
    call = f"[...m.faultsByPlace(m.placesOf({FORM}), {faults})]"
    assert exported(page, "scene_form_faults", call) == [
        ["title", ["a", "c"]],
        ["nodes.n1.choices.a", ["b"]],
        ["", ["d"]],
    ]


@pytest.mark.parametrize(
    ("typed", "number"),
    [("", None), (" ", None), ("x", None), ("-3", -3), ("2.6", 3), ("0", 0), ("99999", 999)],
)
def test_a_number_as_it_is_sent(page: Page, typed: str, number: int | None) -> None:
    assert exported(page, "scene_form_field", f"m.wholeNumber('{typed}')") == number


@pytest.mark.parametrize(
    ("operation", "goal"),
    [
        ("{ op: 'move', value: -1 }, ['nodes', 'n1']", "nodes.n1:up"),
        ("{ op: 'move', value: 1 }, ['endings', 'e1']", "endings.e1:down"),
        ("{ op: 'remove' }, ['nodes', 'n1']", "undo"),
        ("{ op: 'add' }, ['nodes', 'n1']", "nodes.n1.says"),
        ("{ op: 'add' }, ['nodes', 'n1', 'choices', 'a']", "nodes.n1.choices.a.says"),
        ("{ op: 'add' }, ['endings', 'e1']", "endings.e1.kind"),
        ("{ op: 'lead' }, ['nodes', 'n1', 'choices', 'a', 'next']", "nodes.n1.choices.a.next"),
    ],
)
def test_where_the_focus_goes(page: Page, operation: str, goal: str) -> None:
    assert exported(page, "scene_form", f"m.goalAfter({operation})") == goal


def test_the_first_words_end_at_a_word(page: Page) -> None:
    long = "It is what it is and nobody knows what it will be"
    assert exported(page, "scene_form_fold", f"m.firstWords('{long}')") == (
        "It is what it is and nobody knows what…"
    )
    assert exported(page, "scene_form_fold", "m.firstWords('Short.')") == "Short."
