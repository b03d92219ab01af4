"""What a teacher does with collected submissions, with the `helpkit` command."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from helpkit.teacher.collect.collection import Collection
    from helpkit.teacher.course.course import Course
    from helpkit.teacher.gradebook.export_report import Order
    from helpkit.teacher.gradebook.grade import Final
    from helpkit.teacher.results.results import Results

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
    """Grade what was collected; nothing in it is run. Exit status 1 if something needs a look.

    It lists whose points differ from the results that are replaced, and why.
    """
    from helpkit.cli.progress_bar import bar
    from helpkit.teacher.collect.collection import collected
    from helpkit.teacher.collect.report import questions
    from helpkit.teacher.course.course import read_course
    from helpkit.teacher.course.source import exercise_folder
    from helpkit.teacher.gradebook.grade import by_hand
    from helpkit.teacher.gradebook.summary import graded, is_fine, set_by_hand
    from helpkit.teacher.results.regrading import changes, replaced
    from helpkit.teacher.results.results import grade_class, write_results

    course = read_course(folder)
    found, hand = collected(course, exercise), by_hand(course, exercise)
    source = exercise_folder(course, exercise, exercises)
    if found.is_empty and not hand:
        print(
            f"Nothing was collected for exercise {exercise}, so nothing is written: run  "
            f"helpkit collect {exercise} DOWNLOADS  first"
        )
        raise typer.Exit(1)
    with bar("Grading", len(found.counting)) as step:
        results = grade_class(course, exercise, source, step, found=found)
    changed = [*changes(course, replaced(course, exercise), results)]
    where = "nothing written" if dry_run else str(write_results(course, results))
    tally, of = results.tally, course.rules(exercise).points
    known = (*questions(found, course), *changed, *set_by_hand(hand, of))
    for line in (*known, *graded(tally, found, hand, where)):
        print(line)
    if not is_fine(tally, found, hand):
        raise typer.Exit(1)


def gradebook(
    exercise: Number,
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
    exercises: Exercises = None,
    dry_run: DryRun = False,
) -> None:
    """Write the grades for a platform to import. Exit status 1 if a grade is missing or lost."""
    from helpkit.teacher.collect.collection import collected
    from helpkit.teacher.gradebook.export_report import Order, written
    from helpkit.teacher.gradebook.grade import by_hand
    from helpkit.teacher.gradebook.summary import set_by_hand, ungraded

    course, results, finals, torn = _finals(folder, exercise, exercises)
    found = collected(course, exercise)
    order = Order(form, into, comments, to)
    changed = [*_changed(course, exercise, finals, found, order)]
    done = written(course, exercise, finals, found, order, dry_run=dry_run)
    yet, unsure = ungraded(results, finals, found)
    hand = set_by_hand(by_hand(course, exercise), course.rules(exercise).points)
    for line in [*changed, *hand, *yet, *unsure, *done.notes]:
        print(line)
    if torn:
        print(f"Lines of marks that cannot be read: {torn}")
    graded = sum(one.points is not None for one in finals.values())
    where = "nothing written" if dry_run else f"{done.path} written and read back"
    print(f"Exercise {exercise}: students {len(finals)}, with a grade {graded}; {where}.")
    if yet or done.lost:
        raise typer.Exit(1)


def feedback(
    exercise: Number,
    to: Annotated[
        Path | None, typer.Option("--to", help="The folder; by default feedback in the course.")
    ] = None,
    moodle: Annotated[
        bool, typer.Option("--moodle", help="Also a zip of all pages, for Moodle to hand out.")
    ] = False,
    folder: CourseFolder = HERE,
    exercises: Exercises = None,
    dry_run: DryRun = False,
) -> None:
    """Write a page for each student. Exit status 1 if one is not final or cannot be made."""
    from helpkit.cli.progress_bar import bar
    from helpkit.teacher.collect.collection import collected
    from helpkit.teacher.course.source import exercise_folder
    from helpkit.teacher.feedback.feedback import FEEDBACK, pages, set_aside, write_pages
    from helpkit.teacher.gradebook.grade import by_hand
    from helpkit.teacher.gradebook.summary import nothing_from, ungraded

    course, results, finals, torn = _finals(folder, exercise, exercises)
    source = exercise_folder(course, exercise, exercises)
    where = to or course.root / FEEDBACK / exercise
    lost: list[str] = []
    with bar("Writing", sum(one.state == "graded" for one in results.rows.values())) as step:
        made = pages(
            course, exercise, results, finals, source, lambda *one: lost.append(": ".join(one))
        )
        students: list[str] = []
        seen = _noted(made, step, students)
        count, new = (
            (sum(1 for _ in seen), 0) if dry_run else write_pages(course, exercise, seen, where)
        )
    open_ones, unsure = ungraded(results, finals, collected(course, exercise))
    old = set_aside(course, exercise, where, students, dry_run=dry_run)
    yet = [*(f"No page for {one}" for one in lost), *open_ones, *old]
    if moodle and not dry_run:
        whole = [one for one in students if finals[one].points is not None]
        yet += _packed(course, exercise, where, whole)
    missing = [one.student for one in results.rows.values() if one.state == "missing"]
    hand = by_hand(course, exercise)
    pageless = ", ".join(student for student in hand if student not in students)
    if pageless:
        unsure.append(f"Points by hand and nothing that was graded, so no page: {pageless}")
    for line in (*yet, *unsure, *nothing_from(missing, hand)):
        print(line)
    if torn:
        print(f"Lines of marks that cannot be read: {torn}")
    done = "nothing written" if dry_run else f"new or changed {new}, in {where}"
    print(f"Exercise {exercise}: pages {count}; {done}.")
    if yet:
        raise typer.Exit(1)


def _noted(
    made: Iterable[tuple[str, bytes]], step: Callable[[str], object], students: list[str]
) -> Iterator[tuple[str, bytes]]:
    """The pages, with a note of whose they are."""
    for student, data in made:
        step(student)
        students.append(student)
        yield student, data


def _packed(course: "Course", exercise: str, where: Path, students: list[str]) -> Iterator[str]:
    """Make the zip for Moodle; say whose page is not in it."""
    from helpkit.teacher.collect.collection import collected
    from helpkit.teacher.feedback.moodle_zip import write_zip

    numbers = collected(course, exercise).participants
    path, nameless = write_zip(course, exercise, where, students, numbers)
    print(f"{path}: pages {len(students) - len(nameless)}, for all feedback files in a zip")
    if nameless:
        yield (
            f"No participant number, so not in the zip: {', '.join(nameless)}; collect again with  "
            "--worksheet Grades.csv,  Moodle's own worksheet"
        )


def _changed(
    course: "Course", exercise: str, finals: "dict[str, Final]", found: "Collection", order: "Order"
) -> Iterator[str]:
    """Whose grade differs from the gradebook that is replaced."""
    from helpkit.teacher.gradebook.export import Book, gradebook_path
    from helpkit.teacher.results.regrading import changed_grades

    if order.form and not order.into:
        path = order.to or gradebook_path(course, exercise, order.form)
        book = Book.of(course, exercise, order.form, finals, found)
        yield from changed_grades(path, book.form, book.grades.column, book.entries)


def _finals(
    folder: Path, exercise: str, exercises: Path | None
) -> "tuple[Course, Results, dict[str, Final], int]":
    """The course, its results and grades, and the number of unreadable lines of marks."""
    from helpkit.exercises.items import load_exercise
    from helpkit.teacher.course.course import read_course
    from helpkit.teacher.course.source import exercise_folder
    from helpkit.teacher.gradebook.grade import final, marks_path
    from helpkit.teacher.grading.rubric import load_rubric
    from helpkit.teacher.marking.marks import Marks
    from helpkit.teacher.results.results import read_results

    course = read_course(folder)
    source = exercise_folder(course, exercise, exercises)
    results = read_results(course, exercise, source)
    rubric = load_rubric(source, load_exercise(source, course.language))
    marks, torn = Marks(marks_path(course, exercise)).read()
    return course, results, final(course, exercise, results, marks, rubric), torn
