"""The mirror as one page that needs no network; the same class gives the same bytes."""

import json
from base64 import b64encode
from dataclasses import astuple
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from helpkit.frontend.charts.words import Words
from helpkit.teacher.course.course import Course
from helpkit.teacher.mirror.class_counts import class_counts
from helpkit.teacher.mirror.counts import EVERYBODY, Counts
from helpkit.teacher.mirror.view import SMALL, MirrorView, group_key, view

__all__ = ["html", "page_of"]


def html(course: Course, exercise: str, names: bool = False, source: Path | None = None) -> str:
    """The mirror of a class for one exercise, in the language of the course.

    Args:
        course: the course.
        exercise: the number of the exercise.
        names: whether the page says who chose what.
        source: the folder of the exercise, or of exercises.

    Raises:
        CourseError: the course does not have this exercise, or its folder cannot be found.
    """
    return page_of(class_counts(course, exercise, names, source), course, exercise)


def page_of(counts: Counts, course: Course, exercise: str) -> str:
    """The page of a class that was counted."""
    words = Words(counts.content.ui["mirror"], counts.content.ui["chart"]["decimal"])
    mirror = view(counts, words)
    style, script = (_source(f"page.{kind}") for kind in ("css", "js"))
    return _environment().get_template("page.html").render(
        language=counts.content.language,
        words=words,
        mirror=mirror,
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
        data=_data(mirror),
    )  # fmt: skip


def _data(mirror: MirrorView) -> Markup:
    """What the script shows for every group; only the keys of groups were typed by somebody."""
    cards = [
        [{key: astuple(numbers) for key, numbers in card.groups.items()} for card in board.cards]
        for board in mirror.boards
    ]
    text = json.dumps(cards, sort_keys=True, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace("&", "\\u0026"))


@cache
def _environment() -> Environment:
    loader = PackageLoader("helpkit.teacher.mirror", "")
    return Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip


@cache
def _source(name: str) -> str:
    return (files("helpkit.teacher.mirror") / name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
