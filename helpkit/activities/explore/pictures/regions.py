"""How does one act strain a scene backstage and out front as more of it leaks through?"""

from functools import cache
from typing import NamedTuple

from helpkit.content.knobs import Settings, names, numbers
from helpkit.content.sentiments import equations, sentiments
from helpkit.frontend.charts.lines import axis, layout, line, marks, row, upright
from helpkit.frontend.charts.picture import Figure, Picture, Row
from helpkit.frontend.charts.words import Words
from helpkit.models.regions import Audience, stage

__all__ = ["regions"]

SHOWN, OBJECT = "comfort", "patient"
"""What is done out front, and to whom."""

STEPS = 20
LEAKS = [step / STEPS for step in range(STEPS + 1)]
LISTED = (0.0, 0.25, 0.5, 0.75, 1.0)


class Strain(NamedTuple):
    """The deflection of what each audience sees."""

    back: float
    front: float


def regions(knobs: Settings, words: Words) -> Picture:
    """Strain by `leakage`: `done` by somebody who is `back` to some and `front` to others."""
    leakage, cast = numbers(knobs)["leakage"], names(knobs)
    at = {leak: _strain(cast["done"], cast["back"], cast["front"], leak) for leak in LEAKS}
    now = (
        at[leakage]
        if leakage in at
        else _strain(cast["done"], cast["back"], cast["front"], leakage)
    )
    return Picture(
        name=words("name"),
        figure=_figure(at, leakage, now, words),
        sentences=(
            words("now", percent=words.percent(leakage), back=now.back, front=now.front),
            words("front-more" if now.front > now.back else "front-less"),
            words("ends", kept=at[0.0].front, leaked=at[1.0].front),
        ),
        header=tuple(words(key) for key in ("leakage", "back", "front")),
        rows=tuple(
            _row(leak, now if leak == leakage else at[leak], words)
            for leak in sorted({*LISTED, leakage})
        ),
    )


@cache
def _strain(done: str, back: str, front: str, leakage: float) -> Strain:
    felt = {term: sentiments()[term].epa for term in (SHOWN, OBJECT, done, back, front)}
    audiences = {"back": Audience("back", felt[back]), "front": Audience("front", felt[front])}
    views = stage(
        audiences,
        shown=felt[SHOWN],
        done=felt[done],
        object=felt[OBJECT],
        eq=equations(),
        leakage=leakage,
    )
    return Strain(views["back"].deflection, views["front"].deflection)


def _figure(at: dict[float, Strain], leakage: float, now: Strain, words: Words) -> Figure:
    shares = [100 * leak for leak in at]
    back, front = [strain.back for strain in at.values()], [strain.front for strain in at.values()]
    here = 100 * leakage
    traces = [
        line(words("front"), shares, front, colour="@accent"),
        line(words("back"), shares, back, colour="@warm", dash="dash"),
        marks(words("here"), [here, here], [now.front, now.back], colour="@ink"),
    ]
    across = axis(words("leakage"), range=[-2, 102])
    up = axis(words("strain"), rangemode="tozero")
    return {"data": traces, "layout": layout(across, up, **upright(here, "", at="above"))}


def _row(leak: float, strain: Strain, words: Words) -> Row:
    return row(f"{words.percent(leak)}%", words.number(strain.back), words.number(strain.front))
