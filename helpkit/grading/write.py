"""What was written freely is read by people: no points here, and never 0 by default."""

from collections.abc import Iterator, Mapping

from helpkit.checks.sheet import TEXT
from helpkit.content.exercises import WritePart
from helpkit.grading.graded import Graded
from helpkit.grading.keys import WriteKey

__all__ = ["grade_write"]


def grade_write(part: WritePart, key: WriteKey, answers: Mapping[str, object]) -> Iterator[Graded]:
    """One row for the whole text; its fields are answered under their own ids."""
    said = [answers.get(name) for name in part.fields]
    written = any(isinstance(one, str) and one.strip() for one in said)
    message = "for-a-person" if written else "nothing-written"
    yield Graded(part.id, TEXT, None, key.content, "ungraded", message)
