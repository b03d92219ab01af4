"""What was written freely is read by people: no points here, and never 0 by default."""

from collections.abc import Iterator, Mapping

from helpkit.exercises.items import WritePart
from helpkit.exercises.sheet import TEXT
from helpkit.teacher.grading.item_result import ItemResult
from helpkit.teacher.grading.keys import WriteKey

__all__ = ["grade_write"]


def grade_write(
    part: WritePart, key: WriteKey, answers: Mapping[str, object]
) -> Iterator[ItemResult]:
    """One row for the whole text; its fields are answered under their own ids."""
    texts = [answers.get(name) for name in part.fields]
    written = any(isinstance(text, str) and text.strip() for text in texts)
    message = "for-a-person" if written else "nothing-written"
    yield ItemResult(part.id, TEXT, None, key.content, "ungraded", message)
