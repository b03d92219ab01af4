"""What the `helpkit` command can do. Nothing heavy is imported before a command needs it."""

from collections.abc import Sized
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpkit import __version__
from helpkit.errors import HelpkitError

if TYPE_CHECKING:
    from rich.table import Table

    from helpkit.content import Content
    from helpkit.journal import ActivityState, Journal

__all__ = ["app"]

app = typer.Typer(
    name="helpkit",
    help="An interactive course on the psychology of helping, in English and Dutch.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

COURSE = Path("course")


def _version(wanted: bool) -> None:
    if wanted:
        print(f"helpkit {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version.")
    ] = False,
) -> None:
    """What stands before a command."""


@app.command()
def lab(
    folder: Annotated[Path, typer.Argument(help="The course folder; made if needed.")] = COURSE,
    language: Annotated[str, typer.Option(help="en or nl: which lessons to open.")] = "en",
    browser: Annotated[bool, typer.Option(help="Open the browser.")] = True,
    port: Annotated[int | None, typer.Option(help="Port to listen on.", min=1, max=65535)] = None,
) -> None:
    """Open the lessons in JupyterLab; Ctrl-C ends it."""
    from helpkit import welcome
    from helpkit.content import languages, load
    from helpkit.course import WELCOME, Course, lessons_folder, notebooks
    from helpkit.lab import server, workspace

    chosen = load(language)
    others = [load(other) for other in languages() if other != language]
    course = Course(folder)
    lessons = lessons_folder()
    ready = notebooks(lessons)
    page = welcome.page([chosen, *others], ready, course.state(), course.answers)
    for beside in course.lay_out(lessons, page):
        print(beside)
    workspace.prepare(course.workspaces, language, WELCOME, welcome.first_lesson(chosen, ready))
    print(f"The course is in {course.root}. JupyterLab starts; press Ctrl-C here to end it.")
    server.serve(course.root, course.workspaces, language, browser=browser, port=port)


@app.command()
def check(
    path: Annotated[
        Path | None, typer.Argument(help="A content folder; by default the installed one.")
    ] = None,
) -> None:
    """Check the content: one line for each fault, with file, table, key and what was expected."""
    from helpkit.content import faults, languages
    from helpkit.content.load import FOLDER

    folder = FOLDER if path is None else path
    if not (folder / "text").is_dir():
        raise HelpkitError(f"{folder} is not a content folder: it has no folder `text`")
    found = faults(folder)
    for fault in found:
        print(fault)
    if found:
        raise typer.Exit(1)
    print(f"No faults in the content ({', '.join(languages(folder))}).")


@app.command()
def progress(
    folder: Annotated[Path, typer.Argument(help="A course folder.")] = COURSE,
) -> None:
    """Show what the journals of a course folder hold; nothing is changed."""
    from rich.console import Console

    from helpkit.content import load
    from helpkit.course import Course
    from helpkit.journal import Journal

    content = load("en")
    answers = Course(folder).answers
    journal = Journal(answers)
    console = Console(soft_wrap=True, highlight=False, markup=False)
    if journal.events():
        console.print(_table(content, journal))
    else:
        console.print("No answers yet.")
    console.print(f"Answers are kept in {answers}")
    for notice in journal.notices():
        console.print(content.ui["journal"][notice.id].format(**notice.values))


def _table(content: "Content", journal: "Journal") -> "Table":
    from rich.table import Table

    last = {(event.lesson, event.activity): event.at for event in journal.events()}
    table = Table("Lesson", "Activity", "Holds", "Last (UTC)")
    for (lesson, key), state in sorted(journal.state().activities.items(), key=_by_lesson):
        activity = content.activities.get(lesson, {}).get(key)
        moment = last.get((lesson, key), "")[:16].replace("T", " ")
        table.add_row(lesson, activity.title if activity else key, _holds(state), moment)
    return table


def _by_lesson(row: "tuple[tuple[str, str], ActivityState]") -> str:
    return row[0][0]


def _holds(state: "ActivityState") -> str:
    """Return how many of each kind of thing stand, such as `answers 26, reveals 3`."""
    kinds: dict[str, Sized] = {
        "predictions": state.predictions,
        "answers": state.answers,
        "reveals": state.reveals,
        "choices": state.choices,
        "reflections": state.reflections,
        "votes": state.votes,
        "shares": state.shares,
        "hand-ins": state.hand_ins,
    }
    return ", ".join(f"{name} {len(kept)}" for name, kept in kinds.items() if kept)
