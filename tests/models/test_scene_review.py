"""What one play shows: where it turned, what it cost, and what else was open."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpkit.errors import UnknownIdError
from helpkit.models.dialogue import (
    Choice,
    Effect,
    Meters,
    Node,
    Path,
    Scene,
    open_choices,
    step,
    walk,
)
from helpkit.models.scene_review import Alternative, Review, review
from tests.models.drawn import prefixes, scenes

LISTEN = Choice("a", "pure", Effect(1, 1, 0), "n2", minutes=2)
FIX = Choice("b", "telling", Effect(0, -1, 1), "n2", minutes=1)
CONFRONT = Choice("c", "confrontational", Effect(-2, -1, 1), "n2", minutes=1)
NOTHING = Choice("a", "pure", Effect(), "e1", minutes=1)
SCENE = Scene(
    Meters(4, 4, 6),
    "n1",
    {"n1": Node((LISTEN, FIX, CONFRONT)), "n2": Node((NOTHING, replace(FIX, next="e1")))},
    {"e1": "helpful", "e2": "late"},
    minutes=9,
)


def test_a_play_that_turned_that_cost_something_and_that_had_a_better_line() -> None:
    """It turned at the confronting line; that took three from the meters of trust and standing."""
    assert review(SCENE, walk(SCENE, "ca")) == Review(0, 0, Alternative(0, "a"))
    assert review(SCENE, walk(SCENE, "bb")) == Review(0, 0, Alternative(0, "a"))


def test_time_is_a_cost_only_where_it_runs() -> None:
    listened = walk(SCENE, "aa")
    assert review(SCENE, listened) == Review(turn=0, cost=0, instead=None)
    free = replace(SCENE, minutes=None)
    assert review(free, walk(free, "aa")) == Review(turn=0, cost=None, instead=None)


def test_a_play_in_which_nothing_moved() -> None:
    still = replace(SCENE, nodes={"n1": Node((NOTHING, replace(NOTHING, id="b")))})
    assert review(still, walk(still, "b")) == Review(None, None, None)
    assert review(SCENE, walk(SCENE, "")) == Review(None, None, None)


def test_a_meter_at_its_end_moves_no_further() -> None:
    full = replace(SCENE, start=Meters(10, 10, 6), minutes=None)
    assert review(full, walk(full, "aa")) == Review(None, None, None)
    empty = replace(SCENE, start=Meters(0, 0, 10), minutes=None)
    assert review(empty, walk(empty, "ca")) == Review(None, None, Alternative(0, "a"))


def for_client(choice: Choice, before: Meters) -> int:
    after = step(before, choice)
    return after.trust + after.client - before.trust - before.client


@given(scenes(most=4), st.data())
@settings(deadline=None)
def test_the_line_to_try_instead_was_open_and_would_have_done_most_more(
    scene: Scene, data: st.DataObject
) -> None:
    path: Path = data.draw(st.sampled_from([*prefixes(scene)]))
    gains: dict[tuple[int, str], int] = {}
    for turn, made in enumerate(path.choices):
        before = walk(scene, path.choices[:turn])
        values = {
            choice.id: for_client(choice, before.meters) for choice in open_choices(scene, before)
        }
        gains |= {(turn, key): value - values[made] for key, value in values.items()}
    instead = review(scene, path).instead
    if instead is None:
        assert max(gains.values(), default=0) == 0
    else:
        assert gains[instead.turn, instead.choice] == max(gains.values()) > 0
        assert path.choices[instead.turn] != instead.choice


@given(scenes(most=4), st.data())
@settings(deadline=None)
def test_it_turned_where_trust_and_standing_moved_most(scene: Scene, data: st.DataObject) -> None:
    path: Path = data.draw(st.sampled_from([*prefixes(scene)]))
    pairs = zip(path.trace, path.trace[1:], strict=False)
    swings = [abs(b.trust - a.trust) + abs(b.client - a.client) for a, b in pairs]
    turn = review(scene, path).turn
    assert (turn is None) == (max(swings, default=0) == 0)
    assert turn is None or swings[turn] == max(swings)


def test_a_play_of_another_scene() -> None:
    other = replace(walk(SCENE, "a"), choices=("z",))
    with pytest.raises(UnknownIdError, match=r"^choice at n1 must be one of a, b, c, got 'z'$"):
        review(SCENE, other)
