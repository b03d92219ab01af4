"""How do we ask for something: how much is asked, and which way of asking goes with it?"""

from collections.abc import Mapping

from helpkit.frontend.charts.lines import axis, bars, layout, row, rows, upright
from helpkit.frontend.charts.picture import Figure, Picture
from helpkit.frontend.charts.words import Words
from helpkit.models.face import HEAVIEST, LIGHTEST, WAYS, Request, request

__all__ = ["asking"]

SIZES = ((2, "door"), (5, "day"), (7, "weekend"))
"""Up to which imposition something is asked: a door held open, a day, a whole weekend."""

FIFTH = (HEAVIEST - LIGHTEST) / len(WAYS)


def asking(knobs: Mapping[str, float], words: Words) -> Picture:
    """The weight on a line from 3 to 21, and five ways of asking for the same thing."""
    asked = next(name for most, name in SIZES if knobs["imposition"] <= most)
    now = request(**{name: knobs[name] for name in ("distance", "power", "imposition")})
    return Picture(
        name=words("name"),
        figure=_figure(now, words),
        sentences=(
            words("weighs", weight=now.weight, way=words(now.way)),
            words("example", sentence=words(_says(now.way, asked))),
            words(f"why-{now.way}"),
        ),
        header=tuple(words(key) for key in ("corner", "from", "sentence", "fits")),
        rows=tuple(
            row(
                words(way),
                words.number(LIGHTEST + number * FIFTH),
                words(_says(way, asked)),
                words("this-one") if way == now.way else "\N{EN DASH}",
            )
            for number, way in enumerate(WAYS)
        ),
    )


def _says(way: str, asked: str) -> str:
    """The sentence that asks for this in that way; to ask nothing needs none."""
    return f"says-{way}" if way == "do-not-ask" else f"says-{way}-{asked}"


def _figure(now: Request, words: Words) -> Figure:
    """A bar for each way from its lightest to its heaviest request."""
    places = list(range(len(WAYS)))
    colours = ["@accent" if way == now.way else "@high" for way in WAYS]
    base = [LIGHTEST + number * FIFTH for number in places]
    ways = bars(places, [FIFTH] * len(WAYS), colours=colours, base=base)
    ways["hovertemplate"] = "%{base:.1f}\N{EN DASH}%{x:.1f}<extra></extra>"
    across = axis(words("weight"), range=[LIGHTEST - 0.5, HEAVIEST + 0.5], dtick=3)
    named = rows([words(way) for way in WAYS])
    mark = upright(now.weight, words("now", weight=now.weight), at="above")
    return {"data": [ways], "layout": layout(across, **named, margin={"t": 26}, **mark)}
