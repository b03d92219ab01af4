"""A small class whose texts are read: two wrote something of their own, one wrote nothing."""

from pathlib import Path
from typing import Final

from helpkit.teacher.collect.collect import collect
from helpkit.teacher.course.course import read_course
from tests.exercises.samples import reference
from tests.teacher.classes import FOLDER, sheet_of
from tests.teacher.samples import COURSE, ROSTER

EVIL: Final = "</script><img src=x onerror=\"document.title='hacked'\"><b>bold</b>"
STORIES: Final = {"s1": f"She said no. {EVIL}", "s2": "He asked for the time.\n\nI gave it."}
LONG_AGO: Final = "2020-01-02T10:00:00.000Z"
SIXTH: Final = """
[exercises.06]
deadline = 2026-12-04T17:00:00+01:00
points = 10
"""


def class_of(root: Path, language: str = "en", number: str = "01") -> Path:
    """A course that has collected what its class handed in."""
    root.mkdir(parents=True)
    rules = COURSE.replace('language = "en"', f'language = "{language}"')
    (root / "course.toml").write_text(rules + SIXTH, "utf-8")
    (root / "roster.csv").write_text(ROSTER, "utf-8")
    downloads = root.parent / "downloads"
    downloads.mkdir()
    for student in ("s1", "s2", "s3"):
        (downloads / f"{student}.zip").write_bytes(handed(number, student))
    collect(read_course(root), number, downloads)
    return root


def handed(number: str, student: str) -> bytes:
    """What somebody hands in; the last one leaves everything blank."""
    if student not in STORIES:
        return sheet_of(student, {}, number, LONG_AGO)
    answers = reference(FOLDER[number], student)
    if "reflection" in answers:
        answers["reflection"] = dict.fromkeys(answers["reflection"], STORIES[student])
    return sheet_of(student, answers, number, LONG_AGO)
