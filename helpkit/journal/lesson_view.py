"""How a learner looks at a lesson: where they were, what they went past, one part at a time or all.

The lesson view keeps this beside the answers, as a private activity of its own in each lesson. It
is no answer: whoever counts, shares or hands in answers takes `work` and never sees it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from helpkit.journal.event import Event
from helpkit.journal.fold import State

__all__ = ["LAYOUTS", "LESSON_VIEW", "Look", "look", "work"]

LESSON_VIEW: Final = "lesson-view"
LAYOUTS: Final = ("steps", "page")
FOLDS: Final = (False, True)


@dataclass(frozen=True, slots=True)
class Look:
    """One lesson as its learner looks at it.

    `place` and `read` are ids of parts; `place` is empty if they never were anywhere. `layout` and
    `fold` hold for the whole course.
    """

    place: str
    read: list[str]
    layout: str
    fold: bool


def look(state: State, lesson: str) -> Look:
    """How a lesson is looked at now; what no lesson view writes is left out."""
    mine = state.of(lesson, LESSON_VIEW)
    place = mine.answers.get("place")
    read = (part for part in mine.choices.get("read", ()) if isinstance(part, str))
    return Look(
        place=place if isinstance(place, str) else "",
        read=[*dict.fromkeys(read)],
        layout=_last(state, "layout", LAYOUTS),
        fold=_last(state, "fold", FOLDS),
    )


def work(events: Iterable[Event]) -> list[Event]:
    """The events that are about the lessons themselves, in order."""
    return [event for event in events if event.activity != LESSON_VIEW]


def _last(state: State, item: str, values: tuple[Any, ...]) -> Any:
    """The last one chosen in any lesson; the first of the values when none was."""
    views = (done for (_, activity), done in state.activities.items() if activity == LESSON_VIEW)
    chosen = {
        done.answer_order[item]: done.answers[item]
        for done in views
        if done.answers.get(item) in values
    }
    return values[values.index(chosen[max(chosen)])] if chosen else values[0]
