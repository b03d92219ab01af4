"""A scene in the making as plain data, to be played on the page.

An escape in TOML can stand for a character that steers: each text is shown without it. Tables are
lists, because a browser would sort ids that look like numbers.
"""

from collections.abc import Iterator
from typing import Any, Final

from helpkit.content.scene_graph import graph
from helpkit.content.scenes import ChoiceText, NodeText, SceneText
from helpkit.content.types import Content
from helpkit.exercises.submission.display import clean
from helpkit.models.dialogue import FORMS, HIGHEST, KINDS, METERS, Choice, Scene, change
from helpkit.models.temperaments import in_mood

__all__ = ["scene_view"]

_FAR: Final = 99
_PROSE: Final = ("title", "setting", "client", "helper", "hidden")


def scene_view(scene: SceneText, content: Content, temperament: str = "") -> dict[str, Any]:
    """The scene with the client in one temperament: the one that is asked for, or the first."""
    people = scene.temperaments
    mood = temperament if temperament in people else next(iter(people), "")
    played, plain = scene.in_mood(mood), in_mood(graph(scene), mood)
    return {
        **{key: clean(getattr(scene, key)) for key in _PROSE},
        "first": clean(scene.first),
        "start": [*plain.start],
        "minutes": None if plain.minutes is None else _cut(plain.minutes),
        "late": plain.late and clean(plain.late),
        "mood": mood,
        "moods": [{"id": key, "name": clean(each.name)} for key, each in people.items()],
        "reveal": clean(people[mood].reveal) if mood else "",
        "nodes": [_node(key, node, plain, content) for key, node in played.nodes.items()],
        "endings": [
            {
                "id": key,
                "says": clean(ending.says),
                "kind": ending.kind if ending.kind in KINDS else "",
            }
            for key, ending in scene.endings.items()
        ],
    }


def _node(key: str, node: NodeText, plain: Scene, content: Content) -> dict[str, Any]:
    return {
        "id": key,
        "says": clean(node.says),
        "recalls": [{"mark": mark, "says": clean(says)} for mark, says in node.recalls.items()],
        "thinks": clean(node.thinks or ""),
        "choices": [
            _choice(choice, node.choices[choice.id], content) for choice in plain.nodes[key].choices
        ],
    }


def _choice(choice: Choice, text: ChoiceText, content: Content) -> dict[str, Any]:
    return {
        "id": choice.id,
        "says": clean(text.says),
        "form": content.forms[text.form].name if text.form in FORMS else clean(text.form),
        "changes": [*_changes(choice)],
        "minutes": _cut(choice.minutes),
        **{key: getattr(choice, key) for key in ("leaves", "needs", "unless")},
        "next": clean(choice.next),
        "why": clean(text.why),
    }


def _changes(choice: Choice) -> Iterator[list[int]]:
    """What it adds to the three meters at each trust; once, if trust makes no difference."""
    if choice.form not in FORMS:
        yield [_cut(getattr(choice.effect, meter) or 0) for meter in METERS]
        return
    rows = [[*map(_cut, change(choice, trust))] for trust in range(HIGHEST + 1)]
    yield from rows if any(row != rows[0] for row in rows) else rows[:1]


def _cut(value: int) -> int:
    """No longer than there is room for."""
    return max(-_FAR, min(_FAR, value))
