"""Which conversations did a learner play, and how did each line land in the client's chair?

A play is kept as the whole list of its choices, under `alone.1`, `two.2` and so on; the model
walks it again. How it landed is kept beside it under `felt.1`: for each of the helper's lines what
it did to trust and to the client's own standing, -2 to 2 each.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from helpkit.errors import UnknownIdError
from helpkit.journal import ActivityState
from helpkit.models.dialogue import Choice, Effect, Meters, Path, Scene, step, walk

__all__ = [
    "LONGEST",
    "MOST",
    "NOW",
    "STRONGEST",
    "Play",
    "begins",
    "is_felt",
    "last",
    "parse",
    "recorded",
    "walked",
]

LONGEST = 60
"""The most moves a play may have."""

MOST = 99
"""The most plays of a scene that are kept."""

STRONGEST = 2
"""How much one line can do to trust or to a standing, as the client feels it."""

NOW = "now"
_ITEM = re.compile(r"(alone|two)\.([1-9][0-9]?)")


@dataclass(frozen=True)
class Play:
    """One conversation; `two` people played it, or one. `felt` may stop short of the path."""

    number: int
    two: bool
    path: Path
    felt: tuple[Effect, ...]
    over: bool

    @property
    def item(self) -> str:
        """Its name in the journal."""
        return f"{'two' if self.two else 'alone'}.{self.number}"

    @property
    def whole(self) -> bool:
        """Whether it is over and the client's chair has said how every line landed."""
        return self.over and len(self.felt) == len(self.path.choices)

    @property
    def felt_trace(self) -> tuple[Meters, ...]:
        """The meters as they were felt, summed and clamped as the model does it."""
        trace = [self.path.trace[0]]
        for effect in self.felt:
            trace.append(step(trace[-1], Choice("", "", effect, "")))
        return tuple(trace)


def walked(scene: Scene, choices: object) -> Path | None:
    """The path of these choices; None if they cannot be made one after the other."""
    if not isinstance(choices, list) or len(choices) > LONGEST:
        return None
    try:
        return walk(scene, choices) if all(isinstance(choice, str) for choice in choices) else None
    except UnknownIdError:
        return None


def is_felt(value: object, moves: int) -> bool:
    """Whether this says how lines landed, for no more lines than there are."""
    if not isinstance(value, list) or len(value) > moves:
        return False
    return all(
        isinstance(pair, list) and len(pair) == 2 and all(map(_fits, pair)) for pair in value
    )


def _fits(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int):
        return False
    return abs(value) <= STRONGEST


def recorded(scene: Scene, done: ActivityState) -> dict[int, Play]:
    """Every play in order of its number; one that is no longer possible is left out."""
    plays = {}
    for item, choices in done.answers.items():
        name = _ITEM.fullmatch(item)
        path = walked(scene, choices) if name else None
        if name and path:
            number = int(name[2])
            felt = _felt(done.answers.get(f"felt.{number}"), path)
            over = path.last in scene.endings
            plays[number] = Play(number, name[1] == "two", path, felt, over)
    return dict(sorted(plays.items()))


def _felt(value: Any, path: Path) -> tuple[Effect, ...]:
    if not is_felt(value, len(path.choices)):
        return ()
    return tuple(Effect(trust=trust, client=own) for trust, own in value)


def last(plays: Mapping[int, Play], done: ActivityState) -> Play | None:
    """The play touched last: played, or taken up again to look at."""
    if not plays:
        return None
    newest = max(plays.values(), key=lambda play: done.answer_order[play.item])
    again = done.answers.get(NOW)
    looked_back = done.answer_order.get(NOW, -1) > done.answer_order[newest.item]
    return plays.get(again, newest) if looked_back and type(again) is int else newest


def parse(item: object) -> tuple[bool, int] | None:
    """Whether two play it, and its number; None for what is not the name of a play."""
    name = _ITEM.fullmatch(item) if isinstance(item, str) else None
    return (name[1] == "two", int(name[2])) if name else None


def begins(whole: Sequence[str], start: Sequence[str]) -> bool:
    """Whether a play begins with these choices."""
    return list(whole[: len(start)]) == list(start)
