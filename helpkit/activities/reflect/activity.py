"""Free writing in parts; the length in words is a guide, never a bar."""

from collections.abc import Mapping
from dataclasses import dataclass

from helpkit.content.activity import Activity
from helpkit.content.prose import Prose
from helpkit.content.types import Content
from helpkit.journal import ActivityState

__all__ = ["ReflectActivity", "ReflectPart"]


@dataclass(frozen=True, kw_only=True)
class ReflectPart:
    """One part of a reflection."""

    label: Prose
    hint: Prose


@dataclass(frozen=True, kw_only=True)
class ReflectActivity(Activity):
    """Free writing in parts; the length in words is a guide, never a bar."""

    low: int
    high: int
    parts: Mapping[str, ReflectPart]
    note: Prose

    def is_done(self, state: ActivityState, content: Content) -> bool:
        """There is text in one of the parts."""
        return any(_is_text(event.value) for event in state.reflections.values())


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
