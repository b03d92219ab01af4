"""Whom does a student meet in a conversation that counts for marks?

The same person every time, but not always a neighbour's: whoever has the smallest number (`sheet`).
So the path that is handed in can be walked again exactly.
"""

from helpkit.content.scenes import SceneText
from helpkit.exercises.sheet import rank

__all__ = ["drawn"]


def drawn(scene: SceneText, seed: str, student: str, item: str) -> str:
    """The temperament of the client for this student and item; "" for a scene without any."""
    numbers = {key: rank(seed, student, f"{item}.{key}") for key in scene.temperaments}
    return min(numbers, key=numbers.__getitem__, default="")
