"""How a class began a conversation, and how it ended for them, by the person whom each had met.

Plays of an earlier edition are left out: its lines and its people were others.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from helpkit.activities.converse.activity import ConverseActivity
from helpkit.activities.converse.plays import Conversation, parse, read
from helpkit.content import Content
from helpkit.content.scenes import SceneText
from helpkit.exercises.items import ExerciseContent, PathsPart
from helpkit.exercises.submission import exercise_lesson
from helpkit.models.dialogue import KINDS
from helpkit.teacher.mirror.board import MirrorBoard

__all__ = ["EndingBoard", "LessonEndingBoard", "OpeningBoard", "of_lesson", "of_part"]


@dataclass(frozen=True, kw_only=True)
class ConversationBoard(MirrorBoard):
    """A question about the plays of a scene; each is an answer."""

    content: Content
    scene: str

    def _play(self, answer: object) -> Conversation | None:
        """The play that this answer is, if it is one of today's edition."""
        play = read(self.content, self.scene, answer)
        return play if play and play.path.choices and not play.staging.earlier else None


@dataclass(frozen=True, kw_only=True)
class OpeningBoard(ConversationBoard):
    """The first thing that was said, by what had to be reached."""

    prompts: str = "opening"

    def chosen(self, answer: object) -> str | None:
        """The choice with which a play begins."""
        play = self._play(answer)
        return play.path.choices[0] if play else None


@dataclass(frozen=True, kw_only=True)
class EndingBoard(ConversationBoard):
    """The kind of ending, by what had to be reached and with whom."""

    prompts: str = "ending"

    def placed(self, answers: Mapping[str, object]) -> dict[str, str]:
        """The ending of each play, under its item and person."""
        plays = ((item, self._play(answers.get(item))) for item in self.items)
        return dict(self._ending(item, play) for item, play in plays if play and play.over)

    def _ending(self, item: str, play: Conversation) -> tuple[str, str]:
        return _card(item, play.staging.person), play.staging.graph.endings[play.path.last]


@dataclass(frozen=True, kw_only=True)
class LessonEndingBoard(ConversationBoard):
    """The kind of ending in the lesson, the first time with each person."""

    prompts: str = "ending"

    def placed(self, answers: Mapping[str, object]) -> dict[str, str]:
        """The ending of the first play with each person that came to an end."""
        numbers = {item: name[1] for item in answers if (name := parse(item))}
        endings: dict[str, str] = {}
        for item in sorted(numbers, key=numbers.__getitem__):
            play = self._play(answers[item])
            if play and play.over:
                kind = play.staging.graph.endings[play.path.last]
                endings.setdefault(_card("", play.staging.person), kind)
        return endings


def of_part(
    part: PathsPart, exercise: ExerciseContent, content: Content
) -> Iterator[ConversationBoard]:
    """How a class began each conversation, and how it ended, for each ending that was asked for."""
    for name in dict.fromkeys(item.scene for item in part.items.values()):
        opening = _opening(part, name, exercise_lesson(exercise.lesson), content)
        yield opening
        yield _ending(opening)


def _opening(part: PathsPart, name: str, lesson: str, content: Content) -> OpeningBoard:
    scene = content.scenes[name]
    cards = {key: item.text for key, item in part.items.items() if item.scene == name}
    first = scene.nodes[scene.first].choices
    return OpeningBoard(
        lesson=lesson,
        activity=part.id,
        title=scene.title,
        question=content.ui["mirror"]["question-opening"],
        options={key: choice.says for key, choice in first.items()},
        cards=cards,
        items={key: key for key in cards},
        content=content,
        scene=name,
    )


def _ending(opening: OpeningBoard) -> EndingBoard:
    """The board about how the same plays ended."""
    content, scene = opening.content, opening.content.scenes[opening.scene]
    people = _people(scene, content)
    return EndingBoard(
        lesson=opening.lesson,
        activity=opening.activity,
        title=opening.title,
        question=content.ui["mirror"]["question-ending"],
        options=_kinds(scene, content),
        cards={
            _card(item, person): " ".join(filter(None, (text, who)))
            for item, text in opening.cards.items()
            for person, who in people.items()
        },
        items=opening.items,
        content=content,
        scene=opening.scene,
    )


def of_lesson(activity: ConverseActivity, lesson: str, content: Content) -> LessonEndingBoard:
    """How a conversation of the lesson ended, for those who shared it."""
    scene = content.scenes[activity.scene]
    people = _people(scene, content)
    return LessonEndingBoard(
        lesson=lesson,
        activity=activity.id,
        title=activity.title,
        question=content.ui["mirror"]["question-ending-lesson"],
        options=_kinds(scene, content),
        cards={_card("", person): who or scene.title for person, who in people.items()},
        items={},
        content=content,
        scene=activity.scene,
    )


def _card(item: str, person: str) -> str:
    return f"{item}.{person}"


def _kinds(scene: SceneText, content: Content) -> dict[str, str]:
    known = {ending.kind for ending in scene.endings.values()}
    return {kind: content.ui["converse"][f"kind-{kind}"] for kind in KINDS if kind in known}


def _people(scene: SceneText, content: Content) -> dict[str, str]:
    """A sentence for each person who may be met; an empty one if there is no choice."""
    sentence = content.ui["mirror"]["met"]
    people = scene.temperaments.items()
    names = {key: sentence.format(client=scene.client, name=each.name) for key, each in people}
    return names or {"": ""}
