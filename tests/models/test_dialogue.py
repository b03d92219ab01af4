"""A conversation move by move: the published figures of both scenes, and the laws of the model."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpkit.content import load
from helpkit.content.scene_graph import graph
from helpkit.errors import OutOfRangeError, UnknownIdError
from helpkit.models import inquiry
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
    change,
    levelled,
    open_choices,
    paths,
    step,
    then,
    walk,
)
from tests.models.drawn import effects, meters, prefixes, scenes

OURS = {key: graph(text) for key, text in load("en").earlier_scenes.items()}
"""The first editions: their figures are published."""

INQUIRY = {"pure", *DIAGNOSTIC, "process"}


def simple(*choices: Choice) -> Scene:
    return Scene(Meters(4, 4, 6), "n1", {"n1": Node(choices)}, {"e1": "helpful", "e2": "empty"})


@pytest.mark.parametrize(
    ("scene", "preference", "nodes", "end"),
    [
        ("export-button-1", TELLING, "n1 n2 n5 e2", (5, 0, 9)),
        ("export-button-1", ASKING, "n1 n3 n6 n9 n10 e1", (10, 10, 7)),
        ("export-button-1", CONFRONTING, "n1 n2 n5 e2", (5, 0, 9)),
        ("team-day-1", TELLING, "m1 m2 m5 e2", (4, 1, 8)),
        ("team-day-1", ASKING, "m1 m3 m6 m9 m12 e1", (9, 10, 7)),
        ("team-day-1", CONFRONTING, "m1 m4 e3", (1, 1, 6)),
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


@pytest.mark.parametrize(("scene", "count"), [("export-button-1", 415), ("team-day-1", 664)])
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


@given(meters, effects, st.sampled_from(inquiry.FORMS))
@settings(deadline=None)
def test_a_move_adds_and_stays_from_0_to_10(before: Meters, effect: Effect, form: str) -> None:
    move = Choice("a", form, effect, "n1")
    after = step(before, move)
    for name, added in zip(METERS, change(move, before.trust), strict=True):
        assert getattr(after, name) == sorted((0, getattr(before, name) + added, 10))[1]


@given(st.integers(0, 10), effects, effects, st.sampled_from(inquiry.FORMS))
def test_what_its_author_leaves_open_is_what_the_form_does_then(
    trust: int, effect: Effect, shift: Effect, form: str
) -> None:
    client = inquiry.whole(form, trust)
    by_form = {"trust": client, "client": client, "helper": inquiry.helper_lift(form)}
    changes = change(Choice("a", form, effect, "n1", shift=shift), trust)
    for name, added in zip(METERS, changes, strict=True):
        own = getattr(effect, name)
        assert added == (by_form[name] if own is None else own) + (getattr(shift, name) or 0)


def test_the_same_line_early_and_late() -> None:
    """It costs trust while there is little of it, and brings some once there is enough."""
    name_it = Choice("a", "process", Effect(None, None, 0), "n1")
    confront = Choice("b", "confrontational", Effect(None, None, None), "n1")
    assert [change(name_it, trust) for trust in (0, 3, 9)] == [(-1, -1, 0), (0, 0, 0), (2, 2, 0)]
    assert [change(confront, trust) for trust in (2, 9)] == [(-2, -2, 1), (0, 0, 1)]


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
    while (choices := open_choices(scene, path)) and len(path.choices) < 20:
        path = then(scene, path, data.draw(st.sampled_from(choices)))
    again = walk(scene, path.choices)
    assert again == path
    assert len(again.trace) == len(again.nodes) == len(again.spent) == len(again.choices) + 1
    assert all(0 <= value <= 10 for now in again.trace for value in now)


@given(scenes())
@settings(deadline=None)
def test_no_conversation_lasts_longer_than_it_may_unless_it_ends_too_late(scene: Scene) -> None:
    if scene.minutes is None:
        return
    for path in prefixes(scene):
        if path.last == scene.late:
            assert path.spent[-1] >= scene.minutes
        elif path.last in scene.endings:
            assert path.spent[-1] <= scene.minutes
        else:
            assert path.spent[-1] < scene.minutes


@given(scenes(), st.integers(1, 3))
@settings(deadline=None)
def test_more_time_takes_away_no_ending_but_the_late_one(scene: Scene, more: int) -> None:
    longer = replace(scene, minutes=None if scene.minutes is None else scene.minutes + more)
    before, after = (
        {path.choices for path in paths(each) if path.last != scene.late}
        for each in (scene, longer)
    )
    assert before <= after


@given(scenes())
@settings(deadline=None)
def test_a_move_is_open_after_its_mark_only(scene: Scene) -> None:
    for path in prefixes(scene):
        moves = dict(zip(path.nodes, path.choices, strict=False))
        made = (
            choice
            for node, each in scene.nodes.items()
            for choice in each.choices
            if moves.get(node) == choice.id
        )
        assert path.marks == {choice.leaves for choice in made} - {""}
        for choice in scene.nodes[path.last].choices if path.last in scene.nodes else ():
            is_open = choice.needs in {"", *path.marks} and choice.unless not in path.marks
            assert (choice in open_choices(scene, path)) == is_open


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


LISTEN = Choice("a", "pure", Effect(1, 1, 0), "n2", minutes=2, leaves="heard")
FIX = Choice("b", "telling", Effect(0, -1, 1), "n2", minutes=1)
ASK = Choice("a", "process", Effect(None, None, 0), "e1", minutes=2, needs="heard")
SAY = Choice("b", "telling", Effect(0, 0, 1), "e2", minutes=1, unless="heard")
STAY = Choice("c", "pure", Effect(), "n3", minutes=2)


def timed(minutes: int) -> Scene:
    nodes = {"n1": Node((LISTEN, FIX)), "n2": Node((ASK, SAY, STAY)), "n3": Node((ASK, SAY))}
    endings = {"e1": "helpful", "e2": "empty", "e3": "late"}
    return Scene(Meters(4, 4, 6), "n1", nodes, endings, minutes=minutes)


def test_time_is_up_at_a_line_but_not_at_an_ending() -> None:
    in_time = walk(timed(4), "aa")
    assert (in_time.last, in_time.spent, {*in_time.marks}) == ("e1", (0, 2, 4), {"heard"})
    assert walk(timed(4), "ac").last == walk(timed(3), "aa").last == "e3"
    assert walk(timed(5), "ac").last == "n3"


def test_what_is_said_last_counts_when_time_is_up() -> None:
    late = walk(timed(3), "aa")
    assert late.trace == ((4, 4, 6), (5, 5, 6), (6, 6, 6))
    assert open_choices(timed(3), late) == ()


def test_what_was_said_before_decides_what_can_be_said() -> None:
    scene = timed(9)
    assert [choice.id for choice in open_choices(scene, walk(scene, "a"))] == ["a", "c"]
    assert [choice.id for choice in open_choices(scene, walk(scene, "b"))] == ["b", "c"]
    with pytest.raises(UnknownIdError, match=r"^choice at n2 must be one of b, c, got 'a'$"):
        walk(scene, "ba")
    assert always(scene, ASKING).choices == ("a", "c", "a")
    assert always(scene, TELLING).choices == ("b", "b")


def test_without_minutes_time_does_not_run() -> None:
    scene = replace(timed(1), minutes=None)
    assert scene.late is None
    assert walk(scene, "aca").spent == (0, 2, 4, 6)
    assert walk(scene, "aca").last == "e1"
