"""The `helpkit collect` command: a teacher collects what students submitted."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpkit.cli.options import HERE, CourseFolder, DryRun, ExerciseNumber

if TYPE_CHECKING:
    from helpkit.teacher.collect.collection import Collection

__all__ = ["collect"]


def collect(
    exercise: ExerciseNumber,
    downloads: Annotated[
        Path | None,
        typer.Argument(help="A zip from a platform, a submission, or a folder of them."),
    ] = None,
    folder: CourseFolder = HERE,
    worksheet: Annotated[
        Path | None,
        typer.Option(help="Moodle's grading worksheet or Canvas's gradebook; it is kept."),
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Collect submissions; nothing in them is run. Exit status 1 if something needs a look."""
    from helpkit.cli.progress_bar import bar
    from helpkit.errors import CourseError
    from helpkit.teacher.collect.collect import collect
    from helpkit.teacher.collect.report import report
    from helpkit.teacher.course.course import read_course

    course = read_course(folder)
    if not (downloads or worksheet):
        raise CourseError(
            f"say where the submissions are, such as  helpkit collect {exercise} downloads"
        )
    with bar("Reading") as step:
        collection = collect(
            course, exercise, downloads, worksheet=worksheet, dry_run=dry_run, step=step
        )
    nothing = [] if collection.candidates or not downloads else [_nothing(exercise, downloads)]
    lines = report(collection, course)
    for line in (*collection.faults, *lines, *nothing, _counts(collection, dry_run)):
        print(line)
    if collection.faults or nothing or not collection.is_whole:
        raise typer.Exit(1)


def _nothing(exercise: str, downloads: Path) -> str:
    return (
        f"Nothing in {downloads} could be a submission for exercise {exercise}: expected files "
        f"such as {exercise}-handin-STUDENT.zip, or the zip in which a platform gives them"
    )


def _counts(collection: "Collection", dry_run: bool) -> str:
    students = {submission.student for submission in collection.submissions}
    total = f"submissions {len(collection.submissions)}, students {len(students)}"
    rare = {
        "contested": collection.contested,
        "left out": collection.left_out,
        "settled": collection.settled,
    }
    rest = "".join(f", {name} {len(items)}" for name, items in rare.items() if items)
    left = f"unmatched {len(collection.unmatched)}, refused {len(collection.refused)}{rest}"
    copies = "copies to make" if dry_run else "new copies"
    return f"Exercise {collection.exercise}: {total}, {left}; {copies} {collection.new}."
