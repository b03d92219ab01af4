"""A scene in the making as plain data for its preview: faults, demands, and every line said."""

from collections.abc import Mapping
from typing import Any, Final

from helpkit.content.scenes import Levels, SceneText
from helpkit.content.types import Content
from helpkit.exercises.items import ScenePart
from helpkit.exercises.parts.scene.inspection import NEEDS, Built, built
from helpkit.exercises.parts.scene.places import lines, place, trouble
from helpkit.exercises.submission.display import clean
from helpkit.models.dialogue import FORMS, KINDS, METERS

__all__ = ["SHOWN", "built_view"]

SHOWN: Final = 12
"""The most faults that are shown; a missing bracket makes hundreds."""

_FAR: Final = 99
_PROSE: Final = ("title", "setting", "client", "helper", "hidden")


def built_view(text: str, part: ScenePart, content: Content) -> dict[str, Any]:
    """What the preview shows of a text; whatever the text is, nothing is raised."""
    if not text.strip():
        return _view([], Built(dict.fromkeys(NEEDS, False)), part, content)
    done = built(text, part, content.language)
    return _view(_faults(text, done, content), done, part, content)


def _view(
    faults: list[dict[str, Any]], done: Built, part: ScenePart, content: Content
) -> dict[str, Any]:
    scene = done.scene
    return {
        "faults": faults[:SHOWN],
        "more": max(0, len(faults) - SHOWN),
        "needs": [{"id": need, "text": part.needs[need], "met": done.met[need]} for need in NEEDS],
        "ours": done.ours,
        "scene": scene and _scene(scene, content),
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


def _scene(scene: SceneText, content: Content) -> dict[str, Any]:
    """The lines, as lists: a browser would sort ids that look like numbers.

    An escape in TOML can stand for a character that steers.
    """
    return {
        **{key: clean(getattr(scene, key)) for key in _PROSE},
        "first": clean(scene.first),
        "nodes": [
            {"id": key, "says": clean(node.says), "choices": _choices(node.choices, content)}
            for key, node in scene.nodes.items()
        ],
        "endings": [
            {
                "id": key,
                "says": clean(ending.says),
                "kind": ending.kind if ending.kind in KINDS else "",
            }
            for key, ending in scene.endings.items()
        ],
    }


def _choices(choices: Mapping[str, Any], content: Content) -> list[dict[str, Any]]:
    return [
        {
            "id": key,
            "says": clean(choice.says),
            "form": content.forms[choice.form].name if choice.form in FORMS else clean(choice.form),
            "effect": _effect(choice.effect),
            "next": clean(choice.next),
            "why": clean(choice.why),
        }
        for key, choice in choices.items()
    ]


def _effect(levels: Levels) -> dict[str, str]:
    """What a choice adds to each meter, with its sign."""
    return {name: _signed(getattr(levels, name)) for name in METERS}


def _signed(value: int | None) -> str:
    if value is None:
        return "~"
    cut = max(-_FAR, min(_FAR, value))
    return f"{cut:+d}".replace("-", "−") if cut else "0"
