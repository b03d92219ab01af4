"""What a page of feedback holds: plain texts, which the template escapes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Page", "PageAnswer", "PageCriterion", "PageItem", "PagePart"]


@dataclass(frozen=True)
class PageAnswer:
    """One answer: what it is to, what was typed, and what is said of it; empty is not shown."""

    label: str
    typed: str
    state: str = ""
    points: str = ""
    messages: tuple[str, ...] = ()
    reading: str = ""


@dataclass(frozen=True)
class PageItem:
    """One item with its answers; `lines` tell what happened in it, or what was said."""

    text: str
    answers: tuple[PageAnswer, ...]
    lines_title: str = ""
    lines: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class PageCriterion:
    """What people said about a text."""

    name: str
    points: str
    comments: tuple[str, ...]


@dataclass(frozen=True)
class PagePart:
    """One part of the exercise; `texts` are what was written, each with its label."""

    title: str
    points: str = ""
    not_read: str = ""
    items: tuple[PageItem, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    criteria: tuple[PageCriterion, ...] = ()


@dataclass(frozen=True)
class Page:
    """A whole page."""

    language: str
    title: str
    who: str
    course: str
    total: tuple[str, ...]
    parts: tuple[PagePart, ...]
    words: Mapping[str, str] = field(default_factory=dict)
