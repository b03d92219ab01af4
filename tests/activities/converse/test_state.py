"""The stage: plays that only grow, two chairs, a sheet, and nothing told before its time."""

from pathlib import Path

import pytest

from helpkit.activities.converse.plays import Play
from helpkit.activities.converse.staging import Staging
from helpkit.activities.converse.turns import unsaid
from helpkit.activities.converse.widget import Converse
from helpkit.content import load
from helpkit.content.scenes import SceneText
from helpkit.errors import HelpkitError
from helpkit.models.dialogue import begin, open_choices, paths, then
from tests.activities.converse.on_stage import (
    HELPS,
    SCENE,
    TELLS,
    TEXT,
    content,
    played,
    say,
    stage,
    talk,
    text,
)
from tests.activities.lesson_widget import event, made, on_disk


def test_the_curtain_is_down_and_the_map_is_dark(tmp_path: Path) -> None:
    state = stage(tmp_path).state
    assert (state["play"], state["plays"], state["next"]) == (None, [], 1)
    assert {spot["says"] for spot in state["map"]["spots"]} == {None}
    assert (state["map"]["seen"], state["map"]["lines"]) == (0, 3)
    assert (state["map"]["reached"], state["map"]["endings"]) == (0, 4)


def test_the_meters_are_those_of_the_model_line_by_line(tmp_path: Path) -> None:
    widget = played(tmp_path)
    for end in range(len(TELLS) + 1):
        widget.handle(say("alone.1", *TELLS[:end]))
        now = talk("calm", *TELLS[:end]).meters
        meters = {meter["id"]: meter["value"] for meter in widget.state["play"]["stand"]["meters"]}
        assert meters == now._asdict()
    assert meters == {"trust": 5, "client": 3, "helper": 6}
    assert widget.state["play"]["ending"]["kind"] == "broken"
    assert stage(tmp_path).state == widget.state


def test_the_change_is_what_the_meter_did(tmp_path: Path) -> None:
    first = played(tmp_path, *TELLS).state["play"]["turns"][0]["meters"]
    assert [(meters["id"], meters["change"]) for meters in first] == [
        ("trust", 0),
        ("client", -1),
        ("helper", 1),
    ]


def test_forms_thoughts_and_what_is_right_for_whom_wait_for_the_end(tmp_path: Path) -> None:
    early = played(tmp_path, *TELLS[:-1]).state["play"]
    assert {(turn["form"], turn["thinks"], turn["right_for"]) for turn in early["turns"]} == {
        (None, None, None)
    }
    assert all(turn["why"] for turn in early["turns"])
    assert (early["unsaid"], early["ending"], early["review"]) == (None, None, None)
    turns = played(tmp_path, *TELLS).state["play"]["turns"]
    forms = load("en").forms
    names = [forms[name].name for name in ("telling", "telling", "withdraw")]
    assert [turn["form"]["name"] for turn in turns] == names
    assert turns[0]["right_for"] == TEXT.nodes["n1"].choices["press"].right_for
    assert turns[1]["right_for"] is None
    assert [turn["thinks"] for turn in turns] == [
        text("calm").nodes["n1"].thinks,
        TEXT.nodes["n2"].thinks,
        None,
    ]


def test_nothing_unheard_is_told_to_the_page(tmp_path: Path) -> None:
    widget = played(tmp_path, *HELPS[:1], person="hurried")
    heard = talk("hurried", *HELPS[:1]).nodes
    for spot in widget.state["map"]["spots"]:
        assert (spot["says"] is not None) == (spot["id"] in heard)
    sent = str(widget.state) + str(widget.view)
    for name, node in TEXT.nodes.items():
        assert (node.says in sent) == (name in heard)
        assert (node.thinks or "nothing at all") not in sent
    for person in TEXT.temperaments.values():
        assert person.reveal not in sent
        assert person.name not in str(widget.state)
    assert TEXT.hidden not in sent


def test_what_stayed_unsaid_is_told_after_a_helpful_ending_or_when_asked(tmp_path: Path) -> None:
    asks = event("reveal", "unsaid")
    with pytest.raises(HelpkitError):
        played(tmp_path, *TELLS[:1]).handle(asks)
    widget = played(tmp_path, *TELLS)
    assert widget.state["play"]["unsaid"] == {"left": 1, "told": None}
    assert TEXT.hidden not in str(widget.state)
    widget.handle(asks)
    assert stage(tmp_path).state["play"]["unsaid"]["told"] == [TEXT.hidden]


@pytest.mark.parametrize("scene", load("en").scenes.values(), ids=lambda scene_id: scene_id.id)
def test_what_was_said_on_the_way_is_never_called_unsaid(scene: SceneText) -> None:
    staging = Staging(scene, next(iter(scene.temperaments), ""))
    every = [*paths(staging.graph)]
    for path in every[:: len(every) // 500 or 1]:
        left = unsaid(Play(staging, path, 1, two=False))
        for thought in scene.unsaid.values():
            assert (thought.says in left) == {*thought.at}.isdisjoint(path.nodes)


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("scene", ["export-button", "team-day"])
def test_the_parts_are_the_whole_of_what_the_client_needs(scene: str, language: str) -> None:
    whole = load(language).scenes[scene]
    assert whole.hidden == " ".join(part.says for part in whole.unsaid.values())


def test_the_end_says_from_where_to_where_the_meters_went(tmp_path: Path) -> None:
    end = played(tmp_path, *TELLS).state["play"]["ending"]["went"]
    assert end == [
        {"id": "trust", "first": 5, "last": 5},
        {"id": "client", "first": 4, "last": 3},
        {"id": "helper", "first": 5, "last": 6},
    ]


def test_nobody_looks_like_somebody_of_another_scene(tmp_path: Path) -> None:
    people: dict[int, str] = {}
    for scene in load("en").scenes.values():
        assert scene.looks
        for look, name in ((scene.looks.client, scene.client), (scene.looks.helper, scene.helper)):
            assert people.setdefault(look, name) == name
    assert len(people) == 4


def test_room_is_kept_for_the_longest_line_without_its_words(tmp_path: Path) -> None:
    widget = stage(tmp_path)
    lines = [line for person in TEXT.temperaments for line in _lines(text(person))]
    assert len(widget.view["longest"]) == max(map(len, lines))
    assert set(widget.view["longest"]) <= {*"n .,?!’‘…-:"}


def _lines(scene: SceneText) -> list[str]:
    lines: list[str] = []
    for node in scene.nodes.values():
        lines += [node.says, *node.recalls.values()]
        lines += [choice.says for choice in node.choices.values()]
    return lines


def test_back_to_a_line_is_a_play_of_its_own(tmp_path: Path) -> None:
    widget = played(tmp_path, *TELLS)
    widget.handle(say("alone.2", *TELLS[:1], after=1))
    assert widget.state["play"]["number"] == 2
    assert [play["number"] for play in widget.state["plays"]] == [1, 2]
    assert [play["kind"] for play in widget.state["plays"]] == ["broken", None]
    widget.handle(event("answer", "now", 1))
    assert widget.state["play"]["path"] == TELLS
    assert stage(tmp_path, "nl").state["play"]["number"] == 1
    widget.handle(say("alone.2", *TELLS[:2]))
    assert widget.state["play"]["number"] == 2


def test_from_the_clients_chair(tmp_path: Path) -> None:
    widget = played(tmp_path, *TELLS)
    assert widget.state["play"]["seat"]["number"] == 1
    assert widget.state["play"]["seat"]["clock"]["left"] == 4
    widget.handle(event("answer", "felt.1", [[-2, -2], [-2, 1]]))
    seat = widget.state["play"]["seat"]
    assert (seat["number"], seat["of"]) == (3, 3)
    assert {meter["id"]: meter["value"] for meter in seat["meters"]} == {"trust": 1, "client": 3}
    early = widget.state["picture"]
    assert early is None
    widget.handle(event("answer", "felt.1", [[-2, -2], [-2, 1], [-1, 0]]))
    assert widget.state["play"]["seat"] is None
    rows = widget.state["picture"]["rows"]
    cells = [[cell["text"] for cell in row["cells"]] for row in rows]
    assert cells[0] == ["5", "5", "4", "4"]
    assert cells[-1] == ["5", "0", "3", "3"]
    assert stage(tmp_path).state == widget.state


def test_two_take_turns_and_do_not_hear_what_we_think(tmp_path: Path) -> None:
    widget = played(tmp_path, "shall-we", item="two.1")
    play = widget.state["play"]
    assert play["seat"]["number"] == 1
    turn = play["turns"][0]
    assert (turn["why"], turn["meters"], turn["timing"]) == (None, None, None)
    assert turn["clock"]["left"] == 3
    widget.handle(event("answer", "felt.1", [[1, 2]]))
    play = widget.state["play"]
    assert play["seat"] is None
    meters = {meter["id"]: (meter["value"], meter["change"]) for meter in play["stand"]["meters"]}
    assert meters == {"trust": (6, 1), "client": (6, 2)}
    assert play["stand"]["levels"] == {"trust": 6, "client": 6, "helper": 5}


def test_the_last_line_of_two_is_heard_as_it_was_felt_and_then_the_model_speaks(
    tmp_path: Path,
) -> None:
    widget = played(tmp_path, *TELLS, item="two.1")
    widget.handle(event("answer", "felt.1", [[1, 2], [1, 2], [2, 1]]))
    play = widget.state["play"]
    meters = {meter["id"]: (meter["value"], meter["change"]) for meter in play["heard"]["meters"]}
    assert meters == {"trust": (9, 2), "client": (9, 1)}
    assert play["stand"]["levels"] == {"trust": 5, "client": 3, "helper": 6}


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
    assert sheet["ours"] == {"1": "telling", "2": "telling", "3": "withdraw"}
    assert sheet["same"] == 1


def test_notes_are_private_unless_said_otherwise(tmp_path: Path) -> None:
    widget = played(tmp_path, TELLS[0])
    widget.handle(event("reflection", "note.1", "a smile", private=True))
    note = widget.state["play"]["note"]
    assert (note["text"], note["shared"]) == ("a smile", False)
    assert on_disk(tmp_path)[-1].private
    widget.handle(event("reflection", "note.1", "a smile", private=False))
    assert widget.state["play"]["note"]["shared"]


def test_a_conversation_is_done_when_one_came_to_an_ending(tmp_path: Path) -> None:
    widget = played(tmp_path, *TELLS[:-1])
    assert not widget.activity.is_done(widget.recorded(), content())
    widget.handle(say("alone.1", *TELLS))
    assert widget.activity.is_done(widget.recorded(), content())


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("scene", ["export-button", "team-day"])
def test_every_scene_of_ours_can_be_played_with_whoever_comes(
    tmp_path: Path, scene: str, language: str
) -> None:
    """By the choices that the page shows, the second of each, until it ends."""
    widget = made(Converse, scene, tmp_path, language)
    assert SCENE not in widget.content.scenes
    for number in range(1, 6):
        widget.handle(say(f"alone.{number}"))
        while (play := widget.state["play"])["now"]:
            choice = play["now"]["choices"][number % len(play["now"]["choices"])]
            widget.handle(say(f"alone.{number}", *play["path"], choice["id"]))
        assert widget.state["play"]["ending"]["says"]
    people = {play["person"]["name"] for play in widget.state["plays"] if play["person"]}
    assert len(people) == len(widget.scene.temperaments)


def test_what_the_page_can_say_is_what_is_open(tmp_path: Path) -> None:
    path = begin(Staging(TEXT, "calm").graph)
    widget = played(tmp_path)
    for name in ("press", "promise"):
        scene = Staging(TEXT, "calm").graph
        choice = next(each for each in open_choices(scene, path) if each.id == name)
        path = then(scene, path, choice)
        widget.handle(say("alone.1", *path.choices))
        ids = [each["id"] for each in widget.state["play"]["now"]["choices"]]
        assert ids == [each.id for each in open_choices(scene, path)]
    assert ids == ["yours", "sorry", "leave"]
