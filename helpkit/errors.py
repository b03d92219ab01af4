"""The exceptions that helpkit raises; they know nothing about their callers.

Each message is one sentence for the person who reads it: what came, what was expected and what to
do. In a notebook that sentence is all that is shown: a traceback teaches a learner nothing.
"""

from typing import Any

__all__ = [
    "ContentError",
    "CourseError",
    "HandInError",
    "HelpkitError",
    "JournalError",
    "NotSavedError",
    "OutOfRangeError",
    "UnknownIdError",
    "UnknownVersionError",
]


class HelpkitError(Exception):
    """Something a person can put right; its text says how."""

    def _render_traceback_(self) -> list[str]:
        """IPython asks for this instead of a traceback."""
        return [str(self)]


class ContentError(HelpkitError):
    """A content file cannot be used as it is; one line per fault."""


class CourseError(HelpkitError):
    """The files of a teacher's course cannot be used as they are; one line per fault."""


class HandInError(HelpkitError):
    """A submission cannot be made, or cannot be accepted; the text is the reason."""


class UnknownIdError(HelpkitError):
    """An id that is not in the content: a lesson, a language, an activity, a card."""


class OutOfRangeError(HelpkitError, ValueError):
    """A number that a model does not accept."""


class JournalError(HelpkitError):
    """A journal cannot be read or written as it is."""


class NotSavedError(JournalError):
    """An event is held in memory, but is not on the disk.

    `event` is that event; `notice` says why, as an id and values for a sentence of the content.
    """

    def __init__(self, message: str, *, event: Any = None, notice: Any = None) -> None:
        """`event` and `notice` are of the types the journal has for them."""
        super().__init__(message)
        self.event = event
        self.notice = notice


class UnknownVersionError(JournalError):
    """An event was written by a helpkit whose journal has another form; `version` is its own."""

    def __init__(self, message: str, *, version: str) -> None:
        """`version` is the version as text, cut if it is long."""
        super().__init__(message)
        self.version = version
