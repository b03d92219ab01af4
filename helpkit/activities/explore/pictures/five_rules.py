"""What must helping bring for each of its costs, in each of six worlds?"""

from collections.abc import Mapping

from helpkit.frontend.charts.lines import axis, bars, layout, row, rows, upright
from helpkit.frontend.charts.picture import Figure, Picture
from helpkit.frontend.charts.words import Words
from helpkit.models import five_rules as rules

__all__ = ["thresholds"]

MOST = 12.0


def thresholds(knobs: Mapping[str, float], words: Words) -> Picture:
    """Where each rule begins to hold, and what helping brings now: `ratio`, b/c."""
    ratio = knobs["ratio"]
    needed = {words(name): least for name, least in _needed(knobs).items()}
    paying = "; ".join(name for name, least in needed.items() if ratio > least)
    pays = words("pays", ratio=ratio, names=paying) if paying else words("nowhere", ratio=ratio)
    return Picture(
        name=words("name"),
        figure=_figure(ratio, needed, words),
        sentences=(pays,),
        header=(words("corner"), words("least"), words("verdict")),
        rows=tuple(
            row(name, words.number(least), words("yes" if ratio > least else "no"))
            for name, least in needed.items()
        ),
    )


def _figure(ratio: float, needed: Mapping[str, float], words: Words) -> Figure:
    """A bar for each world, from where helping pays."""
    starts = [min(least, MOST) for least in needed.values()]
    colours = ["@accent" if ratio > least else "@line" for least in needed.values()]
    places = list(range(len(starts)))
    worlds = bars(places, [MOST - start for start in starts], colours=colours, base=starts)
    across = axis(words("ratio"), range=[0, MOST + 0.4])
    now = upright(ratio, words("now", ratio=ratio), at="above")
    return {
        "data": [worlds | {"hoverinfo": "skip"}],
        "layout": layout(across, **rows(list(needed)), **now),
    }


def _needed(knobs: Mapping[str, float]) -> dict[str, float]:
    """What b/c must exceed, rule by rule."""
    return {
        "direct": rules.direct(again=knobs["again"]),
        "indirect": rules.indirect(known=knobs["known"]),
        "network": rules.network(neighbours=round(knobs["neighbours"])),
        "circle": rules.critical_ratio_on_cycle(n=round(knobs["circle"])),
        "groups": rules.groups(size=round(knobs["size"]), number=round(knobs["number"])),
        "kin": rules.kin(relatedness=knobs["relatedness"]),
    }
