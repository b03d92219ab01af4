"""Which items of a pool does a student get? The same ones every time, but not a neighbour's.

Each item has a number, sha256(seed | student | item); a sheet is the items with the smallest,
within each stratum. So an item that is added to or taken from a pool moves no more than what it
replaces. Items of one set go together and have the number of the smallest: that keeps a sheet
balanced without saying what an item is.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256

from helpkit.exercises.items import ClassifyPart, Part

__all__ = ["TEXT", "pool", "rank", "same_student", "sheet"]

TEXT = "text"
"""The one item of a part that is written freely."""


@lru_cache(64)  # every item of a pool asks for the same one
def same_student(student: str) -> str:
    """A student's id without what typing adds: spaces, capitals, and accents typed in two ways."""
    return " ".join(unicodedata.normalize("NFKC", student).casefold().split())


def rank(seed: str, student: str, item: str) -> str:
    """The number of an item for a student, as hexadecimal digits."""
    text = f"{seed}|{same_student(student)}|{item}"
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def pool(part: Part) -> tuple[str, ...]:
    """Every item that a part has."""
    return tuple(getattr(part, "items", {})) or (TEXT,)


def sheet(part: Part, seed: str, student: str) -> tuple[str, ...]:
    """The ids of the items that a student gets, in the order in which they are shown."""
    if not isinstance(part, ClassifyPart):
        return pool(part)
    numbers = {item: rank(seed, student, item) for item in part.items}
    drawn = (item for chosen in _drawn(part, numbers) for item in chosen)
    return tuple(sorted(drawn, key=numbers.__getitem__))


def _drawn(part: ClassifyPart, numbers: dict[str, str]) -> Iterator[list[str]]:
    """The sets with the smallest numbers, stratum by stratum."""
    strata: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for key, item in part.items.items():
        strata[item.stratum][item.set or key].append(key)
    for sets in strata.values():
        smallest = sorted(sets.values(), key=lambda keys: min(numbers[key] for key in keys))
        yield from smallest[: part.take]
