"""How fast are 184 acts ranked for one actor and object, beside the loop one would write first?

The plain loop works out every term of every equation for each act. Ours does so once: with actor
and object fixed, the deflection is a quadratic in the act. The order of the acts, which is the same
in both, shows that they are the same model.
"""

import random
from collections.abc import Callable, Mapping
from time import perf_counter

from helpkit.content import equations, sentiments
from helpkit.models.affect_control import EPA, Equations, rank

ACTS = 184
ROUNDS = 50


def acts() -> dict[str, EPA]:
    """Acts anywhere on the scale; the same ones each time."""
    rng = random.Random(1)
    return {
        f"act {number}": (rng.uniform(-4, 4), rng.uniform(-4, 4), rng.uniform(-4, 4))
        for number in range(ACTS)
    }


def deflection(fundamental: tuple[float, ...], eq: Equations) -> float:
    """All terms, all outcomes."""
    transient = [0.0] * 9
    for term, row in eq:
        product = 1.0
        for slot in term:
            product *= fundamental[slot]
        for outcome, coefficient in enumerate(row):
            transient[outcome] += coefficient * product
    return sum((one - two) ** 2 for one, two in zip(fundamental, transient, strict=True))


def plain(behaviors: Mapping[str, EPA], actor: EPA, object: EPA, eq: Equations) -> list[str]:
    """The acts, best first, one event after the other."""
    found = {key: deflection((*actor, *act, *object), eq) for key, act in behaviors.items()}
    return sorted(found, key=lambda key: (found[key], key))


def ours(behaviors: Mapping[str, EPA], actor: EPA, object: EPA, eq: Equations) -> list[str]:
    """The same in the model of the course."""
    return [one.id for one in rank(behaviors, actor, object, eq)]


def measured(way: Callable[..., list[str]], name: str) -> tuple[float, list[str]]:
    """Milliseconds for one ranking, on average, and the ranking."""
    known, eq, behaviors = sentiments(), equations(name), acts()
    actor, object = known["nurse"].epa, known["patient"].epa
    ranked = way(behaviors, actor, object, eq)
    start = perf_counter()
    for _ in range(ROUNDS):
        way(behaviors, actor, object, eq)
    return (perf_counter() - start) / ROUNDS * 1000, ranked


def main() -> None:
    """Print milliseconds and the ratio, and whether both agree."""
    for name in ("nc1978", "germany2007"):
        slow, one = measured(plain, name)
        fast, other = measured(ours, name)
        same = "the same order" if one == other else "ANOTHER ORDER"
        print(f"{name:12} plain loop {slow:6.2f} ms   helpkit {fast:6.2f} ms   ", end="")
        print(f"ratio {slow / fast:4.1f}   {same}")


if __name__ == "__main__":
    main()
