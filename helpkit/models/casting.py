"""What do several acts between the same two people do to the scene? (heise2007expressive).

Each event starts from the impressions that the one before left (`affect_control`). Beside it
stands what a neutral act would have done at that moment: E = P = A = 0, the middle of all three
scales, neither good nor bad, strong nor weak, lively nor quiet. No word was rated exactly so, and a
real one would bring its own flavour. Even a neutral act raises whoever acts: the constants of
the equations take more potency from the object than from the actor.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from helpkit.models.affect_control import EPA, Equations, Impression, impression, repairs

__all__ = ["NEUTRAL", "Act", "Beat", "Repair", "Side", "mend", "play"]

Side = Literal["first", "second"]

NEUTRAL: Final[EPA] = (0.0, 0.0, 0.0)


@dataclass(frozen=True)
class Act:
    """Who acts, and how that kind of act is felt, as (E, P, A)."""

    by: Side
    behavior: EPA


@dataclass(frozen=True)
class Beat:
    """One event, and what a neutral act by the same one would have done in its place."""

    by: Side
    now: Impression
    neutral: Impression

    @property
    def strain(self) -> float:
        """How far this is from what everybody would expect."""
        return self.now.deflection

    @property
    def baseline(self) -> float:
        """The same for the neutral act."""
        return self.neutral.deflection

    @property
    def gap(self) -> float:
        """How far the first is one-up after it; if negative, the second is."""
        return self._of_first(self.now.potency_gap)

    @property
    def neutral_gap(self) -> float:
        """The same after the neutral act."""
        return self._of_first(self.neutral.potency_gap)

    def _of_first(self, gap: float) -> float:
        return gap if self.by == "first" else -gap


@dataclass(frozen=True)
class Repair:
    """Who could do what, and the strain that it would bring."""

    by: Side
    id: str
    strain: float


def play(first: EPA, second: EPA, acts: Sequence[Act], eq: Equations) -> tuple[Beat, ...]:
    """How does a row of events between two people go?

    Args:
        first: one of the two, as (E, P, A), each -4.3 to 4.3.
        second: the other, the same.
        acts: who does what to the other, in order; a behavior as (E, P, A), the same.
        eq: the equations.

    Raises:
        OutOfRangeError: for a sentiment outside its range.

    Source: heise2007expressive; what we call neutral is *illustrative*.
    """
    beats: list[Beat] = []
    for act in acts:
        beats.append(_beat(act, first, second, eq, beats[-1] if beats else None))
    return tuple(beats)


def _beat(act: Act, first: EPA, second: EPA, eq: Equations, last: Beat | None) -> Beat:
    actor, other = (first, second) if act.by == "first" else (second, first)
    after = None if last is None else last.now
    swapped = last is not None and last.by != act.by
    now, neutral = (
        impression(actor, behavior, other, eq, after=after, swapped=swapped)
        for behavior in (act.behavior, NEUTRAL)
    )
    return Beat(act.by, now, neutral)


def mend(beat: Beat, candidates: Mapping[str, EPA], *, n: int = 3) -> tuple[Repair, ...]:
    """After this event, which n acts by either of the two would strain the scene least?

    Args:
        beat: the event.
        candidates: behaviors by id as (E, P, A), each -4.3 to 4.3.
        n: how many, 1 to 1000; fewer if there are no more.

    Raises:
        OutOfRangeError: for a value outside its range.

    Source: heise2007expressive.
    """
    other: Side = "second" if beat.by == "first" else "first"
    possible = [
        *(
            Repair(beat.by, repair.id, repair.deflection)
            for repair in repairs(beat.now, candidates, n=n)
        ),
        *(
            Repair(other, repair.id, repair.deflection)
            for repair in repairs(beat.now, candidates, by="object", n=n)
        ),
    ]
    return tuple(sorted(possible, key=lambda repair: repair.strain)[:n])
