"""What a teacher does with collected submissions, with the `helpkit` command."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from helpkit.teacher.collection import Collection
    from helpkit.teacher.course import Course
    from helpkit.teacher.final import Final
    from helpkit.teacher.results import Results
    from helpkit.teacher.tally import PartTally, Tally

__all__ = ["feedback", "grade", "gradebook"]

HERE = Path(".")

Number = Annotated[str, typer.Argument(help="The number of the exercise, such as 01.")]
CourseFolder = Annotated[Path, typer.Option("--course", help="The folder of the course.")]
Exercises = Annotated[
    Path | None, typer.Option(help="A folder of exercises with keys, or the exercise itself.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be done; write nothing.")]


def grade(
    exercise: Number,
    folder: CourseFolder = HERE,
    exercises: Exercises = None,
    dry_run: DryRun = False,
) -> None:
    """Grade what was collected; nothing in it is run. Exit status 1 if something needs a look."""
    from helpkit.bar import bar
    from helpkit.teacher.collection import collected
    from helpkit.teacher.course import read_course
    from helpkit.teacher.results import grade_class, write_results
    from helpkit.teacher.source import exercise_folder

    course = read_course(folder)
    found = collected(course, exercise)
    source = exercise_folder(course, exercise, exercises)
    with bar("Grading", len(found.counting)) as step:
        results = grade_class(course, exercise, source, step, found=found)
    where = "nothing written" if dry_run else str(write_results(course, results))
    tally = results.tally
    for line in _report(tally, found, where):
        print(line)
    if found.unmatched or tally.reasons:
        raise typer.Exit(1)


def gradebook(
    exercise: Number,
    form: Annotated[str, typer.Option("--format", help="canvas, moodle or csv.")],
    to: Annotated[
        Path | None, typer.Option("--to", help="The file; by default in graded, in the course.")
    ] = None,
    folder: CourseFolder = HERE,
    exercises: Exercises = None,
    dry_run: DryRun = False,
) -> None:
    """Write the grades for a platform to import. Exit status 1 if a submission has no grade yet."""
    from helpkit.teacher.collection import collected
    from helpkit.teacher.export import Book, export, gradebook_path

    course, results, finals, torn = _finals(folder, exercise, exercises)
    book = Book.of(course, exercise, form, finals, collected(course, exercise))
    path = to or gradebook_path(course, exercise, form)
    export(course, book, path, dry_run=dry_run)
    yet = [*_ungraded(results, finals)]
    for line in yet:
        print(line)
    if book.nameless:
        what = {"canvas": "No Canvas id in the roster", "moodle": "No participant number"}[form]
        print(f"{what}: {', '.join(book.nameless)}")
    if torn:
        print(f"Lines of marks that cannot be read: {torn}")
    graded = sum(row.points is not None for row in book.grades.rows)
    done = "nothing written" if dry_run else f"{path} written and read back"
    print(f"Exercise {exercise}: students {len(book.grades.rows)}, with a grade {graded}; {done}.")
    if yet:
        raise typer.Exit(1)


def feedback(
    exercise: Number,
    to: Annotated[
        Path | None, typer.Option("--to", help="The folder; by default feedback in the course.")
    ] = None,
    folder: CourseFolder = HERE,
    exercises: Exercises = None,
    dry_run: DryRun = False,
) -> None:
    """Write a page for each student. Exit status 1 if one is not final or cannot be made."""
    from helpkit.bar import bar
    from helpkit.teacher.feedback import FEEDBACK, pages, write_pages
    from helpkit.teacher.source import exercise_folder

    course, results, finals, torn = _finals(folder, exercise, exercises)
    source = exercise_folder(course, exercise, exercises)
    where = to or course.root / FEEDBACK / exercise
    lost: list[str] = []
    with bar("Writing", sum(one.state == "graded" for one in results.rows.values())) as step:
        made = pages(
            course, exercise, results, finals, source, lambda *one: lost.append(": ".join(one))
        )
        seen = (page for page in made if step(page[0]) is None)
        count, new = (
            (sum(1 for _ in seen), 0) if dry_run else write_pages(course, exercise, seen, where)
        )
    yet = [*(f"No page for {one}" for one in lost), *_ungraded(results, finals)]
    missing = [one.student for one in results.rows.values() if one.state == "missing"]
    for line in yet:
        print(line)
    if missing:
        print(f"Nothing from: {', '.join(missing)}")
    if torn:
        print(f"Lines of marks that cannot be read: {torn}")
    done = "nothing written" if dry_run else f"new or changed {new}, in {where}"
    print(f"Exercise {exercise}: pages {count}; {done}.")
    if yet:
        raise typer.Exit(1)


def _finals(
    folder: Path, exercise: str, exercises: Path | None
) -> "tuple[Course, Results, dict[str, Final], int]":
    """The course, its results and grades, and the number of unreadable lines of marks."""
    from helpkit.content.exercises import load_exercise
    from helpkit.grading.rubric import load_rubric
    from helpkit.teacher.course import read_course
    from helpkit.teacher.final import final, marks_path
    from helpkit.teacher.marks import Marks
    from helpkit.teacher.results import read_results
    from helpkit.teacher.source import exercise_folder

    course = read_course(folder)
    results = read_results(course, exercise)
    source = exercise_folder(course, exercise, exercises)
    rubric = load_rubric(source, load_exercise(source, course.language))
    marks, torn = Marks(marks_path(course, exercise)).read()
    return course, results, final(course, exercise, results, marks, rubric), torn


def _ungraded(results: "Results", finals: "dict[str, Final]") -> Iterator[str]:
    """Those who handed in and have no grade: the cell is empty, and a teacher should know."""
    unread = [student for student, one in finals.items() if one.unread]
    refused = [one.student for one in results.rows.values() if one.state == "refused"]
    if unread:
        count = sum(len(finals[student].unread) for student in unread)
        yield f"Still to be marked: {count}, from {', '.join(unread)}; no grade yet"
    if refused:
        yield f"Refused: {', '.join(refused)}; no grade yet"


def _report(tally: "Tally", found: "Collection", where: str) -> Iterator[str]:
    for student, state, reason in tally.reasons:
        yield f"{'Look at' if state == 'graded' else 'Not graded'} {student}: {reason}"
    if tally.missing:
        yield f"Nothing from: {', '.join(tally.missing)}"
    if found.unmatched:
        yield f"Unmatched: {len(found.unmatched)}; see  helpkit collect"
    yield from (_part(name, part) for name, part in tally.parts.items())
    states = ", ".join(f"{name} {tally.states[name]}" for name in ("graded", "refused", "missing"))
    unread = sum(part.unread for part in tally.parts.values())
    yield f"Exercise {found.exercise}: {states}; still to be marked {unread}; {where}."


def _part(name: str, tally: "PartTally") -> str:
    """How a part went, on one line."""
    n = tally.students
    if not tally.rows:
        return f"{name}: students {n}, still to be marked {tally.unread}"
    mean, of, blank = tally.points / n, tally.of / n, tally.blank / tally.rows
    line = f"{name}: students {n}, mean {mean:.1f} of {of:.1f}, blank {blank:.0%}"
    if tally.worst:
        item, share = tally.worst
        line += f", least often right {item} ({share:.0%})"
    return line
