"""In how many villages does helping win as more encounters are witnessed?"""

from collections.abc import Mapping
from typing import Any

from helpkit.frontend.charts.lines import axis, layout, row
from helpkit.frontend.charts.picture import Picture
from helpkit.frontend.charts.words import Words

__all__ = ["Going", "villages"]

Going = tuple[int, int, int]
"""A run that is not at its end: the encounters, the villages that help so far, and of how many."""


def villages(
    results: Mapping[int, tuple[int, int]], words: Words, going: Going | None = None
) -> Picture:
    """A mark for each number of encounters that was run: villages that help, of how many.

    A run that is still going has an open mark that moves; what it is does not stand in the table.
    """
    runs = sorted(results)
    shares = [100 * results[encounters][0] / results[encounters][1] for encounters in runs]
    marks = {
        "type": "scatter",
        "mode": "lines+markers",
        "x": runs,
        "y": shares,
        "cliponaxis": False,
        "line": {"color": "@accent", "width": 2},
        "marker": {"color": "@accent", "size": 12},
        "hovertemplate": "%{x}: %{y:.0f}%<extra></extra>",
    }
    across = axis(words("encounters"), range=[0, 525])
    up = axis(words("share"), range=[-3, 103])
    return Picture(
        name=words("name"),
        figure={
            "data": [marks, *([_moving(going)] if going else [])],
            "layout": layout(across, up, showlegend=False),
        },
        sentences=(
            *([_so_far(going, words)] if going else []),
            *(_told(encounters, results[encounters], words) for encounters in runs),
            *([] if runs or going else [words("none")]),
        ),
        header=(words("encounters"), words("helping"), words("villages")),
        rows=tuple(row(str(encounters), *map(str, results[encounters])) for encounters in runs),
    )


def _moving(going: Going) -> dict[str, Any]:
    encounters, helping, done = going
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [encounters],
        "y": [100 * helping / done],
        "cliponaxis": False,
        "marker": {"color": "@paper", "size": 12, "line": {"color": "@accent", "width": 2}},
        "hovertemplate": "%{x}: %{y:.0f}%<extra></extra>",
    }


def _so_far(going: Going, words: Words) -> str:
    encounters, helping, done = going
    return words("going", encounters=encounters, helping=helping, done=done)


def _told(encounters: int, result: tuple[int, int], words: Words) -> str:
    helping, of = result
    return words("result", encounters=encounters, helping=helping, of=of)
