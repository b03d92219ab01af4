"""Does being sure go with being right? The learner's guesses by how sure they were."""

from collections.abc import Sequence

from helpkit.frontend.charts.lines import axis, layout, line, row
from helpkit.frontend.charts.picture import Picture
from helpkit.frontend.charts.words import Words

__all__ = ["Group", "calibration"]

Group = tuple[int, int, int]
"""How sure in percent, how many guesses, and how many of them were hits."""


def calibration(groups: Sequence[Group], words: Words) -> Picture:
    """Hits by degree of confidence beside the line on which they would match."""
    sure = [degree for degree, _, _ in groups]
    shares = [100 * hits / number for _, number, hits in groups]
    numbers = [number for _, number, _ in groups]
    dots = {
        "type": "scatter",
        "mode": "markers+text",
        "name": words("mine"),
        "x": sure,
        "y": shares,
        "text": [f"{hits}/{number}" for _, number, hits in groups],
        "textposition": "middle right",
        "cliponaxis": False,
        "marker": {"color": "@accent", "size": [12 + 4 * number for number in numbers]},
        "hovertemplate": "%{x}%: %{text}<extra></extra>",
    }
    match = line(words("match"), [0, 100], [0, 100], colour="@edge", dash="dot")
    hits, total = sum(hits for _, _, hits in groups), sum(numbers)
    expected = sum(degree * number for degree, number, _ in groups) / total
    return Picture(
        name=words("name"),
        figure={
            "data": [match, dots],
            "layout": layout(
                axis(words("sure"), range=[0, 104], tickvals=[25, 50, 75, 95]),
                axis(words("share"), range=[-6, 106]),
            ),
        },
        sentences=(
            words("counted", hits=hits, total=total, share=f"{100 * hits / total:.0f}"),
            words(_lean(100 * hits / total - expected), expected=f"{expected:.0f}"),
        ),
        header=(words("sure"), words("number"), words("hits")),
        rows=tuple(row(f"{degree}%", str(number), str(right)) for degree, number, right in groups),
    )


def _lean(difference: float) -> str:
    """With so few guesses, being sure and being right agree if they are within ten points."""
    if abs(difference) <= 10:
        return "matched"
    return "too-modest" if difference > 0 else "too-sure"
