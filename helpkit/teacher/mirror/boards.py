"""The questions over which a class can divide: those of an exercise, and those of its lesson."""

from collections.abc import Iterator

from helpkit.activities.converse.activity import ConverseActivity
from helpkit.activities.outcomes.verdict import DIRECTIVENESS, face, readings
from helpkit.activities.sort.activity import SortActivity
from helpkit.content import Content
from helpkit.content.activity import Activity
from helpkit.exercises.items import ClassifyPart, ExerciseContent, Part, PathsPart
from helpkit.exercises.options import options
from helpkit.exercises.progress import answer_id
from helpkit.exercises.submission import exercise_lesson
from helpkit.teacher.mirror import conversations
from helpkit.teacher.mirror.board import MirrorBoard

__all__ = ["boards"]


def boards(exercise: ExerciseContent, content: Content) -> tuple[MirrorBoard, ...]:
    """Every question of the exercise, then the boards of its lesson, in the order of both."""
    mine = [
        board for part in exercise.parts.values() for board in _of_part(part, exercise, content)
    ]
    activities = content.activities.get(exercise.lesson, {}).values()
    lesson = [
        board for activity in activities for board in _of_lesson(activity, exercise.lesson, content)
    ]
    return (*mine, *lesson)


def _of_part(part: Part, exercise: ExerciseContent, content: Content) -> Iterator[MirrorBoard]:
    if isinstance(part, ClassifyPart):
        yield from _questions(part, exercise, content)
    if isinstance(part, PathsPart):
        yield from conversations.of_part(part, exercise, content)


def _questions(
    part: ClassifyPart, exercise: ExerciseContent, content: Content
) -> Iterator[MirrorBoard]:
    for question in part.questions:
        yield MirrorBoard(
            lesson=exercise_lesson(exercise.lesson),
            activity=part.id,
            title=part.title,
            question=content.ui["mirror"][f"question-{question}"],
            options=options(question, content),
            cards={key: item.text for key, item in part.items.items()},
            items={answer_id(part, key, question): key for key in part.items},
        )


def _of_lesson(activity: Activity, lesson: str, content: Content) -> Iterator[MirrorBoard]:
    if isinstance(activity, SortActivity):
        yield _sorting(activity, lesson, content)
    if isinstance(activity, ConverseActivity):
        yield conversations.of_lesson(activity, lesson, content)


def _sorting(activity: SortActivity, lesson: str, content: Content) -> MirrorBoard:
    cards = {key: face(activity, content, key) for key in readings(activity, content)}
    ordered = tuple(columns := _columns(activity, content)) == DIRECTIVENESS
    return MirrorBoard(
        lesson=lesson,
        activity=activity.id,
        title=activity.title,
        question=activity.question,
        options=columns,
        cards=cards,
        items={key: key for key in cards},
        ordered=ordered,
    )


def _columns(activity: SortActivity, content: Content) -> dict[str, str]:
    if activity.dimension is None:
        return {key: activity.labels[key] for key in activity.columns}
    dimension = content.dimensions[activity.dimension]
    return {key: dimension.labels[key] for key in activity.columns or dimension.values}
