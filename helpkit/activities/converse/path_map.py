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
    seen = {name for path in paths for name in path.nodes}
    now = shown.path.nodes if shown else ()
    moves = {*zip(now, shown.path.choices, strict=False)} if shown else set()
    drawn = graph(scene)
    places = spots(drawn)
    return {
        "rows": max(spot.row for spot in places.values()) + 1,
        "spots": [
            _spot(scene, name, spot, name in seen, name in now) for name, spot in places.items()
        ],
        "links": [
            {
                "start": one.start,
                "end": one.end,
                "known": one.start in seen,
                "taken": one.taken > 0,
                "now": (one.start, one.choice) in moves,
            }
            for one in links(drawn, paths)
        ],
        "lines": len(scene.nodes),
        "seen": len(seen & scene.nodes.keys()),
        "endings": len(scene.endings),
        "reached": len(seen & scene.endings.keys()),
    }


def _spot(scene: SceneText, name: str, spot: Spot, seen: bool, now: bool) -> dict[str, Any]:
    ends = name in scene.endings
    texts = scene.endings if ends else scene.nodes
    return {
        "id": name,
        "row": spot.row,
        "across": spot.across,
        "number": None if ends else list(scene.nodes).index(name) + 1,
        "kind": scene.endings[name].kind if ends and seen else None,
        "ends": ends,
        "seen": seen,
        "now": now,
        "says": texts[name].says if seen else None,
    }
