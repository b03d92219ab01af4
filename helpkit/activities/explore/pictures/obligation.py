"""What does help that is not paid back do, and what did people do in 1971?"""

from collections.abc import Mapping, Sequence
from typing import Any

from helpkit.frontend.charts.lines import axis, bars, layout, line, marks, row, rows, upright
from helpkit.frontend.charts.picture import Figure, Picture
from helpkit.frontend.charts.words import Words
from helpkit.models.obligation import REGAN_1971, Feeling, Help, Receiver, after

__all__ = ["obligation", "regan"]

DAYS = 14
HALF = 0.5


def obligation(knobs: Mapping[str, float], words: Words) -> Picture:
    """The chances of paying back and of keeping away, over two weeks of daily help."""
    receiver = Receiver(memory=knobs["memory"], capacity=knobs["capacity"])
    day = Help(**{name: knobs[name] for name in ("value", "meant", "repaid", "thanks")})
    felt = after([day] * DAYS, receiver)
    numbered = list(enumerate(felt, start=1))
    turn = next((n for n, feeling in numbered if feeling.avoid > HALF), None)
    return Picture(
        name=words("name"),
        figure=_figure(felt, turn, words),
        sentences=(
            words("never") if turn is None else words("from", day=turn),
            _end(felt[-1], words),
        ),
        header=(words("day"), words("debt"), words("unease"), words("repay"), words("avoid")),
        rows=tuple(row(str(n), *_cells(feeling, words)) for n, feeling in numbered),
    )


def _figure(felt: Sequence[Feeling], turn: int | None, words: Words) -> Figure:
    days = range(1, DAYS + 1)
    lines = [
        line(words("repay"), days, [100 * feeling.repay for feeling in felt], colour="@accent"),
        line(
            words("avoid"),
            days,
            [100 * feeling.avoid for feeling in felt],
            colour="@warm",
            dash="dash",
        ),
    ]
    across = axis(words("day"), dtick=1, range=[0.5, DAYS + 0.5])
    up = axis(words("chance"), range=[-3, 103])
    bound = {} if turn is None else upright(turn, words("turn"), at="foot")
    return {"data": lines, "layout": layout(across, up, **bound)}


def _end(last: Feeling, words: Words) -> str:
    chances = {"repay": words.percent(last.repay), "avoid": words.percent(last.avoid)}
    return words("end", day=DAYS, debt=last.debt, unease=last.unease, **chances)


def _cells(feeling: Feeling, words: Words) -> tuple[str, ...]:
    chances = (f"{words.percent(chance)}%" for chance in (feeling.repay, feeling.avoid))
    return (words.number(feeling.debt), words.number(feeling.unease), *chances)


def regan(knobs: Mapping[str, float], words: Words) -> Picture:
    """The six published means, and the chance of paying back that the model gives."""
    meant = {"favour": 1.0, "elsewhere": knobs["meant"], "none": 0.0}
    chance = {name: _repay(knobs["value"], how_far) for name, how_far in meant.items()}
    shares = {name: words.percent(share) for name, share in chance.items()}
    return Picture(
        name=words("name"),
        figure=_regan_figure(chance, words),
        sentences=(words("model-says", **shares), words("differs")),
        header=(words("corner"), words("tickets"), words("model")),
        rows=tuple(
            row(words(f"{favour}-{manner}"), words.number(tickets), f"{shares[favour]}%")
            for (favour, manner), tickets in REGAN_1971.items()
        ),
    )


def _regan_figure(chance: Mapping[str, float], words: Words) -> Figure:
    """Bars for the tickets on the axis below, diamonds for the model on the axis above."""
    labels = [words(f"{favour}-{manner}") for favour, manner in REGAN_1971]
    places = list(range(len(labels)))
    tickets = bars(places, list(REGAN_1971.values()), colours=["@high"] * len(places))
    chances = [100 * chance[favour] for favour, _ in REGAN_1971]
    model = marks(words("model"), chances, places, colour="@warm", symbol="diamond")
    above: dict[str, Any] = {"overlaying": "x", "side": "top", "fixedrange": True}
    above |= {"automargin": True, "showgrid": False, "linecolor": "@line", "tickcolor": "@line"}
    second = {"xaxis2": axis(words("model"), range=[0, 110], **above)}
    across = axis(words("tickets"), range=[0, 2.2])
    return {
        "data": [tickets, model | {"xaxis": "x2"}],
        "layout": layout(across, **rows(labels), **second),
    }


def _repay(value: float, meant: float) -> float:
    return after([Help(value=value, meant=meant)], Receiver())[0].repay
