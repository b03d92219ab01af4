"""The map of a conversation: lines that were seen with their words, all others without."""

from collections.abc import Sequence
from typing import Any

from helpkit.activities.converse.map_layout import Spot, links, spots
from helpkit.activities.converse.plays import Play
from helpkit.content.scene_graph import graph
from helpkit.content.scenes import SceneText

__all__ = ["chart"]


def chart(scene: SceneText, plays: Sequence[Play], shown: Play | None) -> dict[str, Any]:
    """Places, moves and counts; `now` marks what the play on the stage went through."""
    paths = [play.path for play in plays]
    visited = {name for path in paths for name in path.nodes}
    now = shown.path.nodes if shown else ()
    moves = {*zip(now, shown.path.choices, strict=False)} if shown else set()
    dialogue = graph(scene)
    places = spots(dialogue)
    return {
        "rows": max(spot.row for spot in places.values()) + 1,
        "spots": [
            _spot(scene, name, spot, name in visited, name in now) for name, spot in places.items()
        ],
        "links": [
            {
                "start": link.start,
                "end": link.end,
                "known": link.start in visited,
                "taken": link.taken > 0,
                "now": (link.start, link.choice) in moves,
            }
            for link in links(dialogue, paths)
        ],
        "lines": len(scene.nodes),
        "seen": len(visited & scene.nodes.keys()),
        "endings": len(scene.endings),
        "reached": len(visited & scene.endings.keys()),
    }


def _spot(scene: SceneText, name: str, spot: Spot, visited: bool, now: bool) -> dict[str, Any]:
    ends = name in scene.endings
    texts = scene.endings if ends else scene.nodes
    return {
        "id": name,
        "row": spot.row,
        "across": spot.across,
        "number": None if ends else list(scene.nodes).index(name) + 1,
        "kind": scene.endings[name].kind if ends and visited else None,
        "ends": ends,
        "seen": visited,
        "now": now,
        "says": texts[name].says if visited else None,
    }
