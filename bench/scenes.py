"""How fast are all paths of a conversation counted, beside making each of them?

Run it with `python bench/scenes.py`. First our own scenes, a tangle of loops and a long row of
lines, each small enough for both ways: the ratio means something anywhere. A few thousand paths are
made as fast as they are counted; hundreds of thousands are not. Then a tangle so large that the
check stops at its bound: that is the longest that anybody waits for `helpkit check`.
"""

from collections.abc import Mapping
from dataclasses import replace
from time import perf_counter

from helpkit.content import load
from helpkit.content.scene_graph import graph
from helpkit.models.dialogue import Choice, Effect, Meters, Node, Scene, Temperament, paths
from helpkit.models.scene_lint import all_outcomes, lint
from helpkit.models.scene_outcomes import MOST_STEPS, Outcomes
from helpkit.models.temperaments import moods
from tests.models.test_scene_outcomes import tangle

STATES = 25_000
SMALL, LONG, LARGE = 12, 18, 200
PEOPLE = 4


def ladder(nodes: int) -> Scene:
    """One line after the other, with two things to say at each."""
    lines = [f"n{number}" for number in range(nodes)]
    rise, fall = Effect(1, -1, 0), Effect(-1, 1, 1)
    steps = zip(lines, [*lines[1:], "e1"], strict=True)
    choices = {
        node: Node((Choice("a", "pure", rise, to), Choice("b", "telling", fall, to)))
        for node, to in steps
    }
    return Scene(Meters(5, 5, 5), "n0", choices, {"e1": "helpful"})


def counted(scene: Scene) -> tuple[Mapping[str, Outcomes], float]:
    """The outcomes with each temperament, and the seconds they took."""
    start = perf_counter()
    return all_outcomes(scene), perf_counter() - start


def made(scene: Scene) -> tuple[int, float]:
    """How many paths there are when each is made, and the seconds it took."""
    start = perf_counter()
    return sum(1 for each in moods(scene).values() for _ in paths(each)), perf_counter() - start


def compare(name: str, scene: Scene) -> None:
    """Print both ways of counting the paths of one scene."""
    done, seconds = counted(scene)
    ways, slow = made(scene)
    assert ways == sum(end.count for each in done.values() for end in each.all)
    states = sum(each.states for each in done.values())
    rate = STATES / states * seconds
    print(
        f"{name:14} {ways:7} paths {slow:6.2f} s   {states:6} states {seconds:5.2f} s "
        f"({rate:4.2f} s for {STATES:,})   ratio {slow / seconds:5.1f}"
    )


def at_the_bound(people: int) -> None:
    """Print how long the check takes when there is far too much to look at."""
    persons = {f"p{number}": Temperament() for number in range(people)}
    scene = replace(tangle(LARGE), temperaments=persons)
    start = perf_counter()
    lint(scene)
    seconds = perf_counter() - start
    done = all_outcomes(scene).values()
    states = sum(each.states for each in done)
    rate = STATES / states * seconds
    print(
        f"at the bound   {max(1, people)} at once: {MOST_STEPS:,} moves, {states:,} states, "
        f"{seconds:.2f} s ({rate:.2f} s for {STATES:,})"
    )


def main() -> None:
    """Print seconds and ratios."""
    for key, text in load("en").scenes.items():
        compare(key, graph(text))
    compare(f"tangle of {SMALL}", tangle(SMALL))
    compare(f"{LONG} in a row", ladder(LONG))
    for people in (0, PEOPLE):
        at_the_bound(people)


if __name__ == "__main__":
    main()
