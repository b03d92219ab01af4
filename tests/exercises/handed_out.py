"""What tests of a student's side share: a folder that was handed out, and its exercise."""

from collections.abc import Mapping
from contextlib import chdir
from datetime import datetime
from pathlib import Path

from helpkit import Exercise
from helpkit.exercises import submission as hand_in
from helpkit.exercises.sheet import pool, sheet
from helpkit.journal import fold
from helpkit.teacher.collect.collect import collect
from helpkit.teacher.collect.collection import collected, copy_path
from helpkit.teacher.course.course import Course, ExerciseRules, read_course
from helpkit.teacher.course.release import release
from helpkit.teacher.grading.grader import AnsweredSheet
from helpkit.teacher.grading.item_result import total
from tests.exercises.samples import FOLDERS, SEED, exercise, grader
from tests.teacher.samples import COURSE, ROSTER

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
    exercise = opened(folder)
    exercise.start().handle({"kind": "answer", "item": "student", "value": student})
    return exercise


def points(root: Path, handed: Path, number: str) -> Mapping[str, float]:
    """What `collect` and the grader make of what student s1 handed in: points by part."""
    root.mkdir()
    first, *_ = COURSE.partition("[exercises.02]")
    rules = first.replace("[exercises.01]", f"[exercises.{number}]")
    (root / "course.toml").write_text(rules, "utf-8")
    (root / "roster.csv").write_text(ROSTER, "utf-8")
    course = read_course(root)
    assert collect(course, number, handed).is_whole
    counts = collected(course, number).counting["s1"]
    read = hand_in.read(copy_path(course, number, "s1", counts.sha256).read_bytes())
    folder = next(path for path in FOLDERS if path.name.startswith(number))
    parts = exercise(folder).parts
    issued = {name: [x for x in read.issued if x in pool(part)] for name, part in parts.items()}
    assert issued == {name: [*sheet(part, SEED, "s1")] for name, part in parts.items()}
    rows = grader(folder).grade(AnsweredSheet("s1", SEED, issued, _answers(read, [*parts])))
    return {name: total(row for row in rows if row.part == name) for name in parts}


def _answers(read: hand_in.Contents, parts: list[str]) -> dict[str, dict[str, object]]:
    """A text that was written is an answer as well."""
    state, answers = fold(read.events), {}
    for name in parts:
        done = state.of(hand_in.exercise_lesson(read.exercise), name)
        texts = {item: event.value for item, event in done.reflections.items()}
        answers[name] = {**done.answers, **texts}
    return answers
