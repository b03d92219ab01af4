"""Who is up and who is down, move by move, and how uneasy are both about it?"""

from collections.abc import Sequence

from helpkit.frontend.charts.lines import row
from helpkit.frontend.charts.picture import Picture
from helpkit.frontend.charts.words import Words
from helpkit.models.see_saw import BOTTOM, MOVES, TOP, SeeSaw, Side, play

__all__ = ["Turn", "balanced", "see_saw"]

MIDDLE = 5.0
UNEASY = ((0.0, "at-ease"), (2.0, "a-little"), (4.0, "uneasy"), (20.0, "very"))
"""Up to this discomfort, this word. The bounds are illustrative, as the model is."""

Turn = tuple[Side, str]
"""Who makes a move, and its id in the model."""


def balanced(*, tilt: float, gap: float) -> SeeSaw:
    """Where two people begin whose heights differ by `tilt`, around the middle."""
    return SeeSaw(MIDDLE + tilt / 2, MIDDLE - tilt / 2, gap)


def see_saw(turns: Sequence[Turn], start: SeeSaw, words: Words) -> Picture:
    """Where both stand, how it feels, and what the last move did; the widget draws it itself."""
    trace = play(turns, start)
    sentences = [words("start"), *(_told(turn, words) for turn in turns)]
    last = _effect(turns[-1], trace[-2], words) if turns else ()
    return Picture(
        name=words("name"),
        figure={},
        sentences=(_stand(trace[-1], words), _feel(trace[-1], words), *last),
        header=tuple(words(key) for key in ("move", "first", "second", "discomfort")),
        rows=tuple(
            row(what, *map(words.number, (state.first, state.second, state.discomfort)))
            for what, state in zip(sentences, trace, strict=True)
        ),
    )


def _told(turn: Turn, words: Words) -> str:
    side, move = turn
    return words("did", who=words(side), move=words(move))


def _stand(now: SeeSaw, words: Words) -> str:
    """Who is one-up."""
    difference = now.first - now.second
    if difference == 0:
        return words("level", height=now.first)
    up, down = ("first", "second") if difference > 0 else ("second", "first")
    return words("one-up", up=words(up), down=words(down), by=abs(difference))


def _feel(now: SeeSaw, words: Words) -> str:
    """How far it is from what both like best."""
    name = next(name for bound, name in UNEASY if now.discomfort <= bound)
    return words(name, discomfort=now.discomfort)


def _effect(turn: Turn, before: SeeSaw, words: Words) -> tuple[str, ...]:
    """What the move does to either, and who cannot go as far as that."""
    changes = _changes(turn)
    signed = {who: _signed(change, words) for who, change in changes.items()}
    heights = {"first": before.first, "second": before.second}
    edges = (_edge(who, heights[who] + changes[who], words) for who in changes)
    return (words("effect", told=_told(turn, words), **signed), *filter(None, edges))


def _changes(turn: Turn) -> dict[str, float]:
    """What the move would do to each where there is room for it."""
    side, move = turn
    own, other = MOVES[move].own, MOVES[move].other
    ordered = (own, other) if side == "first" else (other, own)
    return dict(zip(("first", "second"), ordered, strict=True))


def _edge(who: str, wanted: float, words: Words) -> str:
    """That somebody goes no further than the end of the scale."""
    if wanted > TOP:
        return words("at-top", who=words(who), height=TOP)
    return words("at-bottom", who=words(who), height=BOTTOM) if wanted < BOTTOM else ""


def _signed(change: float, words: Words) -> str:
    return f"+{words.number(change)}" if change > 0 else words.number(change)
