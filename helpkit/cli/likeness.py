"""The `helpkit likeness` command: texts of two students that are the same, or nearly so."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from helpkit.teacher.likeness.likeness import Alike, Place

__all__ = ["likeness"]

HERE = Path(".")
MOST = 200
PASSAGE = 80
_NO_VERDICT = (
    "Alike is not copied: two may have worked together, or quote the same text. "
    "Read both texts, and ask."
)


def likeness(
    exercise: Annotated[str, typer.Argument(help="The number of the exercise, such as 01.")],
    folder: Annotated[Path, typer.Option("--course", help="The folder of the course.")] = HERE,
    exercises: Annotated[
        Path | None, typer.Option(help="A folder of exercises with keys, or the exercise itself.")
    ] = None,
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
    from helpkit.teacher.likeness.writings import class_writings, given, shared_journals

    course = read_course(folder)
    found = collected(course, exercise)
    source = exercise_folder(course, exercise, exercises)
    parts = load_exercise(source, course.language).parts
    bad: list[str] = []
    with bar("Reading", len(found.counting)) as step:
        writings = [
            *class_writings(
                course, exercise, parts, found, step,
                lambda student, reason: bad.append(f"Not compared: {student}: {reason}"),
            )
        ]  # fmt: skip
    pairs = alike(writings, given(source))
    journals = shared_journals(found)
    for line in (_NO_VERDICT, *bad, *map(_journal, journals), *_listed(pairs)):
        print(line)
    counts = f"texts {len(writings)}, pairs alike {len(pairs)}, journals of two {len(journals)}"
    print(f"Exercise {exercise}: {counts}; nothing written.")
    if bad:
        raise typer.Exit(1)


def _journal(some: tuple[tuple[str, str], ...]) -> str:
    each = " and ".join(f"{student} ({start})" for student, start in some)
    return f"From one journal: {each}"


def _listed(pairs: "list[Alike]") -> Iterator[str]:
    yield from map(_pair, pairs[:MOST])
    if len(pairs) > MOST:
        yield f"… and {len(pairs) - MOST} pairs that are less alike."


def _pair(one: "Alike") -> str:
    from helpkit.exercises.submission.display import shown

    first, second = map(_place, one.places)
    passage = shown(" ".join(one.passage.split()), PASSAGE)
    return f"{first} and {second}: {one.share:.0%} alike; {one.words} words in a row: “{passage}”"


def _place(place: "Place") -> str:
    return f"{place.student} {place.part}.{place.item} ({place.submission})"
