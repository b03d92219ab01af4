"""What was written freely is read by people: no points here, and never 0 by default."""

from collections.abc import Iterator, Mapping

from helpkit.exercises.items import WritePart
from helpkit.exercises.sheet import TEXT
from helpkit.teacher.grading.keys import WriteKey
from helpkit.teacher.grading.points import Graded

__all__ = ["grade_write"]


def grade_write(part: WritePart, key: WriteKey, answers: Mapping[str, object]) -> Iterator[Graded]:
    """One row for the whole text; its fields are answered under their own ids."""
    said = [answers.get(name) for name in part.fields]
    written = any(isinstance(one, str) and one.strip() for one in said)
    message = "for-a-person" if written else "nothing-written"
    yield Graded(part.id, TEXT, None, key.content, "ungraded", message)
