"""How often do two answers go together? Counts as a heat map, a table and a few sentences."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from helpkit.content.types import Dimension
from helpkit.frontend.charts.picture import Figure, Picture, Row, TableCell

__all__ = ["Counts", "Pair", "crossed", "heatmap", "key"]

Pair = tuple[str, str]
"""A value of the dimension that runs down, and one of the dimension that runs across."""

Counts = Mapping[Pair, int]

ROW = 46
"""Height of a row in pixels: a comfortable target for a finger."""

LISTED = 4
"""Up to this many squares are named in a sentence; if there are more, they are only counted."""


def crossed(down: Mapping[str, str], across: Mapping[str, str]) -> dict[Pair, list[str]]:
    """The items that have both answers, by pair of answers, in the order of `down`."""
    cards: dict[Pair, list[str]] = {}
    for item, value in down.items():
        if item in across:
            cards.setdefault((value, across[item]), []).append(item)
    return cards


def key(pair: Pair) -> str:
    """The name of a square, in the figure and in the table."""
    return "/".join(pair)


def heatmap(
    counts: Counts, down: Dimension, across: Dimension, words: Mapping[str, str]
) -> Picture:
    """Draw counts of pairs; a pair that is not in `counts` is empty.

    `words` are the templates `name`, `corner`, `square`, `cell`, `fullest`, `fullest-many`,
    `empty-listed`, `empty-counted`, `unused` and `nothing`.
    """
    every = {(y, x): counts.get((y, x), 0) for y in down.values for x in across.values}
    squares = _Squares(every, down, across, words)
    return Picture(
        name=words["name"].format(down=down.name, across=across.name),
        figure=_figure(squares),
        sentences=tuple(_sentences(squares)),
        header=(
            words["corner"].format(down=down.name, across=across.name),
            *squares.columns,
        ),
        rows=tuple(
            Row(header=label, cells=tuple(squares.cell((value, other)) for other in across.values))
            for value, label in zip(down.values, squares.lines, strict=True)
        ),
    )


@dataclass(frozen=True)
class _Squares:
    """All pairs of two dimensions with their counts and labels."""

    counts: Counts
    down: Dimension
    across: Dimension
    words: Mapping[str, str]

    @property
    def lines(self) -> list[str]:
        """The labels of the rows."""
        return [self.down.labels[value] for value in self.down.values]

    @property
    def columns(self) -> list[str]:
        """The labels of the columns."""
        return [self.across.labels[value] for value in self.across.values]

    def grid(self, what: Callable[[Pair], Any]) -> list[list[Any]]:
        """What a function makes of each pair, row by row."""
        return [[what((y, x)) for x in self.across.values] for y in self.down.values]

    def named(self, template: str, pair: Pair) -> str:
        """A pair in words."""
        y, x = pair
        return self.words[template].format(
            down=self.down.labels[y], across=self.across.labels[x], n=self.counts[pair]
        )

    def cell(self, pair: Pair) -> TableCell:
        """A square of the map as a cell of the table; an empty one leads nowhere."""
        n = self.counts[pair]
        return TableCell(text=str(n), key=key(pair) if n else None, label=self.named("cell", pair))

    def list(self, pairs: list[Pair]) -> str:
        """Some pairs in words, one after the other."""
        return "; ".join(self.named("square", pair) for pair in pairs)


def _figure(squares: _Squares) -> Figure:
    ticks = {"tickmode": "array", "showgrid": False, "showline": False, "ticks": ""}
    across = {"tickvals": list(range(len(squares.columns))), "ticktext": squares.columns}
    down = {"tickvals": list(range(len(squares.lines))), "ticktext": squares.lines}
    trace = {
        "type": "heatmap",
        "x": across["tickvals"],
        "y": down["tickvals"],
        "z": squares.grid(squares.counts.__getitem__),
        "zmin": 0,
        "zmax": max(1, *squares.counts.values()),
        "customdata": squares.grid(key),
        "hovertext": squares.grid(lambda pair: squares.named("cell", pair)),
        "hovertemplate": "%{hovertext}<extra></extra>",
        "texttemplate": "%{z}",
        "textfont": {"color": "@ink", "size": 16},
        "colorscale": [[0, "@low"], [1, "@high"]],
        "showscale": False,
        "xgap": 4,
        "ygap": 4,
    }
    return {
        "data": [trace],
        "layout": {
            "height": ROW * len(squares.lines),
            "xaxis": {**ticks, **across, "side": "top"},
            "yaxis": {**ticks, **down, "autorange": "reversed"},
        },
    }


def _sentences(squares: _Squares) -> Iterator[str]:
    words, counts = squares.words, squares.counts
    most, total = max(counts.values()), sum(counts.values())
    if not total:
        yield words["nothing"]
        return
    fullest = [pair for pair, n in counts.items() if n == most]
    template = "fullest" if len(fullest) <= LISTED else "fullest-many"
    yield words[template].format(
        cells=squares.list(fullest), squares=len(fullest), n=most, total=total
    )
    empty = [pair for pair, n in counts.items() if n == 0]
    template = "empty-listed" if 0 < len(empty) <= LISTED else "empty-counted"
    yield words[template].format(n=len(empty), all=len(counts), cells=squares.list(empty))
    if unused := list(_unused(squares)):
        yield words["unused"].format(values="; ".join(unused))


def _unused(squares: _Squares) -> Iterator[str]:
    """The answers that nothing has: whole rows and columns without a card."""
    used = {pair for pair, n in squares.counts.items() if n}
    for value, label in zip(squares.down.values, squares.lines, strict=True):
        if not any(y == value for y, _ in used):
            yield label
    for value, label in zip(squares.across.values, squares.columns, strict=True):
        if not any(x == value for _, x in used):
            yield label
