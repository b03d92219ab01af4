"""What pictures with numbers on both axes have in common: lines, marks, bounds and a legend."""

from collections.abc import Sequence
from typing import Any, Literal

from helpkit.frontend.charts.picture import Row, TableCell

__all__ = ["axis", "bars", "layout", "line", "marks", "row", "rows", "upright"]

ROW = 44
"""Height of a row of bars in pixels."""

SHORT = 10
"""Up to this many letters stay on one line."""

Trace = dict[str, Any]
Dash = Literal["solid", "dash", "dot"]
Spot = Literal["head", "foot", "above"]

SPOTS = {
    "head": (1, "left", "top", 4),
    "foot": (0, "left", "bottom", 4),
    "above": (1, "center", "bottom", 0),
}
"""Where the words of a line stand: height, the two anchors, and the shift in pixels."""

HOVER = "%{x}: %{y}<extra>%{fullData.name}</extra>"


def line(
    name: str, x: Sequence[float], y: Sequence[float], *, colour: str, dash: Dash = "solid"
) -> Trace:
    """A line told apart from the others by its colour and dash."""
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": list(x),
        "y": list(y),
        "line": {"color": colour, "dash": dash, "width": 3},
        "hovertemplate": HOVER,
    }


def marks(
    name: str, x: Sequence[float], y: Sequence[float], *, colour: str, symbol: str = "circle"
) -> Trace:
    """Marks without a line; each shape means something else."""
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": list(x),
        "y": list(y),
        "cliponaxis": False,
        "marker": {
            "color": colour,
            "symbol": symbol,
            "size": 12,
            "line": {"width": 2, "color": colour},
        },
        "hovertemplate": HOVER,
    }


def bars(
    places: Sequence[int],
    lengths: Sequence[float],
    *,
    colours: Sequence[str],
    base: Sequence[float] | None = None,
) -> Trace:
    """Horizontal bars, one for each row; they start at `base`, or at zero."""
    start = {} if base is None else {"base": list(base)}
    return {
        "type": "bar",
        "orientation": "h",
        "x": list(lengths),
        "y": list(places),
        "marker": {"color": list(colours)},
        "hovertemplate": "%{x:.2f}<extra></extra>",
        **start,
    }


def rows(labels: Sequence[str]) -> dict[str, Any]:
    """The part of a layout that names the rows of bars, the first at the top."""
    named = {"tickvals": list(range(len(labels))), "ticktext": list(labels)}
    return {
        "up": {**named, "autorange": "reversed"},
        "height": ROW * len(labels),
        "showlegend": False,
    }


def axis(title: str, **more: Any) -> dict[str, Any]:
    """An axis with its name."""
    name = {"text": title, "standoff": 10, "font": {"size": 13}}
    return {"title": name, "showline": True, **more}


def layout(across: dict[str, Any], up: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A picture of a fixed height with a legend above it."""
    legend = {"orientation": "h", "x": 0, "xanchor": "left", "y": 1.02, "yanchor": "bottom"}
    shared = {"height": 260, "showlegend": True, "legend": legend, "hovermode": "closest"}
    return {**shared, "xaxis": across, "yaxis": up, **more}


def upright(x: float, text: str, *, at: Spot = "head") -> dict[str, Any]:
    """A line from top to bottom with a few words beside or above it: shapes and annotations."""
    shape = {"type": "line", "x0": x, "x1": x, "yref": "paper", "y0": 0, "y1": 1}
    stroke = {"line": {"color": "@edge", "dash": "dot", "width": 2}}
    y, xanchor, yanchor, shift = SPOTS[at]
    spot = {"x": x, "yref": "paper", "y": y, "xanchor": xanchor, "yanchor": yanchor}
    words = {"text": text if at == "above" else in_two(text), "align": "left"}
    note = {**words, **spot, "showarrow": False, "xshift": shift}
    return {"shapes": [{**shape, **stroke}], "annotations": [note]}


def in_two(text: str) -> str:
    """A few words on two lines of about the same length: beside a line there is little room."""
    if len(text) <= SHORT:
        return text
    words = text.split()
    halves = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    return "<br>".join(min(halves, key=lambda pair: max(map(len, pair)), default=(text,)))


def row(header: str, *cells: str) -> Row:
    """A row of a table in which nothing can be picked."""
    return Row(header=header, cells=tuple(TableCell(text=text) for text in cells))
