"""When does it pay to help those who help others? (nowak1998evolution).

n people whose image all can see; in each of the m encounters of a generation one meets another who
needs help. Helping costs c and brings b; it raises the helper's image by 1, refusing lowers it by 1
(-5 to 5, 0 at birth).
A player of strategy k (-5 to 6) helps those whose image is at least k: -5 always helps, 6 never.
Both get 0.1 from each encounter, so that no payoff is negative. The next generation is drawn in
proportion to payoff, without mutation, until one strategy is left.
"""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from helpkit.models.ranges import within

__all__ = ["STRATEGIES", "VillageRun", "generations", "run"]

STRATEGIES: Final = range(-5, 7)
BEST: Final = 5
BENEFIT: Final = 1.0
COST: Final = 0.1
WORST: Final = -5


@dataclass(frozen=True)
class VillageRun:
    """How one population ended; with several strategies left, the most common one won."""

    final_strategy: int
    generations: int
    fixed: bool

    @property
    def helps(self) -> bool:
        """Whether strangers of good or no repute are helped at the end: k is at most 0."""
        return self.final_strategy <= 0


def run(rng: random.Random, *, encounters: int, people: int = 100, limit: int = 300) -> VillageRun:
    """Which strategy wins?

    Args:
        rng: the source of chance; the same state gives the same run.
        encounters: m in one generation, 1 to 2000.
        people: n, 2 to 1000.
        limit: generations after which we stop, 1 to 10000.

    Raises:
        OutOfRangeError: for a value outside its range.

    Source: nowak1998evolution.
    """
    within("limit", limit, 1, 10000)
    count = 0
    for count, population in enumerate(
        generations(rng, encounters=encounters, people=people), start=1
    ):
        if count == limit or len(set(population)) == 1:
            break
    winner, number = Counter(population).most_common(1)[0]
    return VillageRun(winner, count, number == people)


def generations(
    rng: random.Random, *, encounters: int, people: int = 100
) -> Iterator[tuple[int, ...]]:
    """The strategies of each next generation, for as long as it is asked for.

    Args:
        rng: the source of chance; the same state gives the same generations.
        encounters: m in one generation, 1 to 2000.
        people: n, 2 to 1000.

    Raises:
        OutOfRangeError: for a value outside its range.

    Source: nowak1998evolution.
    """
    within("encounters", encounters, 1, 2000)
    within("people", people, 2, 1000)
    population = rng.choices(STRATEGIES, k=people)
    while True:
        population = rng.choices(population, _payoffs(rng, population, encounters), k=people)
        yield tuple(population)


def _payoffs(rng: random.Random, population: list[int], encounters: int) -> list[float]:
    """What each earned in one generation. One loop without calls: it decides the speed."""
    people = len(population)
    images, earned = [0] * people, [0.0] * people
    chance = rng.random
    for _ in range(encounters):
        helper = int(chance() * people)
        other = (helper + 1 + int(chance() * (people - 1))) % people
        image = images[helper]
        if images[other] >= population[helper]:
            earned[other] += BENEFIT + COST
            images[helper] = image + 1 if image < BEST else BEST
        else:
            earned[other] += COST
            earned[helper] += COST
            images[helper] = image - 1 if image > WORST else WORST
    return earned
