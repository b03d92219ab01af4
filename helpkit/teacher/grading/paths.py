"""Points for reaching an ending: the path is walked again, choice by choice."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from helpkit.activities.converse.plays import walked
from helpkit.content import Content
from helpkit.content.scene_graph import graph
from helpkit.exercises.items import PathItem, PathsPart
from helpkit.models.dialogue import Path, Scene, levelled
from helpkit.models.scene_outcomes import outcomes
from helpkit.teacher.grading.item_result import ItemResult
from helpkit.teacher.grading.keys import PathsKey

__all__ = ["Stage", "grade_paths", "stages"]


@dataclass(frozen=True)
class Stage:
    """What a scene needs to be walked: its graph, and the best empty ending without a loop.

    `highest` is how high the helper stands there. It is the same for every student, so a class
    computes it once.
    """

    scene: Scene
    highest: int


def stages(part: PathsPart, content: Content) -> Mapping[str, Stage]:
    """The stage of each scene that a part plays on."""
    names = dict.fromkeys(item.scene for item in part.items.values())
    return {name: _stage(graph(content.scenes[name])) for name in names}


def _stage(scene: Scene) -> Stage:
    ends = {key for key, kind in scene.endings.items() if kind == "empty"}
    heights = (ending.meters.helper for ending in outcomes(scene).all if ending.ending in ends)
    return Stage(scene, max(heights, default=0))


def grade_paths(
    part: PathsPart,
    key: PathsKey,
    answers: Mapping[str, object],
    issued: Sequence[str],
    on: Mapping[str, Stage],
) -> Iterator[ItemResult]:
    """A row for each path; an answer is the list of the choices."""
    for name in issued:
        item = part.items.get(name)
        if item is None:
            yield ItemResult(part.id, name, 0.0, key.full, "invalid", "not-in-pool")
        else:
            yield _path(part.id, name, key, item, answers.get(name), on[item.scene])


def _path(
    part: str, name: str, key: PathsKey, item: PathItem, answer: object, on: Stage
) -> ItemResult:
    of = key.full
    if answer is None or answer == "" or answer == []:
        return ItemResult(part, name, 0.0, of, "blank", "blank")
    path = walked(on.scene, answer)
    if path is None:
        return ItemResult(part, name, 0.0, of, "invalid", "no-path")
    if path.last not in on.scene.endings:
        return ItemResult(part, name, 0.0, of, "wrong", "not-ended")
    kind = on.scene.endings[path.last]
    if item.goal == "levelled":
        return _levelled(part, name, key, kind, path)
    return _empty(part, name, key, kind, path.meters.helper < on.highest)


def _levelled(part: str, name: str, key: PathsKey, kind: str, path: Path) -> ItemResult:
    if kind != "helpful":
        return ItemResult(part, name, 0.0, key.full, "wrong", f"{kind}-instead")
    if not levelled(path.meters):
        return ItemResult(part, name, key.part, key.full, "partial", "still-uneven")
    return ItemResult(part, name, key.full, key.full, "right", "right")


def _empty(part: str, name: str, key: PathsKey, kind: str, lower: bool) -> ItemResult:
    if kind != "empty":
        return ItemResult(part, name, 0.0, key.full, "wrong", f"{kind}-instead")
    if lower:
        return ItemResult(part, name, key.part, key.full, "partial", "could-stand-higher")
    return ItemResult(part, name, key.full, key.full, "right", "right")
