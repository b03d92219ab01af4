"""The `helpkit progress` command: what the journals of a course folder hold."""

from collections.abc import Sized
from datetime import datetime
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpkit.cli.options import COURSE

if TYPE_CHECKING:
    from rich.table import Table

    from helpkit.content import Content
    from helpkit.journal import ActivityState, Event, State

__all__ = ["progress"]


def progress(
    folder: Annotated[Path, typer.Argument(help="A course folder.")] = COURSE,
) -> None:
    """Show what the journals of a course folder hold; nothing is changed."""
    from rich.console import Console

    from helpkit.content import load
    from helpkit.journal import Journal
    from helpkit.journal.lesson_view import work
    from helpkit.lab.course_folder import CourseFolder

    content = load("en")
    answers = CourseFolder(folder).answers
    journal = Journal(answers)
    console = Console(soft_wrap=True, highlight=False, markup=False)
    events = work(journal.events())
    console.print(_table(content, journal.state(), events) if events else "No answers yet.")
    console.print(f"Answers are kept in {answers}")
    for notice in journal.notices():
        console.print(content.ui["journal"][notice.id].format(**notice.values))


def _table(content: "Content", state: "State", events: "list[Event]") -> "Table":
    from rich.table import Table

    last = {(event.lesson, event.activity): event.at for event in events}
    table = Table("Lesson", "Activity", "Holds", "Last (your time)")
    for lesson, key in sorted(last, key=itemgetter(0)):
        activity = content.activities.get(lesson, {}).get(key)
        moment, counts = _local_time(last[lesson, key]), _counts(state.of(lesson, key))
        table.add_row(lesson, activity.title if activity else key, counts, moment)
    return table


def _local_time(at: str) -> str:
    """A time of a journal by the clock of this computer; a journal can hold any year."""
    try:
        moment = datetime.fromisoformat(at).astimezone()
    except (OverflowError, OSError):
        return f"{at[:16].replace('T', ' ')} UTC"
    return f"{moment:%Y-%m-%d %H:%M}"


def _counts(state: "ActivityState") -> str:
    """How many events of each kind there are, such as `answers 26, reveals 3`."""
    kinds: dict[str, Sized] = {
        "guesses": state.predictions,
        "answers": state.answers,
        "reveals": state.reveals,
        "choices": state.choices,
        "reflections": state.reflections,
        "votes": state.votes,
        "shares": state.shares,
        "submissions": state.hand_ins,
    }
    return ", ".join(f"{name} {len(events)}" for name, events in kinds.items() if events)
