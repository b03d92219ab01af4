"""A conversation move by move: the figures of both scenes, and the laws of the model."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpkit.content import load
from helpkit.content.scene_graph import graph
from helpkit.errors import OutOfRangeError, UnknownIdError
from helpkit.models.dialogue import (
    ASKING,
    CONFRONTING,
    DIAGNOSTIC,
    METERS,
    TELLING,
    Choice,
    Effect,
    Meters,
    Node,
    Path,
    Preference,
    Scene,
    always,
    begin,
    levelled,
    paths,
    step,
    walk,
)
from tests.models.drawn import effects, meters, scenes

OURS = {key: graph(text) for key, text in load("en").scenes.items()}
INQUIRY = {"pure", *DIAGNOSTIC, "process"}


def simple(*choices: Choice) -> Scene:
    return Scene(Meters(4, 4, 6), "n1", {"n1": Node(choices)}, {"e1": "helpful", "e2": "empty"})


@pytest.mark.parametrize(
    ("scene", "preference", "nodes", "end"),
    [
        ("export-button", TELLING, "n1 n2 n5 e2", (5, 0, 9)),
        ("export-button", ASKING, "n1 n3 n6 n9 n10 e1", (10, 10, 7)),
        ("export-button", CONFRONTING, "n1 n2 n5 e2", (5, 0, 9)),
        ("team-day", TELLING, "m1 m2 m5 e2", (4, 1, 8)),
        ("team-day", ASKING, "m1 m3 m6 m9 m12 e1", (9, 10, 7)),
        ("team-day", CONFRONTING, "m1 m4 e3", (1, 1, 6)),
    ],
)
def test_always_the_same_way_of_helping(
    scene: str, preference: Preference, nodes: str, end: tuple[int, int, int]
) -> None:
    path = always(OURS[scene], preference)
    assert " ".join(path.nodes) == nodes
    assert path.meters == end


def test_who_always_tells_ends_higher_than_who_always_asks_and_the_client_far_lower() -> None:
    for scene in OURS.values():
        telling, asking = always(scene, TELLING).meters, always(scene, ASKING).meters
        assert telling.helper > asking.helper
        assert telling.client <= 1
        assert levelled(asking)
        assert not levelled(telling)


@pytest.mark.parametrize(("scene", "count"), [("export-button", 415), ("team-day", 664)])
def test_number_of_paths(scene: str, count: int) -> None:
    assert sum(1 for _ in paths(OURS[scene])) == count


@pytest.mark.parametrize("scene", OURS)
def test_no_detour_ends_higher_than_the_best_direct_asking_path(scene: str) -> None:
    def height(path: Path) -> int:
        return path.meters.trust + path.meters.client

    every = [*paths(OURS[scene])]
    asking = [path for path in every if forms(OURS[scene], path) <= INQUIRY]
    assert max(map(height, every)) == max(map(height, asking))


def forms(scene: Scene, path: Path) -> set[str]:
    """The forms of all its moves."""
    moves = zip(path.nodes, path.choices, strict=False)
    return {
        choice.form
        for node, move in moves
        for choice in scene.nodes[node].choices
        if choice.id == move
    }


@given(meters, effects)
@settings(deadline=None)
def test_a_move_adds_and_stays_from_0_to_10(before: Meters, effect: Effect) -> None:
    after = step(before, Choice("a", "pure", effect, "n1"))
    for name in METERS:
        wanted = getattr(before, name) + getattr(effect, name)
        assert getattr(after, name) == sorted((0, wanted, 10))[1]


@given(scenes())
@settings(deadline=None)
def test_every_path_ends_at_an_ending_and_visits_nothing_twice(scene: Scene) -> None:
    every = [*paths(scene)]
    for path in every:
        assert path.last in scene.endings
        assert len(set(path.nodes)) == len(path.nodes)
        assert walk(scene, path.choices) == path
    assert [path.choices for path in every] == sorted({path.choices for path in every})


@given(scenes(), st.data())
@settings(deadline=None)
def test_a_walk_keeps_every_moment(scene: Scene, data: st.DataObject) -> None:
    path = begin(scene)
    while path.last in scene.nodes and len(path.choices) < 20:
        path = path.then(data.draw(st.sampled_from(scene.nodes[path.last].choices)))
    again = walk(scene, path.choices)
    assert again == path
    assert len(again.trace) == len(again.nodes) == len(again.choices) + 1
    assert all(0 <= value <= 10 for now in again.trace for value in now)


@given(scenes(), st.sampled_from([ASKING, TELLING, CONFRONTING]))
@settings(deadline=None)
def test_who_always_does_the_same_never_goes_round(scene: Scene, preference: Preference) -> None:
    path = always(scene, preference)
    assert len(set(path.nodes)) == len(path.nodes)
    assert walk(scene, path.choices) == path


def test_a_preference_takes_the_best_group_and_then_the_order_of_the_choices() -> None:
    scene = simple(
        Choice("a", "telling", Effect(), "e2"),
        Choice("b", "diagnostic_systemic", Effect(), "e1"),
        Choice("c", "diagnostic_feelings", Effect(), "e2"),
    )
    assert always(scene, ASKING).choices == ("b",)
    assert always(scene, (("withdraw",),)).choices == ("a",)


def test_a_walk_may_come_back_and_a_path_may_not() -> None:
    again = Choice("a", "pure", Effect(trust=3), "n1")
    scene = simple(again, Choice("b", "pure", Effect(), "e1"))
    assert walk(scene, "aaab").meters == (10, 4, 6)
    assert [path.choices for path in paths(scene)] == [("b",)]


def test_level_from_six_on() -> None:
    assert levelled(Meters(6, 6, 0))
    assert not levelled(Meters(5, 10, 10))
    assert not levelled(Meters(10, 5, 10))


def test_what_it_does_not_take() -> None:
    scene = simple(Choice("a", "pure", Effect(), "e1"))
    with pytest.raises(UnknownIdError, match=r"^choice at n1 must be one of a, got 'b'$"):
        walk(scene, "b")
    with pytest.raises(UnknownIdError, match="choice at e1 must be one of none, for it has ended"):
        walk(scene, "aa")
    with pytest.raises(OutOfRangeError, match=r"^trust must be in \[0, 10\], got 11$"):
        walk(replace(scene, start=Meters(11, 4, 4)), "a")
