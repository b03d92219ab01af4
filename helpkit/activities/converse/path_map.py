"""The map of a conversation: lines that were heard with their words, all others without."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from helpkit.activities.converse.map_layout import Spot, links, spots
from helpkit.activities.converse.plays import Conversation, Play
from helpkit.content.prose import Prose
from helpkit.content.scene_graph import graph
from helpkit.content.scenes import SceneText

__all__ = ["chart"]


def chart(scene: SceneText, plays: Sequence[Play], shown: Play | None) -> dict[str, Any]:
    """Places, moves and counts; `now` marks what the play on the stage went through.

    Plays of an earlier edition went over other ground: they are not on it.
    """
    today = [play for play in plays if not play.staging.earlier]
    on_stage = [play for play in today if shown and play.number == shown.number]
    heard = _heard([*today, *on_stage])
    now = on_stage[0].path.nodes if on_stage else ()
    dialogue = graph(scene)
    places = spots(dialogue)
    return {
        "rows": max(spot.row for spot in places.values()) + 1,
        "spots": [_spot(scene, name, spot, heard, name in now) for name, spot in places.items()],
        "links": [
            {
                "start": link.start,
                "end": link.end,
                "known": link.start in heard,
                "taken": link.taken > 0,
                "now": (link.start, link.end, link.choice) in _moves(on_stage),
            }
            for link in links(dialogue, [play.path for play in today])
        ],
        **_counts(scene, today, heard),
    }


def _moves(plays: Iterable[Play]) -> set[tuple[str, str, str]]:
    paths = [play.path for play in plays]
    return {
        move
        for path in paths
        for move in zip(path.nodes, path.nodes[1:], path.choices, strict=False)
    }


def _heard(plays: Iterable[Conversation]) -> dict[str, Prose]:
    """The words that were heard last at each line and each ending."""
    words: dict[str, Prose] = {}
    for play in plays:
        if play.over:
            words[play.path.last] = play.staging.text.endings[play.path.last].says
        words |= dict(zip(play.path.nodes, play.lines(), strict=False))
    return words


def _counts(scene: SceneText, plays: Sequence[Play], heard: Mapping[str, Prose]) -> dict[str, int]:
    """How much was heard, how many people were met, and how much may sound different."""
    met = {play.staging.person for play in plays if play.over}
    return {
        "lines": len(scene.nodes),
        "seen": len(heard.keys() & scene.nodes.keys()),
        "endings": len(scene.endings),
        "reached": len(heard.keys() & scene.endings.keys()),
        "people": len(scene.temperaments),
        "met": len(met - {""}),
        "otherwise": _otherwise(scene, plays),
    }


def _otherwise(scene: SceneText, plays: Sequence[Play]) -> int:
    """How many of the lines that were heard somebody may say in words that were not."""
    said: dict[str, set[Prose]] = {}
    for play in plays:
        for node, line in zip(play.path.nodes, play.lines(), strict=False):
            said.setdefault(node, set()).add(line)
    return sum(not _variants(scene, node) <= lines for node, lines in said.items())


def _variants(scene: SceneText, node: str) -> set[Prose]:
    """All that the client may say at a line, with whomever and whatever came before."""
    people = [scene.in_mood(person) for person in scene.temperaments] or [scene]
    plain = {person.nodes[node].says for person in people}
    return plain | {*scene.nodes[node].recalls.values()}


def _spot(
    scene: SceneText, name: str, spot: Spot, heard: Mapping[str, Prose], now: bool
) -> dict[str, Any]:
    ends = name in scene.endings
    return {
        "id": name,
        "row": spot.row,
        "across": spot.across,
        "number": None if ends else list(scene.nodes).index(name) + 1,
        "kind": scene.endings[name].kind if ends and name in heard else None,
        "ends": ends,
        "seen": name in heard,
        "now": now,
        "says": heard.get(name),
    }
