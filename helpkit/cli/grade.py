"""The `helpkit grade` command: the machine's points for what was collected."""

import typer

from helpkit.cli.options import HERE, CourseFolder, DryRun, ExerciseNumber, KeyFolder

__all__ = ["grade"]


def grade(
    exercise: ExerciseNumber,
    folder: CourseFolder = HERE,
    exercises: KeyFolder = None,
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
    from helpkit.teacher.gradebook.summary import grading_summary, is_fine, set_by_hand
    from helpkit.teacher.results.class_grading import grade_class
    from helpkit.teacher.results.result_changes import current_lines, result_changes
    from helpkit.teacher.results.results import write_results

    course = read_course(folder)
    collection, hand = collected(course, exercise), by_hand(course, exercise)
    source = exercise_folder(course, exercise, exercises)
    if collection.is_empty and not hand:
        print(
            f"Nothing was collected for exercise {exercise}, so nothing is written: run  "
            f"helpkit collect {exercise} DOWNLOADS  first"
        )
        raise typer.Exit(1)
    with bar("Grading", len(collection.counting)) as step:
        results = grade_class(course, exercise, source, step, collection=collection)
    changes = [*result_changes(course, current_lines(course, exercise), results)]
    target = "nothing written" if dry_run else str(write_results(course, results))
    tally, full = results.tally, course.rules(exercise).points
    notes = (*questions(collection, course), *changes, *set_by_hand(hand, full))
    for line in (*notes, *grading_summary(tally, collection, hand, target)):
        print(line)
    if not is_fine(tally, collection, hand):
        raise typer.Exit(1)
