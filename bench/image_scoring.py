"""How fast are 200 villages, beside the loop one would write first?

The plain loop below is the model as one would tell it: people who are objects, a function for each
rule. Both are run 200 times with 125 encounters a generation, in one process; the shares of
villages in which helping wins show that they are the same model.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

from helpkit.models import image_scoring

RUNS = 200
ENCOUNTERS = 125
PEOPLE = 100
LIMIT = 300


@dataclass
class Person:
    """Somebody with a strategy, an image and what they earned."""

    strategy: int
    image: int = 0
    earned: float = 0.0


def meet(helper: Person, other: Person) -> None:
    """Help or refuse; everybody sees it."""
    helps = other.image >= helper.strategy
    helper.image = max(-5, min(5, helper.image + (1 if helps else -1)))
    helper.earned += 0.0 if helps else image_scoring.COST
    other.earned += image_scoring.COST + (image_scoring.BENEFIT if helps else 0.0)


def next_generation(rng: random.Random, strategies: list[int]) -> list[int]:
    """All encounters of one generation, then the children."""
    people = [Person(strategy) for strategy in strategies]
    for _ in range(ENCOUNTERS):
        meet(*rng.sample(people, 2))
    return rng.choices(strategies, [one.earned for one in people], k=PEOPLE)


def plain(rng: random.Random) -> bool:
    """One village, until one strategy is left: does helping win?"""
    strategies = rng.choices(image_scoring.STRATEGIES, k=PEOPLE)
    for _ in range(LIMIT):
        strategies = next_generation(rng, strategies)
        if len(set(strategies)) == 1:
            break
    return max(set(strategies), key=strategies.count) <= 0


def ours(rng: random.Random) -> bool:
    """The same in the model of the course."""
    return image_scoring.run(rng, encounters=ENCOUNTERS, people=PEOPLE, limit=LIMIT).helps


def measured(village: Callable[[random.Random], bool]) -> tuple[float, float]:
    """Seconds for all villages, and the share in which helping wins."""
    start = perf_counter()
    share = sum(village(random.Random(number)) for number in range(RUNS)) / RUNS
    return perf_counter() - start, share


def main() -> None:
    """Print seconds, shares and the ratio."""
    slow, one = measured(plain)
    fast, other = measured(ours)
    print(f"plain loop  {slow:6.2f} s   helping wins in {one:.2f}")
    print(f"helpkit     {fast:6.2f} s   helping wins in {other:.2f}   ratio {slow / fast:.1f}")


if __name__ == "__main__":
    main()
