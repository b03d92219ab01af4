"""What does each act do to the scene, and who is one-up after it?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from helpkit.activities.casting.scene import Cast, Played
from helpkit.frontend.charts.lines import axis, layout, marks, row
from helpkit.frontend.charts.picture import Figure, Picture, Row
from helpkit.frontend.charts.words import Words
from helpkit.models.casting import Beat, Repair, Side

__all__ = ["casting"]

LONGEST: Final = 6
UPPER, LOWER = [0.48, 1], [0, 0.34]
"""The two panels, as parts of the height."""

HEADROOM: Final = 1.7
"""Above and below the line of the gap there is room for a few words."""

LEVEL: Final = 0.05
"""A gap smaller than this counts as none."""

COLOURS: Final[Mapping[Side, str]] = {"first": "@accent", "second": "@warm"}
SIDES: Final[tuple[Side, ...]] = ("first", "second")


def casting(cast: Cast, scene: Played, words: Words) -> Picture:
    """The strain and the gap of each event, each beside that of a neutral act in its place."""
    graph = _Graph(cast, scene, words)
    header = ("event", "strain", "neutral", "one-up", "neutral-one-up", "repairs")
    return Picture(
        name=words("name"),
        figure=graph.figure,
        sentences=graph.sentences,
        header=tuple(map(words, header)),
        rows=tuple(map(graph.row, cast.sentences, graph.scene.beats, graph.scene.repairs)),
    )


@dataclass(frozen=True)
class _Graph:
    """A scene that was played, about to be drawn."""

    cast: Cast
    scene: Played
    words: Words

    @property
    def figure(self) -> Figure:
        """Strain above, gap below, with the same events under both."""
        gaps = [abs(up) for beat in self.beats for up in (beat.gap, beat.neutral_gap)]
        most = HEADROOM * max(1, *gaps) if gaps else HEADROOM
        across = axis(self.words("number"), dtick=1, range=[0.4, LONGEST + 0.6], anchor="y2")
        up = axis(self.words("strain"), domain=UPPER, rangemode="tozero")
        second = axis(self.words("gap"), domain=LOWER, range=[-most, most])
        second |= {"fixedrange": True, "automargin": True, "gridcolor": "@line"}
        second |= {"zeroline": True, "zerolinecolor": "@edge", "linecolor": "@line"}
        shared = layout(across, up, yaxis2=second, height=380, bargap=0.4)
        return {
            "data": [*self._strains(), *self._neutral(), self._gaps()],
            "layout": {**shared, "barmode": "overlay", "annotations": [*self._tops()]},
        }

    @cached_property
    def beats(self) -> Sequence[Beat]:
        """The events as the model sees them."""
        return self.scene.beats

    @property
    def numbers(self) -> list[int]:
        """Where each event stands."""
        return list(range(1, len(self.beats) + 1))

    def _strains(self) -> list[dict[str, Any]]:
        """A bar for each event; each of the two has a colour and a pattern."""
        return [self._bars(side) for side in SIDES if any(beat.by == side for beat in self.beats)]

    def _bars(self, side: Side) -> dict[str, Any]:
        pairs = [(n, beat) for n, beat in zip(self.numbers, self.beats, strict=True)]
        mine = [(n, beat.strain) for n, beat in pairs if beat.by == side]
        pattern = {"shape": "/" if side == "second" else "", "size": 7, "solidity": 0.35}
        return {
            "type": "bar",
            "name": self.words("acts", who=self.cast.the(side)),
            "x": [n for n, _ in mine],
            "y": [strain for _, strain in mine],
            "hovertext": [self.cast.sentences[n - 1] for n, _ in mine],
            "hovertemplate": "%{hovertext}: %{y:.2f}<extra></extra>",
            "marker": {"color": COLOURS[side], "pattern": pattern},
        }

    def _neutral(self) -> list[dict[str, Any]]:
        """What a neutral act would have done at each moment, in both panels."""
        strain = [beat.baseline for beat in self.beats]
        gap = [beat.neutral_gap for beat in self.beats]
        upper, lower = (self._dots("neutral", y, symbol="diamond") for y in (strain, gap))
        dash = {"type": "constant", "value": 0.42, "thickness": 2, "width": 0, "color": "@ink"}
        for trace in (upper, lower):
            trace["marker"] |= {"color": "@paper"}
            trace |= {"mode": "markers", "error_x": dash}
        return [upper, {**lower, "yaxis": "y2", "showlegend": False}]

    def _gaps(self) -> dict[str, Any]:
        gaps = [beat.gap for beat in self.beats]
        return {**self._dots("who-is-up", gaps, symbol="circle"), "yaxis": "y2"}

    def _dots(self, name: str, y: Sequence[float], *, symbol: str) -> dict[str, Any]:
        trace = marks(self.words(name), self.numbers, y, colour="@ink", symbol=symbol)
        hover = f"{self.words(name)}: %{{y:.2f}}<extra></extra>"
        stroke = {"color": "@ink", "width": 2}
        return {**trace, "mode": "lines+markers", "line": stroke, "hovertemplate": hover}

    def _tops(self) -> list[dict[str, Any]]:
        """Which way is up for whom, at the edges of the lower panel."""
        spot = {"xref": "paper", "yref": "paper", "x": 0, "xanchor": "left", "xshift": 6}
        plain = {"showarrow": False, "font": {"size": 12}, **spot}
        upper = {"y": LOWER[1], "yanchor": "top", "text": self.words("up", who=self._the("first"))}
        lower = {"y": 0, "yanchor": "bottom", "text": self.words("down", who=self._the("second"))}
        return [{**plain, **upper}, {**plain, **lower}]

    @property
    def sentences(self) -> tuple[str, ...]:
        """What the last event did, what the opposite would have done, and who is one-up."""
        if not self.beats:
            return (self.words("nothing-yet"),)
        strained = (self._strained(), *self._instead(), *self._no_verdict())
        return (*strained, self._standing(), self._by_role())

    def _strained(self) -> str:
        last = self.beats[-1]
        key = "more" if last.strain > last.baseline else "less"
        numbers = {"strain": last.strain, "neutral": last.baseline}
        return self.words(key, event=self.cast.sentences[-1], **numbers)

    def _instead(self) -> tuple[str, ...]:
        if self.scene.instead is None:
            return ()
        event, strain = self.scene.instead
        return (self.words("instead", event=event, strain=strain),)

    def _no_verdict(self) -> tuple[str, ...]:
        """Where strain could be taken for a verdict: something kind strains, something unkind fits.

        Unkind acts are held beside helping, all others beside something neutral.
        """
        last, instead = self.beats[-1], self.scene.instead
        if self.cast.scene.events[-1].act not in self.cast.activity.failing:
            return (self.words("surprising"),) if last.strain > last.baseline else ()
        fits = instead is not None and last.strain < instead[1]
        return (self.words("expected"),) if fits else ()

    def _standing(self) -> str:
        gap = self.beats[-1].gap
        first, second = map(self._the, SIDES)
        if abs(gap) < LEVEL:
            return self.words("level", first=first, second=second)
        who, whom = (first, second) if gap > 0 else (second, first)
        return self.words("above", who=who, whom=whom, gap=abs(gap))

    def _by_role(self) -> str:
        gap = self.scene.by_role
        if abs(gap) < LEVEL:
            return self.words("by-role-level")
        who = self._the("first" if gap > 0 else "second")
        return self.words("by-role", who=who, gap=abs(gap))

    def row(self, event: str, beat: Beat, repairs: Sequence[Repair]) -> Row:
        """One event in the table."""
        mended = "; ".join(map(self._mended, repairs))
        numbers = map(self.words.number, (beat.strain, beat.baseline))
        return row(event, *numbers, self._up(beat.gap), self._up(beat.neutral_gap), mended)

    def _mended(self, repair: Repair) -> str:
        return self.words(
            "repair", event=self.cast.tell(repair.by, repair.id), strain=repair.strain
        )

    def _up(self, gap: float) -> str:
        if abs(gap) < LEVEL:
            return self.words("nobody")
        return self.words("who-up", who=self._the("first" if gap > 0 else "second"), gap=abs(gap))

    def _the(self, side: Side) -> str:
        return self.cast.the(side)
