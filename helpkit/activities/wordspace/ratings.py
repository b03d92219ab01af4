"""What a learner feels about a word: evaluation, potency, activity, and the distance to others."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import dist
from typing import Any, Final

__all__ = [
    "DIMENSIONS",
    "LEAST",
    "MOST",
    "Apart",
    "apart",
    "complete",
    "is_rating",
    "item",
    "parts",
]

EPA = tuple[float, float, float]

DIMENSIONS: Final = ("evaluation", "potency", "activity")
LEAST, MOST = -4, 4


@dataclass(frozen=True)
class Apart:
    """The mean distance between two sets of ratings, and the word that lies furthest apart."""

    mean: float
    furthest: str


def item(word: str, dimension: str) -> str:
    """The name under which the journal keeps one rating."""
    return f"{word}.{dimension}"


def is_rating(value: object) -> bool:
    """Whether this is a whole number from -4 to 4."""
    return isinstance(value, int) and not isinstance(value, bool) and LEAST <= value <= MOST


def parts(words: tuple[str, ...], answers: Mapping[str, Any]) -> dict[str, dict[str, int]]:
    """The ratings of each word so far; words without any rating are missing."""
    ratings = {
        word: {
            name: answers[item(word, name)]
            for name in DIMENSIONS
            if is_rating(answers.get(item(word, name)))
        }
        for word in words
    }
    return {word: rated for word, rated in ratings.items() if rated}


def complete(rated: Mapping[str, Mapping[str, int]]) -> dict[str, EPA]:
    """The words that were rated on all three."""
    return {
        word: (scales["evaluation"], scales["potency"], scales["activity"])
        for word, scales in rated.items()
        if len(scales) == len(DIMENSIONS)
    }


def apart(own: Mapping[str, EPA], others: Mapping[str, EPA]) -> Apart | None:
    """How far one's own ratings lie from those of others; None if there are none to compare."""
    distances = {word: dist(own[word], others[word]) for word in own if word in others}
    if not distances:
        return None
    return Apart(
        sum(distances.values()) / len(distances), max(distances, key=distances.__getitem__)
    )
