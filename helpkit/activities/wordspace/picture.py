"""The 27 words by evaluation, potency and activity: any two of them, or all three."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from statistics import mean
from typing import Any, Final

from helpkit.activities.wordspace.ratings import DIMENSIONS, EPA, LEAST, MOST, apart
from helpkit.content.sentiments import Sentiment
from helpkit.frontend.charts.lines import axis, layout, marks, row
from helpkit.frontend.charts.picture import Figure, Picture, Row
from helpkit.frontend.charts.words import Words

__all__ = ["MARKS", "VIEWS", "Space", "wordspace"]

VIEWS: Final[Mapping[str, tuple[int, ...]]] = {
    "evaluation-potency": (0, 1),
    "evaluation-activity": (0, 2),
    "activity-potency": (2, 1),
    "space": (0, 1, 2),
}
"""Which of the three each view shows, the horizontal one first."""

NONE = "\N{EN DASH}"
MARGIN: Final = 0.3
TALL, DEEP, WIDE = 380, 440, 600
LETTER: Final = 9
"""Pixels: heights of the two kinds of picture, the usual width, and about the size of a letter."""

SPOTS: Final = tuple((ax, ay) for ax in (24, -24) for ay in (-34, 34, -60, 60, -90, 90))
"""Where the name of a word may stand, from its mark."""


Look = tuple[str, str]
"""The colour and the symbol of a mark."""

MATCHES: Final[Mapping[str, Look]] = {
    "exact": ("@accent", "circle"),
    "near": ("@accent", "diamond-open"),
    "proxy": ("@warm", "square-open"),
    "model-estimated": ("@warm", "x"),
}
BINS: Final[Mapping[str, Look]] = {
    "0": ("@accent", "circle"),
    "1": ("@accent", "circle-open"),
    "2": ("@edge", "diamond"),
    "3": ("@warm", "square-open"),
    "4": ("@warm", "square"),
    "unsorted": ("@edge", "x"),
}
OWN: Final[Mapping[str, Look]] = {"theirs": ("@edge", "circle"), "mine": ("@accent", "diamond")}
MARKS: Final = ("match", "bins", "own")


@dataclass(frozen=True, kw_only=True)
class Space:
    """The words, how others rated them, and what the learner made of them.

    `names` gives the order; `bins` are the learner's, named as in `bin_names`; `own` are the
    learner's ratings; `current` is the word being looked at.
    """

    names: Mapping[str, str]
    felt: Mapping[str, Sentiment]
    bin_names: Mapping[str, str]
    bins: Mapping[str, str] = field(default_factory=dict)
    own: Mapping[str, EPA] = field(default_factory=dict)
    current: str

    @property
    def rated(self) -> Mapping[str, EPA]:
        """How others rated each word."""
        return {word: self.felt[word].epa for word in self.names}


def wordspace(space: Space, words: Words, *, view: str, shown: str) -> Picture:
    """A mark for each word; `view` says on which axes, `shown` what the marks tell."""
    graph = _Graph(space, words, VIEWS[view], shown)
    header = ("word", *DIMENSIONS, "match", "bin", "mine")
    return Picture(
        name=words("name"),
        figure=graph.figure,
        sentences=(*graph.sentences(), graph.looked_at()),
        header=tuple(map(words, header)),
        rows=tuple(map(graph.row, space.names)),
    )


@dataclass(frozen=True)
class _Graph:
    space: Space
    words: Words
    axes: tuple[int, ...]
    shown: str

    @property
    def figure(self) -> Figure:
        """Marks in two dimensions or in three."""
        traces = [*self._between(), *self._traces()]
        return {"data": traces, "layout": self._deep() if self._is_deep else self._flat()}

    @property
    def _is_deep(self) -> bool:
        return len(self.axes) > 2

    def _traces(self) -> Iterator[dict[str, Any]]:
        if self.shown == "own":
            yield self._marks("theirs", OWN["theirs"], self.space.rated)
            yield self._marks("mine", OWN["mine"], self.space.own)
            return
        for name, look in (MATCHES if self.shown == "match" else BINS).items():
            spots = {word: epa for word, epa in self.space.rated.items() if self._of(word) == name}
            if spots:
                yield self._marks(name, look, spots)

    def _of(self, word: str) -> str:
        """What the mark of a word tells."""
        if self.shown == "match":
            return self.space.felt[word].match
        return self.space.bins.get(word, "unsorted")

    def _marks(self, name: str, look: Look, spots: Mapping[str, EPA]) -> dict[str, Any]:
        colour, symbol = look
        x, y = ([epa[at] for epa in spots.values()] for at in self.axes[:2])
        trace = marks(self._called(name), x, y, colour=colour, symbol=symbol) | {
            "customdata": [*spots],
            "hovertext": [self.space.names[word] for word in spots],
            "hovertemplate": "%{hovertext}<extra>%{fullData.name}</extra>",
        }
        return self._deepened(trace, spots.values())

    def _deepened(self, trace: dict[str, Any], spots: Iterable[EPA]) -> dict[str, Any]:
        """The same in three dimensions, if all three are shown: there the marks are smaller."""
        if not self._is_deep:
            return trace
        trace["marker"] = {**trace.get("marker", {}), "size": 6}
        return {**trace, "type": "scatter3d", "z": [epa[self.axes[2]] for epa in spots]}

    def _called(self, name: str) -> str:
        return self.space.bin_names.get(name) or self.words(name)

    def _between(self) -> Iterator[dict[str, Any]]:
        """From each rating of the learner a line to that of others."""
        if self.shown != "own":
            return
        for word, mine in self.space.own.items():
            pair = (mine, self.space.rated[word])
            x, y = ([epa[at] for epa in pair] for at in self.axes[:2])
            yield self._deepened(
                {"type": "scatter", "mode": "lines", "x": x, "y": y}
                | {
                    "line": {"color": "@edge", "width": 2},
                    "hoverinfo": "skip",
                    "showlegend": False,
                },
                pair,
            )

    def _flat(self) -> dict[str, Any]:
        across, up = (
            axis(self.words(f"axis-{DIMENSIONS[at]}"), **self._span(at)) for at in self.axes
        )
        name, spot = self._looked()
        return layout(across, up, height=TALL, annotations=[{**name, "x": spot[0], "y": spot[1]}])

    def _deep(self) -> dict[str, Any]:
        ink = {"color": "@ink", "gridcolor": "@line", "showbackground": False}
        named = {
            f"{letter}axis": {
                **ink,
                **self._span(at),
                "title": {"text": self.words(DIMENSIONS[at])},
            }
            for letter, at in zip("xyz", self.axes, strict=True)
        }
        name, spot = self._looked()
        label = {**name, **dict(zip("xyz", spot, strict=True))}
        scene = {**named, "annotations": [label], "dragmode": "turntable", "uirevision": "kept"}
        return layout({}, {}, height=DEEP, scene=scene)

    def _looked(self) -> tuple[dict[str, Any], list[float]]:
        """The name of the word being looked at, and where it stands."""
        word = self.space.current
        spot = [self.space.rated[word][at] for at in self.axes]
        ax, ay = SPOTS[0] if self._is_deep else max(SPOTS, key=self._room)
        return {
            "text": f"<b>{self.space.names[word]}</b>",
            "showarrow": True,
            "arrowcolor": "@ink",
            "arrowwidth": 1.5,
            "standoff": 8,
            "ax": ax,
            "ay": ay,
            "xanchor": "left" if ax > 0 else "right",
            "bgcolor": "@paper",
            "bordercolor": "@edge",
            "borderpad": 3,
        }, spot

    def _room(self, offset: tuple[int, int]) -> float:
        """How much free room a name has there, in pixels of a picture of the usual size."""
        (left, right), (low, high) = (self._span(at)["range"] for at in self.axes)
        places = {
            word: (WIDE * (epa[x] - left) / (right - left), TALL * (high - epa[y]) / (high - low))
            for x, y in [self.axes[:2]]
            for word, epa in self.space.rated.items()
        }
        here = places[self.space.current]
        half = LETTER * len(self.space.names[self.space.current]) / 2
        x, y = here[0] + offset[0] + (half if offset[0] > 0 else -half), here[1] + offset[1]
        inside = min(x - half, WIDE - x - half, y - LETTER, TALL - y - LETTER)
        gaps = [max(abs(x - across) - half, abs(y - up) - LETTER) for across, up in places.values()]
        return float(min(inside, *gaps))

    def _span(self, at: int) -> dict[str, Any]:
        """From the least to the most with a margin; for ratings of one's own, all of the scale."""
        if self.shown == "own":
            return {"range": [LEAST - MARGIN, MOST + MARGIN]}
        values = [epa[at] for epa in self.space.rated.values()]
        return {"range": [min(values) - MARGIN, max(values) + MARGIN]}

    def sentences(self) -> Iterator[str]:
        """What the marks tell, all together."""
        yield {"match": self._matched, "bins": self._binned, "own": self._apart}[self.shown]()

    def _matched(self) -> str:
        matches = Counter(self.space.felt[word].match for word in self.space.names)
        near, exact, estimated = matches["near"], matches["exact"], matches["model-estimated"]
        counts = {"exact": exact, "near": near, "proxy": matches["proxy"], "estimated": estimated}
        return self.words("matched", of=len(self.space.names), **counts)

    def _binned(self) -> str:
        """How strong the words are that the learner left to either side."""
        bins, rated = self.space.bins, self.space.rated
        clients = [rated[word][1] for word, bin_ in bins.items() if bin_ in ("0", "1")]
        helpers = [rated[word][1] for word, bin_ in bins.items() if bin_ in ("3", "4")]
        if not bins:
            return self.words("no-bins")
        if not clients or not helpers:
            return self.words("some-bins", sorted=len(bins), of=len(rated))
        return self.words("binned", clients=mean(clients), helpers=mean(helpers))

    def _apart(self) -> str:
        distance = apart(self.space.own, self.space.rated)
        if distance is None:
            return self.words("no-own")
        furthest = self.space.names[distance.furthest]
        return self.words("apart", n=len(self.space.own), mean=distance.mean, furthest=furthest)

    def looked_at(self) -> str:
        """The word being looked at, in numbers."""
        word = self.space.current
        name, numbers = self.space.names[word], map(self.words.number, self.space.rated[word])
        rated = dict(zip(DIMENSIONS, numbers, strict=True))
        return self.words("looked-at", word=name, match=self.words(self._match(word)), **rated)

    def _match(self, word: str) -> str:
        return self.space.felt[word].match

    def row(self, word: str) -> Row:
        """One word in the table."""
        space = self.space
        numbers = map(self.words.number, space.rated[word])
        own = "; ".join(map(self.words.number, space.own[word])) if word in space.own else NONE
        bin_ = space.bin_names.get(space.bins.get(word, ""), NONE)
        return row(space.names[word], *numbers, self.words(self._match(word)), bin_, own)
