"""What people have to read of one exercise: the texts of a class, without names.

Neither the name that a page gives a text nor the order of the texts tells whose they are. Both stay
the same when more is handed in, so two markers who take the first five take the same five.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from helpkit.exercises.items import Part, WritePart
from helpkit.exercises.submission.display import clean
from helpkit.teacher.course.course import Course
from helpkit.teacher.results.answers import Answers, class_answers
from helpkit.teacher.results.texts import fingerprint, texts_of

__all__ = ["Text", "read_texts"]

_LENGTH: Final = 12


@dataclass(frozen=True, slots=True)
class Text:
    """What one student wrote in one part; `fields` are a label and the text under it.

    `at` is when the student last did something, by the student's own clock; `fingerprint` is
    another as soon as anything in the text is. A `scene` is as it came, for a reader of scenes.
    """

    key: str
    student: str
    part: str
    fields: tuple[tuple[str, str], ...]
    at: str = ""
    fingerprint: str = ""
    scene: str = ""

    @property
    def blank(self) -> bool:
        """Was nothing written at all?"""
        return not any(text.strip() for _label, text in self.fields)


def read_texts(
    course: Course,
    exercise: str,
    parts: Mapping[str, Part],
    unread: Callable[[str, str], object] | None = None,
) -> dict[str, Text]:
    """The texts of these parts by their keys; those that were left blank come last.

    `unread` is told the student and the reason for a copy that cannot be read.

    Raises:
        CourseError: the course does not have this exercise, or its index cannot be read.
    """
    texts = (
        text
        for answers in class_answers(course, exercise, unread)
        for text in _texts(course, exercise, parts, answers)
    )
    return {text.key: text for text in sorted(texts, key=lambda text: (text.blank, text.key))}


def _texts(
    course: Course, exercise: str, parts: Mapping[str, Part], answers: Answers
) -> Iterator[Text]:
    at = answers.contents.at
    for name, part in parts.items():
        known = "\n".join((course.seed, exercise, name, answers.student))
        key = sha256(known.encode()).hexdigest()[:_LENGTH]
        own = answers.by_part.get(name, {})
        fields = tuple(_fields(part, own))
        scene = "" if isinstance(part, WritePart) else "".join(texts_of(part, own).values())
        yield Text(key, answers.student, name, fields, at, fingerprint(part, own), scene)


def _fields(part: Part, answers: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for name, text in texts_of(part, answers).items():
        yield part.fields[name].label if isinstance(part, WritePart) else part.title, clean(text)
