"""What does a scene that a student builds hold so far? For the preview and for the marks alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from helpkit.checks.scenes import check_scene
from helpkit.content import Fault
from helpkit.content.exercises import ScenePart
from helpkit.content.load import FOLDER
from helpkit.content.scene_file import parse, read_scene
from helpkit.content.scenes import SceneText
from helpkit.models.dialogue import DIAGNOSTIC

__all__ = ["LONGEST", "NEEDS", "Built", "built"]

LONGEST: Final = 60_000
"""How many signs a scene has at most: more than anybody writes, and it fits a line of a journal."""

NEEDS: Final = ("sound", "nodes", "endings", "pure", "diagnostic", "process", "hidden")


@dataclass(frozen=True)
class Built:
    """What is met, in the order of `NEEDS`; `faults` are the linter's. Nothing is met unread."""

    met: Mapping[str, bool]
    faults: tuple[Fault, ...] = ()


def built(source: str, part: ScenePart, language: str = "en") -> Built:
    """Check a scene against the demands of a part; whatever the text is, nothing is raised."""
    if len(source) > LONGEST:
        return Built(dict.fromkeys(NEEDS, False))
    checked = check_scene(source, language)
    scene, faults = checked.scene or _read(source, language), checked.faults
    if scene is None:
        return Built(dict.fromkeys(NEEDS, False), faults)
    forms = {one.form for node in scene.nodes.values() for one in node.choices.values()}
    met = {
        "sound": not faults,
        "nodes": len(scene.nodes) >= part.nodes,
        "endings": len(scene.endings) >= part.endings,
        "pure": "pure" in forms,
        "diagnostic": not forms.isdisjoint(DIAGNOSTIC),
        "process": "process" in forms,
        "hidden": len(scene.hidden.split()) >= part.words and scene.hidden not in _given(),
    }
    return Built(met, faults)


def _read(source: str, language: str) -> SceneText | None:
    """A scene that cannot be played yet, if it can be read."""
    parsed = parse(source)
    return None if parsed.misfits else parsed.chosen(language)


@lru_cache
def _given() -> frozenset[str]:
    """The hidden needs of our own template: whoever leaves it as it is has stated none."""
    templates = (FOLDER / "text").glob("*/templates/scene.toml")
    return frozenset(read_scene(path).hidden for path in templates)
