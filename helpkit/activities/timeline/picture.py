"""Who wrote what, and when? Works on lanes of a time line, and the same as a list.

A label stands to the right of its mark and takes as many years as its longest line has letters, at
the smallest width at which the line is drawn. A label that would run into an earlier one in its
lane goes one level lower.
"""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from helpkit.content.types import Work
from helpkit.frontend.charts.picture import Figure

__all__ = ["LANES", "TimelineEntry", "TimelineLayout", "lane", "levels", "timeline"]

Lane = Literal["chicago", "others", "schein"]
LANES: Final[tuple[Lane, ...]] = ("chicago", "others", "schein")

SCHEIN: Final = "Edgar Schein"
CHICAGO: Final = frozenset(
    {
        "Charles Horton Cooley",
        "George Herbert Mead",
        "Everett Hughes",
        "Herbert Blumer",
        "Erving Goffman",
    }
)
"""The circle in which, as the book says, the theatrical view of social life began."""

SYMBOLS: Final[Mapping[Lane, str]] = {"chicago": "circle", "others": "square", "schein": "diamond"}
COLOURS: Final[Mapping[Lane, str]] = {"chicago": "@edge", "others": "@warm", "schein": "@accent"}

FIRST: Final = 1918
LAST: Final = 2036
"""The years drawn; after the newest work there is room for its label."""

DECADES: Final = range(1920, 2011, 10)

LETTERS: Final = 34
"""The length of a line of a label; then no label takes more than three."""

YEARS_PER_LETTER: Final = 1.05
LEVEL: Final = 54
"""Height of a level in pixels: three lines of a label."""

HEADING: Final = 0.5
"""Height of the name of a lane, in levels."""


@dataclass(frozen=True, kw_only=True)
class TimelineEntry:
    """One work or event in words; `uncertain` is empty or says so."""

    id: str
    lane: Lane
    years: str
    people: str
    titles: tuple[str, ...]
    uncertain: str
    note: str


@dataclass(frozen=True, kw_only=True)
class TimelineLayout:
    """The picture, and the list that says the same in order of time."""

    figure: Figure
    entries: tuple[TimelineEntry, ...]


def timeline(works: Mapping[str, Work], words: Mapping[str, str]) -> TimelineLayout:
    """Place works on the lanes of a time line, the oldest first.

    `words` are the templates `lane-chicago`, `lane-others`, `lane-schein`, `and-others`, `guess`
    and `uncertain`.
    """
    ordered = sorted(works.values(), key=lambda work: work.years)
    return TimelineLayout(
        figure=_figure(ordered, words),
        entries=tuple(_entry(work, words) for work in ordered),
    )


def lane(work: Work) -> Lane:
    """Whose work it is: Schein's own, of the Chicago tradition, or of others."""
    if SCHEIN in work.people:
        return "schein"
    return "chicago" if CHICAGO.intersection(work.people) else "others"


def levels(spans: Sequence[tuple[float, float]]) -> list[int]:
    """For each span, ordered by start, the first level on which it touches no earlier one."""
    ends: list[float] = []
    levels = []
    for start, end in spans:
        free = next((n for n, last in enumerate(ends) if last <= start), len(ends))
        ends[free : free + 1] = [end]
        levels.append(free)
    return levels


def _entry(work: Work, words: Mapping[str, str]) -> TimelineEntry:
    return TimelineEntry(
        id=work.id,
        lane=lane(work),
        years=_years(work),
        people=", ".join(work.people),
        titles=work.titles,
        uncertain="" if work.certain else words["uncertain"],
        note=work.note,
    )


def _years(work: Work) -> str:
    """An event lasts from one year to another; a work has a single year."""
    return (", " if work.titles else "\N{EN DASH}").join(map(str, work.years))


def _label(work: Work, words: Mapping[str, str]) -> list[str]:
    """The lines of a label: years and people, then the titles."""
    first, *rest = work.people
    people = words["and-others"].format(first=first) if len(rest) > 1 else ", ".join(work.people)
    head, title = f"{_years(work)} {people}", ", ".join(work.titles)
    if not work.certain and title:
        title = words["guess"].format(title=title)
    elif not work.certain:
        head = words["guess"].format(title=head)
    return [*textwrap.wrap(head, LETTERS), *textwrap.wrap(title, LETTERS)]


@dataclass(frozen=True)
class _Band:
    """A lane on the picture: where it starts, in levels from the top, and what stands in it."""

    lane: Lane
    top: float
    works: tuple[Work, ...]
    labels: tuple[list[str], ...]

    @property
    def spots(self) -> list[float]:
        """The middle of the level of each work."""
        spans = [
            (work.years[0] - 1, work.years[-1] + 2 + YEARS_PER_LETTER * max(map(len, label)))
            for work, label in zip(self.works, self.labels, strict=True)
        ]
        return [self.top + HEADING + level + 0.5 for level in levels(spans)]

    @property
    def bottom(self) -> float:
        """Where the next lane can start."""
        return max(self.spots, default=self.top + HEADING - 0.5) + 0.5


def _bands(ordered: Sequence[Work], words: Mapping[str, str]) -> Iterator[_Band]:
    top = 0.0
    for name in LANES:
        works = tuple(work for work in ordered if lane(work) == name)
        band = _Band(name, top, works, tuple(_label(work, words) for work in works))
        yield band
        top = band.bottom


def _figure(ordered: Sequence[Work], words: Mapping[str, str]) -> Figure:
    bands = list(_bands(ordered, words))
    traces = [trace for band in bands for trace in (*_lasting(band), _marks(band))]
    height = bands[-1].bottom
    layout = {
        "height": LEVEL * height,
        "xaxis": {"range": [FIRST, LAST], "tickvals": list(DECADES)},
        "yaxis": {"range": [height, 0], "visible": False},
        "shapes": [_ground(band) for band in bands if LANES.index(band.lane) % 2 == 0],
        "annotations": [_heading(band, words[f"lane-{band.lane}"]) for band in bands],
    }
    return {"data": traces, "layout": layout}


def _marks(band: _Band) -> dict[str, Any]:
    """One mark for each work with its label; an open one where we are not certain."""
    symbol = SYMBOLS[band.lane]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [work.years[-1] for work in band.works],
        "y": band.spots,
        "text": [_text(*pair) for pair in zip(band.works, band.labels, strict=True)],
        "textposition": "middle right",
        "textfont": {"size": 12},
        "cliponaxis": False,
        "customdata": [work.id for work in band.works],
        "hovertext": ["<br>".join(textwrap.wrap(work.note, 48)) for work in band.works],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "symbol": [symbol if work.certain else f"{symbol}-open" for work in band.works],
            "color": COLOURS[band.lane],
            "size": 11,
            "line": {"width": 2, "color": COLOURS[band.lane]},
        },
    }


def _text(work: Work, label: list[str]) -> str:
    """A label as plotly reads it: the years in bold, a little way from the mark."""
    years = _years(work)
    bold = [label[0].replace(years, f"<b>{years}</b>", 1), *label[1:]]
    return "<br>".join(f"\N{NO-BREAK SPACE}{line}" for line in bold)


def _lasting(band: _Band) -> Iterator[dict[str, Any]]:
    """A line from the first year to the last of an event."""
    for work, spot in zip(band.works, band.spots, strict=True):
        if len(work.years) > 1 and not work.titles:
            yield {
                "type": "scatter",
                "mode": "lines",
                "x": [work.years[0], work.years[-1]],
                "y": [spot, spot],
                "line": {"color": COLOURS[band.lane], "width": 4},
                "hoverinfo": "skip",
            }


def _ground(band: _Band) -> dict[str, Any]:
    edges = {"x0": 0, "x1": 1, "xref": "paper", "y0": band.top, "y1": band.bottom, "yref": "y"}
    return {"type": "rect", "layer": "below", "line": {"width": 0}, "fillcolor": "@wash", **edges}


def _heading(band: _Band, name: str) -> dict[str, Any]:
    spot = {"x": FIRST + 1, "xanchor": "left", "y": band.top + 0.08, "yanchor": "top"}
    return {"text": f"<b>{name}</b>", "showarrow": False, "font": {"size": 13}, **spot}
