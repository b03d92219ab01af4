"""Where do the model and whoever sat in the client's chair differ on a conversation?"""

from collections.abc import Sequence

from helpkit.frontend.charts.lines import Trace, axis, layout, line, row
from helpkit.frontend.charts.picture import Picture
from helpkit.frontend.charts.words import Words
from helpkit.models.dialogue import HIGHEST, Meters

__all__ = ["traces", "widest"]

SHOWN = ("trust", "client")
"""The meters that a client can feel; how the helper stands is not theirs to say."""

COLOURS = {"trust": "@edge", "client": "@warm"}


def traces(
    model: Sequence[Meters], felt: Sequence[Meters], lines: Sequence[str], words: Words
) -> Picture:
    """Trust and the client's standing after each line: by the model, and as they were felt."""
    steps = list(range(len(model)))
    curves: list[Trace] = []
    for meter in SHOWN:
        ours, theirs = ([getattr(meters, meter) for meters in trace] for trace in (model, felt))
        colour = COLOURS[meter]
        solid = line(words(f"{meter}-model"), steps, ours, colour=colour)
        dashed = line(words(f"{meter}-felt"), steps, theirs, colour=colour, dash="dash")
        curves += [_marked(solid, "circle"), _marked(dashed, "diamond-open")]
    across = axis(words("line"), dtick=1, range=[-0.2, len(model) - 0.8])
    up = axis(words("meter"), dtick=2, range=[0, HIGHEST])
    header = tuple(trace["name"] for trace in curves)
    return Picture(
        name=words("name"),
        figure={"data": curves, "layout": layout(across, up)},
        sentences=(_widest(model, felt, words), _end(model[-1], felt[-1], words)),
        header=(words("line"), *header),
        rows=tuple(
            row(text, *(words.number(trace["y"][at]) for trace in curves))
            for at, text in enumerate((words("start"), *lines))
        ),
    )


def _marked(curve: Trace, symbol: str) -> Trace:
    return curve | {
        "mode": "lines+markers",
        "marker": {"symbol": symbol, "size": 9},
        "cliponaxis": False,
    }


def widest(model: Sequence[Meters], felt: Sequence[Meters]) -> tuple[int, str, int]:
    """After which line, on which meter and by how much they differ most; the first of equals."""
    gaps = (
        (at, meter, abs(getattr(first, meter) - getattr(second, meter)))
        for at, (first, second) in enumerate(zip(model, felt, strict=True))
        for meter in SHOWN
    )
    return max(gaps, key=lambda gap: gap[2])


def _widest(model: Sequence[Meters], felt: Sequence[Meters], words: Words) -> str:
    at, meter, gap = widest(model, felt)
    if gap == 0:
        return words("alike")
    values = {"model": getattr(model[at], meter), "felt": getattr(felt[at], meter)}
    return words(f"differ-{meter}", line=at, **values)


def _end(model: Meters, felt: Meters, words: Words) -> str:
    return words(
        "end",
        trust=model.trust,
        client=model.client,
        trust_felt=felt.trust,
        client_felt=felt.client,
    )
