"""Where do the lines of a conversation stand on its map?

The first line is at the top; every other one is as many rows lower as it takes moves to get there
at best; the endings share the last row. Within a row the order is that of the scene.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from helpkit.models.dialogue import Path, Scene

__all__ = ["Link", "Spot", "links", "spots"]


@dataclass(frozen=True)
class Spot:
    """A line or an ending: its row from the top, and its place across, 0 to 1."""

    row: int
    across: float


@dataclass(frozen=True)
class Link:
    """One move from line to line; `taken` says in how many plays."""

    start: str
    end: str
    choice: str
    taken: int


def spots(scene: Scene) -> dict[str, Spot]:
    """The place of each line that can be reached, and of each ending."""
    rows = _rows(scene)
    placed = {}
    for number, names in enumerate(rows):
        for index, name in enumerate(names):
            placed[name] = Spot(number, (index + 0.5) / len(names))
    return placed


def _rows(scene: Scene) -> list[list[str]]:
    rows: list[list[str]] = []
    row, met = [scene.first], {scene.first}
    while row:
        rows.append(row)
        follow = {choice.next for name in row for choice in scene.nodes[name].choices}
        row = [name for name in scene.nodes if name in follow - met]
        met |= set(row)
    return [*rows, list(scene.endings)]


def links(scene: Scene, paths: Sequence[Path]) -> tuple[Link, ...]:
    """Every possible move, with how many of these plays made it.

    A move after which time was up led to another place than it says: it is there only if it was
    made, for it could come from almost anywhere.
    """
    made = Counter(
        (start, end, choice)
        for path in paths
        for start, end, choice in zip(path.nodes, path.nodes[1:], path.choices, strict=False)
    )
    possible = [
        (name, choice.next, choice.id)
        for name, node in scene.nodes.items()
        for choice in node.choices
    ]
    return tuple(Link(*move, made[move]) for move in dict.fromkeys([*possible, *made]))
