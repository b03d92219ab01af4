"""What weighs and what does not, and what comes of always helping in one way."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpkit.models.dialogue import (
    ASKING,
    TELLING,
    Choice,
    Effect,
    Meters,
    Node,
    Scene,
    always,
    change,
    levelled,
    open_choices,
    paths,
)
from helpkit.models.scene_balance import HABITS, Balance, balance, habit
from helpkit.models.scene_outcomes import outcomes
from tests.models.drawn import prefixes, scenes

QUICK = Choice("quick", "telling", Effect(0, 0, 0), "e1", minutes=1)
SLOW = Choice("slow", "pure", Effect(1, 1, 0), "e1", minutes=2)
GIFT = Choice("gift", "pure", Effect(0, 1, 0), "e1", minutes=1)
LOSS = Choice("loss", "withdraw", Effect(0, 0, -1), "e1", minutes=2)
TRADE = Choice("trade", "telling", Effect(0, -1, 1), "e1", minutes=2)
NAME = Choice("name", "process", Effect(None, None, 0), "e1", minutes=1)


def scene(*choices: Choice, trust: int = 5, minutes: int | None = 9) -> Scene:
    endings = {"e1": "helpful", "e2": "empty", "e3": "late"}
    return Scene(Meters(trust, 6, 5), "n1", {"n1": Node(choices)}, endings, minutes)


def weighed(*choices: Choice, trust: int = 5, minutes: int | None = 9) -> dict[str, set[str]]:
    """The ids of the choices that only gain, and of those that only lose."""
    played = scene(*choices, trust=trust, minutes=minutes)
    result = balance(played, outcomes(played))
    return {name: {key for _, key in getattr(result, name)} for name in ("free", "losing")}


def test_time_is_a_cost_and_a_gain_where_it_runs() -> None:
    assert weighed(QUICK, SLOW) == {"free": {"quick"}, "losing": set()}
    assert weighed(QUICK, SLOW, minutes=None) == {"free": {"slow"}, "losing": set()}


def test_what_only_gains_what_only_loses_and_what_trades() -> None:
    assert weighed(GIFT, LOSS, TRADE) == {"free": {"gift"}, "losing": {"loss"}}


def test_a_move_that_does_nothing_neither_gains_nor_loses() -> None:
    nothing = replace(QUICK, minutes=2)
    assert weighed(nothing, replace(SLOW, effect=Effect())) == {"free": set(), "losing": set()}


def test_trust_decides_what_a_line_about_the_conversation_does() -> None:
    assert weighed(NAME, QUICK, trust=0) == {"free": set(), "losing": {"name"}}
    assert weighed(NAME, QUICK, trust=9) == {"free": {"name"}, "losing": set()}


def test_a_line_that_costs_early_and_brings_something_late_weighs() -> None:
    to_n2 = (replace(GIFT, effect=Effect(5, 0, 0), next="n2"), replace(LOSS, next="n2"))
    played = replace(scene(), start=Meters(0, 6, 5))
    played = replace(played, nodes={"n1": Node(to_n2), "n2": Node((NAME, QUICK))})
    result = balance(played, outcomes(played))
    assert result.timely == {("n2", "name")}
    assert not {("n2", "name")} & (result.free | result.losing)


@given(scenes(most=3))
@settings(deadline=None)
def test_the_same_as_weighing_in_every_conversation(drawn: Scene) -> None:
    gains, costs = set[tuple[str, str]](), set[tuple[str, str]]()
    effects: dict[tuple[str, str], set[tuple[int, int, int]]] = {}
    for path in prefixes(drawn):
        choices = open_choices(drawn, path)
        times = [choice.minutes for choice in choices] if drawn.minutes is not None else [0]
        for choice in choices:
            spot, values = (path.last, choice.id), change(choice, path.meters.trust)
            minutes = choice.minutes if drawn.minutes is not None else 0
            gains |= {spot} if max(values) > 0 or minutes < max(times) else set()
            costs |= {spot} if min(values) < 0 or minutes > min(times) else set()
            effects.setdefault(spot, set()).add(values)
    timely = {spot for spot, each in effects.items() if len(each) > 1}
    assert balance(drawn, outcomes(drawn)) == Balance(
        frozenset(gains - costs), frozenset(costs - gains), frozenset(timely)
    )


@given(scenes(most=4), st.sampled_from([*HABITS]))
@settings(deadline=None)
def test_the_turn_is_the_last_moment_at_which_it_could_still_succeed(
    drawn: Scene, name: str
) -> None:
    result = habit(drawn, HABITS[name])
    assert result.path == always(drawn, HABITS[name])
    good = [
        path.choices
        for path in paths(drawn)
        if drawn.endings[path.last] == "helpful" and levelled(path.meters)
    ]
    shared = [common(result.path.choices, choices) for choices in good]
    assert result.succeeds == (result.path.choices in good)
    expected = None if result.succeeds or not good else max(shared)
    assert result.turn == expected


def common(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """With how many of the same moves both begin."""
    same = [a == b for a, b in zip(one, other, strict=False)]
    return [*same, False].index(False)


def test_who_always_tells_goes_wrong_at_the_last_line_that_could_have_helped() -> None:
    tell = Choice("tell", "telling", Effect(0, -1, 1), "n2")
    last = (Choice("ask", "pure", Effect(1, 1, 0), "e1"), replace(tell, next="e2"))
    drawn = replace(scene(), nodes={"n1": Node((replace(SLOW, next="n2"), tell)), "n2": Node(last)})
    telling = habit(drawn, TELLING)
    assert (telling.succeeds, telling.path.nodes, telling.turn) == (False, ("n1", "n2", "e2"), 1)
    assert habit(drawn, ASKING).succeeds


@pytest.mark.parametrize("name", HABITS)
def test_where_nobody_can_succeed_there_is_no_such_moment(name: str) -> None:
    result = habit(scene(replace(QUICK, next="e2"), replace(SLOW, next="e2")), HABITS[name])
    assert (result.succeeds, result.turn) == (False, None)
