"""Which conversations did a learner play, and how did each line land in the client's chair?

A play is kept under `alone.1`, `two.2` and so on: the edition of the scene, the temperament of the
client, and the whole list of the choices, which the model walks again. A bare list is a play of the
first edition. How it landed is kept beside it under `felt.1`: for each of the helper's lines what
it did to trust and to the client's own standing, -2 to 2 each.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from helpkit.activities.converse.staging import FIRST_EDITION, Editions, Staging
from helpkit.content.prose import Prose
from helpkit.content.types import Content
from helpkit.errors import UnknownIdError
from helpkit.journal import ActivityState
from helpkit.models.dialogue import Choice, Effect, Meters, Path, Scene, step, walk

__all__ = [
    "LONGEST",
    "MOST",
    "NOW",
    "STRONGEST",
    "Conversation",
    "Play",
    "as_value",
    "begins",
    "choices_of",
    "conversation",
    "is_felt",
    "last",
    "next_number",
    "parse",
    "read",
    "recorded",
    "value_of",
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
class Conversation:
    """A path through a scene, with the person who was met."""

    staging: Staging
    path: Path

    @property
    def edition(self) -> int:
        """The edition of the scene."""
        return self.staging.text.edition

    @property
    def over(self) -> bool:
        """Whether it has come to an ending."""
        return self.path.last in self.staging.graph.endings

    def moves(self) -> Iterator[tuple[str, str]]:
        """The node of each move, and the choice."""
        return zip(self.path.nodes, self.path.choices, strict=False)

    def lines(self) -> Iterator[Prose]:
        """What the client said at each node, the last one included unless it is an ending."""
        marks: set[str] = set()
        nodes = self.staging.text.nodes
        for node, choice in self.moves():
            yield nodes[node].line(marks)
            marks.add(nodes[node].choices[choice].leaves)
        if not self.over:
            yield nodes[self.path.last].line(marks)


@dataclass(frozen=True)
class Play(Conversation):
    """One conversation; `two` people played it, or one. `felt` may stop short of the path."""

    number: int
    two: bool
    felt: tuple[Effect, ...] = ()

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


def as_value(play: Conversation) -> dict[str, Any]:
    """A play as the journal keeps it."""
    return value_of(play.staging, list(play.path.choices))


def value_of(staging: Staging, choices: Any) -> dict[str, Any]:
    """What the journal would keep of these choices, whether they can be made or not."""
    return {"edition": staging.text.edition, "with": staging.person, "said": choices}


def read(content: Content, scene: str, value: object) -> Conversation | None:
    """As `conversation`, for a single value."""
    return conversation(Editions(content, scene), value)


def conversation(editions: Editions, value: object) -> Conversation | None:
    """The conversation that a value of the journal stands for; None if there is no such one."""
    match value:
        case list():
            edition, person = FIRST_EDITION, ""
        case {"edition": int(edition), "with": str(person), "said": list(), **rest} if not rest:
            pass
        case _:
            return None
    staging = editions.staging(edition, person)
    path = walked(staging.graph, choices_of(value)) if staging else None
    return Conversation(staging, path) if staging and path else None


def choices_of(value: object) -> Any:
    """The choices in a value of the journal, if it is one."""
    return value.get("said") if isinstance(value, dict) else value


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


def recorded(editions: Editions, done: ActivityState) -> dict[int, Play]:
    """Every play in order of its number; one that is no longer possible is left out."""
    plays = {}
    for item, value in done.answers.items():
        name = parse(item)
        talk = conversation(editions, value) if name else None
        if name and talk:
            two, number = name
            felt = _felt(done.answers.get(f"felt.{number}"), talk.path)
            plays[number] = Play(talk.staging, talk.path, number, two, felt)
    return dict(sorted(plays.items()))


def _felt(value: Any, path: Path) -> tuple[Effect, ...]:
    if not is_felt(value, len(path.choices)):
        return ()
    return tuple(Effect(trust=trust, client=own) for trust, own in value)


def next_number(done: ActivityState) -> int:
    """The first number after all that are in use, by plays that cannot be opened as well."""
    return max((name[1] for name in map(parse, done.answers) if name), default=0) + 1


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
