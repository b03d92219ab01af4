"""Points for reaching an ending: the path is walked again, choice by choice, with the same person.

Whom a student meets is drawn from seed, student and item, so a play with anybody else is another
student's. A play of an earlier edition of the scene earns nothing, and the student is told.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from helpkit.activities.converse.plays import Conversation, read
from helpkit.content import Content
from helpkit.content.scene_graph import graph
from helpkit.exercises.items import PathItem, PathsPart
from helpkit.exercises.parts.paths.counting import obstacle, person_of
from helpkit.models.dialogue import Scene, levelled
from helpkit.models.scene_outcomes import outcomes
from helpkit.models.temperaments import moods
from helpkit.teacher.grading.item_result import ItemResult, ItemState
from helpkit.teacher.grading.keys import PathsKey

__all__ = ["Stage", "Theatre", "grade_paths"]

_OBSTACLES: Final[Mapping[str, ItemState]] = {
    "earlier-edition": "earlier",
    "other-person": "invalid",
    "no-path": "invalid",
}
_OTHER_ENDING: Final = {
    "helpful": "helpful-instead",
    "empty": "empty-instead",
    "broken": "broken-instead",
    "late": "late-instead",
}


@dataclass(frozen=True)
class Stage:
    """A conversation with one person in the client's chair."""

    scene: Scene

    @cached_property
    def highest(self) -> int:
        """How high the helper stands at best at an empty ending, without a loop."""
        ends = {key for key, kind in self.scene.endings.items() if kind == "empty"}
        heights = (end.meters.helper for end in outcomes(self.scene).all if end.ending in ends)
        return max(heights, default=0)


@dataclass(frozen=True)
class Theatre:
    """All conversations of a part; what is the same for every student is computed once."""

    part: PathsPart
    content: Content

    @cached_property
    def stages(self) -> Mapping[str, Mapping[str, Stage]]:
        """The stages of each scene, by the temperament of the client."""
        names = dict.fromkeys(item.scene for item in self.part.items.values())
        scenes = {name: moods(graph(self.content.scenes[name])) for name in names}
        return {
            name: {mood: Stage(scene) for mood, scene in each.items()}
            for name, each in scenes.items()
        }


def grade_paths(
    theatre: Theatre,
    key: PathsKey,
    answers: Mapping[str, object],
    issued: Sequence[str],
    seed: str,
    student: str,
) -> Iterator[ItemResult]:
    """A row for each path; an answer says in which edition, with whom, and what was said."""
    part = theatre.part
    for name in issued:
        item = part.items.get(name)
        if item is None:
            yield ItemResult(part.id, name, 0.0, key.full, "invalid", "not-in-pool")
        else:
            person = person_of(part, name, theatre.content, seed, student)
            yield _row(theatre, key, name, person, answers.get(name))


def _row(theatre: Theatre, key: PathsKey, name: str, person: str, answer: object) -> ItemResult:
    part, item = theatre.part.id, theatre.part.items[name]
    if answer is None or answer == "" or answer == []:
        return ItemResult(part, name, 0.0, key.full, "blank", "blank")
    played = read(theatre.content, item.scene, answer)
    reason = obstacle(played, person)
    if played is None or reason:
        return ItemResult(part, name, 0.0, key.full, _OBSTACLES[reason], reason)
    stage = theatre.stages[item.scene][person]
    points, state, message = _points(key, item, stage, played)
    return ItemResult(part, name, points, key.full, state, message)


def _points(
    key: PathsKey, item: PathItem, stage: Stage, played: Conversation
) -> tuple[float, ItemState, str]:
    """Points, state and message for a play of today with the right person."""
    kind, meters = stage.scene.endings.get(played.path.last), played.path.meters
    if kind is None:
        return 0.0, "wrong", "not-ended"
    if kind != {"levelled": "helpful", "empty": "empty"}[item.goal]:
        return 0.0, "wrong", _OTHER_ENDING[kind]
    if item.goal == "levelled" and not levelled(meters):
        return key.part, "partial", "still-uneven"
    if item.goal == "empty" and meters.helper < stage.highest:
        return key.part, "partial", "could-stand-higher"
    return key.full, "right", "right"
