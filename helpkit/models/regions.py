"""What does an act backstage do to the audience out front? Illustrative: the mixture is ours.

Front stage people perform for an audience, backstage they drop the part; each audience has its own
label for the one who acts (goffman1959presentation). Backstage sees what is done; out front sees
what is shown, and as much of what is done as leaks through:

    seen out front = (1 - leakage) x shown + leakage x done

How an audience bears what it sees is the deflection of that event (heise2007expressive).
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
    """Who looks on: where they are, and what the one who acts is to them, as (E, P, A)."""

    region: Region
    label: EPA


@dataclass(frozen=True)
class View:
    """What one audience sees, as (E, P, A), and what it makes of it."""

    seen: EPA
    impression: Impression

    @property
    def deflection(self) -> float:
        """How badly what it sees fits whom it takes the actor for."""
        return self.impression.deflection


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
        leakage: how much of what is done is seen out front, 0 to 1.

    Raises:
        OutOfRangeError: for a sentiment or a leakage outside of its range.
        UnknownIdError: for a region that is neither "front" nor "back".

    Source: goffman1959presentation.
    """
    within("leakage", leakage, 0, 1)
    rated({"shown": shown, "done": done})
    front = _mixed(shown, done, leakage)
    views = {}
    for key, one in audiences.items():
        seen = done if _is_back(one.region) else front
        views[key] = View(seen, impression(one.label, seen, object, eq))
    return views


def _mixed(shown: EPA, done: EPA, leakage: float) -> EPA:
    e, p, a = (_between(one, two, leakage) for one, two in zip(shown, done, strict=True))
    return e, p, a


def _between(one: float, two: float, share: float) -> float:
    """Rounding must not carry a mixture out of the scale."""
    value = (1 - share) * one + share * two
    return max(min(one, two), min(max(one, two), value))


def _is_back(region: str) -> bool:
    if region not in ("front", "back"):
        raise UnknownIdError(f"region must be one of front, back, got {region!r}")
    return region == "back"
