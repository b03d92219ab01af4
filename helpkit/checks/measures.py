"""Numbers that a learner predicts, counted from the content whenever they are asked for."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from helpkit.content import Content
from helpkit.errors import UnknownIdError

__all__ = ["Measured", "measure"]


@dataclass(frozen=True)
class Measured:
    """The answer, and all the counts it is one of, in a fixed order."""

    answer: int
    counts: Mapping[str, int]


def _settled_by_text(content: Content) -> Measured:
    readings = (card.readings["formality"] for card in content.table.values())
    found = Counter(reading.confidence for reading in readings)
    counts = {name: found[name] for name in ("in_text", "implied", "judgement")}
    return Measured(counts["in_text"], counts)


def _left_to_client(content: Content) -> Measured:
    found = Counter(word.work for word in content.words.values())
    counts = {name: found[name] for name in ("client", "both", "helper")}
    return Measured(counts["client"], counts)


_MEASURES: Mapping[str, Callable[[Content], Measured]] = {
    "settled-by-text": _settled_by_text,
    "left-to-client": _left_to_client,
}


def measure(name: str, content: Content) -> Measured:
    """Count what a prediction is about.

    Raises:
        UnknownIdError: for a name that is not a measure.
    """
    if name not in _MEASURES:
        raise UnknownIdError(f"measure must be one of {', '.join(_MEASURES)}, got {name!r}")
    return _MEASURES[name](content)
