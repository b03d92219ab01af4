"""What went wrong, in words for the learner; a widget and the lesson view say it alike."""

from collections.abc import Iterable, Mapping
from typing import Any

from helpkit.content.types import Content
from helpkit.errors import HelpkitError, NotSavedError
from helpkit.journal.strict_json import short

__all__ = ["fault", "not_saved", "text", "unexpected"]


def unexpected(content: Content, event: Mapping[str, Any], expected: Iterable[str]) -> HelpkitError:
    """What to raise for an event that nothing on the page sends."""
    return HelpkitError(
        content.ui["common"]["unexpected-event"].format(
            kind=text(event.get("kind")),
            item=text(event.get("item")),
            value=short(event.get("value")),
            expected=", ".join(sorted(expected)),
        )
    )


def not_saved(content: Content, error: NotSavedError) -> str:
    """Why it is not on the disk."""
    return content.ui["journal"][error.notice.id].format(**error.notice.values)


def fault(content: Content, error: Exception) -> str:
    """An error of ours."""
    return content.ui["common"]["fault"].format(error=f"{type(error).__name__}: {error}")


def text(value: object) -> str:
    """A text as it is, and anything else as an error shows it; both are kept short."""
    return value[:60] if isinstance(value, str) else short(value)
