"""A conversation on the stage, for the tests: shown, and played line by line."""

from pathlib import Path
from typing import Any

from helpkit.activities.converse.widget import Converse
from helpkit.content import load
from helpkit.content.scene_graph import graph
from helpkit.models.dialogue import TELLING, always, levelled, paths
from tests.activities.lesson_widget import event, made

SCENE = "export-button"
GRAPH = graph(load("en").scenes[SCENE])
TELLS = list(always(GRAPH, TELLING).choices)
HELPS = next(
    list(path.choices)
    for path in paths(GRAPH)
    if GRAPH.endings[path.last] == "helpful" and levelled(path.meters)
)


def stage(folder: Path, language: str = "en") -> Converse:
    return made(Converse, SCENE, folder, language)


def say(item: str, *choices: Any) -> dict[str, Any]:
    return event("answer", item, list(choices))


def played(folder: Path, *choices: str, item: str = "alone.1") -> Converse:
    """A play, line by line."""
    widget = stage(folder)
    for end in range(len(choices) + 1):
        widget.handle(say(item, *choices[:end]))
    return widget
