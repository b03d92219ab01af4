"""The questions a class can divide over: of an exercise, and of its chapter's sorting boards."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from helpkit.checks.verdict import DIRECTIVENESS, face, readings
from helpkit.content import Content
from helpkit.content.exercises import ChoosePart, Exercise
from helpkit.content.kinds import SortActivity
from helpkit.content.options import options
from helpkit.grading.choose import answer_id
from helpkit.hand_in import exercise_lesson

__all__ = ["Board", "boards"]


@dataclass(frozen=True)
class Board:
    """One question about several cards, and where its answers are in a journal.

    `items` names the answer of each card; `ordered` says that the options are a scale.
    """

    lesson: str
    activity: str
    title: str
    question: str
    options: Mapping[str, str]
    cards: Mapping[str, str]
    items: Mapping[str, str]
    ordered: bool = False


def boards(exercise: Exercise, content: Content) -> tuple[Board, ...]:
    """Every question of the exercise, then the boards of its lesson, in the order of both."""
    parts = (one for one in exercise.parts.values() if isinstance(one, ChoosePart))
    mine = [board for part in parts for board in _of_part(part, exercise, content)]
    activities = content.activities.get(exercise.lesson, {}).values()
    lesson = [one for one in activities if isinstance(one, SortActivity)]
    return (*mine, *(_of_lesson(one, exercise.lesson, content) for one in lesson))


def _of_part(part: ChoosePart, exercise: Exercise, content: Content) -> Iterator[Board]:
    for question in part.questions:
        yield Board(
            exercise_lesson(exercise.lesson),
            part.id,
            part.title,
            content.ui["mirror"][f"question-{question}"],
            options(question, content),
            {key: item.text for key, item in part.items.items()},
            {key: answer_id(part, key, question) for key in part.items},
        )


def _of_lesson(one: SortActivity, lesson: str, content: Content) -> Board:
    cards = {key: face(one, content, key) for key in readings(one, content)}
    ordered = tuple(columns := _columns(one, content)) == DIRECTIVENESS
    return Board(
        lesson,
        one.id,
        one.title,
        one.question,
        columns,
        cards,
        {key: key for key in cards},
        ordered,
    )


def _columns(one: SortActivity, content: Content) -> dict[str, str]:
    if one.dimension is None:
        return {key: one.labels[key] for key in one.columns}
    dimension = content.dimensions[one.dimension]
    return {key: dimension.labels[key] for key in one.columns or dimension.values}
