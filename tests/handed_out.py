"""What tests of a student's side share: a folder that was handed out, and its exercise."""

from contextlib import chdir
from datetime import datetime
from pathlib import Path

from helpkit import Exercise
from helpkit.teacher.course import Course, ExerciseRules
from helpkit.teacher.release import release
from tests.exercises import SEED

DEADLINE = datetime.fromisoformat("2026-12-04T17:00:00+01:00")
NUMBERS = ("01", "02", "06")


def course(root: Path, language: str = "en") -> Course:
    """A course with every exercise, of which only its rules are used."""
    rules = dict.fromkeys(NUMBERS, ExerciseRules(deadline=DEADLINE, points=10))
    return Course(root=root, title="Helping", language=language, seed=SEED, exercises=rules)


def handed_out(out: Path, number: str = "01", language: str = "en") -> Path:
    """The folder that students get."""
    return release(course(out), number, language, out).folder


def opened(folder: Path) -> Exercise:
    """The exercise in that folder, with its answers there; a second one is another kernel."""
    language = next((folder / "text").iterdir()).stem
    with chdir(folder):
        return Exercise(folder.name[:2], language, answers=folder / "answers")


def known(folder: Path, student: str = "s1") -> Exercise:
    """An exercise whose student has said who it is."""
    one = opened(folder)
    one.start().handle({"kind": "answer", "item": "student", "value": student})
    return one
