"""Free writing in parts; the length in words is a guide, never a bar."""

from collections.abc import Mapping
from dataclasses import dataclass

from helpkit.content.activity import Activity
from helpkit.content.prose import Prose

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
