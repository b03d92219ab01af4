"""A widget of a lesson with a real journal in a folder."""

from pathlib import Path
from typing import Any, TypeVar

from helpkit.content import load
from helpkit.frontend.base import ActivityWidget
from helpkit.journal import Event, Journal
from helpkit.journal.lesson_view import LESSON_VIEW

W = TypeVar("W", bound=ActivityWidget)


def made(kind: type[W], activity: str, folder: Path, language: str = "en") -> W:
    """As `Lesson` makes it, with a segment of its own."""
    content = load(language)
    lesson = next(name for name, ones in content.activities.items() if activity in ones)
    journal = Journal(folder, lesson=lesson, language=language)
    return kind(content.activities[lesson][activity], content, journal)


def event(kind: str, item: Any, value: Any = None, **more: Any) -> dict[str, Any]:
    """What the browser sends."""
    return {"kind": kind, "item": item, "value": value, **more}


def on_disk(folder: Path) -> list[Event]:
    """Every event that a new kernel would read."""
    return Journal(folder).events()


def look_around(folder: Path, lesson: str = "01") -> None:
    """Go through a lesson as the lesson view keeps it, and do nothing in it."""
    journal = Journal(folder, lesson=lesson)
    for item, value in {"place": "stories-text", "layout": "page", "fold": True}.items():
        journal.record(activity=LESSON_VIEW, item=item, value=value, private=True)
    journal.record(activity=LESSON_VIEW, item="read", kind="choice", value="a", private=True)
