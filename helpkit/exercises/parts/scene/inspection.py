"""What does a student's scene hold so far? The preview and the grading both ask this."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from helpkit.content import Fault
from helpkit.content.files import FOLDER
from helpkit.content.scene_file import parse
from helpkit.content.scene_graph import check_scene
from helpkit.content.scenes import SceneText
from helpkit.errors import JournalError
from helpkit.exercises.items import ScenePart
from helpkit.exercises.submission.submission import MAX_LINE
from helpkit.journal.strict_json import json_line
from helpkit.models.dialogue import DIAGNOSTIC

__all__ = ["LONGEST", "NEEDS", "ROOM", "Built", "built", "fits"]

LONGEST: Final = 60_000
"""The most characters a scene may have: more than anybody writes."""

ROOM: Final = MAX_LINE - 1024
"""The most bytes it may take as JSON: a line of a submission holds no more."""

NEEDS: Final = ("sound", "nodes", "endings", "pure", "diagnostic", "process", "hidden")


@dataclass(frozen=True)
class Built:
    """Which needs are met, in the order of `NEEDS`; `faults` are the linter's.

    `scene` is what could be read, even if it cannot be played yet; if nothing could be, no need is
    met. It is `ours` if nobody in it says anything that is not said in one of our own scenes.
    """

    met: Mapping[str, bool]
    faults: tuple[Fault, ...] = ()
    scene: SceneText | None = None
    ours: bool = False


def fits(text: str) -> bool:
    """Whether a text can be handed in: it is not too long, and can be written in UTF-8."""
    try:
        return len(text) <= LONGEST and len(json_line({"": text})) <= ROOM
    except JournalError:
        return False


def built(source: str, part: ScenePart, language: str = "en") -> Built:
    """Check a scene against the demands of a part; whatever the text is, nothing is raised."""
    if len(source) > LONGEST:
        return Built(dict.fromkeys(NEEDS, False))
    checked = check_scene(source, language)
    scene, faults = checked.scene or _read(source, language), checked.faults
    if scene is None:
        return Built(dict.fromkeys(NEEDS, False), faults)
    forms = {choice.form for node in scene.nodes.values() for choice in node.choices.values()}
    met = {
        "sound": not faults,
        "nodes": len(scene.nodes) >= part.nodes,
        "endings": len(scene.endings) >= part.endings,
        "pure": "pure" in forms,
        "diagnostic": not forms.isdisjoint(DIAGNOSTIC),
        "process": "process" in forms,
        "hidden": len(scene.hidden.split()) >= part.words and _plain(scene.hidden) not in _given(),
    }
    said = frozenset(_said(scene))
    return Built(met, faults, scene, ours=bool(said) and said <= _given())


def _read(source: str, language: str) -> SceneText | None:
    """A scene that cannot be played yet, if it can be read."""
    parsed = parse(source)
    return None if parsed.misfits else parsed.chosen(language)


def _said(scene: SceneText) -> Iterator[str]:
    for node in scene.nodes.values():
        yield _plain(node.says)
        yield from (_plain(choice.says) for choice in node.choices.values())


def _plain(text: str) -> str:
    """A text without anything that does not change its words."""
    return " ".join(text.casefold().split())


@lru_cache
def _given() -> frozenset[str]:
    """The words of our own scenes and templates: leaving them as they are is not writing."""
    files = (*FOLDER.glob("text/*/templates/scene.toml"), *FOLDER.glob("text/*/scenes/**/*.toml"))
    trees = (tomllib.loads(path.read_text("utf-8")) for path in files)
    return frozenset(_plain(text) for tree in trees for text in _texts(tree))


def _texts(tree: Mapping[str, Any]) -> Iterator[str]:
    for value in tree.values():
        if isinstance(value, dict):
            yield from _texts(value)
        elif isinstance(value, str):
            yield value
