"""A conversation with its words: what the client says, what the helper can say, and what it costs.

Ours are in `scenes/ID.toml` and `text/LANGUAGE/scenes/ID.toml`; a teacher writes the same form in
one file (`scene_file`), without the fields that are marked `OURS`. As a graph it is a
`helpkit.models.dialogue.Scene`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal

from helpkit.content.prose import Prose

__all__ = [
    "OURS",
    "ChoiceText",
    "EndingText",
    "InquiryForm",
    "LevelChange",
    "Levels",
    "Looks",
    "NodeChange",
    "NodeText",
    "SceneText",
    "TemperamentText",
    "Unsaid",
]

OURS: Final[Mapping[str, Any]] = {"ours": True}
"""Marks a field that only our own files have."""


@dataclass(frozen=True, kw_only=True)
class InquiryForm:
    """A way in which a helper can move; `entry` names its term in the glossary, if it has one.

    `content` and `process` say who steers what it is about and where it goes; `lifts` says whose
    standing rises at first.
    """

    id: str
    family: Literal["pure", "diagnostic", "confrontational", "process", "none"]
    source: str
    content: Literal["client", "both", "helper"]
    process: Literal["client", "both", "helper"]
    lifts: Literal["client", "both", "helper", "neither", "depends"]
    entry: str | None = None
    name: Prose
    description: Prose
    steering: Prose
    lifting: Prose
    risk: Prose


@dataclass(frozen=True, kw_only=True)
class Levels:
    """Trust, the client's standing and the helper's at the start."""

    trust: int
    client: int
    helper: int


@dataclass(frozen=True, kw_only=True)
class LevelChange:
    """What is added to each meter; what is left out says nothing of that meter."""

    trust: int | None = None
    client: int | None = None
    helper: int | None = None


@dataclass(frozen=True, kw_only=True)
class ChoiceText:
    """What the helper can say, and `why` it moves the meters as it does, read after choosing.

    A meter that `effect` leaves out moves as the form does at that moment. `right_for` says for
    whom it would be the right thing to say. A mark that it `leaves` opens what `needs` it.
    """

    form: str
    effect: LevelChange = LevelChange()
    next: str
    minutes: int = 1
    leaves: str = ""
    needs: str = ""
    unless: str = ""
    says: Prose
    why: Prose
    right_for: Prose | None = None


@dataclass(frozen=True, kw_only=True)
class NodeText:
    """What the client says, and the choices the helper has then.

    `recalls` is said instead, by the mark that was left before; the client `thinks` more than that.
    """

    says: Prose
    choices: Mapping[str, ChoiceText] = field(default_factory=dict)
    thinks: Prose | None = None
    recalls: Mapping[str, Prose] = field(default_factory=dict)

    def line(self, marks: Iterable[str]) -> Prose:
        """What the client says after these marks: the first that is recalled, or else `says`."""
        left = {*marks}
        return next((text for mark, text in self.recalls.items() if mark in left), self.says)


@dataclass(frozen=True, kw_only=True)
class EndingText:
    """How it ends; `kind` is helpful, empty, broken or late."""

    kind: str
    says: Prose


@dataclass(frozen=True, kw_only=True)
class NodeChange:
    """How one person differs at a line: in words, in thoughts, and in what each choice does."""

    says: Prose | None = None
    thinks: Prose | None = None
    choices: Mapping[str, LevelChange] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class TemperamentText:
    """Somebody the client may be: `name` in *today she was {name}*; `reveal` is told at the end.

    All numbers are added to those of the scene; those of `families` to every choice of that family
    of forms.
    """

    name: Prose
    reveal: Prose
    start: LevelChange = LevelChange()
    minutes: int = 0
    families: Mapping[str, LevelChange] = field(default_factory=dict)
    nodes: Mapping[str, NodeChange] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Unsaid:
    """Something the client need not have said by the end: `at` these nodes they do say it."""

    at: tuple[str, ...]
    says: Prose


@dataclass(frozen=True, kw_only=True)
class Looks:
    """Which of the drawn people the two are: nobody looks like somebody of another scene."""

    client: int
    helper: int


@dataclass(frozen=True, kw_only=True)
class SceneText:
    """A scene; `hidden` is what the client really needs, shown only when it is over.

    Our own scenes say it in parts, `unsaid`, because some of it may have been said on the way. On
    the telephone the two are drawn as people who do not see each other. A play of an earlier
    `edition` is shown with the scene as it was then.
    """

    id: str
    start: Levels
    first: str
    title: Prose
    setting: Prose
    client: Prose
    helper: Prose
    hidden: Prose
    nodes: Mapping[str, NodeText]
    endings: Mapping[str, EndingText]
    minutes: int | None = None
    temperaments: Mapping[str, TemperamentText] = field(default_factory=dict)
    unsaid: Mapping[str, Unsaid] = field(default_factory=dict, metadata=OURS)
    place: Literal["together", "telephone"] = field(default="together", metadata=OURS)
    looks: Looks | None = field(default=None, metadata=OURS)
    edition: int = field(default=1, metadata=OURS)

    def in_mood(self, temperament: str) -> "SceneText":
        """The scene with the words of one temperament in their places; "" changes nothing.

        Raises:
            KeyError: the scene has no such temperament.
        """
        if not temperament:
            return self
        person = self.temperaments[temperament]
        nodes = {key: _in_mood(node, person.nodes.get(key)) for key, node in self.nodes.items()}
        return replace(self, nodes=nodes)


def _in_mood(node: NodeText, change: NodeChange | None) -> NodeText:
    if change is None:
        return node
    return replace(node, says=change.says or node.says, thinks=change.thinks or node.thinks)
