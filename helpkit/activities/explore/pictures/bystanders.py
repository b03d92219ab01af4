"""How likely is it that one person helps, and that anyone does, as more people could?"""

from collections.abc import Mapping

from helpkit.frontend.charts.lines import axis, layout, line, marks, row, upright
from helpkit.frontend.charts.picture import Figure, Picture
from helpkit.frontend.charts.words import Words
from helpkit.models.bystanders import (
    HELPED_IN_1968,
    anyone_helps,
    one_of_independent,
    volunteer_probability,
)

__all__ = ["bystanders"]

CROWD = range(2, 21)
LISTED = (1, 2, 3, 5, 10, 20)
ALONE = {n: one_of_independent(n=n, share=share) for n, share in HELPED_IN_1968.items()}
NONE = "\N{EN DASH}"


def bystanders(knobs: Mapping[str, float], words: Words) -> Picture:
    """The equilibrium curve over the figures of 1968: `n` people, `cost-benefit` c/b."""
    n, ratio = round(knobs["n"]), knobs["cost-benefit"]
    each = words.percent(volunteer_probability(n=n, cost_benefit=ratio))
    anyone = words.percent(anyone_helps(n=n, cost_benefit=ratio))
    alone = {f"n{crowd}": words.percent(share) for crowd, share in ALONE.items()}
    return Picture(
        name=words("name"),
        figure=_figure(n, ratio, words),
        sentences=(words("ends", n=n, each=each, anyone=anyone), words("in-1968", **alone)),
        header=tuple(words(key) for key in ("n", "each", "anyone", "seen", "alone")),
        rows=tuple(
            row(str(crowd), *_equilibrium(crowd, ratio, words), *_in_1968(crowd, words))
            for crowd in sorted({*LISTED, n})
        ),
    )


def _figure(n: int, ratio: float, words: Words) -> Figure:
    each = [100 * volunteer_probability(n=crowd, cost_benefit=ratio) for crowd in CROWD]
    anyone = [100 * anyone_helps(n=crowd, cost_benefit=ratio) for crowd in CROWD]
    crowds, helped = list(HELPED_IN_1968), [100 * share for share in HELPED_IN_1968.values()]
    alone = [100 * share for share in ALONE.values()]
    lines = [
        line(words("each"), CROWD, each, colour="@accent"),
        line(words("anyone"), CROWD, anyone, colour="@warm", dash="dash"),
        marks(words("seen"), crowds, helped, colour="@accent", symbol="diamond"),
        marks(words("alone"), crowds, alone, colour="@warm", symbol="square-open"),
    ]
    across = axis(words("n"), range=[0.5, CROWD[-1] + 0.8])
    up = axis(words("chance"), range=[-3, 103])
    return {"data": lines, "layout": layout(across, up, **upright(n, words("now", n=n)))}


def _equilibrium(n: int, ratio: float, words: Words) -> tuple[str, ...]:
    """What the model says, to a tenth of a percent; one person alone has no dilemma."""
    if n == 1:
        return (NONE, NONE)
    chances = (
        volunteer_probability(n=n, cost_benefit=ratio),
        anyone_helps(n=n, cost_benefit=ratio),
    )
    return tuple(f"{100 * chance:.1f}%".replace(".", words.decimal) for chance in chances)


def _in_1968(n: int, words: Words) -> tuple[str, ...]:
    if n not in ALONE:
        return (NONE, NONE)
    return tuple(f"{words.percent(share)}%" for share in (HELPED_IN_1968[n], ALONE[n]))
