"""The `helpkit desk` command: a teacher reads and gives points."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpkit.cli import options
from helpkit.cli.options import HERE, Browser, CourseFolder, ExerciseNumber, KeyFolder, Port

if TYPE_CHECKING:
    from helpkit.teacher.marking.desk import Desk

__all__ = ["desk"]


def desk(
    exercise: ExerciseNumber,
    folder: CourseFolder = HERE,
    exercises: KeyFolder = None,
    browser: Browser = True,
    port: Port = None,
    dry_run: Annotated[
        bool, options.dry_run("Say what there is to read; open and write nothing.")
    ] = False,
) -> None:
    """Read what people must read, with names hidden, and give points; Ctrl-C ends it.

    With --dry-run, the exit status is 1 if a text is still to be marked or cannot be read, or if
    the exercise was graded under another key.
    """
    from importlib import import_module

    from helpkit.teacher.marking.desk import Desk
    from helpkit.teacher.marking.notebook import notebook_path, write_notebook
    from helpkit.teacher.results.results import under_another_key

    import_module("krippendorff")  # if it is missing, say so now, not in the middle of marking
    desk = Desk(exercise, folder, exercises)
    stale = under_another_key(desk.course, exercise, desk.folder)
    if stale:
        print(stale)
    unmarked = _report(desk)
    if dry_run:
        print(f"Nothing written; the desk would be {notebook_path(desk.course, exercise)}.")
        raise typer.Exit(1 if unmarked or desk.unread or stale else 0)
    path = write_notebook(desk.course, exercise, desk.content, exercises)
    _serve(path, browser, port)


def _report(desk: "Desk") -> int:
    """Print what there is to read and what cannot be read; return how many texts are unmarked."""
    for student, reason in desk.unread.items():
        print(f"Cannot be read: {student}: {reason}")
    marked = {
        key
        for name in desk.markers()
        for key, marks in desk.marks_of(name).items()
        if desk.done(desk.texts[key], marks)
    }
    unmarked = len(desk.texts) - len(marked)
    outdated = len(desk.earlier().keys() - marked)
    if outdated:
        print(f"Marked for an earlier text, to be read again: {outdated}")
    print(f"Exercise {desk.exercise}: texts {len(desk.texts)}, still to be marked {unmarked}.")
    return unmarked


def _serve(path: Path, browser: bool, port: int | None) -> None:
    from helpkit.lab import server

    root = path.parent.resolve()
    workspaces = root / ".helpkit" / "workspaces"
    print(f"The desk is {path}. JupyterLab starts; press Ctrl-C here to end it.")
    server.serve(root, workspaces, "desk", notebook=path.name, browser=browser, port=port)
