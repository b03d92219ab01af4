"""Somebody else in the client's chair: what is added, where, and that nothing else changes."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpkit.errors import UnknownIdError
from helpkit.models.dialogue import (
    METERS,
    Choice,
    Effect,
    Meters,
    Node,
    Scene,
    Temperament,
    change,
    paths,
)
from helpkit.models.inquiry import family
from helpkit.models.temperaments import in_mood, moods
from tests.models.drawn import additions, meters, scenes, temperaments

ASK = Choice("ask", "diagnostic_causes", Effect(1, None, 0), "e1")
TELL = Choice("tell", "telling", Effect(0, 0, 0), "e1")
SCENE = Scene(Meters(4, 9, 1), "n1", {"n1": Node((ASK, TELL))}, {"e1": "helpful"}, minutes=3)


def with_person(person: Temperament) -> Scene:
    return in_mood(replace(SCENE, temperaments={"x": person}), "x")


@given(scenes(people=2))
@settings(deadline=None)
def test_whoever_adds_nothing_leaves_the_scene_as_it_is(scene: Scene) -> None:
    plain = replace(scene, temperaments={})
    nobody = replace(scene, temperaments={**scene.temperaments, "nobody": Temperament()})
    assert in_mood(nobody, "nobody") == plain
    assert in_mood(nobody, "") == plain
    assert [*paths(in_mood(nobody, "nobody"))] == [*paths(scene)]


@given(scenes(people=3))
@settings(deadline=None)
def test_every_person_has_a_scene_and_only_without_people_the_plain_one_has(scene: Scene) -> None:
    assert [*moods(scene)] == ([*scene.temperaments] or [""])
    assert all(each.temperaments == {} for each in moods(scene).values())


@given(scenes(), temperaments, meters, st.data())
@settings(deadline=None)
def test_a_move_adds_what_its_family_and_what_it_alone_adds(
    scene: Scene, person: Temperament, at: Meters, data: st.DataObject
) -> None:
    node = data.draw(st.sampled_from([*scene.nodes]))
    number = data.draw(st.integers(0, len(scene.nodes[node].choices) - 1))
    before = scene.nodes[node].choices[number]
    after = in_mood(replace(scene, temperaments={"x": person}), "x").nodes[node].choices[number]
    added = [
        person.families.get(family(before.form), Effect()),
        person.choices.get((node, before.id), Effect()),
    ]
    for was, now, name in zip(
        change(before, at.trust), change(after, at.trust), METERS, strict=True
    ):
        assert now - was == sum(getattr(each, name) for each in added)
    assert replace(after, shift=Effect()) == before


@given(meters, additions)
def test_the_meters_at_the_start_stay_from_0_to_10(start: Meters, added: Effect) -> None:
    scene = replace(SCENE, start=start, temperaments={"x": Temperament(start=added)})
    for name, value in in_mood(scene, "x").start._asdict().items():
        assert value == min(10, max(0, getattr(start, name) + getattr(added, name)))


def test_the_example_of_a_person() -> None:
    person = Temperament(
        start=Effect(-1, 3, -2),
        minutes=-1,
        families={"diagnostic": Effect(-1, 0, 0), "telling": Effect(0, 2, 0)},
        choices={("n1", "ask"): Effect(0, 0, 1)},
    )
    scene = with_person(person)
    assert (scene.start, scene.minutes) == (Meters(3, 10, 0), 2)
    ask, tell = scene.nodes["n1"].choices
    assert change(ask, 4) == (0, 1, 1)
    assert change(tell, 4) == (0, 2, 0)


def test_minutes_are_never_less_than_none_and_stay_free_where_time_is_free() -> None:
    assert with_person(Temperament(minutes=-9)).minutes == 0
    free = replace(SCENE, minutes=None, temperaments={"x": Temperament(minutes=2)})
    assert in_mood(free, "x").minutes is None


def test_somebody_who_is_not_there() -> None:
    with pytest.raises(UnknownIdError, match=r"^temperament must be one of none, got 'sad'$"):
        in_mood(SCENE, "sad")
    with pytest.raises(UnknownIdError, match=r"^temperament must be one of x, got 'sad'$"):
        in_mood(replace(SCENE, temperaments={"x": Temperament()}), "sad")
