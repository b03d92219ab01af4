"""What the `helpkit` command can do. Nothing heavy is imported before a command needs it."""

from collections.abc import Sized
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpkit import __version__
from helpkit.cli import course as teaching
from helpkit.cli import decide as deciding
from helpkit.cli import desk as at_desk
from helpkit.cli import grade as marking
from helpkit.cli import likeness as likening
from helpkit.cli import mirror as mirroring
from helpkit.errors import HelpkitError

if TYPE_CHECKING:
    from rich.table import Table

    from helpkit.content import Content
    from helpkit.content.scenes import SceneText
    from helpkit.journal import ActivityState, Journal
    from helpkit.models.scene_outcomes import Outcomes

__all__ = ["app"]

app = typer.Typer(
    name="helpkit",
    help="An interactive course on the psychology of helping, in English and Dutch.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

app.add_typer(teaching.course, name="course")
app.command()(teaching.release)
app.command()(teaching.collect)
app.add_typer(deciding.decide, name="decide")
app.command()(marking.grade)
app.command()(at_desk.desk)
app.command()(mirroring.mirror)
app.command()(likening.likeness)
app.command()(marking.gradebook)
app.command()(marking.feedback)

COURSE = Path("course")


def _version(wanted: bool) -> None:
    if wanted:
        print(f"helpkit {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Options that come before a command."""


@app.command()
def lab(
    folder: Annotated[Path, typer.Argument(help="The course folder, created if needed.")] = COURSE,
    language: Annotated[str, typer.Option(help="en or nl: which lessons to open.")] = "en",
    browser: Annotated[bool, typer.Option(help="Open the browser.")] = True,
    port: Annotated[int | None, typer.Option(help="Port to listen on.", min=1, max=65535)] = None,
) -> None:
    """Open the lessons in JupyterLab; Ctrl-C ends it."""
    from helpkit.content import languages, load
    from helpkit.lab import server, welcome, workspace
    from helpkit.lab.course_folder import WELCOME, Course, lessons_folder, notebooks

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
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Scene files, exercise or content folders; by default the installed content."
        ),
    ] = None,
) -> None:
    """Check scenes, exercises or the content: a line for each fault, with what was expected."""
    from helpkit.content.files import FOLDER

    wanted = paths or [FOLDER]
    for path in wanted:
        if not path.exists():
            raise HelpkitError(f"{path} does not exist: name a scene file or a folder")
    sound = [_check_one(path) for path in wanted]
    if not all(sound):
        raise typer.Exit(1)


def _check_one(path: Path) -> bool:
    if not path.is_dir():
        return _check_scene(path)
    return _check_exercise(path) if (path / "items.toml").exists() else _check_content(path)


def _check_exercise(folder: Path) -> bool:
    """Check the items, and key and rubric if present; a folder that was handed out has neither."""
    from helpkit.exercises.items import exercise_languages
    from helpkit.exercises.rules import exercise_faults
    from helpkit.teacher.grading.key_rules import key_faults
    from helpkit.teacher.grading.keys import KEY

    folder = folder.resolve()
    has_key = (folder / KEY).exists()
    found = exercise_faults(folder) or (key_faults(folder) if has_key else [])
    for fault in found:
        print(f"{folder.name}/{fault}")
    if not found:
        key = "with its key" if has_key else "without a key"
        print(f"{folder.name}: no faults, {key} ({', '.join(exercise_languages(folder))}).")
    return not found


def _check_content(folder: Path) -> bool:
    from helpkit.content import faults, languages, load
    from helpkit.content.scene_graph import content_faults

    if not (folder / "text").is_dir():
        raise HelpkitError(f"{folder} is not a content folder: it has no `text` folder")
    found = faults(folder) or [*content_faults(load(languages(folder)[0], folder))]
    for fault in found:
        print(fault)
    if not found:
        print(f"No faults in the content ({', '.join(languages(folder))}).")
    return not found


def _check_scene(path: Path) -> bool:
    from helpkit.content.scene_graph import check_scene

    done = check_scene(path)
    for fault in done.faults:
        print(fault)
    if not done.faults and done.scene and done.outcomes:
        print(f"{path}: {_size(done.scene, done.outcomes)}")
    return not done.faults


def _size(scene: "SceneText", done: "Outcomes") -> str:
    """How large a scene is, and how many paths come to each ending."""
    from helpkit.models.scene_outcomes import summary

    parts = f"no faults; nodes {len(scene.nodes)}, endings {len(scene.endings)}"
    if not done.complete:
        unsure = "whether one is at least as good as every other was not checked"
        return f"{parts}, too many paths to count; {unsure}."
    tallies = summary(done)
    counts = {key: tallies[key].count for key in scene.endings}
    each = ", ".join(f"{key} {scene.endings[key].kind} {count}" for key, count in counts.items())
    return f"{parts}, paths {sum(counts.values())} ({each})."


@app.command("new-scene")
def new_scene(
    path: Annotated[Path, typer.Argument(help="The file to write, such as my-scene.toml.")],
    language: Annotated[str, typer.Option(help="en or nl: the language of the template.")] = "en",
) -> None:
    """Write a small scene with comments to a new file, for you to make your own."""
    from helpkit.content import scene_file

    scene_file.new_scene(path, language)
    print(f"Write your scene in {path}, and check it:  helpkit check {path}")


@app.command()
def progress(
    folder: Annotated[Path, typer.Argument(help="A course folder.")] = COURSE,
) -> None:
    """Show what the journals of a course folder hold; nothing is changed."""
    from rich.console import Console

    from helpkit.content import load
    from helpkit.journal import Journal
    from helpkit.lab.course_folder import Course

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
    table = Table("Lesson", "Activity", "Holds", "Last (your time)")
    for (lesson, key), state in sorted(journal.state().activities.items(), key=_by_lesson):
        activity = content.activities.get(lesson, {}).get(key)
        moment = _local(last.get((lesson, key), ""))
        table.add_row(lesson, activity.title if activity else key, _holds(state), moment)
    return table


def _local(at: str) -> str:
    """A time of a journal by the clock of this computer; a journal can hold any year."""
    if not at:
        return ""
    try:
        moment = datetime.fromisoformat(at).astimezone()
    except (OverflowError, OSError):
        return f"{at[:16].replace('T', ' ')} UTC"
    return f"{moment:%Y-%m-%d %H:%M}"


def _by_lesson(row: "tuple[tuple[str, str], ActivityState]") -> str:
    return row[0][0]


def _holds(state: "ActivityState") -> str:
    """Return how many of each kind there are, such as `answers 26, reveals 3`."""
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
    return ", ".join(f"{name} {len(kept)}" for name, kept in kinds.items() if kept)
