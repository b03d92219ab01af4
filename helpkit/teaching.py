"""What a teacher can do with the `helpkit` command."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from helpkit.teacher.collect import Collected
    from helpkit.teacher.collection import Collection

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
    from helpkit.teacher.course import new_course

    rules, roster = new_course(folder, language)
    print(f"Fill in {rules} and {roster}, and check them:  helpkit course check {folder}")


@course.command("check")
def check(
    folder: Annotated[Path, typer.Argument(help="The folder of the course.")] = HERE,
) -> None:
    """Check course.toml and roster.csv: one line for each fault."""
    from helpkit.errors import CourseError
    from helpkit.teacher.course import read_course

    try:
        read = read_course(folder)
    except CourseError as error:
        print(error)
        raise typer.Exit(1) from error
    exercises = ", ".join(read.exercises) or "none"
    print(f"{read.title}: no faults; students {len(read.students)}, exercises {exercises}.")


def collect(
    exercise: Annotated[str, typer.Argument(help="The number of the exercise, such as 01.")],
    downloads: Annotated[
        Path, typer.Argument(help="A zip from Moodle or Canvas, a submission, or a folder of them.")
    ],
    folder: Annotated[Path, typer.Option("--course", help="The folder of the course.")] = HERE,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be done; write nothing.")
    ] = False,
) -> None:
    """Collect submissions; nothing in them is run. Exit status 1 if one is refused or unmatched."""
    from helpkit.bar import bar
    from helpkit.teacher.collect import collect
    from helpkit.teacher.course import read_course

    read = read_course(folder)
    with bar("Reading") as step:
        done = collect(read, exercise, downloads, dry_run=dry_run, step=step)
    for line in _report(done, dry_run):
        print(line)
    if not done.collection.is_whole:
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
    from helpkit.nbgrader.assignment import fill
    from helpkit.teacher.course import read_course
    from helpkit.teacher.release import release

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


def _report(done: "Collected", dry_run: bool) -> Iterator[str]:
    found = done.collection
    yield from _what_came(found)
    for one, why in found.unmatched:
        yield f"Unmatched: {_shown(one.source)}: {why}"
    for one in found.refused:
        whose = f" ({found.refused_of[one]})" if found.refused_of[one] else ""
        yield f"Refused: {_shown(one.source)}{whose}: {one.refused}"
    if found.missing:
        yield f"Nothing from: {', '.join(found.missing)}"
    students = {one.student for one in found.hand_ins}
    took = f"submissions {len(found.hand_ins)}, students {len(students)}"
    left = f"unmatched {len(found.unmatched)}, refused {len(found.refused)}"
    copies = "copies to make" if dry_run else "new copies"
    yield f"Exercise {found.exercise}: {took}, {left}; {copies} {done.new}."


def _what_came(found: "Collection") -> Iterator[str]:
    """A line for each submission that a teacher might wonder about."""
    counts = Counter(one.student for one in found.hand_ins)
    for one in found.hand_ins:
        if counts[one.student] > 1 or one.late:
            late, kept = "late" if one.late else "in time", "counts" if one.counts else "kept"
            moment = f"{one.at[:16].replace('T', ' ')} UTC" if one.at else "no time"
            clock = "the student's clock" if one.says == "events" else one.says
            yield f"{one.student}: {late} according to {clock} ({moment}); {kept}"


def _shown(source: str) -> str:
    from helpkit.hand_in.shown import shown

    return shown(source)
