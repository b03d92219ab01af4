"""The `helpkit likeness` command: texts of two students that are the same, or nearly so."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from helpkit.cli.options import HERE, CourseFolder, ExerciseNumber, KeyFolder

if TYPE_CHECKING:
    from helpkit.teacher.likeness.likeness import Likeness, Place

__all__ = ["likeness"]

MOST = 200
PASSAGE = 80
_NO_VERDICT = (
    "Alike is not copied: two may have worked together, or quote the same text. "
    "Read both texts, and ask."
)


def likeness(
    exercise: ExerciseNumber,
    folder: CourseFolder = HERE,
    exercises: KeyFolder = None,
) -> None:
    """List texts of two students that are alike; writes nothing, and no student sees it.

    It gives no verdict, so the exit status is 1 only if a copy cannot be read.
    """
    from helpkit.cli.progress_bar import bar
    from helpkit.exercises.items import load_exercise
    from helpkit.teacher.collect.collection import collected
    from helpkit.teacher.course.course import read_course
    from helpkit.teacher.course.source import exercise_folder
    from helpkit.teacher.likeness.likeness import alike
    from helpkit.teacher.likeness.writings import class_writings, common_texts, shared_journals

    course = read_course(folder)
    collection = collected(course, exercise)
    source = exercise_folder(course, exercise, exercises)
    parts = load_exercise(source, course.language).parts
    unread: list[str] = []
    with bar("Reading", len(collection.counting)) as step:
        writings = [
            *class_writings(
                course, exercise, parts, collection, step,
                lambda student, reason: unread.append(f"Not compared: {student}: {reason}"),
            )
        ]  # fmt: skip
    pairs = alike(writings, common_texts(source))
    journals = shared_journals(collection)
    for line in (_NO_VERDICT, *unread, *map(_journal, journals), *_pairs(pairs)):
        print(line)
    counts = f"texts {len(writings)}, pairs alike {len(pairs)}, journals of two {len(journals)}"
    print(f"Exercise {exercise}: {counts}; nothing written.")
    if unread:
        raise typer.Exit(1)


def _journal(submissions: tuple[tuple[str, str], ...]) -> str:
    each = " and ".join(f"{student} ({start})" for student, start in submissions)
    return f"From one journal: {each}"


def _pairs(pairs: "list[Likeness]") -> Iterator[str]:
    yield from map(_pair, pairs[:MOST])
    if len(pairs) > MOST:
        yield f"… and {len(pairs) - MOST} pairs that are less alike."


def _pair(pair: "Likeness") -> str:
    from helpkit.exercises.submission.display import shown

    first, second = map(_place, pair.places)
    passage = shown(" ".join(pair.passage.split()), PASSAGE)
    return f"{first} and {second}: {pair.share:.0%} alike; {pair.words} words in a row: “{passage}”"


def _place(place: "Place") -> str:
    return f"{place.student} {place.part}.{place.item} ({place.submission})"
