"""Does a play count? Not if it is of an earlier edition of the scene, or was with somebody else."""

from typing import Literal

from helpkit.activities.converse.plays import Conversation, read
from helpkit.content import Content
from helpkit.exercises.items import PathsPart
from helpkit.exercises.temperament import drawn

__all__ = ["Obstacle", "counts", "obstacle", "person_of"]

Obstacle = Literal["", "earlier-edition", "other-person", "no-path"]
"""What keeps a play from counting; empty if nothing does."""


def person_of(part: PathsPart, item: str, content: Content, seed: str, student: str) -> str:
    """The temperament of the client whom a student meets in a conversation."""
    return drawn(content.scenes[part.items[item].scene], seed, student, item)


def obstacle(played: Conversation | None, person: str) -> Obstacle:
    """What keeps a play from counting for somebody who meets this person."""
    if played is None:
        return "no-path"
    if played.staging.earlier:
        return "earlier-edition"
    return "" if played.staging.person == person else "other-person"


def counts(
    part: PathsPart, item: str, value: object, content: Content, seed: str, student: str
) -> bool:
    """Whether what was recorded for a conversation is a play that counts for this student."""
    played = read(content, part.items[item].scene, value)
    return not obstacle(played, person_of(part, item, content, seed, student))
