"""The questions over which a class can divide: an exercise's, and its chapter's sorting boards."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from helpkit.activities.outcomes.verdict import DIRECTIVENESS, face, readings
from helpkit.activities.sort.activity import SortActivity
from helpkit.content import Content
from helpkit.exercises.items import ClassifyPart, ExerciseContent, Part, PathsPart
from helpkit.exercises.options import options
from helpkit.exercises.progress import answer_id
from helpkit.exercises.submission import exercise_lesson

__all__ = ["MirrorBoard", "boards"]


@dataclass(frozen=True)
class MirrorBoard:
    """One question about several cards, and where its answers are in a journal.

    `items` says by the id of an answer which card it is about; `ordered` that the options are a
    scale, `opening` that an answer is the list of a conversation's choices, of which the first
    counts here.
    """

    lesson: str
    activity: str
    title: str
    question: str
    options: Mapping[str, str]
    cards: Mapping[str, str]
    items: Mapping[str, str]
    ordered: bool = False
    opening: bool = False

    def chosen(self, answer: object) -> str | None:
        """The option that this answer names, or None."""
        if self.opening:
            answer = answer[0] if isinstance(answer, list) and answer else None
        return answer if isinstance(answer, str) and answer in self.options else None


def boards(exercise: ExerciseContent, content: Content) -> tuple[MirrorBoard, ...]:
    """Every question of the exercise, then the boards of its lesson, in the order of both."""
    mine = [
        board for part in exercise.parts.values() for board in _of_part(part, exercise, content)
    ]
    activities = content.activities.get(exercise.lesson, {}).values()
    lesson = [activity for activity in activities if isinstance(activity, SortActivity)]
    return (*mine, *(_of_lesson(activity, exercise.lesson, content) for activity in lesson))


def _of_part(part: Part, exercise: ExerciseContent, content: Content) -> Iterator[MirrorBoard]:
    if isinstance(part, ClassifyPart):
        yield from _questions(part, exercise, content)
    if isinstance(part, PathsPart):
        yield from _openings(part, exercise, content)


def _questions(
    part: ClassifyPart, exercise: ExerciseContent, content: Content
) -> Iterator[MirrorBoard]:
    for question in part.questions:
        yield MirrorBoard(
            exercise_lesson(exercise.lesson),
            part.id,
            part.title,
            content.ui["mirror"][f"question-{question}"],
            options(question, content),
            {key: item.text for key, item in part.items.items()},
            {answer_id(part, key, question): key for key in part.items},
        )


def _openings(
    part: PathsPart, exercise: ExerciseContent, content: Content
) -> Iterator[MirrorBoard]:
    """How does a class begin a conversation, for each of the endings it has to reach?"""
    for name in dict.fromkeys(item.scene for item in part.items.values()):
        scene = content.scenes[name]
        cards = {key: item.text for key, item in part.items.items() if item.scene == name}
        yield MirrorBoard(
            exercise_lesson(exercise.lesson),
            part.id,
            scene.title,
            content.ui["mirror"]["question-opening"],
            {key: choice.says for key, choice in scene.nodes[scene.first].choices.items()},
            cards,
            {key: key for key in cards},
            opening=True,
        )


def _of_lesson(activity: SortActivity, lesson: str, content: Content) -> MirrorBoard:
    cards = {key: face(activity, content, key) for key in readings(activity, content)}
    ordered = tuple(columns := _columns(activity, content)) == DIRECTIVENESS
    return MirrorBoard(
        lesson,
        activity.id,
        activity.title,
        activity.question,
        columns,
        cards,
        {key: key for key in cards},
        ordered,
    )


def _columns(activity: SortActivity, content: Content) -> dict[str, str]:
    if activity.dimension is None:
        return {key: activity.labels[key] for key in activity.columns}
    dimension = content.dimensions[activity.dimension]
    return {key: dimension.labels[key] for key in activity.columns or dimension.values}
