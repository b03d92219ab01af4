"""Which way of answering favours earns most when everybody meets everybody?"""

from collections import Counter
from collections.abc import Mapping, Sequence

from helpkit.frontend.charts.lines import axis, bars, layout, row, rows
from helpkit.frontend.charts.picture import Figure, Picture
from helpkit.frontend.charts.words import Words
from helpkit.models.reciprocity import Payoffs, Score, ranking, round_robin

__all__ = ["ENTRANTS", "tournament"]

ENTRANTS = ("ALLC", "ALLD", "TFT", "TF2T", "GRIM", "WSLS", "GTFT", "RANDOM")
"""Eight ways that differ in one sentence each; all fifteen would be a wall of names."""

CLOSE = 1e-9

Ranked = Sequence[tuple[str, float]]
"""Each way of answering with its points a round, the best first."""


def tournament(knobs: Mapping[str, float], words: Words) -> Picture:
    """All meet all for `turns` rounds; helping costs 1 and brings `benefit`; some moves slip."""
    turns = round(knobs["turns"])
    payoffs = Payoffs.of_help(benefit=knobs["benefit"], cost=1)
    results = list(round_robin(ENTRANTS, turns=turns, noise=knobs["noise"], payoffs=payoffs))
    ranked = [(name, total / turns / len(ENTRANTS)) for name, total in ranking(iter(results))]
    ahead = _ahead(results)
    return Picture(
        name=words("name"),
        figure=_figure(ranked, words),
        sentences=_sentences(ranked, ahead, words),
        header=(words("corner"), words("points"), words("ahead")),
        rows=tuple(
            row(words(name.lower()), words.number(points), str(ahead[name]))
            for name, points in ranked
        ),
    )


def _figure(ranked: Ranked, words: Words) -> Figure:
    labels = [words(name.lower()) for name, _ in ranked]
    colours = ["@accent" if name == "TFT" else "@high" for name, _ in ranked]
    points = bars(list(range(len(ranked))), [score for _, score in ranked], colours=colours)
    return {"data": [points], "layout": layout(axis(words("points")), **rows(labels))}


def _sentences(ranked: Ranked, ahead: Mapping[str, int], words: Words) -> tuple[str, ...]:
    best, points = ranked[0]
    never = 1 + [name for name, _ in ranked].index("ALLD")
    return (
        words("first", who=words(best.lower()), points=points),
        words("mirror", ahead=ahead["TFT"], others=len(ENTRANTS) - 1),
        words("never", place=never),
    )


def _ahead(results: Sequence[tuple[str, str, Score]]) -> Counter[str]:
    """How many others each ended ahead of."""
    wins: Counter[str] = Counter()
    for first, second, (mine, theirs) in results:
        if abs(mine - theirs) > CLOSE * max(1, abs(mine)):
            wins[first if mine > theirs else second] += 1
    return wins
