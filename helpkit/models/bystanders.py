"""Who helps when several could?

The volunteer's dilemma (diekmann1985volunteer): n people see that help is needed. Those who
help pay the cost c; as soon as one helps, all have the benefit b > c; if nobody helps, nobody has
it.
In the symmetric equilibrium each is indifferent, so that all others fail to help with probability
c/b. Source of the figures beside it: darley1968bystander.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from helpkit.models.ranges import within

__all__ = ["HELPED_IN_1968", "anyone_helps", "one_of_independent", "volunteer_probability"]

HELPED_IN_1968: Final[Mapping[int, float]] = MappingProxyType({1: 0.85, 2: 0.62, 5: 0.31})
"""Share of the participants who helped, by the number of people who, as they believed, could
(darley1968bystander)."""

MOST: Final = 1000


def volunteer_probability(*, n: int, cost_benefit: float) -> float:
    """How likely is it that one given person helps? p = 1 - (c/b)^(1/(n-1)).

    Args:
        n: people who could help, 2 to 1000.
        cost_benefit: c/b, what helping costs as a part of what it brings, 0 to 1.

    Raises:
        OutOfRangeError: for a value outside its range.

    Source: diekmann1985volunteer.
    """
    _check(n, cost_benefit)
    return float(1 - cost_benefit ** (1 / (n - 1)))


def anyone_helps(*, n: int, cost_benefit: float) -> float:
    """How likely is it that at least one helps? P = 1 - (c/b)^(n/(n-1)), which falls with n.

    Args:
        n: people who could help, 2 to 1000.
        cost_benefit: c/b, what helping costs as a part of what it brings, 0 to 1.

    Raises:
        OutOfRangeError: for a value outside its range.

    Source: diekmann1985volunteer.
    """
    _check(n, cost_benefit)
    return float(1 - cost_benefit ** (n / (n - 1)))


def one_of_independent(*, n: int, share: float) -> float:
    """Would the victim be helped if each decided alone? 1 - (1 - share)^n.

    Args:
        n: people who could help, 1 to 1000.
        share: probability that one of them helps, 0 to 1.

    Raises:
        OutOfRangeError: for a value outside its range.
    """
    within("n", n, 1, MOST)
    within("share", share, 0, 1)
    return float(1 - (1 - share) ** n)


def _check(n: int, cost_benefit: float) -> None:
    within("n", n, 2, MOST)
    within("cost_benefit", cost_benefit, 0, 1)
