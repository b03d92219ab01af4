"""Points for naming what each item is: the same as ours, accepted, close, or a known mistake."""

from collections.abc import Iterator, Mapping, Sequence

from helpkit.content import Content
from helpkit.exercises.items import ClassifyPart
from helpkit.exercises.options import options
from helpkit.exercises.progress import answer_id
from helpkit.teacher.grading.item_result import ItemResult
from helpkit.teacher.grading.keys import ClassifyKey, ItemKey

__all__ = ["grade_choose"]


def grade_choose(
    part: ClassifyPart,
    key: ClassifyKey,
    answers: Mapping[str, object],
    issued: Sequence[str],
    content: Content,
) -> Iterator[ItemResult]:
    """A row for each question about each item that was issued."""
    for item in issued:
        for question in part.questions:
            answer = answers.get(answer_id(part, item, question))
            yield _row(part, key, item, question, answer, content)


def _row(
    part: ClassifyPart, key: ClassifyKey, item: str, question: str, answer: object, content: Content
) -> ItemResult:
    name, of = answer_id(part, item, question), float(key.points[question])
    right = key.items.get(item)
    if right is None:
        return ItemResult(part.id, name, 0.0, of, "invalid", "not-in-pool")
    if answer is None or answer == "":
        return ItemResult(part.id, name, 0.0, of, "blank", "blank")
    if not isinstance(answer, str) or answer not in options(question, content):
        return ItemResult(part.id, name, 0.0, of, "invalid", "no-such-answer")
    wanted = right.answers[question]
    if answer == wanted.value:
        return ItemResult(part.id, name, of, of, "right", "right")
    if answer in wanted.accepted:
        return ItemResult(part.id, name, of, of, "accepted", "accepted")
    message = _mistake(key, right, question, answer)
    if question == "form" and _family(answer, content) == _family(wanted.value, content):
        near = "no-inquiry" if _family(answer, content) == "none" else "family"
        return ItemResult(part.id, name, key.family, of, "partial", message or near)
    return ItemResult(part.id, name, 0.0, of, "wrong", message or "differs")


def _family(form: str, content: Content) -> str:
    return content.forms[form].family


def _mistake(key: ClassifyKey, item: ItemKey, question: str, answer: str) -> str:
    """The first listed mistake that this answer is."""
    right = item.answers[question].value
    return next(
        (
            name
            for name, mistake in key.mistakes.items()
            if mistake.question == question
            and answer in mistake.answered
            and right in mistake.right
        ),
        "",
    )
