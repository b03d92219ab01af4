"""What can be said of a play in three sentences, and which two are worth laying side by side?"""

from collections.abc import Iterable
from typing import Any

from helpkit.activities.converse.plays import Play
from helpkit.activities.converse.turns import FELT, moves
from helpkit.models.dialogue import METERS, open_choices, walk
from helpkit.models.scene_review import Alternative, review

__all__ = ["extremes", "play_review"]


def play_review(play: Play) -> dict[str, Any]:
    """Where it turned, what cost most and what to try instead; each is None if there is nothing."""
    seen = review(play.staging.graph, play.path)
    return {
        "turned": None if seen.turn is None else _turned(play, seen.turn),
        "cost": None if seen.cost is None else _cost(play, seen.cost),
        "instead": None if seen.instead is None else _instead(play, seen.instead),
    }


def _line(play: Play, at: int) -> dict[str, Any]:
    return {"number": at + 1, "line": moves(play)[at].says}


def _turned(play: Play, at: int) -> dict[str, Any]:
    """The line, and from where to where trust and the client's standing went."""
    before, after = play.path.trace[at : at + 2]
    meters = [
        {"id": name, "first": getattr(before, name), "last": getattr(after, name)} for name in FELT
    ]
    return {**_line(play, at), "went": meters}


def _cost(play: Play, at: int) -> dict[str, Any]:
    """The line, what the meters lost, and how many minutes it took more than the quickest."""
    before, after = play.path.trace[at : at + 2]
    lost = {name: getattr(after, name) - getattr(before, name) for name in METERS}
    return {
        **_line(play, at),
        "lost": [{"id": name, "change": change} for name, change in lost.items() if change < 0],
        "longer": _longer(play, at),
    }


def _longer(play: Play, at: int) -> int:
    scene = play.staging.graph
    if scene.minutes is None:
        return 0
    choices = open_choices(scene, walk(scene, play.path.choices[:at]))
    taken = play.path.spent[at + 1] - play.path.spent[at]
    return taken - min(choice.minutes for choice in choices)


def _instead(play: Play, other: Alternative) -> dict[str, Any]:
    """The words of another move, and the move in whose place it could have been made."""
    node = play.staging.text.nodes[play.path.nodes[other.turn]]
    line = node.choices[other.choice].says
    return {"number": other.turn + 1, "line": line, "turn": other.turn}


def extremes(plays: Iterable[Play]) -> list[int]:
    """The numbers of the shortest and of the longest play that came to an ending.

    Lines count, then minutes; of equals the first. One number if no play is longer than another,
    none if none is over. Plays of an earlier edition are left aside.
    """
    ended = [play for play in plays if play.over and not play.staging.earlier]
    if not ended:
        return []
    short, long = min(ended, key=_length), max(ended, key=_length)
    return [short.number] if _length(short) == _length(long) else [short.number, long.number]


def _length(play: Play) -> tuple[int, int]:
    return len(play.path.choices), play.path.spent[-1]
