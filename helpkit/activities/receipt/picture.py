"""The same favours, priced by whoever does them and by whoever gets them."""

from collections.abc import Mapping, Sequence

from helpkit.activities.outcomes.receipts import Inflation
from helpkit.frontend.charts.lines import axis, bars, layout, marks, row, rows
from helpkit.frontend.charts.picture import Figure, Picture
from helpkit.frontend.charts.words import Words

__all__ = ["receipts"]

Prices = Mapping[str, int]
Pair = tuple[int, int]
"""What a favour is worth to the giver and to the receiver."""


def receipts(
    gave: Prices, got: Prices, names: Mapping[str, str], own: Inflation, words: Words
) -> Picture:
    """Two marks for each favour that was priced twice, and the line between them."""
    both = [key for key in names if key in gave and key in got]
    labels, pairs = [names[key] for key in both], [(gave[key], got[key]) for key in both]
    counts = {"higher": own.higher, "same": own.same, "lower": own.lower}
    return Picture(
        name=words("name"),
        figure=_figure(labels, pairs, words),
        sentences=(words("counted", **counts), _told(own, words)),
        header=(words("corner"), words("as-giver"), words("as-receiver")),
        rows=tuple(row(label, *map(str, pair)) for label, pair in zip(labels, pairs, strict=True)),
    )


def _figure(labels: Sequence[str], pairs: Sequence[Pair], words: Words) -> Figure:
    places = list(range(len(pairs)))
    gave, got = ([pair[side] for pair in pairs] for side in (0, 1))
    lengths, starts = [abs(a - b) for a, b in pairs], [min(pair) for pair in pairs]
    between = bars(places, lengths, colours=["@edge"] * len(pairs), base=starts)
    between |= {"width": 0.12, "hoverinfo": "skip", "showlegend": False}
    spots = [
        marks(words("as-giver"), gave, places, colour="@accent"),
        marks(words("as-receiver"), got, places, colour="@warm", symbol="diamond-open"),
    ]
    across = axis(words("worth"), range=[-0.4, 10.4])
    return {
        "data": [between, *spots],
        "layout": layout(across, **rows(labels) | {"showlegend": True}),
    }


def _told(own: Inflation, words: Words) -> str:
    percent = abs(round(100 * (own.ratio - 1)))
    if percent == 0:
        return words("level")
    return words("more" if own.ratio > 1 else "less", percent=percent, used=own.used)
