"""When does helping pay? Five rules (nowak2006five): help costs c and brings b.

Each rule names what b/c must exceed for helping to spread. On a network the rule b/c > k holds for
large populations; on a cycle of n people it can be had exactly (ohtsuki2006simple). People die one
at a time, and the neighbours compete for the empty place by what they earned. Helpers who descend
from one stay side by side, so their number is a Markov chain that moves by one. With little
selection, its steps up and down differ by g_i, which is linear in b and c, and helping is favoured
when the sum of (n - i) x g_i over i = 1 .. n-1 is positive.
"""

from dataclasses import dataclass
from fractions import Fraction

from helpkit.models.ranges import within

__all__ = [
    "critical_ratio_on_cycle",
    "direct",
    "groups",
    "indirect",
    "kin",
    "network",
]

SMALLEST = 1e-6


def direct(*, again: float) -> float:
    """The same two meet again with probability w: b/c > 1/w.

    Args:
        again: w, above 0 and at most 1.

    Raises:
        OutOfRangeError: for a value outside its range.

    Source: nowak2006five.
    """
    within("again", again, SMALLEST, 1)
    return 1 / again


def indirect(*, known: float) -> float:
    """Somebody's reputation is known with probability q: b/c > 1/q.

    Args:
        known: q, above 0 and at most 1.

    Raises:
        OutOfRangeError: for a value outside its range.

    Source: nowak2006five.
    """
    within("known", known, SMALLEST, 1)
    return 1 / known


def network(*, neighbours: int) -> float:
    """Each helps k neighbours: b/c > k.

    Args:
        neighbours: k, 1 to 1000.

    Raises:
        OutOfRangeError: for a value outside its range.

    Source: nowak2006five, ohtsuki2006simple.
    """
    within("neighbours", neighbours, 1, 1000)
    return float(neighbours)


def groups(*, size: int, number: int) -> float:
    """Groups of n people compete, m of them: b/c > 1 + n/m.

    Args:
        size: n, 1 to 1000.
        number: m, 1 to 1000.

    Raises:
        OutOfRangeError: for a value outside its range.

    Source: nowak2006five.
    """
    within("size", size, 1, 1000)
    within("number", number, 1, 1000)
    return 1 + size / number


def kin(*, relatedness: float) -> float:
    """Helper and helped share a part r of their genes: b/c > 1/r.

    Args:
        relatedness: r, above 0 and at most 1.

    Raises:
        OutOfRangeError: for a value outside its range.

    Source: nowak2006five.
    """
    within("relatedness", relatedness, SMALLEST, 1)
    return 1 / relatedness


def critical_ratio_on_cycle(*, n: int) -> float:
    """Which b/c is just enough on a cycle of n people? Exact, from the Markov chain.

    Args:
        n: people on the cycle, 5 to 10000; with fewer, no ratio is enough.

    Raises:
        OutOfRangeError: for a value outside its range.

    Source: ohtsuki2006simple, whose closed form is (n - 2) / (n/2 - 2).
    """
    within("n", n, 5, 10000)
    total = _Pay()
    for helpers in range(1, n):
        total += _advantage(helpers, n).times(n - helpers)
    return float(-total.c / total.b)


@dataclass(frozen=True)
class _Pay:
    """b x benefit + c x cost, in exact numbers."""

    b: Fraction = Fraction(0)
    c: Fraction = Fraction(0)

    def __add__(self, other: "_Pay") -> "_Pay":
        return _Pay(self.b + other.b, self.c + other.c)

    def __sub__(self, other: "_Pay") -> "_Pay":
        return _Pay(self.b - other.b, self.c - other.c)

    def times(self, factor: int) -> "_Pay":
        return _Pay(self.b * factor, self.c * factor)


def _earned(helps: bool, helping_neighbours: int) -> _Pay:
    """A helper pays for two neighbours; everybody gains from each neighbour who helps."""
    return _Pay(Fraction(helping_neighbours), Fraction(-2 if helps else 0))


def _advantage(helpers: int, n: int) -> _Pay:
    """Twice g_i: what speaks for one helper more, less what speaks for one fewer."""
    return _for_one_more(helpers, n) - _for_one_fewer(helpers, n)


def _for_one_more(helpers: int, n: int) -> _Pay:
    """Somebody who does not help dies beside the last helper; who takes the place?"""
    others = n - helpers
    if others == 1:
        return _Pay()  # both neighbours help: there is nothing to compete for
    helper = _earned(True, 1 if helpers > 1 else 0)
    other = _earned(False, 1 if others == 2 else 0)
    return helper - other


def _for_one_fewer(helpers: int, n: int) -> _Pay:
    """The last helper dies; who takes the place?"""
    if helpers == 1:
        return _Pay()
    other = _earned(False, 2 if n - helpers == 1 else 1)
    helper = _earned(True, 2 if helpers > 2 else 1)
    return other - helper
