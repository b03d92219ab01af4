"""How fast is a round robin of fifteen strategies, beside the axelrod library?

Run it with `make bench`, which gives it an environment with axelrod; the project needs none. Both
play 200 turns, all against all and against their own kind. Ours is exact; axelrod's is played and,
as is usual there, repeated five times, because chance is in it. The ratio means something anywhere.
"""

from importlib import import_module
from time import perf_counter

TURNS = 200
REPETITIONS = 5
ROUNDS = 20
"""How often ours is run: one alone is too short for a clock."""


def timed_import() -> tuple[float, float]:
    """Seconds to import axelrod, and to import our model."""
    start = perf_counter()
    import_module("axelrod")
    middle = perf_counter()
    import_module("helpkit.models.reciprocity")
    return middle - start, perf_counter() - middle


def theirs(noise: float) -> float:
    """Seconds of axelrod for the players of the first tournament."""
    import axelrod

    players = [player() for player in axelrod.axelrod_first_strategies]
    tournament = axelrod.Tournament(
        players, turns=TURNS, repetitions=REPETITIONS, noise=noise, seed=1
    )
    start = perf_counter()
    tournament.play(processes=None, progress_bar=False)
    return perf_counter() - start


def ours(noise: float) -> float:
    """Seconds of ours for as many players, on average; nothing is remembered between two runs."""
    from helpkit.models import reciprocity
    from helpkit.models.strategies import STRATEGIES

    start = perf_counter()
    for _ in range(ROUNDS):
        reciprocity._chain.cache_clear()
        names = list(STRATEGIES)
        reciprocity.ranking(reciprocity.round_robin(names, turns=TURNS, noise=noise))
    return (perf_counter() - start) / ROUNDS


def main() -> None:
    """Print seconds and ratios."""
    imports = timed_import()
    print(f"import      axelrod {imports[0]:6.2f} s      helpkit {imports[1]:6.3f} s")
    for noise in (0.0, 0.05):
        peer, mine = theirs(noise), ours(noise)
        told = f"round robin axelrod {peer:6.2f} s      helpkit {mine:6.4f} s"
        print(f"{told}   ratio {peer / mine:5.0f}   noise {noise:g}")


if __name__ == "__main__":
    main()
