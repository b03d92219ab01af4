"""What is given, returned, offered and refused between strangers, with real money?

Trust game: the first player sends a part of an endowment, it is tripled, the second returns a
part. Ultimatum: the first proposes a share, the second takes it, or refuses and both have nothing.
A person who minds unequal outcomes (fehr1999theory) has the utility

    U_i = x_i - envy x max(x_j - x_i, 0) - guilt x max(x_i - x_j, 0)

and takes a share s <= 1/2 of the pie if s >= envy / (1 + 2 envy).
"""

from dataclasses import dataclass
from typing import Final

from helpkit.models.ranges import within

__all__ = [
    "ENDOWMENT",
    "MEAN_OFFER",
    "MEAN_REFUSED",
    "MEAN_RETURNED",
    "MEAN_SENT",
    "MULTIPLIER",
    "SENT_IN_1995",
    "SENT_SOMETHING_IN_1995",
    "GameOutcome",
    "accepts",
    "best_offer",
    "smallest_accepted",
    "trust",
    "ultimatum",
    "utility",
]

ENDOWMENT: Final = 10.0
MULTIPLIER: Final = 3.0

SENT_IN_1995: Final = 5.16
"""Mean sent, of 10 (berg1995trust)."""

SENT_SOMETHING_IN_1995: Final = (30, 32)
"""How many sent something, of how many (berg1995trust)."""

MEAN_SENT: Final = 0.502
"""Share of the endowment that was sent, over 162 replications (johnson2011trust)."""

MEAN_RETURNED: Final = 0.372
"""Share of what was available that was returned, over the same replications (johnson2011trust)."""

MEAN_OFFER: Final = 0.40
"""Mean share offered in ultimatum games (oosterbeek2004cultural)."""

MEAN_REFUSED: Final = 0.16
"""Share of the offers in ultimatum games that was refused (oosterbeek2004cultural)."""


@dataclass(frozen=True)
class GameOutcome:
    """What each has at the end."""

    first: float
    second: float


def trust(*, sent: float, returned: float) -> GameOutcome:
    """What do both have when the first sends and the second gives a share back?

    Args:
        sent: amount sent, 0 to 10; it is tripled on the way.
        returned: share of the tripled amount that goes back, 0 to 1.

    Raises:
        OutOfRangeError: for a value outside its range.

    Source: berg1995trust.
    """
    within("sent", sent, 0, ENDOWMENT)
    within("returned", returned, 0, 1)
    available = MULTIPLIER * sent
    return GameOutcome(ENDOWMENT - sent + returned * available, (1 - returned) * available)


def ultimatum(*, offer: float, envy: float) -> GameOutcome:
    """What do both have of a pie of 10 when a share is offered to somebody with this envy?

    Args:
        offer: share for the second, 0 to 1.
        envy: how much having less than the other hurts, 0 to 4.

    Raises:
        OutOfRangeError: for a value outside its range.

    Source: fehr1999theory.
    """
    if not accepts(offer, envy=envy):
        return GameOutcome(0.0, 0.0)
    return GameOutcome(ENDOWMENT * (1 - offer), ENDOWMENT * offer)


def utility(own: float, other: float, *, envy: float, guilt: float) -> float:
    """What is an outcome worth to somebody who minds inequality?

    Args:
        own: what they have, -1000 to 1000.
        other: what the other has, -1000 to 1000.
        envy: how much having less hurts, 0 to 4.
        guilt: how much having more hurts, 0 to 1.

    Raises:
        OutOfRangeError: for a value outside its range.

    Source: fehr1999theory.
    """
    for name, value in (("own", own), ("other", other)):
        within(name, value, -1000, 1000)
    within("envy", envy, 0, 4)
    within("guilt", guilt, 0, 1)
    return own - envy * max(other - own, 0.0) - guilt * max(own - other, 0.0)


def smallest_accepted(*, envy: float) -> float:
    """Which share is just enough? envy / (1 + 2 envy), always below one half.

    Args:
        envy: how much having less than the other hurts, 0 to 4.

    Raises:
        OutOfRangeError: for an envy outside its range.

    Source: fehr1999theory.
    """
    within("envy", envy, 0, 4)
    return envy / (1 + 2 * envy)


def accepts(offer: float, *, envy: float) -> bool:
    """Is this share of the pie, 0 to 1, taken? With guilt at most 1, more than half always is.

    Raises:
        OutOfRangeError: for a value outside its range.

    Source: fehr1999theory.
    """
    within("offer", offer, 0, 1)
    return offer >= smallest_accepted(envy=envy)


def best_offer(*, guilt: float, envy_of_other: float) -> float:
    """What does a proposer offer who knows the other's envy?

    With guilt above one half, half the pie; else the least that is taken. At exactly one half the
    proposer does not care, and we let them share.

    Args:
        guilt: how much having more than the other hurts the proposer, 0 to 1.
        envy_of_other: the envy of the one who answers, 0 to 4.

    Raises:
        OutOfRangeError: for a value outside its range.

    Source: fehr1999theory.
    """
    within("guilt", guilt, 0, 1)
    return 0.5 if guilt >= 0.5 else smallest_accepted(envy=envy_of_other)
