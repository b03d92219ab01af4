"""Points for a scene that was built: its structure by the machine, its content by a person."""

from collections.abc import Iterator, Mapping

from helpkit.exercises.items import ScenePart
from helpkit.exercises.parts.scene.inspection import LONGEST, NEEDS, Built, built
from helpkit.exercises.sheet import TEXT
from helpkit.teacher.grading.item_result import ItemResult
from helpkit.teacher.grading.keys import SceneKey

__all__ = ["CONTENT", "grade_scene"]

CONTENT = "content"
OURS = "ours"
"""Those who hand in one of our own scenes have built nothing, whatever demands it meets."""

_SHOWN = 20


def grade_scene(
    part: ScenePart, key: SceneKey, answers: Mapping[str, object], language: str
) -> Iterator[ItemResult]:
    """A row for each demand, `text.NEED`, and one for the content, which stays ungraded."""
    answer = answers.get(TEXT)
    if answer is None or (isinstance(answer, str) and not answer.strip()):
        yield from _none(part, key, "blank")
    elif not isinstance(answer, str) or len(answer) > LONGEST:
        yield from _none(part, key, "invalid")
    else:
        scene = built(answer, part, language)
        for need in NEEDS:
            yield _need(part.id, key, need, scene)
        message = OURS if scene.ours else "for-a-person"
        yield ItemResult(part.id, f"{TEXT}.{CONTENT}", None, key.content, "ungraded", message)


def _none(part: ScenePart, key: SceneKey, state: str) -> Iterator[ItemResult]:
    for need in NEEDS:
        spot, of = f"{TEXT}.{need}", float(key.points[need])
        if state == "blank":
            yield ItemResult(part.id, spot, 0.0, of, "blank", "blank")
        else:
            yield ItemResult(part.id, spot, 0.0, of, "invalid", "no-text")
    message = "nothing-written" if state == "blank" else "no-text"
    yield ItemResult(part.id, f"{TEXT}.{CONTENT}", None, key.content, "ungraded", message)


def _need(part: str, key: SceneKey, need: str, scene: Built) -> ItemResult:
    of = float(key.points[need])
    if scene.ours:
        return ItemResult(part, f"{TEXT}.{need}", 0.0, of, "wrong", OURS)
    if scene.met[need]:
        return ItemResult(part, f"{TEXT}.{need}", of, of, "right", "right")
    details = tuple(map(str, scene.faults[:_SHOWN])) if need == "sound" else ()
    return ItemResult(part, f"{TEXT}.{need}", 0.0, of, "wrong", f"no-{need}", details)
