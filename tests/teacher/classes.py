"""A small class that handed in exercise 01: one knows it all, one knows nothing, one is lazy."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from helpkit.exercises import submission as hand_in
from helpkit.exercises.items import ClassifyPart
from helpkit.exercises.sheet import sheet
from helpkit.exercises.submission import exercise_lesson
from helpkit.teacher.collect.collect import collect
from helpkit.teacher.course.course import read_course
from helpkit.teacher.results.class_grading import grade_class
from helpkit.teacher.results.results import Results
from tests.exercises.samples import FOLDERS, SEED, Answers, exercise, reference
from tests.journal.samples import event
from tests.teacher.samples import ON_TIME

FOLDER: Final = {path.name[:2]: path for path in FOLDERS}


def flat(number: str, student: str, seed: str = SEED) -> list[str]:
    """The items on a student's sheet, over all parts."""
    parts = exercise(FOLDER[number]).parts.values()
    return [item for part in parts for item in sheet(part, seed, student)]


def sheet_of(
    student: str,
    answers: Mapping[str, Answers] | None = None,
    number: str = "01",
    at: str = ON_TIME,
    *,
    all_of_the_pool: bool = False,
    **fields: Any,
) -> bytes:
    """What a student hands in; the reference solution, if no answers are given."""
    answers = reference(FOLDER[number], student) if answers is None else answers
    kinds = {name: part.kind for name, part in exercise(FOLDER[number]).parts.items()}
    events = [
        event(
            at=at,
            lesson=exercise_lesson(number),
            activity=part,
            item=item,
            kind="reflection" if kinds.get(part) == "write" else "answer",
            value=value,
        )
        for part, given in answers.items()
        for item, value in given.items()
        if all_of_the_pool or _is_asked(number, part, item, student)
    ]
    given = {"exercise": number, "language": "en", "issued": flat(number, student)}
    return hand_in.make(events, **{**given, "student": student, **fields})


def another_key(to: Path, points: str = "criterion = 0.5 -> criterion = 0.25") -> Path:
    """A copy of exercise 01 in whose key another number stands."""
    own = shutil.copytree(FOLDER["01"], to / FOLDER["01"].name)
    text = (own / "key.toml").read_text("utf-8")
    old, new = points.split(" -> ")
    assert old in text
    (own / "key.toml").write_text(text.replace(old, new), "utf-8")
    return own


def went_on(data: bytes, at: str = ON_TIME, **texts: str) -> bytes:
    """The same submission from the same journal, with other texts in the fields of exercise 01."""
    contents = hand_in.read(data)
    where = {"lesson": exercise_lesson("01"), "activity": "reflection", "kind": "reflection"}
    new = [event(at=at, item=item, value=said, **where) for item, said in texts.items()]
    return hand_in.make(
        [*contents.events, *new],
        exercise=contents.exercise, student=contents.student, language=contents.language,
        issued=contents.issued,
    )  # fmt: skip


def _is_asked(number: str, part: str, item: str, student: str) -> bool:
    """Honest students answer what is on their sheet."""
    asked = exercise(FOLDER[number]).parts.get(part)
    issued = sheet(asked, SEED, student) if isinstance(asked, ClassifyPart) else ()
    return not isinstance(asked, ClassifyPart) or item.partition(".")[0] in issued


def graded(root: Path, downloads: Path, number: str = "01", **options: Any) -> Results:
    """Collect and grade."""
    course = read_course(root)
    collect(course, number, downloads)
    return grade_class(course, number, FOLDER[number], **options)


def points(results: Results, student: str) -> float:
    """The points of a student that the machine gave."""
    return sum(row.points or 0 for row in results.rows[student].rows)
