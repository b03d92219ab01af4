"""What does an act backstage do to the audience out front? Illustrative: the leak is ours.

Front stage people perform for an audience, backstage they drop the part; each audience has its own
label for the one who acts (goffman1959presentation). Backstage sees what is done. Out front sees
what is shown, unless it comes to see what is done; with D the deflection of the event that is seen
(heise2007expressive), it has to bear

    (1 - leakage) x D(shown) + leakage x D(done)
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from helpkit.errors import UnknownIdError
from helpkit.models._equations import rated
from helpkit.models.affect_control import EPA, Equations, Impression, impression
from helpkit.models.ranges import within

__all__ = ["Audience", "Region", "View", "stage"]

Region = Literal["front", "back"]


@dataclass(frozen=True)
class Audience:
    """Who looks on: where they are, and what the actor is to them, as (E, P, A)."""

    region: Region
    label: EPA


@dataclass(frozen=True)
class View:
    """What one audience may see, each with how likely it is to be seen."""

    seen: tuple[tuple[float, Impression], ...]

    @property
    def deflection(self) -> float:
        """How badly what it sees fits whom it takes the actor for, on average."""
        return sum(share * image.deflection for share, image in self.seen)


def stage(
    audiences: Mapping[str, Audience],
    *,
    shown: EPA,
    done: EPA,
    object: EPA,
    eq: Equations,
    leakage: float = 0.0,
) -> dict[str, View]:
    """What does each audience make of it? Illustrative.

    Args:
        audiences: who looks on, by id.
        shown: what is done to the object out front, as (E, P, A), each -4.3 to 4.3.
        done: what is done backstage, the same.
        object: to whom, the same.
        eq: the equations of `affect_control`.
        leakage: how likely it is that what is done is seen out front, 0 to 1.

    Raises:
        OutOfRangeError: for a sentiment or a leakage outside its range.
        UnknownIdError: for a region that is neither "front" nor "back".

    Source: goffman1959presentation.
    """
    within("leakage", leakage, 0, 1)
    rated({"shown": shown, "done": done})
    views = {}
    for key, audience in audiences.items():
        acts = _acts(audience.region, shown, done, leakage)
        views[key] = View(
            tuple((share, impression(audience.label, act, object, eq)) for share, act in acts)
        )
    return views


def _acts(region: Region, shown: EPA, done: EPA, leakage: float) -> tuple[tuple[float, EPA], ...]:
    """What may be seen there, and how likely it is."""
    return ((1.0, done),) if _is_back(region) else ((1 - leakage, shown), (leakage, done))


def _is_back(region: str) -> bool:
    if region not in ("front", "back"):
        raise UnknownIdError(f"region must be one of front, back, got {region!r}")
    return region == "back"
