"""Whoever sits in the client's chair: drawn, hidden, kept, and told at the end."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpkit.activities.converse.staging import least_met
from tests.activities.converse.on_stage import (
    HELPS,
    TELLS,
    TEXT,
    begun,
    played,
    say,
    stage,
    talk,
    text,
)
from tests.activities.lesson_widget import event

PEOPLE = ["calm", "hurried", "proud", "warm"]


@given(met=st.lists(st.sampled_from(PEOPLE)), people=st.lists(st.sampled_from(PEOPLE), unique=True))
def test_never_the_last_one_and_always_one_met_least(met: list[str], people: list[str]) -> None:
    drawn = least_met(people, met)
    assert bool(drawn) == bool(people)
    assert {*drawn} <= {*people}
    if len(people) > 1:
        assert not {*drawn} & {*met[-1:]}
        others = [person for person in people if person not in met[-1:]]
        assert {met.count(person) for person in drawn} == {min(map(met.count, others))}


def test_everybody_is_met_before_anybody_comes_again(tmp_path: Path) -> None:
    widget = stage(tmp_path)
    for number in (1, 2, 3, 4):
        widget.handle(say(f"alone.{number}"))
    met = [value["with"] for value in widget.recorded().answers.values()]
    assert {*met[:2]} == {*met[2:]} == {*TEXT.temperaments}


def test_who_was_met_stays_in_another_tab_and_after_a_reload(tmp_path: Path) -> None:
    first = stage(tmp_path)
    other = stage(tmp_path)
    first.handle(say("alone.1"))
    person = first.met(1)
    other.handle(say("alone.1"))
    other.handle(say("alone.1", "press"))
    assert stage(tmp_path).recorded().answers["alone.1"]["with"] == person
    assert stage(tmp_path).met(1) == person


@pytest.mark.parametrize("person", TEXT.temperaments)
@pytest.mark.parametrize("start", [[], ["press"]])
def test_back_to_a_line_is_with_the_same_person(
    tmp_path: Path, person: str, start: list[str]
) -> None:
    widget = played(tmp_path, *TELLS, person=person)
    widget.handle(say("alone.2", *start, after=1))
    assert widget.recorded().answers["alone.2"]["with"] == person


@pytest.mark.parametrize("after", [7, True, "1", None, [1], 0])
def test_after_no_play_it_is_somebody_new(tmp_path: Path, after: Any) -> None:
    widget = played(tmp_path, *TELLS, person="calm")
    widget.handle(say("alone.2", after=after))
    assert widget.recorded().answers["alone.2"]["with"] == "hurried"


@pytest.mark.parametrize("person", TEXT.temperaments)
def test_each_has_words_and_numbers_of_their_own(tmp_path: Path, person: str) -> None:
    play = played(tmp_path, person=person).state["play"]
    assert play["now"]["says"] == text(person).nodes["n1"].says
    meters = {meter["id"]: meter["value"] for meter in play["stand"]["meters"]}
    assert meters == talk(person).meters._asdict()
    assert play["stand"]["clock"]["of"] == {"calm": 5, "hurried": 4}[person]


def test_who_it_was_is_told_at_the_end_and_in_the_list(tmp_path: Path) -> None:
    widget = played(tmp_path, *TELLS, person="hurried")
    hurried = TEXT.temperaments["hurried"]
    who = {"name": hurried.name, "reveal": hurried.reveal}
    assert widget.state["play"]["ending"]["person"] == who
    assert widget.state["plays"][0]["person"] == who
    assert (widget.state["map"]["met"], widget.state["map"]["people"]) == (1, 2)
    assert TEXT.temperaments["calm"].name not in str(widget.state)


def test_whom_two_have_met_is_told_at_the_end_too(tmp_path: Path) -> None:
    widget = played(tmp_path, *TELLS[:-1], item="two.1")
    before = widget.state
    assert (before["plays"][0]["person"], before["map"]["met"]) == (None, 0)
    widget.handle(say("two.1", *TELLS))
    assert widget.state["plays"][0]["person"]["name"] == TEXT.temperaments["calm"].name


def test_what_was_promised_comes_back(tmp_path: Path) -> None:
    node = TEXT.nodes["n3"]
    widget = played(tmp_path, "listen", "promise")
    assert widget.state["play"]["now"]["says"] == node.recalls["promised"]
    assert "sorry" in [choice["id"] for choice in widget.state["play"]["now"]["choices"]]
    plain = played(tmp_path, "shall-we", item="alone.2").state["play"]["now"]
    assert plain["says"] == node.says
    assert "sorry" not in [choice["id"] for choice in plain["choices"]]
    assert "type" in [choice["id"] for choice in plain["choices"]]


def test_what_was_recalled_stands_in_the_transcript_and_on_the_map(tmp_path: Path) -> None:
    widget = played(tmp_path, *TELLS)
    said = [turn["says"] for turn in widget.state["play"]["turns"]]
    nodes = text("calm").nodes
    assert said == [
        nodes["n1"].says,
        nodes["n2"].recalls["pressed"],
        nodes["n3"].recalls["promised"],
    ]
    spots = {spot["id"]: spot["says"] for spot in widget.state["map"]["spots"]}
    assert [spots["n1"], spots["n2"], spots["n3"]] == said


def test_the_client_s_chair_hears_the_lines_that_were_said(tmp_path: Path) -> None:
    widget = played(tmp_path, *TELLS)
    widget.handle(event("answer", "felt.1", [[0, 0]]))
    seat = widget.state["play"]["seat"]
    assert seat["says"] == TEXT.nodes["n2"].recalls["pressed"]


def test_how_many_lines_may_sound_different(tmp_path: Path) -> None:
    """Line 1 from the other person, line 2 without the mark, line 3 with a promise."""
    widget = played(tmp_path, "press", "sharp", "type")
    assert widget.state["map"]["otherwise"] == 3
    widget = played(tmp_path, *HELPS[:2], item="alone.2", person="hurried")
    assert widget.state["map"]["otherwise"] == 0


def test_somebody_who_is_there_already_is_no_longer_drawn(tmp_path: Path) -> None:
    begun(tmp_path, "hurried", "alone.3")
    assert stage(tmp_path).met(3) == "hurried"
    assert stage(tmp_path).met(4) == "calm"
