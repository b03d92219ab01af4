"""Where a fault stands in a text, and what keeps a text from being read."""

import json
import re
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.content import Fault, load
from helpkit.content.scene_file import is_deep
from helpkit.exercises.parts.scene.inspection import built
from helpkit.exercises.parts.scene.places import TROUBLES, lines, place, trouble
from helpkit.exercises.parts.scene.preview import SHOWN, built_view
from tests.exercises.samples import CONTENT, FOLDERS, exercise, own_scene

PART = exercise(FOLDERS[2]).parts["build"]
WHOLE = own_scene()
SPOILT = {
    "says": ("twice", "a = 1\n\na = 2\n[b]", 3),
    "table": ("twice", "[a]\nb = 1\n[a]\n", 3),
    "inline": ("twice", "a = { b = 1, b = 2 }", 1),
    "open": ("quote", 'a = 1\nb = "what\nc = 2', 2),
    "open-long": ("quote", 'a = """what\n\n', 1),
    "path": ("backslash", 'a = "C:\\quiz"', 1),
    "list": ("bracket", "a = [1", 1),
    "header": ("bracket", "\n[nodes.n1\nsays = 1", 2),
    "quoted": ("after", 'a = "he said "no""', 1),
    "prose": ("key", "title = 'x'\nHello there.", 2),
    "lone": ("key", "a", 1),
    "bare": ("value", "a = what", 1),
    "empty": ("value", "a =\nb = 1", 1),
}


@pytest.mark.parametrize("name", SPOILT)
def test_what_cannot_be_read_has_a_kind_and_a_line(name: str) -> None:
    kind, text, line = SPOILT[name]
    assert trouble(text) == (kind, line)
    assert trouble("\ufeff" + text) == (kind, line)


def test_every_kind_of_trouble_happens_and_has_its_sentences() -> None:
    assert {kind for kind, _, _ in SPOILT.values()} == {*TROUBLES} - {"other"}
    for language in ("en", "nl"):
        sentences = [load(language).ui["scene"][f"toml-{kind}"] for kind in TROUBLES]
        assert len({*sentences}) == len(TROUBLES)


def test_a_number_of_thousands_of_digits_and_brackets_without_end() -> None:
    assert trouble("a = " + "1" * 5000) == ("value", None)
    assert trouble("a = " + "[" * 30_000) is None
    view = built_view("a = " + "[" * 30_000, PART, CONTENT)
    assert [fault["text"] for fault in view["faults"]] == [CONTENT.ui["scene-faults"]["too-deep"]]


@given(st.text(max_size=80))
def test_trouble_is_what_keeps_a_text_from_being_read(text: str) -> None:
    try:
        tomllib.loads(text.removeprefix("\ufeff"))
    except ValueError:
        fault = trouble(text)
        assert fault
        assert fault.kind in TROUBLES
        assert fault.line is None or 1 <= fault.line <= text.count("\n") + 1
    else:
        assert trouble(text) is None
    assert all(1 <= line <= text.count("\n") + 1 for line in lines(text).values())


def test_tables_and_keys_are_found_and_not_within_a_long_text() -> None:
    text = 'a = 1\nb.c = 2\n[ d ]\ne = """\n[f]\ng = 1\n"""\n  [d.h]\n"i" = 1\n# j = 1\n'
    assert lines(text) == {
        ("a",): 1,
        ("b",): 2,
        ("b", "c"): 2,
        ("d",): 3,
        ("d", "e"): 4,
        ("d", "h"): 8,
        ("d", "h", "i"): 9,
    }


def test_a_fault_stands_where_it_is_or_in_the_nearest_table() -> None:
    known = lines("[nodes.n1]\nsays = 1\n[nodes.n1.choices.a]\neffect = { trust = 9 }\n")
    for table, key, line in (
        ("nodes.n1", "says", 2),
        ("nodes.n1.choices.a.effect", "trust", 4),
        ("nodes.n1.choices.a", "why", 3),
        ("nodes", "n9", 1),
        ("", "title", None),
        ("", "", None),
    ):
        assert place(Fault("", table, key, ""), known) == line


def test_each_fault_of_a_scene_points_to_a_line_that_has_it() -> None:
    text = WHOLE.replace("trust = 1", "trust = 9").replace('next = "e3"', 'next = "nowhere"')
    rows = text.split("\n")
    view = built_view(text, PART, CONTENT)
    assert len(view["faults"]) == SHOWN
    assert view["more"] == len(built(text, PART).faults) - SHOWN > 0
    for fault in view["faults"]:
        assert re.search("trust = 9|nowhere", rows[fault["line"] - 1])


@pytest.mark.parametrize("key", ["a." * 29_000 + "a", "'a' . " * 9_000 + "a"])
def test_keys_without_end_are_not_read_at_all(key: str) -> None:
    """Python would take half a minute for each, in the notebook and at the marks."""
    for text in (f"{key} = 1", f"[{key}]", f"x = {{ {key} = 1 }}"):
        assert trouble(text) is None
        (fault,) = built(text, PART).faults
        assert fault.expected == CONTENT.ui["scene-faults"]["too-deep"]
    assert not is_deep("a word. " * 150)
    assert not is_deep(WHOLE)


def test_the_lines_of_a_line_without_end_are_found_at_once() -> None:
    for text in ("a" * 60_000, " " * 60_000 + "x", "[" * 60_000, "a." * 30_000 + "=", "=" * 60_000):
        assert len(lines(text)) < 2


@pytest.mark.parametrize("text", ["", " \n\t", WHOLE, "title = 1", "[[[", "x" * 60_001])
def test_the_view_has_every_demand_whatever_the_text_is(text: str) -> None:
    view = built_view(text, PART, CONTENT)
    assert [need["id"] for need in view["needs"]] == [*PART.needs]
    assert all(need["met"] for need in view["needs"]) == (text == WHOLE)
    assert (view["scene"] is not None) == (text == WHOLE)


def test_a_number_has_no_end_of_digits() -> None:
    text = WHOLE.replace("helper = 1 }", f"helper = {'9' * 400} }}").replace(
        "trust = 1", "trust = 0"
    )
    scene = built_view(text, PART, CONTENT)["scene"]
    rows = [
        row for node in scene["nodes"] for choice in node["choices"] for row in choice["changes"]
    ]
    assert {99} <= {helper for _, _, helper in rows}
    assert {0, -1, 2} <= {value for row in rows for value in row}


def test_an_escape_of_toml_steers_nobody() -> None:
    """What is spelled out in the text is a character in the scene."""
    text = WHOLE.replace('says = "', 'says = "\\u202e\\u0000\\U000E0041 ').replace(
        'title = "', 'title = "\\u202e'
    )
    scene = built_view(text, PART, CONTENT)["scene"]
    assert scene["title"].startswith("\\u202e")
    said = json.dumps(scene, ensure_ascii=False)
    assert "\u202e" not in said
    assert said.count("\\\\u202e\\\\x00\\\\U000e0041 ") > 20
