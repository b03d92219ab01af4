"""The `helpkit feedback` command: a page for each student."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from helpkit.cli.options import HERE, CourseFolder, DryRun, ExerciseNumber, KeyFolder

if TYPE_CHECKING:
    from helpkit.cli.graded_class import GradedClass

__all__ = ["feedback"]


def feedback(
    exercise: ExerciseNumber,
    to: Annotated[
        Path | None, typer.Option("--to", help="The folder; by default feedback in the course.")
    ] = None,
    moodle: Annotated[
        bool, typer.Option("--moodle", help="Also a zip of all pages, for Moodle to hand out.")
    ] = False,
    folder: CourseFolder = HERE,
    exercises: KeyFolder = None,
    dry_run: DryRun = False,
) -> None:
    """Write a page for each student. Exit status 1 if one is not final or cannot be made."""
    from helpkit.cli.graded_class import graded_class
    from helpkit.teacher.collect.collection import collected
    from helpkit.teacher.feedback.feedback import FEEDBACK, set_aside
    from helpkit.teacher.gradebook.summary import open_grades

    group = graded_class(folder, exercise, exercises)
    where = to or group.course.root / FEEDBACK / exercise
    readers: list[str] = []
    lost: list[str] = []
    written = _write_pages(group, where, readers, lost, dry_run)
    unfinished, unsure = open_grades(group.results, group.grades, collected(group.course, exercise))
    old = set_aside(group.course, exercise, where, readers, dry_run=dry_run)
    faults = [*lost, *unfinished, *old]
    if moodle and not dry_run:
        faults += _write_zip(group, where, readers)
    for line in (*faults, *unsure, *_without_page(group, readers)):
        print(line)
    group.print_torn()
    target = "nothing written" if dry_run else f"new or changed {written}, in {where}"
    print(f"Exercise {exercise}: pages {len(readers)}; {target}.")
    if faults:
        raise typer.Exit(1)


def _write_pages(
    group: "GradedClass", where: Path, readers: list[str], lost: list[str], dry_run: bool
) -> int:
    """Make the pages and return how many files are new or changed.

    `readers` gets each student who has a page, `lost` a sentence for each who should have had one.
    """
    from helpkit.cli.progress_bar import bar
    from helpkit.teacher.feedback.feedback import pages, write_pages

    graded = sum(result.state == "graded" for result in group.results.rows.values())
    with bar("Writing", graded) as step:
        files = pages(
            group.course, group.exercise, group.results, group.grades, group.source,
            lambda student, reason: lost.append(f"No page for {student}: {reason}"),
        )  # fmt: skip
        noted = _noted(files, step, readers)
        if not dry_run:
            return write_pages(group.course, group.exercise, noted, where)[1]
        for _ in noted:  # makes each page, so that a fault shows here too
            pass
        return 0


def _noted(
    files: Iterable[tuple[str, bytes]], step: Callable[[str], object], readers: list[str]
) -> Iterator[tuple[str, bytes]]:
    """The pages, with a note of whose they are."""
    for student, data in files:
        step(student)
        readers.append(student)
        yield student, data


def _without_page(group: "GradedClass", readers: list[str]) -> Iterator[str]:
    """Who has no page because nothing was graded."""
    from helpkit.teacher.gradebook.grade import by_hand
    from helpkit.teacher.gradebook.summary import nothing_from

    hand = by_hand(group.course, group.exercise)
    pageless = ", ".join(student for student in hand if student not in readers)
    if pageless:
        yield f"Points by hand and nothing that was graded, so no page: {pageless}"
    rows = group.results.rows.values()
    yield from nothing_from([row.student for row in rows if row.state == "missing"], hand)


def _write_zip(group: "GradedClass", where: Path, readers: list[str]) -> Iterator[str]:
    """Make the zip for Moodle; say whose page is not in it."""
    from helpkit.teacher.collect.collection import collected
    from helpkit.teacher.feedback.moodle_zip import write_zip

    final = [student for student in readers if group.grades[student].points is not None]
    numbers = collected(group.course, group.exercise).participants
    path, nameless = write_zip(group.course, group.exercise, where, final, numbers)
    print(f"{path}: pages {len(final) - len(nameless)}, for all feedback files in a zip")
    if nameless:
        yield (
            f"No participant number, so not in the zip: {', '.join(nameless)}; collect again with  "
            "--worksheet Grades.csv,  Moodle's own worksheet"
        )
