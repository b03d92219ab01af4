"""A conversation with its words: what the client says, what the helper can say, and what it costs.

Ours are in `scenes/ID.toml` and `text/LANGUAGE/scenes/ID.toml`; a teacher writes the same form in
one file (`scene_file`). As a graph it is a `helpkit.models.dialogue.Scene`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from helpkit.content.prose import Prose

__all__ = [
    "ChoiceText",
    "EndingText",
    "InquiryForm",
    "Levels",
    "Looks",
    "NodeText",
    "SceneText",
    "Unsaid",
]


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
    """Trust, the client's standing and the helper's: at the start, or what a choice adds."""

    trust: int
    client: int
    helper: int


@dataclass(frozen=True, kw_only=True)
class ChoiceText:
    """What the helper can say, and `why` it moves the meters as it does, read after choosing."""

    form: str
    effect: Levels
    next: str
    says: Prose
    why: Prose


@dataclass(frozen=True, kw_only=True)
class NodeText:
    """What the client says, and the choices the helper has then."""

    says: Prose
    choices: Mapping[str, ChoiceText]


@dataclass(frozen=True, kw_only=True)
class EndingText:
    """How it ends; `kind` is helpful, empty or broken."""

    kind: str
    says: Prose


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
    the telephone the two are drawn as people who do not see each other.
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
    unsaid: Mapping[str, Unsaid] = field(default_factory=dict)
    place: Literal["together", "telephone"] = "together"
    looks: Looks | None = None
