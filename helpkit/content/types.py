"""What is known, as frozen dataclasses; this module knows no file format.

A field of type `Prose` is written in the text folder of each language; every other field is the
same in all languages and is written once. Ids are keys of the mappings in `Content`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from helpkit.content.activity import Activity
from helpkit.content.prose import Prose, Reading
from helpkit.content.scenes import InquiryForm, SceneText

A = TypeVar("A", bound=Activity)

Ask = Literal["risk", "worked", "reading"]

HELD = "held"
"""Beside the ids of the gates: trust leaked at none of them."""


@dataclass(frozen=True, kw_only=True)
class Situation:
    """One everyday situation of help; `source` is its row (S01-S26) or practice card (X01-X06)."""

    id: str
    source: str
    text: Prose
    helper: Prose
    client: Prose
    verb: Prose
    readings: Mapping[str, Reading]

    @property
    def practice(self) -> bool:
        """Whether it is a card of our own instead of a row of Table 1.1."""
        return self.source.startswith("X")


@dataclass(frozen=True, kw_only=True)
class Dimension:
    """A question that can be asked of every situation, and its possible answers in order."""

    id: str
    values: tuple[str, ...]
    name: Prose
    question: Prose
    labels: Mapping[str, Prose]
    hints: Mapping[str, Prose]


@dataclass(frozen=True, kw_only=True)
class Criterion:
    """What tells the three levels of formality apart; `levels` says how for each."""

    id: str
    source: str
    name: Prose
    levels: Mapping[str, Prose]


@dataclass(frozen=True, kw_only=True)
class Word:
    """A word for helping (Table 1.2); directiveness 0 (client leads) to 4 (helper decides)."""

    id: str
    source: str
    role: Literal["expert", "doctor", "process", "mixed"]
    work: Literal["client", "both", "helper"]
    directiveness: Literal[0, 1, 2, 3, 4]
    word: Prose
    reason: Prose


@dataclass(frozen=True, kw_only=True)
class SceneEvent:
    """A scene of affect control theory, as ids of `sentiments`: who helps whom, how, and how not.

    Its id is that of a situation, or helper and client with a hyphen.
    """

    id: str
    helper: str
    client: str
    helping: str
    failing: str


@dataclass(frozen=True, kw_only=True)
class Term:
    """The words for one sentiment.

    For somebody: `the` with its article, and `other` where two of them meet. For what is done:
    `does`, a sentence without capital or full stop, with {actor} and {object}.
    """

    id: str
    name: Prose
    the: Prose | None = None
    other: Prose | None = None
    does: Prose | None = None

    def phrase(self, actor: "Term", object: "Term") -> str:
        """What one does to the other, without capital or full stop; empty for a person."""
        whom = object.other if object.id == actor.id else object.the
        return (self.does or "").format(actor=actor.the, object=whom)


@dataclass(frozen=True, kw_only=True)
class Metaphor:
    """A turn of phrase from daily life, and the picture of interaction it borrows from."""

    id: str
    picture: Literal["economic", "theatrical"]
    text: Prose
    reason: Prose


@dataclass(frozen=True, kw_only=True)
class Favour:
    """An everyday favour, as whoever does it and as whoever gets it would tell it."""

    id: str
    currency: Literal["time", "knowledge", "status_face", "emotional", "money_contract"]
    given: Prose
    received: Prose


@dataclass(frozen=True, kw_only=True)
class Case:
    """A short story of help; `asks` says what a learner is asked about it."""

    id: str
    source: str
    asks: Ask
    core: bool = False
    sensitive: bool = False
    risk: str | None = None
    accepted: tuple[str, ...] = ()
    trust: Reading | None = None
    title: Prose
    story: Prose
    lesson: Prose
    question: Prose | None = None
    worked: Prose | None = None


@dataclass(frozen=True, kw_only=True)
class StatusRisk:
    """A way in which help can cost status; `code` is for files, learners see the name."""

    id: str
    code: Literal["A", "B", "C", "D"]
    source: str
    name: Prose
    description: Prose


@dataclass(frozen=True, kw_only=True)
class Gate:
    """A moment at which the client needs trust."""

    id: str
    source: str
    name: Prose
    description: Prose


@dataclass(frozen=True, kw_only=True)
class Route:
    """A way in which a helping relationship starts: who makes the first move."""

    id: str
    source: str
    name: Prose
    mover: Prose
    example: Prose


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question with which the book opens, in our words."""

    id: str
    source: str
    text: Prose


@dataclass(frozen=True, kw_only=True)
class Work:
    """A work or event on the time line; titles stay in their own language."""

    id: str
    years: tuple[int, ...]
    people: tuple[str, ...]
    source: str
    titles: tuple[str, ...] = ()
    certain: bool = True
    note: Prose


@dataclass(frozen=True, kw_only=True)
class GlossaryEntry:
    """A term; `published` is the term of the published Dutch edition where it differs."""

    id: str
    chapters: tuple[int, ...]
    source: str
    term: Prose
    definition: Prose
    published: Prose | None = None


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """One chapter and its lesson; `file` is the name of the notebook in that language."""

    id: str
    minutes: int
    title: Prose
    about: Prose
    file: Prose


@dataclass(frozen=True, kw_only=True)
class Content:
    """All that is known, in one language; every mapping is by id, in the order of its file."""

    language: str
    situations: Mapping[str, Situation]
    dimensions: Mapping[str, Dimension]
    criteria: Mapping[str, Criterion]
    words: Mapping[str, Word]
    events: Mapping[str, SceneEvent]
    terms: Mapping[str, Term]
    metaphors: Mapping[str, Metaphor]
    favours: Mapping[str, Favour]
    cases: Mapping[str, Case]
    risks: Mapping[str, StatusRisk]
    gates: Mapping[str, Gate]
    routes: Mapping[str, Route]
    questions: Mapping[str, Question]
    works: Mapping[str, Work]
    glossary: Mapping[str, GlossaryEntry]
    chapters: Mapping[str, Chapter]
    forms: Mapping[str, InquiryForm]
    scenes: Mapping[str, SceneText]
    earlier_scenes: Mapping[str, SceneText]
    activities: Mapping[str, Mapping[str, Activity]]
    ui: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def table(self) -> Mapping[str, Situation]:
        """The situations of Table 1.1, without the practice cards."""
        return {key: card for key, card in self.situations.items() if not card.practice}

    def each(self, kind: type[A]) -> Iterator[tuple[str, A]]:
        """The activities of one kind with their lesson, in the order of the course."""
        for lesson, activities in self.activities.items():
            for activity in activities.values():
                if isinstance(activity, kind):
                    yield lesson, activity
