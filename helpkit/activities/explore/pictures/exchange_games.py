"""What do both end up with when one of them trusts, and when one makes an offer?"""

from collections.abc import Mapping

from helpkit.frontend.charts.lines import axis, layout, line, marks, row, upright
from helpkit.frontend.charts.picture import Figure, Picture, Row
from helpkit.frontend.charts.words import Words
from helpkit.models import exchange_games as games

__all__ = ["trust", "ultimatum"]

AMOUNTS = range(int(games.ENDOWMENT) + 1)
STEPS = 40
SHARES = [step / STEPS for step in range(STEPS + 1)]


def trust(knobs: Mapping[str, float], words: Words) -> Picture:
    """The trust game: `sent` of ten, and the share that is `returned`."""
    sent, returned = knobs["sent"], knobs["returned"]
    now = games.trust(sent=sent, returned=returned)
    usual = games.trust(sent=sent, returned=games.MEAN_RETURNED)
    nothing = games.trust(sent=0, returned=0)
    return Picture(
        name=words("name"),
        figure=_trust_figure(sent, returned, words),
        sentences=(
            _ends(sent, returned, words),
            _paid(now.first - games.ENDOWMENT, words),
            words("published", you=_mean_end()),
        ),
        header=(words("corner"), words("you"), words("other")),
        rows=tuple(
            _both(words(name), end, words)
            for name, end in (("now", now), ("usual", usual), ("kept", nothing))
        ),
    )


def _trust_figure(sent: float, returned: float, words: Words) -> Figure:
    ends = [games.trust(sent=sent, returned=returned) for sent in AMOUNTS]
    mean = [games.trust(sent=sent, returned=games.MEAN_RETURNED).first for sent in AMOUNTS]
    now = games.trust(sent=sent, returned=returned)
    lines = [
        line(words("you"), AMOUNTS, [end.first for end in ends], colour="@accent"),
        line(words("other"), AMOUNTS, [end.second for end in ends], colour="@warm", dash="dash"),
        line(words("usual"), AMOUNTS, mean, colour="@edge", dash="dot"),
        marks(words("now"), [sent, sent], [now.first, now.second], colour="@ink"),
    ]
    across = axis(words("sent"), range=[-0.4, 10.4])
    up = axis(words("have"), range=[-1, 31])
    bound = upright(games.ENDOWMENT * games.MEAN_SENT, words("mean-sent"))
    return {"data": lines, "layout": layout(across, up, **bound)}


def _ends(sent: float, returned: float, words: Words) -> str:
    now, tripled = games.trust(sent=sent, returned=returned), games.MULTIPLIER * sent
    back = {"percent": words.percent(returned), "back": tripled * returned}
    return words("ends", sent=sent, tripled=tripled, **back, you=now.first, other=now.second)


def _mean_end() -> float:
    """What somebody ends up with who sends the mean and gets the mean share back."""
    sent = games.ENDOWMENT * games.MEAN_SENT
    return games.trust(sent=sent, returned=games.MEAN_RETURNED).first


def _paid(gain: float, words: Words) -> str:
    if abs(gain) < 0.005:
        return words("even")
    return words("gain" if gain > 0 else "loss", gain=abs(gain))


def _both(name: str, end: games.GameOutcome, words: Words) -> Row:
    return row(name, words.number(end.first), words.number(end.second))


def ultimatum(knobs: Mapping[str, float], words: Words) -> Picture:
    """The ultimatum game: an `offer`, and how much having less hurts the other, `envy`."""
    offer, envy = knobs["offer"], knobs["envy"]
    now = games.ultimatum(offer=offer, envy=envy)
    answer = "taken" if games.accepts(offer, envy=envy) else "refused"
    least = 100 * games.smallest_accepted(envy=envy)
    listed = {"now": offer, "mean-offer": games.MEAN_OFFER, "half": 0.5}
    return Picture(
        name=words("name"),
        figure=_ultimatum_figure(offer, envy, words),
        sentences=(
            words(answer, percent=words.percent(offer), you=now.first, other=now.second),
            words("least", percent=least),
            words("published"),
        ),
        header=(words("corner"), words("you"), words("other")),
        rows=tuple(
            _both(words(name), games.ultimatum(offer=share, envy=envy), words)
            for name, share in listed.items()
        ),
    )


def _ultimatum_figure(offer: float, envy: float, words: Words) -> Figure:
    ends = [games.ultimatum(offer=share, envy=envy) for share in SHARES]
    percents = [100 * share for share in SHARES]
    now = games.ultimatum(offer=offer, envy=envy)
    lines = [
        line(words("you"), percents, [end.first for end in ends], colour="@accent"),
        line(words("other"), percents, [end.second for end in ends], colour="@warm", dash="dash"),
        marks(words("now"), [100 * offer] * 2, [now.first, now.second], colour="@ink"),
    ]
    across = axis(words("offer"), range=[-3, 104])
    up = axis(words("have"), range=[-0.5, 11])
    bound = upright(100 * games.MEAN_OFFER, words("mean-offer"))
    return {"data": lines, "layout": layout(across, up, **bound)}
