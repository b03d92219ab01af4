"""The works and people of the chapter on one line."""

from dataclasses import dataclass

from helpkit.content.activity import Activity

__all__ = ["TimelineActivity"]


@dataclass(frozen=True, kw_only=True)
class TimelineActivity(Activity):
    """The works and people of the chapter on one line.

    It asks for nothing: whoever has gone past it has read it, and it is never done.
    """

    asks = False
