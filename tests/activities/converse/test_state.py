"""The stage: plays that only grow, two chairs, a sheet, and nothing told before its time."""

from pathlib import Path
from typing import Any

import pytest

from helpkit.activities.converse.plays import LONGEST, MOST, Play
from helpkit.activities.converse.turns import unsaid
from helpkit.activities.converse.widget import Converse
from helpkit.content import load
from helpkit.content.scene_graph import graph
from helpkit.content.scenes import SceneText
from helpkit.errors import HelpkitError
from helpkit.models.dialogue import TELLING, always, levelled, paths, walk
from tests.activities.lesson_widget import event, made, on_disk

SCENE = "export-button"
GRAPH = graph(load("en").scenes[SCENE])
TELLS = list(always(GRAPH, TELLING).choices)
HELPS = next(
    list(one.choices)
    for one in paths(GRAPH)
    if GRAPH.endings[one.last] == "helpful" and levelled(one.meters)
)


def stage(folder: Path, language: str = "en") -> Converse:
    return made(Converse, SCENE, folder, language)


def say(item: str, *choices: Any) -> dict[str, Any]:
    return event("answer", item, list(choices))


def played(folder: Path, *choices: str, item: str = "alone.1") -> Converse:
    """A play, line by line."""
    widget = stage(folder)
    for end in range(len(choices) + 1):
        widget.handle(say(item, *choices[:end]))
    return widget


def test_the_curtain_is_down_and_the_map_is_dark(tmp_path: Path) -> None:
    state = stage(tmp_path).state
    assert (state["play"], state["plays"], state["next"]) == (None, [], 1)
    assert {spot["says"] for spot in state["map"]["spots"]} == {None}
    assert (state["map"]["seen"], state["map"]["lines"]) == (0, 12)
    assert (state["map"]["reached"], state["map"]["endings"]) == (0, 3)


def test_the_meters_are_those_of_the_model_line_by_line(tmp_path: Path) -> None:
    widget = stage(tmp_path)
    for end in range(len(TELLS) + 1):
        widget.handle(say("alone.1", *TELLS[:end]))
        now = walk(GRAPH, TELLS[:end]).meters
        told = {one["id"]: one["value"] for one in widget.state["play"]["stand"]["meters"]}
        assert told == {"trust": now.trust, "client": now.client, "helper": now.helper}
    assert told == {"trust": 5, "client": 0, "helper": 9}
    assert widget.state["play"]["ending"]["kind"] == "empty"
    assert stage(tmp_path).state == widget.state


def test_the_change_is_what_the_meter_did(tmp_path: Path) -> None:
    last = played(tmp_path, *TELLS).state["play"]["turns"][-1]["meters"]
    assert [(one["id"], one["change"]) for one in last] == [
        ("trust", 0),
        ("client", 0),  # there was nothing left to lose
        ("helper", 1),
    ]


def test_forms_and_the_hidden_need_wait_for_the_end(tmp_path: Path) -> None:
    scene = load("en").scenes[SCENE]
    early = played(tmp_path, *HELPS[:-1]).state["play"]
    assert [one["form"] for one in early["turns"]] == [None] * (len(HELPS) - 1)
    assert all(one["why"] for one in early["turns"])
    assert (early["unsaid"], early["ending"]) == (None, None)
    end = played(tmp_path, *HELPS).state["play"]
    heard = {*walk(GRAPH, HELPS).nodes}
    left = [one.says for one in scene.unsaid.values() if heard.isdisjoint(one.at)]
    assert end["unsaid"] == {"left": len(left), "told": left}
    assert end["ending"]["level"] == "levelled"
    nodes = walk(GRAPH, HELPS).nodes
    forms = [scene.nodes[node].choices[key].form for node, key in zip(nodes, HELPS, strict=False)]
    names = [load("en").forms[form].name for form in forms]
    assert [one["form"]["name"] for one in end["turns"]] == names


def test_nothing_unheard_is_told_to_the_page(tmp_path: Path) -> None:
    widget = played(tmp_path, *HELPS[:1])
    heard = walk(GRAPH, HELPS[:1]).nodes
    for spot in widget.state["map"]["spots"]:
        assert (spot["says"] is not None) == (spot["id"] in heard)
    sent = str(widget.state)
    for name, node in load("en").scenes[SCENE].nodes.items():
        assert (node.says in sent) == (name in heard)
    for one in load("en").scenes[SCENE].unsaid.values():
        assert one.says not in sent + str(widget.view)
    assert load("en").scenes[SCENE].hidden not in sent + str(widget.view)


def test_what_stayed_unsaid_is_told_after_a_helpful_ending_or_when_asked(tmp_path: Path) -> None:
    scene = load("en").scenes[SCENE]
    asks = event("reveal", "unsaid")
    with pytest.raises(HelpkitError):
        played(tmp_path, *TELLS[:1]).handle(asks)
    widget = played(tmp_path, *TELLS)
    everything = [one.says for one in scene.unsaid.values()]
    assert widget.state["play"]["unsaid"] == {"left": len(everything), "told": None}
    assert not any(one in str(widget.state) for one in everything)
    widget.handle(asks)
    assert stage(tmp_path).state["play"]["unsaid"]["told"] == everything


@pytest.mark.parametrize("scene", load("en").scenes.values(), ids=lambda one: one.id)
def test_what_was_said_on_the_way_is_never_called_unsaid(scene: SceneText) -> None:
    for path in paths(graph(scene)):
        left = unsaid(scene, Play(1, False, path, (), True))
        for one in scene.unsaid.values():
            assert (one.says in left) == {*one.at}.isdisjoint(path.nodes)


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("scene", ["export-button", "team-day"])
def test_the_parts_are_the_whole_of_what_the_client_needs(scene: str, language: str) -> None:
    one = load(language).scenes[scene]
    assert one.hidden == " ".join(part.says for part in one.unsaid.values())


def test_the_end_says_from_where_to_where_the_meters_went(tmp_path: Path) -> None:
    end = played(tmp_path, *TELLS).state["play"]["ending"]["went"]
    assert end == [
        {"id": "trust", "first": 4, "last": 5},
        {"id": "client", "first": 3, "last": 0},
        {"id": "helper", "first": 6, "last": 9},
    ]


def test_what_the_endings_of_the_first_scene_say_holds_on_every_way() -> None:
    """Broken off: less trust than at the start, and the need of line ten has not come up."""
    for path in paths(GRAPH):
        if path.last == "e3":
            assert path.meters.trust < GRAPH.start.trust
        assert ("n10" in path.nodes) or path.last != "e1"
        assert path.last != "e3" or "n10" not in path.nodes


def test_nobody_looks_like_somebody_of_another_scene(tmp_path: Path) -> None:
    people: dict[int, str] = {}
    for scene in load("en").scenes.values():
        assert scene.looks
        for look, name in ((scene.looks.client, scene.client), (scene.looks.helper, scene.helper)):
            assert people.setdefault(look, name) == name
    assert len(people) == 4


def test_room_is_kept_for_the_longest_line_without_its_words(tmp_path: Path) -> None:
    scene = load("en").scenes[SCENE]
    lines = [node.says for node in scene.nodes.values()]
    lines += [one.says for node in scene.nodes.values() for one in node.choices.values()]
    longest = stage(tmp_path).view["longest"]
    assert len(longest) == max(map(len, lines))
    assert set(longest) <= {*"n .,?!’‘…-:"}


def test_back_to_a_line_is_a_play_of_its_own(tmp_path: Path) -> None:
    widget = played(tmp_path, *TELLS)
    widget.handle(say("alone.2", *TELLS[:1]))
    assert widget.state["play"]["number"] == 2
    assert [one["number"] for one in widget.state["plays"]] == [1, 2]
    assert [one["kind"] for one in widget.state["plays"]] == ["empty", None]
    widget.handle(event("answer", "now", 1))
    assert widget.state["play"]["path"] == TELLS
    assert stage(tmp_path, "nl").state["play"]["number"] == 1
    widget.handle(say("alone.2", *TELLS[:2]))
    assert widget.state["play"]["number"] == 2


def test_the_map_knows_every_play(tmp_path: Path) -> None:
    played(tmp_path, *TELLS)
    found = played(tmp_path, *HELPS, item="alone.2").state["map"]
    both = {*walk(GRAPH, TELLS).nodes, *walk(GRAPH, HELPS).nodes}
    assert found["seen"] == len(both & GRAPH.nodes.keys())
    assert found["reached"] == 2
    now = {spot["id"] for spot in found["spots"] if spot["now"]}
    assert now == {*walk(GRAPH, HELPS).nodes}
    assert sum(link["now"] for link in found["links"]) == len(HELPS)


def test_from_the_clients_chair(tmp_path: Path) -> None:
    widget = played(tmp_path, *TELLS)
    assert widget.state["play"]["seat"]["number"] == 1
    widget.handle(event("answer", "felt.1", [[-2, -2], [-2, 1]]))
    seat = widget.state["play"]["seat"]
    assert (seat["number"], seat["of"]) == (3, 3)
    assert {one["id"]: one["value"] for one in seat["meters"]} == {"trust": 0, "client": 2}
    early = widget.state["picture"]
    assert early is None
    widget.handle(event("answer", "felt.1", [[-2, -2], [-2, 1], [-1, 0]]))
    assert widget.state["play"]["seat"] is None
    rows = widget.state["picture"]["rows"]
    cells = [[cell["text"] for cell in row["cells"]] for row in rows]
    assert cells[0] == ["4", "4", "3", "3"]
    assert cells[-1] == ["5", "0", "0", "2"]
    assert stage(tmp_path).state == widget.state


def test_two_take_turns_and_do_not_hear_what_we_think(tmp_path: Path) -> None:
    widget = played(tmp_path, TELLS[0], item="two.1")
    play = widget.state["play"]
    assert play["seat"]["number"] == 1
    assert play["turns"][0]["why"] is None
    assert play["turns"][0]["meters"] is None
    widget.handle(event("answer", "felt.1", [[1, 2]]))
    play = widget.state["play"]
    assert play["seat"] is None
    told = {one["id"]: (one["value"], one["change"]) for one in play["stand"]["meters"]}
    assert told == {"trust": (5, 1), "client": (5, 2)}
    assert play["stand"]["levels"] == {"trust": 5, "client": 5, "helper": 7}


def test_the_last_line_of_two_is_heard_as_it_was_felt_and_then_the_model_speaks(
    tmp_path: Path,
) -> None:
    widget = played(tmp_path, *TELLS, item="two.1")
    widget.handle(event("answer", "felt.1", [[1, 2], [1, 2], [2, 2]]))
    play = widget.state["play"]
    told = {one["id"]: (one["value"], one["change"]) for one in play["heard"]["meters"]}
    assert told == {"trust": (8, 2), "client": (9, 2)}
    assert play["stand"]["levels"] == {"trust": 5, "client": 0, "helper": 9}


def test_the_sheet_is_compared_when_it_is_over_and_asked_for(tmp_path: Path) -> None:
    widget = played(tmp_path, *TELLS[:-1])
    widget.handle(event("answer", "form.1.1", "telling"))
    widget.handle(event("answer", "form.1.2", "pure"))
    with pytest.raises(HelpkitError):
        widget.handle(event("reveal", "sheet.1"))
    widget.handle(say("alone.1", *TELLS))
    assert widget.state["play"]["sheet"]["ours"] is None
    widget.handle(event("reveal", "sheet.1"))
    sheet = widget.state["play"]["sheet"]
    assert sheet["marks"] == {"1": "telling", "2": "pure"}
    assert sheet["ours"] == {"1": "telling", "2": "telling", "3": "telling"}
    assert sheet["same"] == 1


def test_notes_are_private_unless_said_otherwise(tmp_path: Path) -> None:
    widget = played(tmp_path, TELLS[0])
    widget.handle(event("reflection", "note.1", "a smile", private=True))
    note = widget.state["play"]["note"]
    assert (note["text"], note["shared"]) == ("a smile", False)
    assert on_disk(tmp_path)[-1].private
    widget.handle(event("reflection", "note.1", "a smile", private=False))
    assert widget.state["play"]["note"]["shared"]


def test_what_is_there_already_is_not_recorded_again(tmp_path: Path) -> None:
    widget = played(tmp_path, *TELLS)
    before = on_disk(tmp_path)
    widget.handle(say("alone.1", *TELLS[:1]))
    widget.handle(say("alone.1", *TELLS))
    assert on_disk(tmp_path) == before
    assert widget.state["play"]["path"] == TELLS


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_play_that_went_on_elsewhere_is_shown_and_not_overwritten(
    tmp_path: Path, language: str
) -> None:
    here = stage(tmp_path, language)
    here.handle(say("alone.1"))
    played(tmp_path, *TELLS[:2])
    with pytest.raises(HelpkitError) as told:
        here.handle(say("alone.1", "b"))
    assert str(told.value) == load(language).ui["converse"]["gone-on"]
    assert here.state["play"]["path"] == TELLS[:2]


@pytest.mark.parametrize(
    "path", [["x"], ["a", "x"], [*TELLS, "a"], ["a"] * (LONGEST + 1), [1], [["a"]]]
)
def test_an_impossible_path_is_refused_in_a_sentence(tmp_path: Path, path: list[Any]) -> None:
    widget = stage(tmp_path)
    with pytest.raises(HelpkitError, match="This conversation cannot go that way"):
        widget.handle(say("alone.1", *path))
    assert on_disk(tmp_path) == []


@pytest.mark.parametrize(
    "foreign",
    [
        event("answer", "alone.1", "aaa"),
        event("answer", "alone.0", []),
        event("answer", "alone.100", []),
        event("answer", "solo.1", []),
        event("answer", "now", 7),
        event("answer", "now", [1]),
        event("answer", ["alone.1"], []),
        event("answer", "felt.1", [[3, 0]]),
        event("answer", "felt.1", [[0, 0]] * (len(TELLS) + 1)),
        event("answer", "felt.1", [[True, 0]]),
        event("answer", "felt.1", [[0.5, 0]]),
        event("answer", "felt.1", [[0]]),
        event("answer", "felt.1", "much"),
        event("answer", "felt.2", []),
        event("answer", "form.1.1", "shouting"),
        event("answer", "form.1.9", "pure"),
        event("answer", "form.2.1", "pure"),
        event("reveal", "sheet.2"),
        event("reveal", "*"),
        event("reflection", "note.1", "open to all"),
        event("reflection", "note.1", 4, private=True),
        event("reflection", "note.2", "nowhere", private=True),
        event("choice", "alone.1", TELLS),
        {},
    ],
)
def test_an_event_from_elsewhere_is_refused(tmp_path: Path, foreign: dict[str, Any]) -> None:
    widget = played(tmp_path, *TELLS)
    before = on_disk(tmp_path)
    with pytest.raises(HelpkitError):
        widget.handle(foreign)
    assert on_disk(tmp_path) == before


def test_what_can_no_longer_be_is_passed_over(tmp_path: Path) -> None:
    widget = stage(tmp_path)
    for item, value in (
        ("alone.1", ["z"]),
        ("two.2", "a"),
        ("alone.3", ["a"]),
        ("felt.3", [[9, 9]]),
        ("now", "3"),
        ("form.3.1", "sung"),
    ):
        widget.journal.record(activity=SCENE, item=item, kind="answer", value=value)
    again = stage(tmp_path)
    assert [one["number"] for one in again.state["plays"]] == [3]
    assert again.state["play"]["felt"] == []
    assert again.state["play"]["sheet"]["marks"] == {}


def test_so_many_plays_and_no_more(tmp_path: Path) -> None:
    widget = stage(tmp_path)
    widget.journal.record(activity=SCENE, item=f"alone.{MOST}", kind="answer", value=[])
    widget.handle(event("refresh", "*"))
    assert widget.state["next"] is None


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("scene", ["export-button", "team-day"])
def test_every_path_of_every_scene_can_be_shown(tmp_path: Path, scene: str, language: str) -> None:
    widget = made(Converse, scene, tmp_path, language)
    every = list(paths(widget.graph))
    for number, path in enumerate(every[:: len(every) // 20], start=1):
        widget.handle(say(f"alone.{number}", *path.choices))
        assert widget.state["play"]["ending"]["says"]


@pytest.mark.parametrize("nonsense", [["pure"], {"form": 1}, True, 10**400])
def test_nonsense_beside_a_play_is_passed_over(tmp_path: Path, nonsense: Any) -> None:
    state = played(tmp_path, *TELLS).state
    for item in ("form.1.1", "felt.1", "now"):
        stage(tmp_path).journal.record(activity=SCENE, item=item, value=nonsense)
    assert stage(tmp_path).state == state
