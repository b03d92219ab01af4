"""The mirror as one page that needs no network; the same class gives the same bytes."""

import json
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from helpkit.charts.words import Words
from helpkit.content import load
from helpkit.content.exercises import load_exercise
from helpkit.mirror.boards import boards
from helpkit.mirror.count import EVERYBODY, Counts, Group
from helpkit.mirror.view import SMALL, View, group_key, view
from helpkit.teacher.answers import Handed, class_answers
from helpkit.teacher.course import Course
from helpkit.teacher.roster import Student
from helpkit.teacher.source import exercise_folder

__all__ = ["counted", "html"]

_SECTIONS = ("section", "groep", "group", "klas", "class")
"""What the column of a roster is called that says in which group a student is."""


def html(course: Course, exercise: str, names: bool = False, source: Path | None = None) -> str:
    """The mirror of a class for one exercise, in the language of the course.

    Args:
        course: the course.
        exercise: the number of the exercise.
        names: whether the page says who chose what.
        source: the folder of the exercise, or of exercises.

    Raises:
        CourseError: the course does not have this exercise, or its folder is nowhere.
    """
    counts = counted(course, exercise, names, source)
    content = counts.content
    words = Words(content.ui["mirror"], content.ui["chart"]["decimal"])
    return _written(view(counts, words), counts, course, exercise, words)


def counted(
    course: Course, exercise: str, names: bool = False, source: Path | None = None
) -> Counts:
    """The counts of a class; hand-ins are read one at a time and none is kept.

    Raises:
        CourseError: the course does not have this exercise, or its folder is nowhere.
    """
    content = load(course.language)
    folder = exercise_folder(course, exercise, source)
    counts = Counts(boards(load_exercise(folder, course.language), content), content)
    counts.names = {} if names else None
    known = {student.id: student for student in course.students}
    for one in class_answers(course, exercise):
        student = known[one.student]
        counts.add(one, _groups(one, student), student.name)
    return counts


def _groups(one: Handed, student: Student) -> Iterable[Group]:
    if one.language in ("en", "nl"):
        yield "language", one.language
    for column, value in student.extra.items():
        if column.strip().lower() in _SECTIONS and value.strip():
            yield "section", value.strip()
            return


def _written(seen: View, counts: Counts, course: Course, exercise: str, words: Words) -> str:
    style, script = (_source(f"page.{kind}") for kind in ("css", "js"))
    return _environment().get_template("page.html").render(
        language=counts.content.language,
        words=words,
        seen=seen,
        small=SMALL,
        everybody=group_key(EVERYBODY),
        course=course.title,
        exercise=exercise,
        number=counts.students[EVERYBODY],
        all=len(course.students),
        names=counts.names is not None,
        style=Markup(style),
        script=Markup(script),
        policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'",
        data=_data(seen),
    )  # fmt: skip


def _data(seen: View) -> Markup:
    """The counts of every group for the script; numbers and the keys of groups, nothing typed."""
    cards = [[card.groups for card in board.cards] for board in seen.boards]
    text = json.dumps(cards, sort_keys=True, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace("&", "\\u0026"))


@cache
def _environment() -> Environment:
    loader = PackageLoader("helpkit", "mirror")
    return Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip


@cache
def _source(name: str) -> str:
    return (files("helpkit.mirror") / name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
