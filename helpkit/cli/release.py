"""The `helpkit release` command: a teacher makes what students get."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpkit.cli import options
from helpkit.cli.options import HERE, CourseFolder, ExerciseNumber

if TYPE_CHECKING:
    from helpkit.teacher.course.release import ReleasePaths
    from helpkit.teacher.nbgrader.assignment import SourceFolder

__all__ = ["release"]

_GENERATE = "nbgrader generate_assignment"


def release(
    exercise: ExerciseNumber,
    to: Annotated[
        Path | None, typer.Option("--to", help="Where to put the folder and the zip.")
    ] = None,
    nbgrader: Annotated[
        Path | None, typer.Option(help="An nbgrader course whose source folder is to be filled.")
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="en or nl; by default that of the course.")
    ] = None,
    folder: CourseFolder = HERE,
    exercises: Annotated[
        Path | None, typer.Option(help="A folder of exercises, or the exercise itself.")
    ] = None,
    dry_run: Annotated[bool, options.dry_run("Say what would be written; write nothing.")] = False,
) -> None:
    """Make the folder and the zip for students: notebook and items, and no key."""
    from helpkit.errors import CourseError
    from helpkit.teacher.course.course import read_course
    from helpkit.teacher.course.release import release
    from helpkit.teacher.nbgrader.assignment import fill

    course = read_course(folder)
    if not (to or nbgrader):
        raise CourseError("say where: --to FOLDER, or --nbgrader for an nbgrader course")
    language = language or course.language
    if to:
        _print_release(
            exercise, release(course, exercise, language, to, exercises, dry_run), dry_run
        )
    if nbgrader:
        source = fill(course, exercise, language, nbgrader, exercises, dry_run)
        _print_source(exercise, source, nbgrader, dry_run)


def _print_release(exercise: str, released: "ReleasePaths", dry_run: bool) -> None:
    _print_paths(released.written, dry_run)
    unchanged = "" if released.written else ", which already exists"
    print(f"Exercise {exercise}: give students {released.archive}{unchanged}.")


def _print_source(exercise: str, source: "SourceFolder", nbgrader: Path, dry_run: bool) -> None:
    _print_paths(source.written, dry_run)
    if source.to_add:
        print(f"{source.config} is yours and stays as it is; add to it:")
    for line in source.to_add:
        print(f"    {line}")
    print(f"Exercise {exercise}: next, in {nbgrader}:  {_GENERATE} {source.assignment}")


def _print_paths(paths: Iterable[Path], dry_run: bool) -> None:
    for path in paths:
        print(f"{'Would write' if dry_run else 'Wrote'} {path}")
