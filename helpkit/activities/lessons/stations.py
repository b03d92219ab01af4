"""The lessons as stations: which are ready, how far the learner is, and where to go on."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Literal

from helpkit.content.activity import Activity
from helpkit.content.types import Chapter, Content
from helpkit.journal import Event, State

__all__ = ["Station", "last_lesson", "next_station", "stations"]

Stage = Literal["making", "new", "begun", "done"]


@dataclass(frozen=True, kw_only=True)
class Station:
    """A lesson on the map; `left` is about how many minutes it still takes."""

    id: str
    title: str
    about: str
    file: str
    minutes: int
    stage: Stage
    done: int
    of: int
    left: int


def stations(content: Content, state: State, ready: Set[str]) -> list[Station]:
    """All lessons in order; `ready` are the names of the notebooks that exist."""
    return [_station(content, chapter, state, ready) for chapter in content.chapters.values()]


def last_lesson(content: Content, events: Sequence[Event]) -> str:
    """The lesson of the last answer; "" before the first."""
    lessons = (
        event.lesson
        for event in reversed(events)
        if _belongs(content, event.lesson, event.activity)
    )
    return next(lessons, "")


def next_station(line: Sequence[Station], last: str) -> str:
    """The first open lesson from the last one on, else the first of all; "" if none is open."""
    waiting = [station.id for station in line if station.stage in ("new", "begun")]
    ahead = [lesson for lesson in waiting if lesson >= last]
    return next(iter(ahead or waiting), "")


def _belongs(content: Content, lesson: str, activity: str) -> bool:
    """Whether it is a part of an activity: the view of a lesson keeps events of its own."""
    return activity.partition(".")[0] in content.activities.get(lesson, {})


def _station(content: Content, chapter: Chapter, state: State, ready: Set[str]) -> Station:
    core = _core(content, chapter.id)
    done = [each for each in core if each.is_done(state.of(chapter.id, each.id), content)]
    begun = any(
        lesson == chapter.id and _belongs(content, lesson, activity)
        for lesson, activity in state.activities
    )
    return Station(
        id=chapter.id,
        title=chapter.title,
        about=chapter.about,
        file=chapter.file,
        minutes=chapter.minutes,
        stage=_stage(chapter.file in ready, begun, len(done) == len(core)),
        done=len(done),
        of=len(core),
        left=_left(chapter.minutes, core, done),
    )


def _core(content: Content, lesson: str) -> list[Activity]:
    """What a lesson is made of: all that asks for something, without what stands under *More*."""
    activities = content.activities.get(lesson, {})
    return [each for each in activities.values() if each.asks and not each.extra]


def _stage(ready: bool, begun: bool, done: bool) -> Stage:
    if not ready:
        return "making"
    if not begun:
        return "new"
    return "done" if done else "begun"


def _left(minutes: int, core: Sequence[Activity], done: Sequence[Activity]) -> int:
    """The share of the lesson that is open, to five minutes: there is reading in between."""
    open_share = 1 - _minutes(done) / _minutes(core) if core else 1
    return max(5, 5 * round(minutes * open_share / 5))


def _minutes(activities: Sequence[Activity]) -> int:
    return sum(activity.minutes for activity in activities)
