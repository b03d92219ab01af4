"""The `helpkit gradebook` command: the grades of a class, for a platform to import."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpkit.cli.options import HERE, CourseFolder, DryRun, ExerciseNumber, KeyFolder

if TYPE_CHECKING:
    from helpkit.cli.graded_class import GradedClass
    from helpkit.teacher.collect.collection import Collection
    from helpkit.teacher.gradebook.export_report import ExportRequest

__all__ = ["gradebook"]


def gradebook(
    exercise: ExerciseNumber,
    form: Annotated[str, typer.Option("--format", help="canvas, moodle or csv.")] = "",
    into: Annotated[
        Path | None,
        typer.Option(help="The file that Moodle or Canvas exported; a copy gets the grades."),
    ] = None,
    comments: Annotated[
        bool, typer.Option("--comments", help="With --into: comments as well as grades.")
    ] = False,
    to: Annotated[
        Path | None, typer.Option("--to", help="The file; by default in graded, in the course.")
    ] = None,
    folder: CourseFolder = HERE,
    exercises: KeyFolder = None,
    dry_run: DryRun = False,
) -> None:
    """Write the grades for a platform to import. Exit status 1 if a grade is missing or lost."""
    from helpkit.cli.graded_class import graded_class
    from helpkit.teacher.collect.collection import collected
    from helpkit.teacher.gradebook.export_report import ExportRequest, write_grades
    from helpkit.teacher.gradebook.grade import by_hand
    from helpkit.teacher.gradebook.summary import open_grades, set_by_hand

    group = graded_class(folder, exercise, exercises)
    course, grades = group.course, group.grades
    collection = collected(course, exercise)
    request = ExportRequest(form, into, comments, to)
    changes = [*_changes(group, collection, request)]
    export = write_grades(course, exercise, grades, collection, request, dry_run=dry_run)
    missing, unsure = open_grades(group.results, grades, collection)
    hand = set_by_hand(by_hand(course, exercise), course.rules(exercise).points)
    for line in [*changes, *hand, *missing, *unsure, *export.notes]:
        print(line)
    group.print_torn()
    graded = sum(grade.points is not None for grade in grades.values())
    target = "nothing written" if dry_run else f"{export.path} written and read back"
    print(f"Exercise {exercise}: students {len(grades)}, with a grade {graded}; {target}.")
    if missing or export.lost:
        raise typer.Exit(1)


def _changes(
    group: "GradedClass", collection: "Collection", request: "ExportRequest"
) -> Iterator[str]:
    """Whose grade differs from the gradebook that is replaced."""
    from helpkit.teacher.gradebook.export import grade_changes, gradebook_path
    from helpkit.teacher.gradebook.gradebook import Gradebook

    if request.form and not request.into:
        course, exercise = group.course, group.exercise
        path = request.to or gradebook_path(course, exercise, request.form)
        book = Gradebook.of(course, exercise, request.form, group.grades, collection)
        yield from grade_changes(path, book)
