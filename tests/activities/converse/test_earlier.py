"""Plays of an earlier edition: shown whole, marked, and never gone on with or mixed in."""

import json
from pathlib import Path
from typing import Any

import pytest

from helpkit.activities.converse.plays import as_value, read
from helpkit.activities.converse.widget import Converse
from helpkit.content import load
from helpkit.content.scene_graph import graph
from helpkit.errors import HelpkitError
from helpkit.models.dialogue import walk
from tests.activities.converse.on_stage import SCENE, TELLS, content, played, say, stage
from tests.activities.lesson_widget import event, made, on_disk
from tests.journal.old_journals import OLD, answers

ENDS = ("levelled", "empty")


def earlier(folder: Path) -> Converse:
    """One play that ended, and one by two people that did not."""
    journal = stage(folder).journal
    journal.record(activity=SCENE, item="alone.1", value=["a", "b"])
    journal.record(activity=SCENE, item="two.2", value=["b"])
    journal.record(activity=SCENE, item="felt.2", value=[[1, 1]])
    return stage(folder)


def test_it_is_shown_whole_with_the_words_it_had(tmp_path: Path) -> None:
    widget = earlier(tmp_path)
    widget.handle(event("answer", "now", 1))
    play, was = widget.state["play"], content().earlier_scenes["ticket-1"]
    assert play["earlier"]
    assert [turn["says"] for turn in play["turns"]] == [node.says for node in was.nodes.values()]
    assert play["turns"][1]["answer"] == was.nodes["n2"].choices["b"].says
    assert play["ending"]["says"] == was.endings["e1"].says
    assert play["ending"]["person"] is None
    assert play["unsaid"]["told"] == [was.hidden]
    widget.handle(event("reveal", "sheet.1"))
    assert widget.state["play"]["sheet"]["ours"] == {"1": "telling", "2": "pure"}
    widget.handle(event("reflection", "note.1", "then", private=True))
    widget.handle(event("answer", "felt.1", [[0, 0], [1, 1]]))
    assert widget.state["play"]["note"]["text"] == "then"
    assert widget.state["picture"]["rows"]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_it_cannot_go_on(tmp_path: Path, language: str) -> None:
    earlier(tmp_path)
    widget, before = stage(tmp_path, language), on_disk(tmp_path)
    assert widget.state["play"]["now"]["says"] == "It is still in."
    assert widget.state["play"]["now"]["choices"] == []
    for choices in (["b", "a"], ["b", "wait"], ["press"]):
        with pytest.raises(HelpkitError) as caught:
            widget.handle(say("two.2", *choices))
        assert str(caught.value) == load(language).ui["converse"]["earlier-stays"]
    assert on_disk(tmp_path) == before


def test_the_next_one_is_of_today(tmp_path: Path) -> None:
    widget = earlier(tmp_path)
    assert widget.state["next"] == 3
    widget.handle(say("alone.3", after=1))
    kept = widget.recorded().answers["alone.3"]
    assert (kept["edition"], kept["said"]) == (2, [])
    assert not widget.state["play"]["earlier"]


def test_map_counts_and_lengths_are_of_today_only(tmp_path: Path) -> None:
    state = earlier(tmp_path).state
    assert (state["map"]["seen"], state["map"]["reached"], state["map"]["met"]) == (0, 0, 0)
    assert not [spot for spot in state["map"]["spots"] if spot["now"] or spot["says"]]
    assert state["extremes"] == []
    assert [play["earlier"] for play in state["plays"]] == [True, True]
    after = played(tmp_path, *TELLS, item="alone.3").state
    assert after["extremes"] == [3]
    assert after["map"]["seen"] == 3


def test_what_an_earlier_client_told_is_no_key_to_what_todays_keeps_back(tmp_path: Path) -> None:
    earlier(tmp_path)
    assert played(tmp_path, *TELLS, item="alone.3").state["play"]["unsaid"]["told"] is None


def test_it_is_done_all_the_same(tmp_path: Path) -> None:
    widget = earlier(tmp_path)
    assert widget.activity.is_done(widget.recorded(), content())


def old_values(lesson: str, activity: str) -> dict[str, Any]:
    """The plays in the files of an old journal, as they were kept last."""
    lines = [
        line
        for file in OLD.glob(f"{lesson}/*.jsonl")
        for line in file.read_text("utf-8").splitlines()
    ]
    events = [json.loads(line) for line in lines if line.strip()]
    mine = [each for each in events if each["activity"] == activity and each["kind"] == "answer"]
    return {
        each["item"]: each["value"]
        for each in sorted(mine, key=lambda each: len(str(each["value"])))
        if each["item"].startswith(("alone.", "two."))
    }


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("scene", ["export-button", "team-day"])
def test_nothing_of_a_real_old_journal_is_lost(tmp_path: Path, scene: str, language: str) -> None:
    folder = answers(tmp_path)
    values = old_values("06", scene)
    was = load(language).earlier_scenes[f"{scene}-1"]
    widget = made(Converse, scene, folder, language)
    assert [play["number"] for play in widget.state["plays"]] == sorted(
        int(item.partition(".")[2]) for item in values
    )
    for item, choices in values.items():
        number = int(item.partition(".")[2])
        widget.handle(event("answer", "now", number))
        play = widget.state["play"]
        assert (play["item"], play["path"]) == (item, choices)
        assert play["earlier"] == (widget.scene.edition != 1)
        path = walk(graph(was), choices)
        spoken = [
            was.nodes[node].choices[key].says
            for node, key in zip(path.nodes, choices, strict=False)
        ]
        assert [turn["answer"] for turn in play["turns"]] == spoken
        assert bool(play["ending"]) == (path.last in was.endings)


@pytest.mark.parametrize("scene", ["export-button", "team-day"])
@pytest.mark.parametrize("lesson", ["06", "exercise-06"])
def test_every_beginning_of_a_real_old_play_opens_as_it_was(lesson: str, scene: str) -> None:
    activities = [scene] if lesson == "06" else [f"reach.{scene}-{end}" for end in ENDS]
    plays = [play for name in activities for play in old_values(lesson, name).values()]
    assert plays
    for play in plays:
        for length in range(len(play) + 1):
            conversation = read(load("en"), scene, play[:length])
            assert conversation
            assert conversation.staging.earlier
            assert as_value(conversation) == {"edition": 1, "with": "", "said": play[:length]}
