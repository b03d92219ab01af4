"""A scene in the making as plain data for its preview: faults, demands, and every line said."""

from typing import Any, Final

from helpkit.content.types import Content
from helpkit.exercises.items import ScenePart
from helpkit.exercises.parts.scene.inspection import NEEDS, Built, built
from helpkit.exercises.parts.scene.places import lines, place, trouble
from helpkit.exercises.parts.scene.scene_view import scene_view

__all__ = ["SHOWN", "built_view"]

SHOWN: Final = 12
"""The most faults that are shown; a missing bracket makes hundreds."""


def built_view(
    text: str, part: ScenePart, content: Content, temperament: str = ""
) -> dict[str, Any]:
    """What the preview shows of a text; whatever the text is, nothing is raised.

    Of a client with several temperaments it is the one that is asked for, or the first.
    """
    if not text.strip():
        return _view([], Built(dict.fromkeys(NEEDS, False)), part)
    done = built(text, part, content.language)
    scene = done.scene and scene_view(done.scene, content, temperament)
    return _view(_faults(text, done, content), done, part) | {"scene": scene}


def _view(faults: list[dict[str, Any]], done: Built, part: ScenePart) -> dict[str, Any]:
    return {
        "faults": faults[:SHOWN],
        "more": max(0, len(faults) - SHOWN),
        "needs": [{"id": need, "text": part.needs[need], "met": done.met[need]} for need in NEEDS],
        "ours": done.ours,
        "scene": None,
    }


def _faults(text: str, done: Built, content: Content) -> list[dict[str, Any]]:
    """Each fault as a sentence with its line and its key; one if the text cannot be read at all."""
    if fault := trouble(text):
        sentence = content.ui["scene"][f"toml-{fault.kind}"]
        return [{"line": fault.line, "where": "", "text": sentence}]
    known = lines(text)
    return [
        {
            "line": place(fault, known),
            "where": ".".join(filter(None, (fault.table, fault.key))),
            "text": fault.expected,
        }
        for fault in done.faults
    ]
