"""What does a scene cost in face, and how do we ask for something big? Illustrative numbers.

Face is the worth a person claims in an encounter (goffman1955face). What others do not grant of the
claim is lost, the more so the more people see it; whoever caused it loses too; a repair restores
part, more so at once than later. Terms and directions are Goffman's, the sizes are ours.

The weight of a request is distance + power + imposition (brown1987politeness); the heavier, the
more indirect the way of asking. The order of the five ways is theirs, the cut-points are ours.
"""

from dataclasses import dataclass
from typing import Final, Literal

from helpkit.errors import UnknownIdError
from helpkit.models.ranges import within

__all__ = [
    "AUDIENCES",
    "CORRECTIVE_MOVES",
    "WAYS",
    "Audience",
    "Cause",
    "FaceScene",
    "Repair",
    "Request",
    "Verdict",
    "Way",
    "request",
    "scene",
]

Audience = Literal["none", "peers", "boss", "public"]
Cause = Literal["helper", "accident"]
Repair = Literal["none", "now", "later"]
Verdict = Literal["holds", "wobbles", "breaks"]
Way = Literal["bald", "positive", "negative", "off-record", "do-not-ask"]

AUDIENCES: Final[dict[Audience, float]] = {"none": 0.5, "peers": 1.0, "boss": 1.5, "public": 2.0}
SHARE_OF_HELPER: Final[dict[Cause, float]] = {"helper": 0.5, "accident": 0.0}
LEFT_BY_REPAIR: Final[dict[Repair, float]] = {"none": 1.0, "now": 0.4, "later": 0.7}
WOBBLES: Final = 2.0
BREAKS: Final = 4.0

CORRECTIVE_MOVES: Final = ("challenge", "offering", "acceptance", "thanks")
"""The four moves that put a scene right, in their order (goffman1955face)."""

WAYS: Final[tuple[Way, ...]] = ("bald", "positive", "negative", "off-record", "do-not-ask")
"""From blunt, by warmth, by respect for the other's freedom and by a hint, to silence."""

LIGHTEST: Final = 3.0
HEAVIEST: Final = 21.0


@dataclass(frozen=True)
class FaceScene:
    """What both lose, 0 to 20 for the one helped and 0 to 10 for the helper."""

    client: float
    helper: float

    @property
    def verdict(self) -> Verdict:
        """Whether the scene holds, wobbles (from 2) or breaks (from 4), by the greater loss."""
        loss = max(self.client, self.helper)
        return "breaks" if loss >= BREAKS else "wobbles" if loss >= WOBBLES else "holds"

    @property
    def moves(self) -> tuple[str, ...]:
        """The moves that would put it right; none while it holds."""
        return () if self.verdict == "holds" else CORRECTIVE_MOVES


@dataclass(frozen=True)
class Request:
    """A request: its weight, 3 to 21, and the way of asking that goes with it."""

    weight: float
    way: Way


def scene(
    *,
    claim: float,
    grant: float,
    audience: Audience = "peers",
    cause: Cause = "helper",
    repair: Repair = "none",
) -> FaceScene:
    """What do client and helper lose? Illustrative.

    loss = max(0, claim - grant) x audience (none 0.5, peers 1, boss 1.5, public 2); if the helper's
    act caused it, the helper loses half as much; repair at once leaves 40 %, later 70 %.

    Args:
        claim: the worth the client claims, 0 to 10.
        grant: how much of it the others grant, 0 to 10.
        audience: who sees it.
        cause: "helper" for the helper's act, or "accident".
        repair: "none", "now" or "later".

    Raises:
        OutOfRangeError: for a claim or grant outside its range.
        UnknownIdError: for an unknown audience, cause or repair.
    """
    within("claim", claim, 0, 10)
    within("grant", grant, 0, 10)
    _known("audience", audience, tuple(AUDIENCES))
    _known("cause", cause, tuple(SHARE_OF_HELPER))
    _known("repair", repair, tuple(LEFT_BY_REPAIR))
    loss = max(0.0, claim - grant) * AUDIENCES[audience] * LEFT_BY_REPAIR[repair]
    return FaceScene(loss, loss * SHARE_OF_HELPER[cause])


def request(*, distance: float, power: float, imposition: float) -> Request:
    """How do we ask somebody for something? Illustrative cut-points: even fifths of 3 to 21.

    Args:
        distance: how little the two know each other, 1 to 7.
        power: how far the one who is asked stands above the one who asks, 1 to 7.
        imposition: how much is asked for, 1 to 7.

    Raises:
        OutOfRangeError: for a value outside its range.

    Source: brown1987politeness.
    """
    for name, value in (("distance", distance), ("power", power), ("imposition", imposition)):
        within(name, value, 1, 7)
    weight = distance + power + imposition
    fifth = int((weight - LIGHTEST) * len(WAYS) / (HEAVIEST - LIGHTEST))
    return Request(weight, WAYS[min(fifth, len(WAYS) - 1)])


def _known(name: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise UnknownIdError(f"{name} must be one of {', '.join(known)}, got {value!r}")
