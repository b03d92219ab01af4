"""What if somebody else sat in the client's chair? Illustrative: each person is made up.

A temperament adds whole numbers to a scene: to the meters at the start (kept within 0 to 10), to
the minutes there are, and to the effect of a move or of every move of a family of forms. What it
adds to one move comes on top of what it adds to the family.
"""

from collections.abc import Mapping
from dataclasses import replace

from helpkit.errors import UnknownIdError
from helpkit.models.dialogue import (
    HIGHEST,
    METERS,
    Choice,
    Effect,
    Meters,
    Node,
    Scene,
    Temperament,
)
from helpkit.models.inquiry import FORMS, family

__all__ = ["in_mood", "moods"]


def moods(scene: Scene) -> Mapping[str, Scene]:
    """The scene as it is with each temperament; with none it is as it is written, under ""."""
    if not scene.temperaments:
        return {"": scene}
    return {key: in_mood(scene, key) for key in scene.temperaments}


def in_mood(scene: Scene, temperament: str) -> Scene:
    """The scene with one temperament; "" is the scene without any.

    Raises:
        UnknownIdError: the scene has no such temperament.
    """
    if temperament and temperament not in scene.temperaments:
        known = ", ".join(scene.temperaments) or "none"
        raise UnknownIdError(f"temperament must be one of {known}, got {temperament!r}")
    person = scene.temperaments.get(temperament, Temperament())
    minutes = None if scene.minutes is None else max(0, scene.minutes + person.minutes)
    nodes = {key: _node(key, node, person) for key, node in scene.nodes.items()}
    start = _start(scene.start, person.start)
    return replace(scene, start=start, nodes=nodes, minutes=minutes, temperaments={})


def _start(start: Meters, added: Effect) -> Meters:
    values = (getattr(start, name) + (getattr(added, name) or 0) for name in METERS)
    return Meters(*(min(HIGHEST, max(0, value)) for value in values))


def _node(key: str, node: Node, person: Temperament) -> Node:
    return Node(tuple(_choice(key, choice, person) for choice in node.choices))


def _choice(node: str, choice: Choice, person: Temperament) -> Choice:
    group = family(choice.form) if choice.form in FORMS else ""
    of_family = person.families.get(group, Effect())
    of_choice = person.choices.get((node, choice.id), Effect())
    if of_family == of_choice == Effect():
        return choice
    return replace(choice, shift=_sum(choice.shift, of_family, of_choice))


def _sum(*effects: Effect) -> Effect:
    return Effect(*(sum(getattr(each, name) or 0 for each in effects) for name in METERS))
