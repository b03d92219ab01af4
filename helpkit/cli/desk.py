"""The `helpkit desk` command: a teacher reads and gives points."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from helpkit.teacher.marking.desk import Desk

__all__ = ["desk"]

HERE = Path(".")


def desk(
    exercise: Annotated[str, typer.Argument(help="The number of the exercise, such as 01.")],
    folder: Annotated[Path, typer.Option("--course", help="The folder of the course.")] = HERE,
    exercises: Annotated[
        Path | None, typer.Option(help="A folder of exercises with keys, or the exercise itself.")
    ] = None,
    browser: Annotated[bool, typer.Option(help="Open the browser.")] = True,
    port: Annotated[int | None, typer.Option(help="Port to listen on.", min=1, max=65535)] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what there is to read; open and write nothing.")
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
    found = Desk(exercise, folder, exercises)
    stale = under_another_key(found.course, exercise, found.folder)
    if stale:
        print(stale)
    open_ones = _say(found)
    if dry_run:
        print(f"Nothing written; the desk would be {notebook_path(found.course, exercise)}.")
        raise typer.Exit(1 if open_ones or found.unread or stale else 0)
    path = write_notebook(found.course, exercise, found.content, exercises)
    _serve(path, browser, port)


def _say(found: "Desk") -> int:
    """Print what there is to read and what cannot be read; return how many texts are unmarked."""
    for student, reason in found.unread.items():
        print(f"Cannot be read: {student}: {reason}")
    marked = {
        key
        for name in found.markers()
        for key, levels in found.levels(name).items()
        if found.done(found.texts[key], levels)
    }
    open_ones = len(found.texts) - len(marked)
    anew = len(found.earlier().keys() - marked)
    if anew:
        print(f"Marked for an earlier text, to be read again: {anew}")
    print(f"Exercise {found.exercise}: texts {len(found.texts)}, still to be marked {open_ones}.")
    return open_ones


def _serve(path: Path, browser: bool, port: int | None) -> None:
    from helpkit.lab import server

    root = path.parent.resolve()
    workspaces = root / ".helpkit" / "workspaces"
    print(f"The desk is {path}. JupyterLab starts; press Ctrl-C here to end it.")
    server.serve(root, workspaces, "desk", notebook=path.name, browser=browser, port=port)
