"""The stage: plays that only grow, two chairs, a sheet, and nothing told before its time."""

from pathlib import Path

import pytest

from helpkit.activities.converse.plays import Play
from helpkit.activities.converse.turns import unsaid
from helpkit.content import load
from helpkit.content.scene_graph import graph
from helpkit.content.scenes import SceneText
from helpkit.errors import HelpkitError
from helpkit.models.dialogue import paths, walk
from tests.activities.converse.on_stage import GRAPH, HELPS, SCENE, TELLS, played, say, stage
from tests.activities.lesson_widget import event, on_disk


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
        meters = {meter["id"]: meter["value"] for meter in widget.state["play"]["stand"]["meters"]}
        assert meters == {"trust": now.trust, "client": now.client, "helper": now.helper}
    assert meters == {"trust": 5, "client": 0, "helper": 9}
    assert widget.state["play"]["ending"]["kind"] == "empty"
    assert stage(tmp_path).state == widget.state


def test_the_change_is_what_the_meter_did(tmp_path: Path) -> None:
    last = played(tmp_path, *TELLS).state["play"]["turns"][-1]["meters"]
    assert [(meters["id"], meters["change"]) for meters in last] == [
        ("trust", 0),
        ("client", 0),  # there was nothing left to lose
        ("helper", 1),
    ]


def test_forms_and_the_hidden_need_wait_for_the_end(tmp_path: Path) -> None:
    scene = load("en").scenes[SCENE]
    early = played(tmp_path, *HELPS[:-1]).state["play"]
    assert [turn["form"] for turn in early["turns"]] == [None] * (len(HELPS) - 1)
    assert all(turn["why"] for turn in early["turns"])
    assert (early["unsaid"], early["ending"]) == (None, None)
    end = played(tmp_path, *HELPS).state["play"]
    heard = {*walk(GRAPH, HELPS).nodes}
    left = [thought.says for thought in scene.unsaid.values() if heard.isdisjoint(thought.at)]
    assert end["unsaid"] == {"left": len(left), "told": left}
    assert end["ending"]["level"] == "levelled"
    nodes = walk(GRAPH, HELPS).nodes
    forms = [scene.nodes[node].choices[key].form for node, key in zip(nodes, HELPS, strict=False)]
    names = [load("en").forms[form].name for form in forms]
    assert [turn["form"]["name"] for turn in end["turns"]] == names


def test_nothing_unheard_is_told_to_the_page(tmp_path: Path) -> None:
    widget = played(tmp_path, *HELPS[:1])
    heard = walk(GRAPH, HELPS[:1]).nodes
    for spot in widget.state["map"]["spots"]:
        assert (spot["says"] is not None) == (spot["id"] in heard)
    sent = str(widget.state)
    for name, node in load("en").scenes[SCENE].nodes.items():
        assert (node.says in sent) == (name in heard)
    for thought in load("en").scenes[SCENE].unsaid.values():
        assert thought.says not in sent + str(widget.view)
    assert load("en").scenes[SCENE].hidden not in sent + str(widget.view)


def test_what_stayed_unsaid_is_told_after_a_helpful_ending_or_when_asked(tmp_path: Path) -> None:
    scene = load("en").scenes[SCENE]
    asks = event("reveal", "unsaid")
    with pytest.raises(HelpkitError):
        played(tmp_path, *TELLS[:1]).handle(asks)
    widget = played(tmp_path, *TELLS)
    everything = [thought.says for thought in scene.unsaid.values()]
    assert widget.state["play"]["unsaid"] == {"left": len(everything), "told": None}
    assert not any(text in str(widget.state) for text in everything)
    widget.handle(asks)
    assert stage(tmp_path).state["play"]["unsaid"]["told"] == everything


@pytest.mark.parametrize("scene", load("en").scenes.values(), ids=lambda scene_id: scene_id.id)
def test_what_was_said_on_the_way_is_never_called_unsaid(scene: SceneText) -> None:
    for path in paths(graph(scene)):
        left = unsaid(scene, Play(1, False, path, (), True))
        for thought in scene.unsaid.values():
            assert (thought.says in left) == {*thought.at}.isdisjoint(path.nodes)


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("scene", ["export-button", "team-day"])
def test_the_parts_are_the_whole_of_what_the_client_needs(scene: str, language: str) -> None:
    text = load(language).scenes[scene]
    assert text.hidden == " ".join(part.says for part in text.unsaid.values())


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
    lines += [choice.says for node in scene.nodes.values() for choice in node.choices.values()]
    longest = stage(tmp_path).view["longest"]
    assert len(longest) == max(map(len, lines))
    assert set(longest) <= {*"n .,?!’‘…-:"}


def test_back_to_a_line_is_a_play_of_its_own(tmp_path: Path) -> None:
    widget = played(tmp_path, *TELLS)
    widget.handle(say("alone.2", *TELLS[:1]))
    assert widget.state["play"]["number"] == 2
    assert [play["number"] for play in widget.state["plays"]] == [1, 2]
    assert [play["kind"] for play in widget.state["plays"]] == ["empty", None]
    widget.handle(event("answer", "now", 1))
    assert widget.state["play"]["path"] == TELLS
    assert stage(tmp_path, "nl").state["play"]["number"] == 1
    widget.handle(say("alone.2", *TELLS[:2]))
    assert widget.state["play"]["number"] == 2


def test_the_map_knows_every_play(tmp_path: Path) -> None:
    played(tmp_path, *TELLS)
    map_ = played(tmp_path, *HELPS, item="alone.2").state["map"]
    both = {*walk(GRAPH, TELLS).nodes, *walk(GRAPH, HELPS).nodes}
    assert map_["seen"] == len(both & GRAPH.nodes.keys())
    assert map_["reached"] == 2
    now = {spot["id"] for spot in map_["spots"] if spot["now"]}
    assert now == {*walk(GRAPH, HELPS).nodes}
    assert sum(link["now"] for link in map_["links"]) == len(HELPS)


def test_from_the_clients_chair(tmp_path: Path) -> None:
    widget = played(tmp_path, *TELLS)
    assert widget.state["play"]["seat"]["number"] == 1
    widget.handle(event("answer", "felt.1", [[-2, -2], [-2, 1]]))
    seat = widget.state["play"]["seat"]
    assert (seat["number"], seat["of"]) == (3, 3)
    assert {meter["id"]: meter["value"] for meter in seat["meters"]} == {"trust": 0, "client": 2}
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
    meters = {meter["id"]: (meter["value"], meter["change"]) for meter in play["stand"]["meters"]}
    assert meters == {"trust": (5, 1), "client": (5, 2)}
    assert play["stand"]["levels"] == {"trust": 5, "client": 5, "helper": 7}


def test_the_last_line_of_two_is_heard_as_it_was_felt_and_then_the_model_speaks(
    tmp_path: Path,
) -> None:
    widget = played(tmp_path, *TELLS, item="two.1")
    widget.handle(event("answer", "felt.1", [[1, 2], [1, 2], [2, 2]]))
    play = widget.state["play"]
    meters = {meter["id"]: (meter["value"], meter["change"]) for meter in play["heard"]["meters"]}
    assert meters == {"trust": (8, 2), "client": (9, 2)}
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
