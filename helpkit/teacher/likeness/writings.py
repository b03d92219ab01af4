"""What did a class write for one exercise, and where is each text? And what was given to all?"""

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from helpkit.content.files import FOLDER
from helpkit.content.scene_file import parse
from helpkit.content.scenes import SceneText, TemperamentText
from helpkit.exercises.items import Part, ScenePart, WritePart
from helpkit.exercises.sheet import TEXT
from helpkit.teacher.collect.collection import Collection
from helpkit.teacher.course.course import Course
from helpkit.teacher.likeness.likeness import Place, Writing
from helpkit.teacher.results.answers import Answers, class_answers

__all__ = ["class_writings", "common_texts", "shared_journals"]

_START = 8
"""How much of a sha256 the reports show."""


def class_writings(
    course: Course,
    exercise: str,
    parts: Mapping[str, Part],
    collection: Collection,
    step: Callable[[str], object] = str,
    unread: Callable[[str, str], object] | None = None,
) -> Iterator[Writing]:
    """The texts of the submissions that count, in the order of the roster.

    `step` is told each student whose submission was read, `unread` each whose copy cannot be read.

    Raises:
        CourseError: the course does not have this exercise, or its index cannot be read.
    """
    counting = collection.counting
    for answers in class_answers(course, exercise, unread):
        step(answers.student)
        yield from _of_student(answers, parts, counting[answers.student].sha256[:_START])


def _of_student(answers: Answers, parts: Mapping[str, Part], start: str) -> Iterator[Writing]:
    for name, part in parts.items():
        items = [*part.fields] if isinstance(part, WritePart) else [TEXT]
        for item in items if isinstance(part, WritePart | ScenePart) else ():
            said = answers.by_part.get(name, {}).get(item)
            if isinstance(said, str) and said.strip():
                lines = _lines(said) if isinstance(part, ScenePart) else (said,)
                yield Writing(Place(answers.student, name, item, start), lines)


def _lines(text: str) -> tuple[str, ...]:
    """What is said in a scene, without its ids; of what cannot be read as one, its lines."""
    scenes = parse(text).scenes.values()
    return tuple(line for scene in scenes for line in _said(scene)) or tuple(text.splitlines())


def _said(scene: SceneText) -> Iterator[str]:
    yield from (scene.title, scene.setting, scene.client, scene.helper, scene.hidden)
    for node in scene.nodes.values():
        yield from filter(None, (node.says, *node.recalls.values(), node.thinks))
        for choice in node.choices.values():
            yield from filter(None, (choice.says, choice.why, choice.right_for))
    yield from (ending.says for ending in scene.endings.values())
    for person in scene.temperaments.values():
        yield from _said_of(person)


def _said_of(person: TemperamentText) -> Iterator[str]:
    """What makes this person another, in words."""
    yield from (person.name, person.reveal)
    for change in person.nodes.values():
        yield from filter(None, (change.says, change.thinks))


def common_texts(source: Path) -> Iterator[str]:
    """All texts that everybody had: of the exercise and of the lessons, in each language."""
    for path in sorted([*source.glob("text/*.toml"), *FOLDER.glob("text/**/*.toml")]):
        yield from _strings(tomllib.loads(path.read_text("utf-8")))


def _strings(tree: Any) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict | list):
        for branch in tree.values() if isinstance(tree, dict) else tree:
            yield from _strings(branch)


def shared_journals(collection: Collection) -> list[tuple[tuple[str, str], ...]]:
    """Submissions of two or more students that come from one journal: student and sha256."""
    works: dict[str, dict[str, str]] = defaultdict(dict)
    for each in sorted(collection.readable):
        if each.student:
            works[each.work].setdefault(each.student, each.sha256[:_START])
    return sorted(tuple(sorted(some.items())) for some in works.values() if len(some) > 1)
