"""A scene with somebody in the client's chair, as it is today or in an earlier edition."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from helpkit.content.scene_graph import graph
from helpkit.content.scenes import SceneText
from helpkit.content.types import Content
from helpkit.models.dialogue import Scene
from helpkit.models.temperaments import in_mood

__all__ = ["FIRST_EDITION", "Editions", "Staging", "least_met"]

FIRST_EDITION: Final = 1
"""The edition of a play that does not name any."""


@dataclass(frozen=True)
class Staging:
    """The words and the numbers of a scene with one person; `person` is "" if there is no choice.

    `earlier` is a scene that has been rewritten since.
    """

    text: SceneText
    person: str = ""
    earlier: bool = False

    @cached_property
    def graph(self) -> Scene:
        """The scene as the model walks it with this person."""
        return in_mood(graph(self.text), self.person)


class Editions:
    """Every staging of a scene, made when it is asked for."""

    def __init__(self, content: Content, scene: str) -> None:
        self.today = content.scenes[scene]
        self._earlier = content.earlier_scenes
        self._made: dict[tuple[int, str], Staging | None] = {}

    def staging(self, edition: int, person: str) -> Staging | None:
        """The scene of this edition with this person; None if there is no such thing."""
        key = edition, person
        if key not in self._made:
            self._made[key] = self._make(edition, person)
        return self._made[key]

    def _make(self, edition: int, person: str) -> Staging | None:
        text = self._text(edition)
        if text is None or person not in (text.temperaments or ("",)):
            return None
        return Staging(text.in_mood(person), person, earlier=edition != self.today.edition)

    def _text(self, edition: int) -> SceneText | None:
        if edition == self.today.edition:
            return self.today
        if not FIRST_EDITION <= edition < self.today.edition:
            return None
        return self._earlier.get(f"{self.today.id}-{edition}")


def least_met(people: Iterable[str], met: Sequence[str]) -> list[str]:
    """Who may come next: not the last one who was met, and of the others those met least often.

    Args:
        people: whoever there is.
        met: whoever was met, from the first on.
    """
    known = [*people]
    others = [person for person in known if person not in met[-1:]] or known
    counts = Counter(met)
    fewest = min((counts[person] for person in others), default=0)
    return [person for person in others if counts[person] == fewest]
