"""How far do markers agree? Criterion by criterion, over the texts that more than one has read.

Krippendorff's alpha for ordinal data [krippendorff2011]: 1 is the same points everywhere, 0 is no
better than chance, and a difference of three levels weighs more than one of one. Levels are ranks,
not distances, which is why the alpha is ordinal.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Final

__all__ = [
    "Agreement",
    "Disagreement",
    "MarkerPoints",
    "PartCriterion",
    "agreement",
    "alpha",
    "disagreements",
]

NEAR: Final = 1
"""Levels that differ by no more than this are near."""

MarkerPoints = Mapping[str, Mapping[str, float]]
"""The points for one criterion: by text, and there by marker."""

PartCriterion = tuple[str, str]
"""A part and one of its criteria."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """The agreement on one criterion; shares are 0 to 1, and `means` has one for each marker.

    Everything is computed over the `texts` for which at least two markers have given points.
    """

    texts: int
    same: float | None
    near: float | None
    alpha: float | None
    means: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A text about which markers differ, by the lowest and the highest points for a criterion."""

    text: str
    place: PartCriterion
    low: float
    high: float


def agreement(points_by_text: MarkerPoints, levels: int) -> Agreement:
    """How far the markers agree on one criterion with so many levels."""
    shared = [points for points in points_by_text.values() if len(points) > 1]
    if not shared:
        return Agreement(0, None, None, None, {})
    spans = [max(points.values()) - min(points.values()) for points in shared]
    return Agreement(
        len(shared),
        fmean(span == 0 for span in spans),
        fmean(span <= NEAR for span in spans),
        alpha([list(points.values()) for points in shared], levels),
        _means(shared),
    )


def alpha(units: Iterable[Sequence[float]], levels: int) -> float | None:
    """Krippendorff's alpha for ordinal data; None when the points never differ at all.

    Source: krippendorff2011; computed by the library `krippendorff`.

    Args:
        units: for each text the points of the markers who read it, 0 to `levels` - 1.
        levels: how many there are.
    """
    counts = [Counter(unit) for unit in units if len(unit) > 1]
    if len({value for unit in counts for value in unit}) < 2:
        return None
    # numpy comes with it and takes its time: only those who look at agreement wait for it.
    from krippendorff import alpha as krippendorff_alpha

    table = [[unit[value] for value in range(levels)] for unit in counts]
    measured = krippendorff_alpha(
        value_counts=table, value_domain=range(levels), level_of_measurement="ordinal"
    )
    return float(measured)


def disagreements(points: Mapping[PartCriterion, MarkerPoints]) -> list[Disagreement]:
    """Where markers differ, by criterion, the widest first."""
    pairs = [
        Disagreement(text, place, min(markers.values()), max(markers.values()))
        for place, texts in points.items()
        for text, markers in texts.items()
        if len(set(markers.values())) > 1
    ]
    return sorted(pairs, key=lambda pair: (pair.low - pair.high, pair.text, pair.place))


def _means(shared: Sequence[Mapping[str, float]]) -> dict[str, float]:
    points = defaultdict(list)
    for markers in shared:
        for marker, value in markers.items():
            points[marker].append(value)
    return {marker: fmean(points[marker]) for marker in sorted(points)}
