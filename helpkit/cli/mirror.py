"""The `helpkit mirror` command."""

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["mirror"]

HERE = Path(".")


def mirror(
    exercise: Annotated[str, typer.Argument(help="The number of the exercise, such as 01.")],
    folder: Annotated[Path, typer.Option("--course", help="The folder of the course.")] = HERE,
    to: Annotated[
        Path | None,
        typer.Option(
            help="The page; by default mirror/NN.html in the course, or NN-names.html with --names."
        ),
    ] = None,
    exercises: Annotated[
        Path | None, typer.Option(help="A folder of exercises with keys, or the exercise itself.")
    ] = None,
    names: Annotated[bool, typer.Option("--names", help="Say who chose what.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be done; write nothing.")
    ] = False,
) -> None:
    """Write a page that shows where the class divides. Exit status 1 if a copy is unreadable."""
    from helpkit.cli.progress_bar import bar
    from helpkit.teacher.collect.collection import collected
    from helpkit.teacher.course.course import read_course
    from helpkit.teacher.course.targets import refuse_own
    from helpkit.teacher.mirror.gather import counted
    from helpkit.teacher.mirror.page import written

    course = read_course(folder)
    bad: list[str] = []
    with bar("Counting", len(collected(course, exercise).counting)) as step:
        counts = counted(
            course, exercise, names, exercises, step,
            lambda student, reason: bad.append(f"Not counted: {student}: {reason}"),
        )  # fmt: skip
    page = written(counts, course, exercise).encode()
    # The page for the projector is never replaced by the one with names.
    name = f"{exercise}-names.html" if names else f"{exercise}.html"
    path = to or course.root / "mirror" / name
    refuse_own(course, path)
    _write(path, page, dry_run)
    for line in bad:
        print(line)
    if bad:
        raise typer.Exit(1)


def _write(path: Path, page: bytes, dry_run: bool) -> None:
    from helpkit.journal.files import write_whole

    if dry_run:
        print(f"Would write {path}: {len(page)} bytes.")
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, page)
    print(f"{path}: open it in a browser.")
