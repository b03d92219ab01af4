"""What is said of a play: three sentences, its moment, and the short way beside the long one."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.activities.converse.timing import timing
from helpkit.models.dialogue import Choice, Effect, change
from helpkit.models.inquiry import FORMS
from tests.activities.converse.on_stage import HELPS, TELLS, TEXT, played, say

PROCESS = Choice("c", "process", Effect(None, None, 0), "n")


def test_where_it_turned_what_it_cost_and_what_to_try(tmp_path: Path) -> None:
    play = played(tmp_path, "press", "sharp", "leave").state["play"]
    nodes = TEXT.nodes
    assert play["review"]["turned"] == {
        "number": 2,
        "line": nodes["n2"].choices["sharp"].says,
        "went": [{"id": "trust", "first": 5, "last": 4}, {"id": "client", "first": 3, "last": 2}],
    }
    assert play["review"]["cost"] == {
        "number": 2,
        "line": nodes["n2"].choices["sharp"].says,
        "lost": [{"id": "trust", "change": -1}, {"id": "client", "change": -1}],
        "longer": 0,
    }
    other = nodes["n3"].choices["yours"].says
    assert play["review"]["instead"] == {"number": 3, "line": other, "turn": 2}


def test_minutes_are_a_cost_too(tmp_path: Path) -> None:
    cost = played(tmp_path, "listen", "wait", "type").state["play"]["review"]["cost"]
    assert (cost["number"], cost["lost"], cost["longer"]) == (
        3,
        [{"id": "client", "change": -2}],
        0,
    )
    cost = played(tmp_path, *HELPS, item="alone.2").state["play"]["review"]["cost"]
    assert (cost["number"], cost["lost"], cost["longer"]) == (1, [], 1)


def test_the_line_to_try_can_be_gone_back_to(tmp_path: Path) -> None:
    widget = played(tmp_path, *TELLS)
    turn = widget.state["play"]["review"]["instead"]["turn"]
    widget.handle(say("alone.2", *TELLS[:turn], after=1))
    lines = [choice["says"] for choice in widget.state["play"]["now"]["choices"]]
    assert TEXT.nodes["n3"].choices["yours"].says in lines


def test_the_same_line_early_and_late() -> None:
    assert timing(PROCESS, 4) == {
        "trust": 4,
        "less": {"at": 0, "does": [{"id": "trust", "change": -1}, {"id": "client", "change": -1}]},
        "more": {"at": 9, "does": [{"id": "trust", "change": 2}, {"id": "client", "change": 2}]},
    }


def test_at_either_end_there_is_one_other_time() -> None:
    early, late = timing(PROCESS, 0), timing(PROCESS, 10)
    assert early
    assert early["less"] is None
    assert late
    assert late["more"] is None


@given(
    form=st.sampled_from(FORMS),
    trust=st.integers(0, 10),
    shift=st.integers(-1, 1),
    sets=st.sampled_from([(None, None), (None, 1), (1, None), (1, 1)]),
)
def test_the_timing_is_that_of_the_model(
    form: str, trust: int, shift: int, sets: tuple[int | None, int | None]
) -> None:
    choice = Choice("c", form, Effect(*sets, None), "n", shift=Effect(shift, shift, 0))
    other = timing(choice, trust)
    follows = form in ("confrontational", "process") and None in sets
    assert (other is not None) == follows
    if other is None:
        return
    for name, low, high in (("less", 0, trust), ("more", trust, 10)):
        if other[name] is None:
            assert change(choice, low)[:2] == change(choice, high)[:2]
            continue
        at = other[name]["at"]
        changed = dict(zip(("trust", "client"), change(choice, at)[:2], strict=True))
        assert other[name]["does"] == [
            {"id": meter, "change": changed[meter]}
            for meter, effect in zip(("trust", "client"), sets, strict=True)
            if effect is None
        ]
        assert low <= at <= high
        assert change(choice, at)[:2] != change(choice, trust)[:2]


def test_a_reason_says_its_moment_where_trust_made_it(tmp_path: Path) -> None:
    turns = played(tmp_path, "shall-we", "leave").state["play"]["turns"]
    assert turns[0]["timing"]["trust"] == 5
    assert turns[1]["timing"] is None


@pytest.mark.parametrize(
    ("plays", "numbers"),
    [
        ([], []),
        ([TELLS[:1]], []),
        ([TELLS], [1]),
        ([TELLS, ["press", "wait", "leave"]], [1, 2]),
        ([["press", "wait", "leave"], TELLS], [2, 1]),
        ([TELLS, TELLS, ["shall-we", "leave"]], [3, 1]),
        ([TELLS, TELLS, TELLS[:2]], [1]),
    ],
)
def test_the_shortest_and_the_longest(
    tmp_path: Path, plays: list[list[str]], numbers: list[int]
) -> None:
    for number, choices in enumerate(plays, start=1):
        played(tmp_path, *choices, item=f"alone.{number}")
    assert played(tmp_path, item="alone.9").state["extremes"] == numbers
