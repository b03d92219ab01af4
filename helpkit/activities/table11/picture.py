"""The situations of Table 1.1 as events: how far does helping strain each, and how far failing?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from helpkit.content import Content
from helpkit.content.strains import Strains, strains
from helpkit.frontend.charts.lines import axis, bars, layout, marks, row, rows
from helpkit.frontend.charts.picture import Figure, Picture, Row
from helpkit.frontend.charts.words import Words

__all__ = ["ORDERS", "table11"]

TALL: Final = 36
"""Height of a row in pixels."""

ORDERS: Final[Mapping[str, Callable[[Strains], float]]] = {
    "shuffled": lambda _one: 0,
    "strain": lambda event: -event.helping,
    "difference": lambda event: event.difference,
}
"""How the situations are sorted; where two are equal, they keep their order."""


def table11(
    dealt: Sequence[str], content: Content, words: Words, *, order: str, reversed: bool
) -> Picture:
    """Two marks for each situation, and the line between them; `dealt` is their order."""
    pairs = strains(content, reversed=reversed)
    stage = _Stage(content, words, reversed)
    sorted_ = sorted(dealt, key=lambda key: ORDERS[order](pairs[key]))
    header = ("situation", "helping", "strain", "failing", "strain", "difference")
    return Picture(
        name=words("name"),
        figure=_figure(
            [stage.sentence(key) for key in sorted_], [pairs[k] for k in sorted_], words
        ),
        sentences=stage.sentences({key: pairs[key] for key in sorted_}),
        header=tuple(map(words, header)),
        rows=tuple(stage.row(key, pairs[key]) for key in sorted_),
    )


@dataclass(frozen=True)
class _Stage:
    """The situations in words."""

    content: Content
    words: Words
    reversed: bool

    def plain(self, key: str, *, helping: bool = True) -> str:
        """One event in words, to stand within a sentence."""
        event, terms = self.content.events[key], self.content.terms
        pair = (terms[event.helper], terms[event.client])
        who, whom = pair[::-1] if self.reversed else pair
        return terms[event.helping if helping else event.failing].phrase(who, whom)

    def sentence(self, key: str, *, helping: bool = True) -> str:
        """The same as a sentence without its full stop."""
        sentence = self.plain(key, helping=helping)
        return sentence[:1].upper() + sentence[1:]

    def row(self, key: str, pair: Strains) -> Row:
        """One situation in the table."""
        number = self.words.number
        helping, failing = number(pair.helping), number(pair.failing)
        card, right = self.content.situations[key].text, self.sentence(key)
        wrong = self.sentence(key, helping=False)
        return row(card, right, helping, wrong, failing, number(pair.difference))

    def sentences(self, pairs: Mapping[str, Strains]) -> tuple[str, ...]:
        """How often helping fits better, where not, and what the roles do."""
        odd = [key for key, event in pairs.items() if event.difference <= 0]
        counted = self.words("counted", fits=len(pairs) - len(odd), of=len(pairs))
        listed = "; ".join(map(self.plain, odd))
        exceptions = self.words("exceptions", events=listed)
        return (counted, exceptions, *self._turned(pairs))

    def _turned(self, pairs: Mapping[str, Strains]) -> tuple[str, ...]:
        if not self.reversed:
            return ()
        before = strains(self.content)
        more = sum(event.helping > before[key].helping for key, event in pairs.items())
        return (self.words("turned", more=more, of=len(pairs)),)


def _figure(labels: Sequence[str], pairs: Sequence[Strains], words: Words) -> Figure:
    places = list(range(len(pairs)))
    helping, failing = [event.helping for event in pairs], [event.failing for event in pairs]
    lengths, starts = [abs(event.difference) for event in pairs], map(min, helping, failing)
    between = bars(places, lengths, colours=["@edge"] * len(pairs), base=list(starts))
    between |= {"width": 0.12, "hoverinfo": "skip", "showlegend": False}
    spots = [
        marks(words("helping"), helping, places, colour="@accent"),
        marks(words("failing"), failing, places, colour="@warm", symbol="diamond-open"),
    ]
    for trace in spots:
        trace["hovertemplate"] = "%{x:.2f}<extra>%{fullData.name}</extra>"
    named = rows(labels) | {"showlegend": True, "height": TALL * len(labels)}
    named["up"] |= {"autorange": False, "range": [len(labels) - 0.4, -0.7]}
    across = axis(words("strain"), range=[-1, 31])
    return {"data": [between, *spots], "layout": layout(across, **named)}
