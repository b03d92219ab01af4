"""What a teacher does with what was collected, with the `helpkit` command."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from helpkit.teacher.collection import Collection
    from helpkit.teacher.results import Results
    from helpkit.teacher.tally import PartTally

__all__ = ["grade"]

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
    """Grade what was collected; nothing of it is run. Exit status 1 if something needs a look."""
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
    for line in _report(results, found, where):
        print(line)
    if found.unmatched or any(one.is_open for one in results.rows.values()):
        raise typer.Exit(1)


def _report(results: "Results", found: "Collection", where: str) -> Iterator[str]:
    from collections import Counter

    from helpkit.teacher.tally import tallied

    states = Counter(one.state for one in results.rows.values())
    for one in results.rows.values():
        if one.reason:
            told = "Look at" if one.state == "graded" else "Not graded"
            yield f"{told} {one.student}: {one.reason}"
    missing = [one.student for one in results.rows.values() if one.state == "missing"]
    if missing:
        yield f"Nothing of: {', '.join(missing)}"
    if found.unmatched:
        yield f"Of nobody known: {len(found.unmatched)}; see  helpkit collect"
    tallies = tallied(results.rows.values())
    yield from (_part(name, tally) for name, tally in tallies.items())
    unread = sum(tally.unread for tally in tallies.values())
    took = f"graded {states['graded']}, refused {states['refused']}, missing {states['missing']}"
    yield f"Exercise {results.exercise}: {took}; for people to read {unread}; {where}."


def _part(name: str, tally: "PartTally") -> str:
    """How a part went, in one line."""
    n = len(tally.students)
    if not tally.rows:
        return f"{name}: students {n}, for people to read {tally.unread}"
    mean, of, blank = tally.points / n, tally.of / n, tally.blank / tally.rows
    line = f"{name}: students {n}, mean {mean:.1f} of {of:.1f}, blank {blank:.0%}"
    if tally.worst:
        item, share = tally.worst
        line += f", least often right {item} ({share:.0%})"
    return line
