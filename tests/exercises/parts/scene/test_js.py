"""The pure helpers of the page, in a real browser."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page

from helpkit.content import load
from helpkit.content.scene_file import template
from helpkit.content.scene_graph import check_scene, graph
from helpkit.exercises.parts.scene.scene_view import scene_view
from helpkit.journal.strict_json import json_line
from helpkit.models.dialogue import Scene, paths
from helpkit.models.temperaments import in_mood
from tests.browser.module import exported
from tests.exercises.parts.scene.samples import uncommented
from tests.exercises.samples import own_scene

WHOLE = own_scene()


@pytest.mark.parametrize("one", ["", WHOLE, 'a"\\\n\t\x01', "€é😀\u2028", "\x7f"])
def test_the_browser_weighs_a_text_as_python_does(page: Page, one: str) -> None:
    call = f"m.weight({json.dumps(one)}) + {len(json_line({'': ''})) - 2}"
    assert exported(page, "scene", call) == len(json_line({"": one}))


@pytest.mark.parametrize(
    ("line", "span"), [(1, [0, 1]), (2, [2, 4]), (3, [5, 5]), (4, [6, 7]), (9, [7, 7])]
)
def test_where_a_line_is(page: Page, line: int, span: list[int]) -> None:
    assert exported(page, "scene", f"m.lineAt('a\\nbc\\n\\nd', {line})") == span


def scene(text: str, mood: str = "") -> tuple[Scene, dict[str, Any]]:
    """A scene as Python walks it, and as the page does."""
    checked = check_scene(text)
    assert checked.faults == ()
    assert checked.scene is not None
    return in_mood(graph(checked.scene), mood), scene_view(checked.scene, load("en"), mood)


@pytest.mark.parametrize("mood", ["", "proud"])
def test_the_page_walks_as_python_does(page: Page, mood: str) -> None:
    plain, view = scene(uncommented() if mood else template("en"), mood)
    ways = [*paths(plain)]
    assert len({way.last for way in ways}) == (4 if mood else 3)
    turns = [
        [{"node": at, "choice": choice} for at, choice in zip(way.nodes, way.choices, strict=False)]
        for way in ways
    ]
    call = f"{json.dumps(turns)}.map((turns) => m.walkable({json.dumps(view)}, turns))"
    walks = exported(page, "scene_walk", call)
    assert [
        (walk["standing"]["at"], walk["standing"]["meters"], walk["standing"]["spent"])
        for walk in walks
    ] == [(way.last, [*way.meters], way.spent[-1]) for way in ways]
    assert [len(walk["past"]) for walk in walks] == [len(way.choices) for way in ways]


@pytest.mark.parametrize(
    ("turns", "left", "at"),
    [
        ([], 0, "n1"),
        ([("n1", "a")], 1, "n2"),
        ([("n1", "gone")], 0, "n1"),
        ([("n1", "a"), ("n1", "a")], 1, "n2"),
        ([("n1", "a"), ("n2", "b")], 2, "e2"),
    ],
)
def test_how_far_a_conversation_still_goes(
    page: Page, turns: list[tuple[str, str]], left: int, at: str
) -> None:
    _, view = scene(template("en"))
    made = [{"node": node, "choice": choice} for node, choice in turns]
    call = f"m.walkable({json.dumps(view)}, {json.dumps(made)})"
    walk = exported(page, "scene_walk", call)
    assert (len(walk["past"]), walk["standing"]["at"]) == (left, at)


def test_what_was_said_before_is_recalled_and_opens_choices(page: Page) -> None:
    _, view = scene(template("en"))
    view["nodes"][2]["choices"][0]["needs"] = "fixed"
    view["nodes"][2]["choices"][1]["unless"] = "fixed"
    standing = {"at": "n3", "meters": [5, 5, 5], "spent": 0}
    lines = {
        marks: exported(
            page,
            "scene_walk",
            f"m.lineAt({json.dumps(view)}, {json.dumps({**standing, 'marks': [*marks]})})",
        )
        for marks in ((), ("fixed",))
    }
    assert [choice["id"] for choice in lines[()]["choices"]] == ["b"]
    assert [choice["id"] for choice in lines[("fixed",)]["choices"]] == ["a"]
    assert lines[()]["says"] != lines[("fixed",)]["says"]


@pytest.mark.parametrize(("value", "text"), [(2, "+2"), (0, "0"), (-1, "−1")])
def test_a_change_has_its_sign(page: Page, value: int, text: str) -> None:
    assert exported(page, "scene_walk", f"m.signed({value})") == text
