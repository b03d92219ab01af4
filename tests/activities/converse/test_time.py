"""Time on the stage: what a line takes, what is left, and when it is up."""

from pathlib import Path

from helpkit.activities.converse.widget import Converse
from helpkit.content import load
from tests.activities.converse.on_stage import HELPS, LATE, TEXT, played, say, talk
from tests.activities.lesson_widget import made


def test_the_minutes_that_are_left_line_by_line(tmp_path: Path) -> None:
    widget = played(tmp_path, *HELPS)
    clocks = [turn["clock"] for turn in widget.state["play"]["turns"]]
    assert clocks == [
        {"left": 3, "spent": 2, "of": 5, "took": 2},
        {"left": 2, "spent": 3, "of": 5, "took": 1},
        {"left": 0, "spent": 5, "of": 5, "took": 2},
    ]
    assert widget.state["play"]["stand"]["clock"] == clocks[-1]


def test_each_answer_says_its_minutes_where_they_differ(tmp_path: Path) -> None:
    widget = played(tmp_path)
    minutes = [choice["minutes"] for choice in widget.state["play"]["now"]["choices"]]
    assert minutes == [1, 2, 2]


def test_when_time_is_up_it_is_late(tmp_path: Path) -> None:
    widget = played(tmp_path, *LATE)
    end = widget.state["play"]["ending"]
    assert (end["kind"], end["says"], end["level"]) == ("late", TEXT.endings["e4"].says, None)
    assert widget.state["play"]["stand"]["clock"]["left"] == 0
    assert widget.state["play"]["stand"]["levels"]["trust"] == talk("calm", *LATE).meters.trust


def test_whoever_is_in_a_hurry_goes_first(tmp_path: Path) -> None:
    widget = played(tmp_path, *LATE[:-1], person="hurried")
    assert widget.state["play"]["ending"]["kind"] == "late"


def test_the_late_ending_is_on_the_map_with_the_way_to_it(tmp_path: Path) -> None:
    map_ = played(tmp_path, *HELPS).state["map"]
    assert (map_["endings"], map_["reached"]) == (4, 1)
    assert not [link for link in map_["links"] if link["end"] == "e4"]
    widget = played(tmp_path, *LATE, item="alone.2")
    map_ = widget.state["map"]
    late = [link for link in map_["links"] if link["end"] == "e4"]
    assert late == [{"start": "n3", "end": "e4", "known": True, "taken": True, "now": True}]
    now = [(link["start"], link["end"]) for link in map_["links"] if link["now"]]
    assert now == [("n1", "n2"), ("n2", "n3"), ("n3", "e4")]
    kinds = {spot["id"]: spot["kind"] for spot in map_["spots"] if spot["ends"]}
    assert kinds == {"e1": "helpful", "e2": None, "e3": None, "e4": "late"}


def test_a_scene_without_minutes_knows_no_time(tmp_path: Path) -> None:
    """The first edition of our scenes has none."""
    widget = made(Converse, "team-day", tmp_path)
    widget.journal.record(activity="team-day", item="alone.1", value=["a", "a"])
    widget.handle(say("alone.1"))
    play = widget.state["play"]
    assert load("en").earlier_scenes["team-day-1"].minutes is None
    assert (play["stand"]["clock"], play["turns"][0]["clock"]) == (None, None)
