"""A situation with several defensible answers; the order is that of the file."""

from collections.abc import Mapping
from dataclasses import dataclass

from helpkit.content.activity import Activity, Option
from helpkit.content.prose import Prose

__all__ = ["ChooseActivity"]


@dataclass(frozen=True, kw_only=True)
class ChooseActivity(Activity):
    """A situation with several defensible answers; the order is that of the file."""

    situation: Prose
    options: Mapping[str, Option]
    debrief: Prose
