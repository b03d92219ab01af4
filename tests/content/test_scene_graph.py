"""The linter of scenes: planted faults in a file or a text, in both languages, and any rubbish."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpkit.content import languages, load
from helpkit.content.files import FOLDER
from helpkit.content.form import MISFITS
from helpkit.content.scene_graph import check_scene, content_faults, graph, scene_faults
from helpkit.models.dialogue import FORMS, KINDS
from helpkit.models.scene_flaws import FLAWS
from helpkit.models.scene_outcomes import MOST_STEPS
from tests.content.conftest import Spoil, spoil
from tests.models.test_scene_outcomes import tangle

__all__ = ["spoil"]

TEMPLATES = {
    language: (FOLDER / "text" / language / "templates/scene.toml").read_text("utf-8")
    for language in languages()
}
TEMPLATE = TEMPLATES["en"]

SPOILS = [
    ("trust = 4", "trust = 14", "[start] trust: expected a number from 0 to 10, got 14"),
    (
        'first = "n1"',
        'first = "start"',
        "first: expected the id of the node where the scene begins, got 'start'",
    ),
    ("[endings.e3]", "[endings.n1]", "[nodes] n1: a node and an ending have this id"),
    ('"broken"', '"bad"', "[endings.e3] kind: expected helpful, empty, broken or late, got 'bad'"),
    ('form = "pure"', 'form = "ask"', "[nodes.n1.choices.b] form: expected pure, "),
    (
        "helper = 1 }",
        "helper = 7 }",
        "[nodes.n1.choices.a.effect] helper: expected a number from -3 to 3, got 7",
    ),
    (
        'next = "n2"',
        'next = "n4"',
        "[nodes.n1.choices.a] next: expected the id of a node or an ending, got 'n4'",
    ),
    ('next = "n2"', 'next = "n3"', "[nodes] n2: nobody can get here: let a choice lead here"),
    ('next = "e2"', 'next = "e1"', "[endings] e2: nobody can get here"),
]


@pytest.mark.parametrize("language", languages())
def test_the_template_has_no_faults(language: str) -> None:
    assert scene_faults(TEMPLATES[language], language) == []


@pytest.mark.parametrize("language", languages())
def test_what_the_template_shows_behind_a_hash_works_too(language: str) -> None:
    done = check_scene(re.sub(r"^# (?=\[|[\w.]+ = )", "", TEMPLATES[language], flags=re.MULTILINE))
    assert done.faults == ()
    assert [*done.outcomes] == ["proud"]
    assert {end.ending for end in done.outcomes["proud"].all} == {"e1", "e2", "e3", "e4"}


@pytest.mark.parametrize(("old", "new", "expected"), SPOILS)
def test_a_fault_is_found_and_named(old: str, new: str, expected: str, tmp_path: Path) -> None:
    assert old in TEMPLATE
    text = TEMPLATE.replace(old, new, 1)
    lines = [str(fault) for fault in scene_faults(text)]
    assert any(line.startswith(expected) for line in lines), lines
    path = tmp_path / "mine.toml"
    path.write_text(text, "utf-8")
    placed = [str(fault) for fault in scene_faults(path)]
    assert [line.removeprefix(f"{path}") for line in placed] == [
        f" {line}" if fault.table or fault.key else f": {line}"
        for line, fault in zip(lines, scene_faults(text), strict=True)
    ]


def test_all_faults_of_one_kind_come_at_once() -> None:
    text = TEMPLATE.replace('"n3"', '"n9"').replace('"broken"', '"bad"')
    assert len(scene_faults(text)) == 3


def test_a_scene_in_which_there_is_nothing_to_weigh() -> None:
    text = re.sub(r"helper = -?1 }", "helper = 0 }", TEMPLATE)
    assert [str(fault) for fault in scene_faults(text)] == [
        "one path ends at least as high as every other on all three meters and takes no longer "
        "(n1, n3, e1: trust 6, client 7, helper 5), so there is nothing to weigh: let one of its "
        "choices cost something",
        "at more than one node a single choice is at least as good as every other on trust, on "
        "both standings and in time (n1.b, n2.a, n3.a): let each of these cost something, or let "
        "another choice be better at something",
    ]


def test_a_scene_without_nodes() -> None:
    text = TEMPLATE[: TEMPLATE.index("# A node:")] + "[nodes]\n[endings]\n"
    assert [str(fault) for fault in scene_faults(text)] == [
        "first: expected the id of the node where the scene begins, got 'n1'"
    ]


def test_sentences_in_dutch() -> None:
    text = TEMPLATE.replace('next = "n2"', 'next = "n4"', 1)
    assert [str(fault) for fault in scene_faults(text, "nl")] == [
        "[nodes.n1.choices.a] next: verwacht: de id van een knoop of een einde, gekregen: 'n4'"
    ]


WORDS = {
    "no-mark": '[nodes.n2.recalls]\npromised = "You promised."\n',
    "no-such-node": '[temperaments.x]\nname = "x"\nreveal = "x"\nnodes.n9.says = "Hm."\n',
}


@pytest.mark.parametrize(
    ("flaw", "expected"),
    [
        ("no-mark", "[nodes.n2.recalls] promised: no choice leaves the mark 'promised': "),
        ("no-such-node", "[temperaments.x.nodes] n9: there is no node with this id: "),
    ],
)
def test_words_for_what_is_not_there(flaw: str, expected: str) -> None:
    (line,) = map(str, scene_faults(TEMPLATE + WORDS[flaw]))
    assert line.startswith(expected)


@pytest.mark.parametrize("language", languages())
def test_every_flaw_and_misfit_has_a_sentence_and_no_sentence_is_left(language: str) -> None:
    texts = load(language).ui["scene-faults"]
    known = {**FLAWS, **MISFITS}
    assert texts.keys() == known.keys()
    for key, values in known.items():
        assert {*re.findall(r"\{(\w+)\}", texts[key])} == values


@pytest.mark.parametrize("language", languages())
def test_forms_and_kinds_in_the_sentences_are_those_of_the_model(language: str) -> None:
    texts = load(language).ui["scene-faults"]
    assert [*re.findall("|".join(sorted(FORMS, key=len, reverse=True)), texts["form"])] == [*FORMS]
    assert all(kind in texts["kind"] for kind in KINDS)
    assert (*load(language).forms,) == FORMS


def test_what_can_be_played_comes_with_its_scene_and_its_outcomes() -> None:
    done = check_scene(TEMPLATE)
    assert done.scene is not None
    assert [*done.outcomes] == [""]
    assert sum(outcome.count for outcome in done.outcomes[""].all) == 5
    assert check_scene("").scene is None


def test_our_own_scenes_have_no_faults() -> None:
    assert [*content_faults(load("en"))] == []


def test_a_fault_in_our_own_scenes_is_found(spoil: Spoil) -> None:
    folder = spoil("data/scenes/team-day.toml", 'next = "m12"', 'next = "m16"')
    assert [str(fault) for fault in content_faults(load("en", folder))] == [
        "data/scenes/team-day.toml [nodes.m6.choices.first-to-hear] next: "
        "expected the id of a node or an ending, got 'm16'"
    ]


def test_both_languages_have_the_same_graph() -> None:
    english, dutch = load("en").scenes, load("nl").scenes
    assert {key: graph(scene) for key, scene in english.items()} == {
        key: graph(scene) for key, scene in dutch.items()
    }


def written(nodes: int) -> str:
    """A tangle as a file."""
    scene = tangle(nodes)
    head = TEMPLATE[: TEMPLATE.index("# The node with")] + 'first = "n0"\n'
    lines = [f'{head}[endings.e1]\nkind = "helpful"\nsays = "End."']
    for node, part in scene.nodes.items():
        lines.append(f'[nodes.{node}]\nsays = "Hm."')
        for choice in part.choices:
            effect = ", ".join(
                f"{name} = {getattr(choice.effect, name)}" for name in ("trust", "client", "helper")
            )
            lines.append(
                f'[nodes.{node}.choices.{choice.id}]\nsays = "So."\nwhy = "So."\nform = "pure"\n'
                f'effect = {{ {effect} }}\nnext = "{choice.next}"'
            )
    return "\n".join(lines)


@pytest.mark.parametrize("nodes", [40, 199, 1000])
def test_a_tangle_of_loops_does_not_hang(nodes: int) -> None:
    text = written(nodes)
    done = check_scene(text)
    assert done.faults == ()
    assert not done.outcomes[""].complete
    assert done.outcomes[""].states <= MOST_STEPS


@given(st.text())
@settings(deadline=None)
def test_any_text_gives_faults_on_one_line_each(text: str) -> None:
    lines = scene_faults(text)
    assert lines
    assert all(len(str(fault).splitlines()) == 1 for fault in lines)


@given(st.integers(0, len(TEMPLATE)), st.integers(0, 60), st.text(max_size=8))
@settings(deadline=None)
def test_a_scene_that_is_being_typed_never_stops_the_check(at: int, cut: int, typed: str) -> None:
    for fault in scene_faults(TEMPLATE[:at] + typed + TEMPLATE[at + cut :]):
        assert len(str(fault).splitlines()) == 1


values: Any = st.recursive(
    st.sampled_from(["true", "-1", "1e400", '""', "1979-05-27", "[]", '{en="a"}', "0xffff"]),
    lambda inner: (
        st.lists(inner, max_size=2).map(lambda of: f"[{', '.join(of)}]")
        | inner.map(lambda inner_text: f"{{ n1 = {inner_text} }}")
    ),
    max_leaves=6,
)
KEYS = sorted({*re.findall(r"^(\w+) = ", TEMPLATE, re.MULTILINE)})


@given(st.sampled_from(KEYS), values)
@settings(deadline=None)
def test_any_value_at_any_key_is_a_fault_or_fits(key: str, value: str) -> None:
    text = re.sub(rf"^{key} = .*$", f"{key} = {value}", TEMPLATE, count=1, flags=re.MULTILINE)
    for fault in scene_faults(text):
        assert len(str(fault).splitlines()) == 1


@pytest.mark.parametrize("text", ["[" * 5000, "a = " + "[" * 5000, "a." * 5000 + "b = 1"])
def test_huge_nesting_is_told(text: str) -> None:
    assert scene_faults(text)


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone.toml", Path("nul\0byte")):
        assert len(scene_faults(path)) == 1
