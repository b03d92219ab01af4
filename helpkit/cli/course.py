"""The `helpkit course` commands: a teacher makes a course and checks it."""

from pathlib import Path
from typing import Annotated

import typer

from helpkit.cli import options
from helpkit.cli.options import HERE, CourseFolder, DryRun

__all__ = ["course"]

course = typer.Typer(help="Make a course of your own and check it.", no_args_is_help=True)


@course.command()
def new(
    folder: Annotated[Path, typer.Argument(help="The folder of the course, created if needed.")],
    language: Annotated[str, options.language("the language of the comments")] = "en",
) -> None:
    """Write course.toml and roster.csv with comments, to fill in. Nothing is replaced."""
    from helpkit.teacher.course.course import new_course

    rules, roster = new_course(folder, language)
    print(f"Fill in {rules} and {roster}, and check them:  helpkit course check {folder}")


@course.command()
def check(
    folder: Annotated[Path, typer.Argument(help="The folder of the course.")] = HERE,
) -> None:
    """Check course.toml and roster.csv: one line for each fault."""
    from helpkit.errors import CourseError
    from helpkit.teacher.course.course import advice, read_course

    try:
        course = read_course(folder)
    except CourseError as error:
        print(error)
        raise typer.Exit(1) from error
    for line in advice(course):
        print(line)
    exercises = ", ".join(course.exercises) or "none"
    print(f"{course.title}: no faults; students {len(course.students)}, exercises {exercises}.")


@course.command()
def roster(
    people: Annotated[
        Path, typer.Argument(help="Moodle's participants, Canvas's gradebook, or any CSV file.")
    ],
    folder: CourseFolder = HERE,
    dry_run: DryRun = False,
) -> None:
    """Make roster.csv or bring it up to date. Exit status 1 if somebody had to be left out."""
    from helpkit.teacher.collect.roster_update import update_roster

    update = update_roster(folder, people, dry_run=dry_run)
    for line in (*update.faults, *update.notes):
        print(line)
    target = "nothing written" if dry_run else str(folder / "roster.csv")
    print(f"Students {update.students}, added {update.added}, changes {update.changed}; {target}.")
    if update.faults:
        raise typer.Exit(1)
