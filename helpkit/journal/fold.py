"""From events to the state now. The rules are published: see `State`.

Each activity has a draft, which an event changes in place. A state that was handed out never
changes: it has copies of the drafts, and only those that changed since are copied anew. So one more
event costs the same after thousands as after a few.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final

from helpkit.journal.event import EVERY_ITEM, Event

__all__ = ["ActivityState", "Fold", "State", "fold"]


@dataclass(frozen=True, slots=True)
class ActivityState:
    """The state of one activity. The rules are those of `State`; treat it as read-only."""

    predictions: Mapping[str, Event] = field(default_factory=dict)
    answers: Mapping[str, Any] = field(default_factory=dict)
    answered_at: Mapping[str, str] = field(default_factory=dict)
    answer_order: Mapping[str, int] = field(default_factory=dict, compare=False)
    reveals: Mapping[str, Any] = field(default_factory=dict)
    choices: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    reflections: Mapping[str, Event] = field(default_factory=dict)
    votes: Mapping[tuple[str, int], Any] = field(default_factory=dict)
    shares: tuple[Event, ...] = ()
    hand_ins: tuple[Event, ...] = ()

    def chosen(self, item: str, options: Sequence[str]) -> list[str]:
        """Those of the options that were ever chosen: each once, the last choice last."""
        latest: dict[str, None] = {}
        for value in reversed(self.choices.get(item, ())):
            if value in options and value not in latest:
                latest[value] = None
                if len(latest) == len(options):
                    break
        return [*reversed(latest)]


@dataclass(frozen=True, slots=True)
class State:
    """The state of every lesson and activity. Treat it as read-only.

    Events are read in order of number, then time, then segment, then line; within a segment that is
    always the order of lines. `answer_order` has the place of the current answer among all
    events of the kind `answer`. By kind:

    - `prediction`: the first of an item wins; nothing removes it, not even a reset.
    - `answer`: the last wins; the value null removes the item.
    - `reveal`: the first wins, and keeps the answer that stood at that moment, or None. A reveal
      of `*` is that of every item answered so far, and of the item `*` itself.
    - `choice`: all values, in order.
    - `reflection`: the last wins.
    - `vote`: the value is `{"round": 1 or more, "value": ...}`; the last of an item and round wins.
    - `share`, `hand_in`: all, in order; nothing removes them.
    - `reset`: clears the answers, reveals, choices, reflections and votes of its item that came
      before it, or of the whole activity when the item is `*`.
    """

    activities: Mapping[tuple[str, str], ActivityState] = field(default_factory=dict)

    def of(self, lesson: str, activity: str) -> ActivityState:
        """The state of one activity; an empty one if nothing was done in it."""
        return self.activities.get((lesson, activity), ActivityState())


def fold(events: Iterable[Event]) -> State:
    """The state after these events, which come in order; the rules are those of `State`."""
    folded = Fold()
    folded.add(events)
    return folded.state()


class Fold:
    """The state after all events so far; more can follow, in order."""

    def __init__(self) -> None:
        """Nothing has happened yet."""
        self._drafts: dict[tuple[str, str], _Draft] = {}
        self._places = count()
        self._changed: dict[tuple[str, str], None] = {}
        self._state = State()

    def add(self, events: Iterable[Event]) -> None:
        """These events come after all before."""
        for event in events:
            key = event.lesson, event.activity
            draft = self._drafts.get(key)
            if draft is None:
                draft = self._drafts[key] = _Draft(self._places)
            _RULES[event.kind](draft, event)
            self._changed[key] = None

    def state(self) -> State:
        """The state now; it stays as it is when more events are added."""
        if self._changed:
            fresh = {key: self._drafts[key].finished() for key in self._changed}
            self._state = State({**self._state.activities, **fresh})
            self._changed.clear()
        return self._state


@dataclass(slots=True)
class _Draft:
    """An ActivityState in the making; it never leaves `Fold`."""

    places: Iterator[int]
    """Those that the next answers have, of whatever activity."""

    predictions: dict[str, Event] = field(default_factory=dict)
    answers: dict[str, Any] = field(default_factory=dict)
    answered_at: dict[str, str] = field(default_factory=dict)
    answer_order: dict[str, int] = field(default_factory=dict)
    reveals: dict[str, Any] = field(default_factory=dict)
    choices: dict[str, list[Any]] = field(default_factory=dict)
    reflections: dict[str, Event] = field(default_factory=dict)
    votes: dict[tuple[str, int], Any] = field(default_factory=dict)
    shares: list[Event] = field(default_factory=list)
    hand_ins: list[Event] = field(default_factory=list)

    def finished(self) -> ActivityState:
        """A copy that later events do not change."""
        return ActivityState(
            predictions=dict(self.predictions),
            answers=dict(self.answers),
            answered_at=dict(self.answered_at),
            answer_order=dict(self.answer_order),
            reveals=dict(self.reveals),
            choices={item: tuple(values) for item, values in self.choices.items()},
            reflections=dict(self.reflections),
            votes=dict(self.votes),
            shares=tuple(self.shares),
            hand_ins=tuple(self.hand_ins),
        )


def _prediction(draft: _Draft, event: Event) -> None:
    draft.predictions.setdefault(event.item, event)


def _answer(draft: _Draft, event: Event) -> None:
    place = next(draft.places)
    if event.value is None:
        draft.answers.pop(event.item, None)
        draft.answered_at.pop(event.item, None)
        draft.answer_order.pop(event.item, None)
    else:
        draft.answers[event.item] = event.value
        draft.answered_at[event.item] = event.at
        draft.answer_order[event.item] = place


def _reveal(draft: _Draft, event: Event) -> None:
    revealed = [*draft.answers] if event.item == EVERY_ITEM else []
    for item in (*revealed, event.item):
        draft.reveals.setdefault(item, draft.answers.get(item))


def _choice(draft: _Draft, event: Event) -> None:
    draft.choices.setdefault(event.item, []).append(event.value)


def _reflection(draft: _Draft, event: Event) -> None:
    draft.reflections[event.item] = event


def _vote(draft: _Draft, event: Event) -> None:
    draft.votes[event.item, event.value["round"]] = event.value["value"]


def _share(draft: _Draft, event: Event) -> None:
    draft.shares.append(event)


def _hand_in(draft: _Draft, event: Event) -> None:
    draft.hand_ins.append(event)


def _reset(draft: _Draft, event: Event) -> None:
    every = event.item == EVERY_ITEM
    for name in ("answers", "answered_at", "answer_order", "reveals", "choices", "reflections"):
        kept: dict[str, Any] = getattr(draft, name)
        for item in [item for item in kept if every or item == event.item]:
            del kept[item]
    for vote in [vote for vote in draft.votes if every or vote[0] == event.item]:
        del draft.votes[vote]


_RULES: Final[Mapping[str, Callable[[_Draft, Event], None]]] = {
    "prediction": _prediction,
    "answer": _answer,
    "reveal": _reveal,
    "reset": _reset,
    "choice": _choice,
    "reflection": _reflection,
    "vote": _vote,
    "share": _share,
    "hand_in": _hand_in,
}
