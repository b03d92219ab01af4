"""Every prediction of the course so far, and how far being sure went with being right."""

from collections.abc import Mapping
from dataclasses import dataclass

from helpkit.content.activity import Activity
from helpkit.content.prose import Prose

__all__ = ["PredictionsActivity"]


@dataclass(frozen=True, kw_only=True)
class PredictionsActivity(Activity):
    """Every prediction of the course so far, and how far being sure went with being right.

    It asks for nothing: whoever has gone past it has read it, and it is never done.
    """

    asks = False

    texts: Mapping[str, Prose]
