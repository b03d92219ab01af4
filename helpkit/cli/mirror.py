"""The `helpkit mirror` command: a page that shows where a class divides."""

from pathlib import Path
from typing import Annotated

import typer

from helpkit.cli.options import HERE, CourseFolder, DryRun, ExerciseNumber, KeyFolder

__all__ = ["mirror"]


def mirror(
    exercise: ExerciseNumber,
    folder: CourseFolder = HERE,
    to: Annotated[
        Path | None,
        typer.Option(
            help="The page; by default mirror/NN.html in the course, or NN-names.html with --names."
        ),
    ] = None,
    exercises: KeyFolder = None,
    names: Annotated[bool, typer.Option("--names", help="Say who chose what.")] = False,
    dry_run: DryRun = False,
) -> None:
    """Write a page that shows where the class divides. Exit status 1 if a copy is unreadable."""
    from helpkit.cli.progress_bar import bar
    from helpkit.teacher.collect.collection import collected
    from helpkit.teacher.course.course import read_course
    from helpkit.teacher.course.targets import refuse_own
    from helpkit.teacher.mirror.class_counts import class_counts
    from helpkit.teacher.mirror.page import page_of

    course = read_course(folder)
    unread: list[str] = []
    with bar("Counting", len(collected(course, exercise).counting)) as step:
        counts = class_counts(
            course, exercise, names, exercises, step,
            lambda student, reason: unread.append(f"Not counted: {student}: {reason}"),
        )  # fmt: skip
    page = page_of(counts, course, exercise).encode()
    # The page for the projector is never replaced by the one with names.
    name = f"{exercise}-names.html" if names else f"{exercise}.html"
    path = to or course.root / "mirror" / name
    refuse_own(course, path)
    _write(path, page, dry_run)
    for line in unread:
        print(line)
    if unread:
        raise typer.Exit(1)


def _write(path: Path, page: bytes, dry_run: bool) -> None:
    from helpkit.journal.files import write_whole

    if dry_run:
        print(f"Would write {path}: {len(page)} bytes.")
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, page)
    print(f"{path}: open it in a browser.")
