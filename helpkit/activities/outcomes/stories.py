"""Which stories has a learner met in a case file?"""

from collections.abc import Iterator
from typing import Final

from helpkit.activities.cases.activity import CasesActivity
from helpkit.content.types import Content
from helpkit.journal import ActivityState, State

__all__ = ["READ", "met"]

READ: Final = "read"
"""The mark of a story that was read and asks for nothing more."""


def met(content: Content, lesson: str, state: State) -> set[str]:
    """The stories that were looked into in a case file of this lesson, or marked as read."""
    files = content.activities.get(lesson, {}).values()
    return {
        story
        for file in files
        if isinstance(file, CasesActivity)
        for story in _met(state.of(lesson, file.id))
    }


def _met(done: ActivityState) -> Iterator[str]:
    yield from done.reveals
    yield from (story for story, marks in done.choices.items() if marks[-1] == READ)
