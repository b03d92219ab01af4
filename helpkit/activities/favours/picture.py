"""How do two people feel about an evening of favours, move by move?"""

from collections.abc import Sequence

from helpkit.frontend.charts.lines import axis, layout, line, row
from helpkit.frontend.charts.picture import Picture
from helpkit.frontend.charts.words import Words
from helpkit.models.ledger import PEOPLE, Effect, Give, Ledger, Move, Relation, Thank, play

__all__ = ["favours"]


def favours(
    moves: Sequence[Move], words: Words, *, inflation: float, relation: Relation
) -> Picture:
    """Two running accounts and the tension between them, and who feels short and why."""
    ledger = play(moves, inflation=inflation, relation=relation)
    steps = list(range(len(moves) + 1))
    account = {who: [now[who] for now in ledger.trace] for who in PEOPLE}
    lines = [
        line(words("account-a"), steps, account["A"], colour="@accent"),
        line(words("account-b"), steps, account["B"], colour="@warm", dash="dash"),
        line(words("tension"), steps, ledger.tension, colour="@edge", dash="dot"),
    ]
    for trace in lines:
        trace |= {"mode": "lines+markers", "marker": {"size": 7}}
    across = axis(words("move"), dtick=1, range=[-0.2, max(4, len(moves)) + 0.2])
    sentences = [
        _told(move, effect, words) for move, effect in zip(moves, ledger.effects, strict=True)
    ]
    return Picture(
        name=words("name"),
        figure={
            "data": lines,
            "layout": layout(across, axis(words("felt"), zeroline=True, zerolinecolor="@edge")),
        },
        sentences=(
            _verdict(ledger, words),
            *(_why(who, moves, ledger, inflation, words) for who in ledger.short),
            *(
                words("last", move=sentences[-1])
                for effect in ledger.effects[-1:]
                if effect != "counts"
            ),
        ),
        header=(words("move"), words("account-a"), words("account-b"), words("tension")),
        rows=tuple(
            row(what, *(words.number(number) for number in (now["A"], now["B"], tension)))
            for what, now, tension in zip(
                (words("start"), *sentences), ledger.trace, ledger.tension, strict=True
            )
        ),
    )


def _told(move: Move, effect: Effect, words: Words) -> str:
    """One move in words, and what it did where nobody would see it in the sums."""
    done = _done(move, words)
    return done if effect == "counts" else words("noted", move=done, effect=words(effect))


def _done(move: Move, words: Words) -> str:
    who = words(f"person-{move.by.lower()}")
    if isinstance(move, Give):
        return words("gives", who=who, value=move.value, currency=words(f"in-{move.currency}"))
    return words("thanks" if isinstance(move, Thank) else "ignores", who=who)


def _verdict(ledger: Ledger, words: Words) -> str:
    """Who feels short, in one sentence."""
    if len(ledger.trace) == 1:
        return words("nothing-yet")
    short = ledger.short
    if not short:
        return words("nobody")
    if len(short) == len(PEOPLE):
        return words("both", tension=ledger.tension[-1])
    who = words(f"person-{short[0].lower()}")
    return words("one", who=who, tension=ledger.tension[-1])


def _why(who: str, moves: Sequence[Move], ledger: Ledger, inflation: float, words: Words) -> str:
    """What somebody gave, what it feels like to them, and what came in."""
    gave = sum(move.value for move in moves if isinstance(move, Give) and move.by == who)
    got = sum(move.value for move in moves if isinstance(move, Give) and move.by != who)
    rest = round(ledger.balances[who] - got + inflation * gave, 9)  # thanks, less what felt cold
    return words(
        "why" if rest >= 0 else "why-cold",
        who=words(f"person-{who.lower()}"),
        gave=gave,
        feels=inflation * gave,
        got=got,
        thanks=abs(rest),
        short=-ledger.balances[who],
    )
