"""A cast scene as the model plays it: sentiments for ids, sentences for acts, repairs by name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from helpkit.activities.casting.activity import CastingActivity
from helpkit.content import Content, equations, sentiments
from helpkit.content.cast import CastScene, Culture, Side
from helpkit.models.affect_control import EPA
from helpkit.models.casting import Act, Beat, Repair, mend, play

__all__ = ["Cast", "Played", "felt", "known", "played"]

HELP, IGNORE = "help", "ignore"
"""What an act is compared with: help with failing, and everything else with help."""


def known(culture: Culture) -> Mapping[str, EPA]:
    """How each term is felt there; terms that were not rated there are missing."""
    every = sentiments()
    if culture == "nc1978":
        return {key: term.epa for key, term in every.items()}
    return {key: term.germany for key, term in every.items() if term.germany is not None}


def felt(term: str, culture: Culture) -> EPA:
    """How one term is felt there."""
    rating = sentiments()[term]
    return rating.epa if culture == "nc1978" or rating.germany is None else rating.germany


@dataclass(frozen=True)
class Cast:
    """A scene, and the words and acts it is told and mended with."""

    scene: CastScene
    activity: CastingActivity
    content: Content

    def the(self, side: Side) -> str:
        """Somebody with the article."""
        return self.content.terms[self.who(side)].the or ""

    def who(self, side: Side) -> str:
        """The id of one of the two."""
        return self.scene.first if side == "first" else self.scene.second

    def tell(self, by: Side, act: str) -> str:
        """An event as a sentence without its full stop."""
        terms = self.content.terms
        other: Side = "second" if by == "first" else "first"
        sentence = terms[act].phrase(terms[self.who(by)], terms[self.who(other)])
        return sentence[:1].upper() + sentence[1:]

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """Each event as a sentence."""
        return tuple(self.tell(event.by, event.act) for event in self.scene.events)

    @property
    def helping(self) -> Mapping[str, EPA]:
        """The acts from which repairs come."""
        rated = known(self.scene.culture)
        return {key: rated[key] for key in self.activity.helping if key in rated}

    def beats(self, acts: Sequence[tuple[Side, str]]) -> tuple[Beat, ...]:
        """These acts as the model sees them."""
        culture = self.scene.culture
        made = [Act(by, felt(act, culture)) for by, act in acts]
        first, second = felt(self.scene.first, culture), felt(self.scene.second, culture)
        return play(first, second, made, equations(culture))


@dataclass(frozen=True)
class Played:
    """What came of it.

    `repairs` has three for each event; `instead` is what could have stood in the place of the last
    one, with its strain; `by_role` is how far the first is one-up before anything happens.
    """

    beats: tuple[Beat, ...]
    repairs: tuple[tuple[Repair, ...], ...]
    instead: tuple[str, float] | None
    by_role: float


def played(cast: Cast) -> Played:
    """Play a scene to its end."""
    acts: list[tuple[Side, str]] = [(event.by, event.act) for event in cast.scene.events]
    beats = cast.beats(acts)
    candidates = cast.helping
    return Played(
        beats=beats,
        repairs=tuple(mend(beat, candidates) for beat in beats),
        instead=_instead(cast, acts),
        by_role=_by_role(cast),
    )


def _instead(cast: Cast, acts: list[tuple[Side, str]]) -> tuple[str, float] | None:
    if not acts:
        return None
    by, act = acts[-1]
    other = IGNORE if act == HELP else HELP
    return cast.tell(by, other), cast.beats([*acts[:-1], (by, other)])[-1].strain


def _by_role(cast: Cast) -> float:
    first, second = (felt(cast.who(side), cast.scene.culture) for side in ("first", "second"))
    return first[1] - second[1]
