"""Ids that lead nowhere, in the words in which `helpkit check` reports them."""

from collections.abc import Iterable, Iterator

from helpkit.content.prose import Reading

__all__ = ["Spots", "listed", "misread", "one_of", "unknown"]

Spots = Iterator[tuple[str, str]]
"""The key in a table, and what was expected there."""


def listed(values: Iterable[str]) -> str:
    """Ids in a sentence."""
    return ", ".join(values)


def one_of(known: Iterable[str], value: str) -> str:
    """What was expected in place of an unknown id."""
    return f"expected one of {listed(known)}, got {value!r}"


def unknown(spot: str, values: Iterable[str], known: Iterable[str]) -> Spots:
    """The values that lead nowhere."""
    known = tuple(known)
    yield from ((spot, one_of(known, value)) for value in values if value not in known)


def misread(reading: Reading, known: Iterable[str]) -> Iterator[str]:
    """What is wrong with a reading whose values must be among these."""
    for _, expected in unknown("", (reading.value, *reading.accepted), known):
        yield expected
    if reading.value in reading.accepted:
        yield f"{reading.value!r} is both the reading and accepted beside it"
