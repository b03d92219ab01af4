"""What a teacher can do with the `helpkit` command."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from helpkit.teacher.collect.collect import Collected

__all__ = ["collect", "course", "release"]

HERE = Path(".")
_GENERATE = "nbgrader generate_assignment"

course = typer.Typer(help="Make a course of your own and check it.", no_args_is_help=True)


@course.command("new")
def new(
    folder: Annotated[Path, typer.Argument(help="The folder of the course, created if needed.")],
    language: Annotated[str, typer.Option(help="en or nl: the language of the comments.")] = "en",
) -> None:
    """Write course.toml and roster.csv with comments, to fill in. Nothing is replaced."""
    from helpkit.teacher.course.course import new_course

    rules, roster = new_course(folder, language)
    print(f"Fill in {rules} and {roster}, and check them:  helpkit course check {folder}")


@course.command("check")
def check(
    folder: Annotated[Path, typer.Argument(help="The folder of the course.")] = HERE,
) -> None:
    """Check course.toml and roster.csv: one line for each fault."""
    from helpkit.errors import CourseError
    from helpkit.teacher.course.course import advice, read_course

    try:
        read = read_course(folder)
    except CourseError as error:
        print(error)
        raise typer.Exit(1) from error
    for line in advice(read):
        print(line)
    exercises = ", ".join(read.exercises) or "none"
    print(f"{read.title}: no faults; students {len(read.students)}, exercises {exercises}.")


@course.command("roster")
def roster(
    people: Annotated[
        Path, typer.Argument(help="Moodle's participants, Canvas's gradebook, or any CSV file.")
    ],
    folder: Annotated[Path, typer.Option("--course", help="The folder of the course.")] = HERE,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be done; write nothing.")
    ] = False,
) -> None:
    """Make roster.csv or bring it up to date. Exit status 1 if somebody had to be left out."""
    from helpkit.teacher.collect.roster_update import update_roster

    done = update_roster(folder, people, dry_run=dry_run)
    for line in (*done.faults, *done.notes):
        print(line)
    wrote = "nothing written" if dry_run else str(folder / "roster.csv")
    print(f"Students {done.students}, added {done.added}, changes {done.changed}; {wrote}.")
    if done.faults:
        raise typer.Exit(1)


def collect(
    exercise: Annotated[str, typer.Argument(help="The number of the exercise, such as 01.")],
    downloads: Annotated[
        Path | None,
        typer.Argument(help="A zip from a platform, a submission, or a folder of them."),
    ] = None,
    folder: Annotated[Path, typer.Option("--course", help="The folder of the course.")] = HERE,
    worksheet: Annotated[
        Path | None,
        typer.Option(help="Moodle's grading worksheet or Canvas's gradebook; it is kept."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be done; write nothing.")
    ] = False,
) -> None:
    """Collect submissions; nothing in them is run. Exit status 1 if something needs a look."""
    from helpkit.cli.progress_bar import bar
    from helpkit.errors import CourseError
    from helpkit.teacher.collect.collect import collect
    from helpkit.teacher.collect.report import report
    from helpkit.teacher.course.course import read_course

    read = read_course(folder)
    if not (downloads or worksheet):
        raise CourseError(
            f"say where the submissions are, such as  helpkit collect {exercise} downloads"
        )
    with bar("Reading") as step:
        done = collect(read, exercise, downloads, worksheet=worksheet, dry_run=dry_run, step=step)
    nothing = [] if done.came or not downloads else [_nothing(exercise, downloads)]
    for line in (*done.faults, *report(done.collection, read), *nothing, _counts(done, dry_run)):
        print(line)
    if done.faults or nothing or not done.collection.is_whole:
        raise typer.Exit(1)


def release(
    exercise: Annotated[str, typer.Argument(help="The number of the exercise, such as 01.")],
    to: Annotated[
        Path | None, typer.Option("--to", help="Where to put the folder and the zip.")
    ] = None,
    nbgrader: Annotated[
        Path | None, typer.Option(help="An nbgrader course whose source folder is to be filled.")
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="en or nl; by default that of the course.")
    ] = None,
    folder: Annotated[Path, typer.Option("--course", help="The folder of the course.")] = HERE,
    exercises: Annotated[
        Path | None, typer.Option(help="A folder of exercises, or the exercise itself.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be written; write nothing.")
    ] = False,
) -> None:
    """Make the folder and the zip for students: notebook and items, and no key."""
    from helpkit.errors import CourseError
    from helpkit.teacher.course.course import read_course
    from helpkit.teacher.course.release import release
    from helpkit.teacher.nbgrader.assignment import fill

    read = read_course(folder)
    if not (to or nbgrader):
        raise CourseError("say where: --to FOLDER, or --nbgrader for an nbgrader course")
    language = language or read.language
    if to:
        done = release(read, exercise, language, to, exercises, dry_run)
        _wrote(done.written, dry_run)
        there = "" if done.written else ", which already exists"
        print(f"Exercise {exercise}: give students {done.archive}{there}.")
    if nbgrader:
        filled = fill(read, exercise, language, nbgrader, exercises, dry_run)
        _wrote(filled.written, dry_run)
        if filled.to_add:
            print(f"{filled.config} is yours and stays as it is; add to it:")
        for line in filled.to_add:
            print(f"    {line}")
        print(f"Exercise {exercise}: next, in {nbgrader}:  {_GENERATE} {filled.assignment}")


def _wrote(paths: Iterable[Path], dry_run: bool) -> None:
    for path in paths:
        print(f"{'Would write' if dry_run else 'Wrote'} {path}")


def _nothing(exercise: str, downloads: Path) -> str:
    return (
        f"Nothing in {downloads} could be a submission for exercise {exercise}: expected files "
        f"such as {exercise}-handin-STUDENT.zip, or the zip in which a platform gives them"
    )


def _counts(done: "Collected", dry_run: bool) -> str:
    found = done.collection
    students = {one.student for one in found.hand_ins}
    took = f"submissions {len(found.hand_ins)}, students {len(students)}"
    few = {"contested": found.contested, "left out": found.left_out, "settled": found.settled}
    rest = "".join(f", {name} {len(some)}" for name, some in few.items() if some)
    left = f"unmatched {len(found.unmatched)}, refused {len(found.refused)}{rest}"
    copies = "copies to make" if dry_run else "new copies"
    return f"Exercise {found.exercise}: {took}, {left}; {copies} {done.new}."
