"""A conversation on the stage, for the tests: a small scene of our own, played line by line."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from helpkit import Lesson
from helpkit.activities.converse.activity import ConverseActivity
from helpkit.activities.converse.widget import Converse
from helpkit.content import Content, load
from helpkit.content.scene_file import read_scene
from helpkit.content.scene_graph import graph
from helpkit.content.scenes import SceneText
from helpkit.journal import Journal
from helpkit.models.dialogue import Path as Talk
from helpkit.models.dialogue import walk
from helpkit.models.temperaments import moods
from tests.activities.lesson_widget import event

FOLDER = Path(__file__).parent
SCENE = "ticket"
TEXT = replace(read_scene(FOLDER / "ticket.toml"), edition=2)
MOODS = moods(graph(TEXT))

TELLS = ["press", "promise", "leave"]
HELPS = ["listen", "promise", "yours"]
LATE = ["listen", "wait", "yours"]
"""Six minutes, and there are five."""


@cache
def content(language: str = "en") -> Content:
    """Our content with that scene in it, in two editions."""
    whole = load(language)
    earlier = {"ticket-1": read_scene(FOLDER / "ticket-1.toml")}
    return replace(whole, scenes={**whole.scenes, SCENE: TEXT}, earlier_scenes=earlier)


def stage(folder: Path, language: str = "en") -> Converse:
    """The stage with a journal in a folder."""
    journal = Journal(folder, lesson="06", language=language)
    return Converse(_activity(language), content(language), journal)


def shown(lesson: Lesson) -> Converse:
    """The stage in a lesson, on a page."""
    language = lesson.content.language
    return Converse(_activity(language), content(language), lesson.journal)


def _activity(language: str) -> ConverseActivity:
    like = load(language).activities["06"]["export-button"]
    assert isinstance(like, ConverseActivity)
    return replace(like, id=SCENE, scene=SCENE)


def text(person: str) -> SceneText:
    """The words of this person."""
    return TEXT.in_mood(person)


def talk(person: str, *choices: str) -> Talk:
    """The path of these choices with this person."""
    return walk(MOODS[person], choices)


def say(item: str, *choices: Any, **more: Any) -> dict[str, Any]:
    """What the page sends."""
    return event("answer", item, list(choices), **more)


def kept(person: str, *choices: str) -> dict[str, Any]:
    """What the journal keeps."""
    return {"edition": 2, "with": person, "said": list(choices)}


def begun(folder: Path, person: str, item: str = "alone.1") -> None:
    """Let a play begin with this person."""
    record(folder, item, kept(person))


def record(folder: Path, item: str, value: Any) -> None:
    """Let the journal hold this, whatever it is."""
    Journal(folder, lesson="06").record(activity=SCENE, item=item, value=value)


def played(folder: Path, *choices: str, item: str = "alone.1", person: str = "calm") -> Converse:
    """A play, line by line."""
    begun(folder, person, item)
    widget = stage(folder)
    for end in range(len(choices) + 1):
        widget.handle(say(item, *choices[:end]))
    return widget
