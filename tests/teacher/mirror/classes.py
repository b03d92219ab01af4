"""A class with its answers, drawn from a seed: what a mirror is tried on."""

import random
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from helpkit.content import load
from helpkit.exercises import submission as hand_in
from helpkit.exercises.items import ClassifyPart, load_exercise
from helpkit.exercises.options import options
from helpkit.exercises.progress import answer_id
from helpkit.exercises.sheet import sheet
from helpkit.journal import Event
from helpkit.teacher.collect.collect import collect
from helpkit.teacher.course.course import Course, read_course
from tests.journal.samples import event
from tests.paths import EXERCISES

SOURCE = EXERCISES / "01-what-is-help"
RULES = """
title = "Helping & co"
language = "{language}"
seed = "autumn"
[exercises.01]
deadline = 2026-12-04T17:00:00+01:00
points = 10
"""


def events(student: str, drawn: random.Random) -> Iterator[Event]:
    """One student's answers to exercise 01, and what was shared of lesson 1."""
    yield from exercise_events(student, drawn)
    content = load("en")
    for item in list(content.situations)[:6]:
        yield answer("formality", item, drawn.choice(["informal", "formal"]))
        yield answer("formality", item, None, kind="reveal")
        yield answer("formality", item, drawn.choice(["informal", "formal"]))
    for item in list(content.words)[:5]:
        yield answer("words", item, drawn.choice("01234"))
    yield answer("share", "lesson", True, kind="share")


def exercise_events(student: str, drawn: random.Random) -> Iterator[Event]:
    """One student's answers to exercise 01; the first option is chosen more often."""
    content, exercise = load("en"), load_exercise(SOURCE, "en")
    for part in exercise.parts.values():
        if isinstance(part, ClassifyPart):
            for item, question in product(sheet(part, "autumn", student), part.questions):
                values = list(options(question, content))
                value = drawn.choice([values[0], *values])
                yield answer(part.id, answer_id(part, item, question), value, lesson="exercise-01")


def answer(activity: str, item: str, value: object, **fields: str) -> Event:
    """An event of a student."""
    return event(activity=activity, item=item, value=value, **{"lesson": "01", **fields})


def course(root: Path, students: int, language: str = "en", seed: int = 1, more: int = 0) -> Course:
    """A course in this folder that has collected what all its students but one handed in.

    `more` is how often each of them changed a mind besides.
    """
    drawn, sections = random.Random(seed), "ABA"
    root.mkdir(parents=True, exist_ok=True)
    (root / "course.toml").write_text(RULES.format(language=language), "utf-8")
    lines = [f"s{at},Name {at} <b>,{sections[at % 3]}" for at in range(students + 1)]
    (root / "roster.csv").write_text("\n".join(["student,name,section", *lines, ""]), "utf-8")
    downloads = root / "downloads"
    downloads.mkdir()
    for at in range(students):
        done = [*events(f"s{at}", drawn), *[answer("formality", "directions", "formal")] * more]
        data = hand_in.make(done, exercise="01", student=f"s{at}", language="en", issued=())
        (downloads / hand_in.file_name("01", f"s{at}")).write_bytes(data)
    made = read_course(root)
    collect(made, "01", downloads)
    return made
