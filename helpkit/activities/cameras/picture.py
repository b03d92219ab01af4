"""One evening line by line: as an account between two people, and as a scene on a stage."""

from collections.abc import Mapping, Sequence
from typing import Any

from helpkit.frontend.charts.lines import axis, layout, line, row, upright
from helpkit.frontend.charts.picture import Picture
from helpkit.frontend.charts.words import Words
from helpkit.models.ledger import PEOPLE, Move, play

__all__ = ["account", "stage"]

STEP = 15
"""Height of a name in pixels."""


def account(
    lines: Sequence[Sequence[Move]], words: Words, *, inflation: float, marks: Mapping[str, int]
) -> Picture:
    """Both felt accounts after each line; `marks` are names and the numbers of their lines."""
    ends = [sum(len(moves) for moves in lines[: number + 1]) for number in range(len(lines))]
    trace = play([move for moves in lines for move in moves], inflation=inflation).trace
    balances = {who: [trace[end][who] for end in ends] for who in PEOPLE}
    numbers = range(1, len(lines) + 1)
    traces = [
        line(words("account-a"), numbers, balances["A"], colour="@accent"),
        line(words("account-b"), numbers, balances["B"], colour="@warm", dash="dash"),
    ]
    for curve in traces:
        curve |= {"mode": "lines+markers", "marker": {"size": 7}}
    up = axis(words("felt"), zeroline=True, zerolinecolor="@edge")
    ends_at = {who: balances[who][-1] for who in PEOPLE}
    return Picture(
        name=words("account-name"),
        figure={"data": traces, "layout": layout(_across(words, len(lines)), up, **_marked(marks))},
        sentences=(words("account-ends", a=ends_at["A"], b=ends_at["B"]),),
        header=(words("line"), words("account-a"), words("account-b")),
        rows=tuple(
            row(str(number), *(words.number(balances[who][number - 1]) for who in PEOPLE))
            for number in numbers
        ),
    )


def stage(strains: Sequence[float], words: Words, *, marks: Mapping[str, int]) -> Picture:
    """How far each line strains the scene."""
    numbers = list(range(1, len(strains) + 1))
    bars = {
        "type": "bar",
        "name": words("strain"),
        "x": numbers,
        "y": [round(strain, 2) for strain in strains],
        "width": 0.5,
        "marker": {"color": "@accent"},
        "hovertemplate": "%{x}: %{y}<extra></extra>",
    }
    most = max(numbers, key=lambda number: strains[number - 1])
    sentence = words("stage-ends", line=most, strain=round(strains[most - 1], 1))
    up = axis(words("strain"), rangemode="tozero")
    frame = layout(_across(words, len(strains)), up, **_marked(marks)) | {"showlegend": False}
    return Picture(
        name=words("stage-name"),
        figure={"data": [bars], "layout": frame},
        sentences=(sentence,),
        header=(words("line"), words("strain")),
        rows=tuple(
            row(str(number), words.number(round(strain, 2)))
            for number, strain in zip(numbers, strains, strict=True)
        ),
    )


def _across(words: Words, count: int) -> dict[str, Any]:
    return axis(words("line"), dtick=1, range=[0.5, count + 0.7])


def _marked(marks: Mapping[str, int]) -> dict[str, Any]:
    """Lines from top to bottom, each with its name above it; two at one spot share a line.

    The names stand at different heights: lines beside each other leave little room.
    """
    names: dict[int, list[str]] = {}
    for name, number in marks.items():
        names.setdefault(number, []).append(name)
    lines = [upright(at, " + ".join(both), at="above") for at, both in names.items()]
    notes = [note for line in lines for note in line["annotations"]]
    return {
        "shapes": [shape for line in lines for shape in line["shapes"]],
        "annotations": [{**note, "yshift": STEP * at} for at, note in enumerate(notes)],
        "legend": {"orientation": "h", "x": 0, "xanchor": "left", "y": 1.2, "yanchor": "bottom"},
    }
