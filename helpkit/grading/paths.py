"""Points for reaching an ending: the path is walked again, choice by choice."""

from collections.abc import Iterator, Mapping, Sequence

from helpkit.checks.plays import walked
from helpkit.checks.scenes import graph
from helpkit.content import Content
from helpkit.content.exercises import PathItem, PathsPart
from helpkit.content.scenes import SceneText
from helpkit.grading.graded import Graded
from helpkit.grading.keys import PathsKey
from helpkit.models.dialogue import Path, levelled
from helpkit.models.scene_outcomes import outcomes

__all__ = ["grade_paths", "highest"]


def grade_paths(
    part: PathsPart,
    key: PathsKey,
    answers: Mapping[str, object],
    issued: Sequence[str],
    content: Content,
) -> Iterator[Graded]:
    """A row for each path; an answer is the list of the choices."""
    for name in issued:
        item = part.items.get(name)
        if item is None:
            yield Graded(part.id, name, 0.0, key.full, "invalid", "not-in-pool")
        else:
            yield _path(part.id, name, key, item, answers.get(name), content)


def _path(
    part: str, name: str, key: PathsKey, item: PathItem, answer: object, content: Content
) -> Graded:
    of = key.full
    if answer is None or answer == "" or answer == []:
        return Graded(part, name, 0.0, of, "blank", "blank")
    text = content.scenes[item.scene]
    path = walked(graph(text), answer)
    if path is None:
        return Graded(part, name, 0.0, of, "invalid", "no-path")
    if path.last not in text.endings:
        return Graded(part, name, 0.0, of, "wrong", "not-ended")
    kind = text.endings[path.last].kind
    if item.goal == "levelled":
        return _levelled(part, name, key, kind, path)
    return _empty(part, name, key, kind, path.meters.helper < highest(text))


def _levelled(part: str, name: str, key: PathsKey, kind: str, path: Path) -> Graded:
    if kind != "helpful":
        return Graded(part, name, 0.0, key.full, "wrong", f"{kind}-instead")
    if not levelled(path.meters):
        return Graded(part, name, key.part, key.full, "partial", "still-uneven")
    return Graded(part, name, key.full, key.full, "right", "right")


def _empty(part: str, name: str, key: PathsKey, kind: str, lower: bool) -> Graded:
    if kind != "empty":
        return Graded(part, name, 0.0, key.full, "wrong", f"{kind}-instead")
    if lower:
        return Graded(part, name, key.part, key.full, "partial", "could-stand-higher")
    return Graded(part, name, key.full, key.full, "right", "right")


def highest(text: SceneText) -> int:
    """How high the helper stands in the best of all empty endings, over paths without a loop."""
    ends = {key for key, one in text.endings.items() if one.kind == "empty"}
    return max(one.meters.helper for one in outcomes(graph(text)).found if one.ending in ends)
